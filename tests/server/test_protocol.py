"""SPARQL 1.1 Protocol: the W3C suite's cases for queries, by their names there, and what else it says."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest
import rdflib

from serving import Server

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
ASK = "ASK {}"
SELECT = "SELECT ?name { ?place a kg:Place ; skos:prefLabel ?name } ORDER BY ?name"
CONSTRUCT = "CONSTRUCT { ?place skos:prefLabel ?name } WHERE { ?place a kg:Place ; skos:prefLabel ?name }"
LINKED = "https://w3id.org/zhimai/id/place/320000"


@dataclass(frozen=True)
class Case:
    name: str
    method: str
    parameters: list[tuple[str, str]]  # of the URL
    type: str | None  # of the body
    body: bytes
    status: int


def form(*parameters: tuple[str, str]) -> bytes:
    return urlencode(parameters).encode()


REMOTE = "http://kasei.us/2009/09/sparql/data/data1.rdf"
CASES = [
    Case("query_post_form", "POST", [], FORM, form(("query", ASK)), 200),
    Case("query_post_direct", "POST", [], DIRECT, ASK.encode(), 200),
    Case("query_get", "GET", [("query", ASK)], None, b"", 200),
    Case("query_content_type_select", "POST", [], FORM, form(("query", "SELECT (1 AS ?value) {}")), 200),
    Case("query_content_type_ask", "POST", [], FORM, form(("query", ASK)), 200),
    Case("query_content_type_describe", "POST", [], FORM, form(("query", f"DESCRIBE <{LINKED}>")), 200),
    Case("query_content_type_construct", "POST", [], FORM, form(("query", CONSTRUCT)), 200),
    Case("bad_query_method", "PUT", [("query", ASK)], None, b"", 405),
    Case("bad_multiple_queries", "GET", [("query", ASK), ("query", "SELECT * {}")], None, b"", 400),
    Case("bad_query_wrong_media_type", "POST", [], "text/plain", ASK.encode(), 415),
    Case("bad_query_missing_form_type", "POST", [], None, form(("query", ASK)), 415),
    Case("bad_query_missing_direct_type", "POST", [], None, ASK.encode(), 415),
    Case("bad_query_non_utf8", "POST", [], f"{DIRECT}; charset=UTF-16", ASK.encode("utf-16"), 415),
    Case("bad_query_syntax", "GET", [("query", "ASK { ?s ?p }")], None, b"", 400),
    # The suite names data of other hosts for these, which this endpoint asks for nobody.
    Case("query_dataset_default_graph", "GET", [("query", ASK), ("default-graph-uri", REMOTE)], None, b"", 400),
    Case("query_dataset_named_graphs_post", "POST", [("named-graph-uri", REMOTE)], DIRECT, ASK.encode(), 400),
    Case("query_dataset_full", "POST", [], FORM, form(("query", ASK), ("default-graph-uri", REMOTE)), 400),
    # Updates are refused in each of the ways that the suite sends them.
    Case("update_post_form", "POST", [], FORM, form(("update", "CLEAR ALL")), 403),
    Case("update_post_direct", "POST", [], "application/sparql-update", b"CLEAR ALL", 403),
    Case("bad_update_get", "GET", [("update", "CLEAR ALL")], None, b"", 403),
    Case("an update as a query", "POST", [], DIRECT, b"CLEAR ALL", 400),
    # What the standard says and the suite leaves out.
    Case("no query among parameters", "GET", [("format", "json")], None, b"", 400),
    Case("no query in the form", "POST", [], FORM, b"", 400),
    Case("one query in the URL, one in the body", "POST", [("query", ASK)], FORM, form(("query", ASK)), 400),
    Case("an empty query", "GET", [("query", "")], None, b"", 400),
    Case("not UTF-8 in a form", "POST", [], FORM, b"query=ASK%20%7B%7D%23%ff", 400),
    Case("not UTF-8 in a query", "POST", [], DIRECT, b"ASK {} # \xff", 400),
    Case("a form of several parts", "POST", [], "multipart/form-data; boundary=x", b"--x--", 415),
    Case("parameters that others know", "GET", [("query", ASK), ("format", "json"), ("output", "x")], None, b"", 200),
    Case("a media type in capitals", "POST", [], "Application/SPARQL-Query; Charset=UTF-8", ASK.encode(), 200),
    Case("too many parameters", "GET", [("query", ASK), *([("x", "y")] * 200)], None, b"", 400),
    Case("another method", "DELETE", [], None, b"", 405),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_request_has_the_status_that_the_standard_gives_it(server: Server, case: Case) -> None:
    url = "/sparql" + (f"?{urlencode(case.parameters)}" if case.parameters else "")
    answer = server.request(case.method, url, {"Content-Type": case.type} if case.type else {}, case.body or None)
    assert answer.status == case.status, answer.text
    if case.status != 200:
        assert answer.media == "text/plain"
        assert len(answer.text.splitlines()) == 1
        assert len(answer.text) > 15


def test_a_refused_type_or_method_says_what_is_allowed(server: Server) -> None:
    wrong = server.request("POST", "/sparql", {"Content-Type": "text/plain"}, b"ASK {}")
    assert wrong.header("Accept-Post") == f"{FORM}, {DIRECT}"
    put = server.request("PUT", "/sparql", body=b"")
    assert {method.strip() for method in put.header("Allow").split(",")} == {"GET", "HEAD", "POST"}


def test_rows_in_each_of_their_forms(server: Server) -> None:
    names = ["南京市", "江苏省"]
    found = server.ask(SELECT, "application/sparql-results+json")
    assert found.media == "application/sparql-results+json"
    assert [row["name"]["value"] for row in json.loads(found.body)["results"]["bindings"]] == names
    found = server.ask(SELECT, "application/sparql-results+xml")
    assert found.media == "application/sparql-results+xml"
    assert [node.text for node in ElementTree.fromstring(found.body).iter() if node.text in names] == names
    found = server.ask(SELECT, "text/csv")
    assert found.media == "text/csv"
    assert list(csv.reader(found.text.splitlines())) == [["name"], *([name] for name in names)]
    found = server.ask(SELECT, "text/tab-separated-values")
    assert found.text == '?name\n"南京市"@zh\n"江苏省"@zh\n'


def test_yes_and_no_in_each_of_their_forms(server: Server) -> None:
    no = "ASK { ?place a kg:Place, kg:Person }"
    assert json.loads(server.ask(ASK).body)["boolean"] is True
    assert json.loads(server.ask(no).body)["boolean"] is False
    assert b"<boolean>false</boolean>" in server.ask(no, "application/sparql-results+xml").body
    assert server.ask(no, "text/csv").text == "false\n"


@pytest.mark.parametrize(
    ("media", "format"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_triples_in_each_of_their_forms_are_the_same_triples(server: Server, media: str, format: str) -> None:
    found = server.ask(CONSTRUCT, media)
    assert found.media == media
    names = {str(name) for name in rdflib.Graph().parse(data=found.body, format=format).objects()}
    assert names == {"南京市", "江苏省"}


def test_the_form_depends_on_what_the_answer_is(server: Server) -> None:
    either = "text/turtle;q=0.9, text/csv;q=0.1"
    assert server.ask(CONSTRUCT, either).media == "text/turtle"
    assert server.ask(SELECT, either).media == "text/csv"
    assert server.ask(CONSTRUCT, "text/csv").status == 406
    assert server.ask(SELECT, "text/turtle").status == 406
    refused = server.ask(ASK, "image/png")
    assert refused.status == 406
    assert "application/sparql-results+json" in refused.text
    assert server.ask(SELECT).header("Vary") == "Accept"


def test_without_a_query_the_service_describes_itself(server: Server) -> None:
    service = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    answer = server.get("/sparql", "application/rdf+xml")
    said = rdflib.Graph().parse(data=answer.body, format="xml")
    (endpoint,) = said.subjects(rdflib.RDF.type, service.Service)
    assert str(endpoint) == server.endpoint
    assert (endpoint, service.endpoint, endpoint) in said
    assert (endpoint, service.supportedLanguage, service.SPARQL11Query) in said
    assert len(set(said.objects(endpoint, service.resultFormat))) == 8
    assert server.get("/sparql", "text/csv").status == 406


def test_head_is_get_without_the_answer(server: Server) -> None:
    path = f"/sparql?query={quote(SELECT)}"
    head, whole = server.request("HEAD", path), server.get(path)
    assert (head.status, head.body) == (200, b"")
    assert head.header("Content-Length") == str(len(whole.body))


def test_a_fault_is_told_with_its_place(server: Server) -> None:
    answer = server.ask("SELECT *\n{ ?s unknown:p ?o }")
    assert answer.status == 400
    assert answer.text.startswith("line 2, column 6: no prefix unknown: is declared")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:1/x>",
    ],
)
def test_what_would_leave_the_machine_is_refused(server: Server, query: str) -> None:
    answer = server.ask(query)
    assert answer.status == 400
    assert query.split("<")[0].split()[-1] in answer.text


def test_chinese_of_every_way_is_understood(server: Server) -> None:
    query = 'ASK { ?x skos:prefLabel "江苏省"@zh }'
    body = query.encode()
    assert json.loads(server.ask(query).body)["boolean"] is True
    assert json.loads(server.request("POST", "/sparql", {"Content-Type": DIRECT}, body).body)["boolean"] is True
    posted = server.request("POST", "/sparql", {"Content-Type": FORM}, form(("query", query)))
    assert json.loads(posted.body)["boolean"] is True
