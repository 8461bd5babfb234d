"""No query holds the server, a core or memory for longer than its limits; the others are answered meanwhile."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

import chronicle
from kg import rdf
from serving import ENDLESS, Answer, Server, eventually, serving

NAMED = 'ASK { ?x skos:prefLabel "江苏省"@zh }'
GROWING = (
    "SELECT (GROUP_CONCAT(?all) AS ?n) { { SELECT DISTINCT (CONCAT(STR(?a), STR(?c), STR(?f), STR(?i)) AS ?all) "
    "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } } }"
)
proc = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="looks at /proc")


def says_yes(answer: Answer) -> bool:
    return answer.status == 200 and json.loads(answer.body)["boolean"] is True


def in_background(ask: Callable[[], Answer]) -> tuple[threading.Thread, list[Answer]]:
    answers: list[Answer] = []
    thread = threading.Thread(target=lambda: answers.append(ask()))
    thread.start()
    return thread, answers


def asking(server: Server, query: str) -> socket.socket:
    """A connection on which the query was sent; who closes it waits no longer."""
    address = urlsplit(server.url)
    client = socket.create_connection((address.hostname, address.port))
    client.sendall(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return client


def state(pid: int) -> str:
    """R where it computes, Z where it is gone but for its entry; empty where it is gone altogether."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def computes(pid: int) -> bool:
    return state(pid) == "R"


def runs(pid: int) -> bool:
    return state(pid) not in {"", "Z"}


@proc
def test_an_endless_query_ends_with_its_process_and_others_are_answered(sample_folder: Path) -> None:
    with serving(sample_folder, "--timeout", "3", "--workers", "2") as server:
        assert says_yes(server.ask(NAMED))
        assert eventually(lambda: len(server.workers()) == 3)  # two to work and one to spare
        before = server.workers()
        thread, answers = in_background(lambda: server.ask(ENDLESS))
        meanwhile = 0
        while thread.is_alive():
            meanwhile += says_yes(server.ask(NAMED))
        assert meanwhile > 10
        assert answers[0].status == 504
        assert answers[0].text == (
            "stopped after 3 s, the time limit; ask for less, or raise it: kg serve --timeout SECONDS\n"
        )
        assert eventually(lambda: len(before - server.workers()) == 1), "the process that worked on it is still there"
        assert eventually(lambda: len(server.workers()) == len(before)), "nobody took its place"
        assert says_yes(server.ask(NAMED))


def test_as_many_endless_queries_as_workers_hold_it_no_longer_than_the_limit(sample_folder: Path) -> None:
    with serving(sample_folder, "--timeout", "2", "--workers", "2") as server:
        held = [in_background(lambda: server.ask(ENDLESS)) for _ in range(2)]
        for thread, answers in held:
            thread.join()
            assert answers[0].status == 504
        assert says_yes(server.ask(NAMED))


def test_who_waits_too_long_for_a_turn_is_told_to_come_back(sample_folder: Path) -> None:
    with serving(sample_folder, "--timeout", "1", "--workers", "1") as server:
        held = [in_background(lambda: server.ask(ENDLESS)) for _ in range(6)]
        for thread, _ in held:
            thread.join()
        refused = [answers[0] for _, answers in held if answers[0].status == 503]
        assert {answers[0].status for _, answers in held} == {503, 504}
        assert all(answer.header("Retry-After").isdecimal() for answer in refused)
        assert "busy" in refused[0].text


@proc
def test_a_query_that_eats_memory_is_stopped(sample_folder: Path) -> None:
    with serving(sample_folder, "--timeout", "60", "--memory", "64") as server:
        answer = server.ask(GROWING)
        assert answer.status == 500
        assert answer.text.startswith("stopped: the query ended its process, most likely for want of memory")
        assert "64 MiB" in answer.text
        assert says_yes(server.ask(NAMED))


@proc
def test_a_query_that_nobody_waits_for_is_given_up(sample_folder: Path) -> None:
    with serving(sample_folder, "--timeout", "120", "--workers", "1") as server:
        with asking(server, ENDLESS):
            assert eventually(lambda: any(computes(pid) for pid in server.workers()))
        assert eventually(lambda: not any(computes(pid) for pid in server.workers()))
        assert says_yes(server.ask(NAMED))


@proc
def test_a_worker_that_was_killed_from_outside_is_replaced_unnoticed(sample_folder: Path) -> None:
    with serving(sample_folder, "--workers", "1") as server:
        for pid in server.workers():
            os.kill(pid, signal.SIGKILL)
        assert eventually(lambda: says_yes(server.ask(NAMED)))


@proc
def test_workers_end_with_a_server_that_is_killed(sample_folder: Path) -> None:
    with serving(sample_folder, "--timeout", "2", "--workers", "2") as server:
        assert eventually(lambda: len(server.workers()) == 3)
        workers = server.workers()
        with asking(server, ENDLESS):
            assert eventually(lambda: any(computes(pid) for pid in workers))
            server.process.kill()
        assert eventually(lambda: not any(runs(pid) for pid in workers))


def test_a_server_that_is_stopped_waits_for_no_query(sample_folder: Path) -> None:
    with serving(sample_folder, "--timeout", "120", "--workers", "1") as server:
        held = [in_background(lambda: server.ask(ENDLESS)) for _ in range(2)]
        assert not eventually(lambda: any(answers for _, answers in held), seconds=1)
    for thread, answers in held:
        thread.join()
        assert (answers[0].status, answers[0].text) == (503, "the server is stopping\n")


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


def test_a_graph_that_is_built_again_is_served(sample_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    shutil.copytree(sample_folder, folder)
    new = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with serving(folder) as server:
        old = server.ask(new, "text/csv").text
        beside = folder / "new.ttl"
        beside.write_bytes(rdf.to_turtle(chronicle.knowledge()))
        beside.replace(folder / "graph.ttl")
        assert eventually(lambda: server.ask(new, "text/csv").text != old)
        assert server.get("/graph?default").status == 200


def test_a_graph_that_breaks_is_not_served_in_place_of_the_one_before(sample_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    shutil.copytree(sample_folder, folder)
    with serving(folder) as server:
        (folder / "graph.ttl").write_text("not Turtle")
        for _ in range(20):
            assert says_yes(server.ask(NAMED))
