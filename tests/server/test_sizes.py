"""Answers, requests and crowds of requests at their limits of size."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from serving import Server


def test_more_rows_than_the_limit_are_refused_and_never_cut(server: Server) -> None:
    whole = server.ask("SELECT ?s { ?s ?p ?o } LIMIT 50", "text/csv")
    assert (whole.status, len(whole.text.splitlines())) == (200, 51)
    more = server.ask("SELECT ?s { ?s ?p ?o } LIMIT 51", "text/csv")
    assert more.status == 400
    assert more.text.startswith("more than 50 rows, the limit of an answer; add LIMIT and OFFSET")
    assert server.ask("CONSTRUCT WHERE { ?s ?p ?o }").text.startswith("more than 50 triples")
    assert server.ask("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }").status == 400


def test_two_hundred_queries_at_once_are_all_answered(server: Server) -> None:
    with ThreadPoolExecutor(200) as clients:
        answers = list(clients.map(lambda number: server.ask(f"SELECT ({number} AS ?n) {{}}", "text/csv"), range(200)))
    assert [answer.text for answer in answers] == [f"n\r\n{number}\r\n" for number in range(200)]


def test_large_requests_are_refused(server: Server) -> None:
    url = server.get("/sparql?query=ASK%20%7B%7D%23" + "x" * 40_000)
    assert url.status == 414
    assert "POST" in url.text
    direct = {"Content-Type": "application/sparql-query"}
    assert server.request("POST", "/sparql", direct, b"ASK {} #" + b"x" * 45_000).status == 200
    body = server.request("POST", "/sparql", direct, b"ASK {} #" + b"x" * 1_100_000)
    assert body.status == 413
    assert "1048576 bytes" in body.text


def test_a_body_in_pieces_is_counted_as_it_comes(server: Server) -> None:
    address = urlsplit(server.url)
    piece = b"10000\r\n" + b"#" * 0x10000 + b"\r\n"
    with socket.create_connection((address.hostname, address.port)) as client:
        head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        client.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        for _ in range(17):
            client.sendall(piece)
        client.sendall(b"0\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.1 413 ")
