"""The IRI of a thing leads people to its page and programs to its data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
import rdflib

import samples
from kg import rdf
from serving import Server, serving

HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
OTHER_BASE = "https://news.example.org/things#"


class Reader(HTMLParser):
    """The text of a page, its links and the names of its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words, self.links, self.elements = "", [], set[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words += data


def read(server: Server, path: str) -> Reader:
    answer = server.get(path, HTML)
    assert (answer.status, answer.media) == (200, "text/html"), answer.text
    return Reader(answer.text)


def test_people_and_programs_are_led_apart(server: Server) -> None:
    people, programs = server.get("/id/place/320000", HTML), server.get("/id/place/320000", "application/rdf+xml")
    assert (people.status, people.header("Location")) == (303, "/page/place/320000")
    assert (programs.status, programs.header("Location")) == (303, "/data/place/320000")
    assert people.header("Vary") == "Accept"
    assert server.get("/id/place/320000", "image/png").status == 406


def test_a_page_shows_what_is_known_with_its_sentences(server: Server) -> None:
    page = read(server, "/page/place/320000")
    for word in ("江苏省", "Place", "位于", "南京市", "提及"):
        assert word in page.words
    assert "/id/place/320100" in page.links
    assert "/data/place/320000" in page.links
    found = read(server, f"/find?name={quote('南京量子中心')}")
    (address,) = (link for link in found.links if "/project/" in link)
    centre = read(server, address.replace("/id/", "/page/"))
    assert "南京量子中心由江苏省发展改革委承担" in centre.words
    assert "mark" in centre.elements
    assert "denied" in read(server, "/page/organisation/blue").words


def test_data_is_what_is_said_of_the_thing_and_what_points_to_it(server: Server) -> None:
    thing = rdflib.URIRef("https://w3id.org/zhimai/id/place/320000")
    graph = rdflib.Graph().parse(data=server.get("/data/place/320000", "text/turtle").body, format="turtle")
    assert (thing, rdflib.SKOS.prefLabel, rdflib.Literal("江苏省", lang="zh")) in graph
    (statement, *_) = graph.subjects(rdflib.RDF.object, thing)
    assert (statement, rdflib.RDF.type, rdflib.RDF.Statement) in graph
    assert list(graph.objects(statement, rdflib.PROV.wasDerivedFrom))


def test_every_iri_of_the_graph_has_a_page_and_data(server: Server, sample_folder: Path) -> None:
    base = "https://w3id.org/zhimai/id/"
    built = rdflib.Graph().parse(sample_folder / "graph.ttl")
    locals = sorted({str(subject).removeprefix(base) for subject in built.subjects() if str(subject).startswith(base)})
    assert len(locals) > 20
    for local in locals:
        assert read(server, f"/page/{local}").words
        assert server.get(f"/data/{local}").status == 200


def test_what_the_graph_does_not_know_is_not_found(server: Server) -> None:
    for path in ("/page/place/999999", "/data/place/999999", "/page/", "/data/"):
        answer = server.get(path)
        assert answer.status == 404
        assert "not in this graph" in answer.text
        assert len(answer.text.splitlines()) == 1


def test_a_name_finds_things_and_a_part_of_it_those_near(server: Server) -> None:
    assert "/id/place/320000" in read(server, f"/find?name={quote('江苏')}").links
    near = read(server, f"/find?name={quote('量子中')}")
    assert "南京量子中心" in near.words
    assert read(server, "/find?name=zzzz").words
    assert server.get("/find").status == 400
    assert "/sparql" in read(server, "/").links


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A graph of another base, in which a place is called what a page must not run."""
    knowledge = samples.knowledge()
    name = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    entities = tuple(
        replace(entity, label=name) if entity.id == "place/320000" else entity for entity in knowledge.entities
    )
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "graph.ttl").write_bytes(rdf.to_turtle(replace(knowledge, entities=entities), base=OTHER_BASE))
    with serving(folder) as started:
        yield started


def test_a_name_that_is_markup_is_shown_and_not_run(hostile: Server) -> None:
    page = read(hostile, "/page/place/320000")
    assert '<script>alert("x")</script>' in page.words
    assert not {"script", "img"} & page.elements
    assert not {"script", "img"} & read(hostile, "/page/place/320100").elements
    assert not {"script", "img"} & read(hostile, f"/find?name={quote('<script>')}").elements


def test_a_graph_of_another_base_answers_by_what_follows_it(hostile: Server) -> None:
    assert hostile.get("/id/place/320000", HTML).header("Location") == "/page/place/320000"
    graph = rdflib.Graph().parse(data=hostile.get("/data/place/320000").body, format="turtle")
    assert (rdflib.URIRef(f"{OTHER_BASE}place/320000"), rdflib.RDF.type, None) in graph
