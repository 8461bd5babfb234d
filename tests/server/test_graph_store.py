"""SPARQL 1.1 Graph Store HTTP Protocol, its reading half."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.store.dataset import Dataset
from serving import Server, eventually


@pytest.mark.parametrize(
    ("media", "format"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_the_whole_graph_in_each_form_is_the_build_s(
    server: Server, sample_folder: Path, media: str, format: str
) -> None:
    answer = server.get("/graph?default", media)
    assert (answer.status, answer.media) == (200, media)
    store = Dataset.open(sample_folder).store
    triples = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    built = rdflib.Graph().parse(data=triples, format="nt")
    assert isomorphic(rdflib.Graph().parse(data=answer.body, format=format), built)


def test_it_leaves_no_file_behind(server: Server) -> None:
    assert server.get("/graph?default").status == 200
    assert server.get("/graph?graph=http://nothing.example/").status == 404
    assert eventually(lambda: not list(Path(tempfile.gettempdir()).glob("kg-serve-*")))


def test_head_gives_the_headers_alone(server: Server) -> None:
    answer = server.request("HEAD", "/graph?default")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.header("Content-Length")) > 1000


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/graph", 400),
        ("/graph?default&graph=http://a.example/", 400),
        ("/graph?graph=", 400),
        ("/graph?graph=relative", 400),
        ("/graph?graph=http://a.example/none", 404),
    ],
)
def test_a_graph_that_is_not_named_or_not_there(server: Server, path: str, status: int) -> None:
    assert server.get(path).status == status


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_nothing_is_written(server: Server, method: str) -> None:
    answer = server.request(method, "/graph?default", {"Content-Type": "text/turtle"}, b"<a:a> <a:b> <a:c> .")
    assert answer.status == 405
    assert {name.strip() for name in answer.header("Allow").split(",")} == {"GET", "HEAD"}
    assert server.get("/graph?default", "text/csv").status == 406
