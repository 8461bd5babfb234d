"""The graph in RDF's formats: read by rdflib and by pyoxigraph, it is the graph."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import Dataset as RdfDataset
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from kg.errors import GraphError
from kg.export import serialisations
from kg.rdf.vocabulary import KG
from kg.store.dataset import Dataset

NEWS = "https://example.org/news"
REIFIES = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
SYNTAXES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}


def graph(dataset: Dataset) -> Graph:
    return Graph().parse(data=dataset.turtle, format="turtle")


@pytest.mark.parametrize(
    ("format", "reader"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("trig", "turtle")]
)
def test_rdflib_reads_the_same_graph(chronicled: Dataset, format: str, reader: str) -> None:
    data = serialisations.write(chronicled, format)
    assert isomorphic(Graph().parse(data=data, format=reader), graph(chronicled))


@pytest.mark.parametrize(("format", "reader"), [("nquads", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")])
def test_quads_stand_in_the_named_graph_and_nowhere_else(chronicled: Dataset, format: str, reader: str) -> None:
    found = RdfDataset()
    found.parse(data=serialisations.write(chronicled, format, name=NEWS), format=reader)
    assert {name for *_, name in found.quads()} == {URIRef(NEWS)}
    assert isomorphic(found.graph(URIRef(NEWS)), graph(chronicled))


def test_numbers_keep_the_zeros_that_the_text_gives_them() -> None:
    turtle = b'<http://e/s> <http://e/p> 557.40 ; <http://www.w3.org/2004/02/skos/core#prefLabel> "x" .\n'
    assert b'"557.40"' in serialisations.write(Dataset.of(turtle), "ntriples")


def test_turtle_is_the_builds_own_file_byte_for_byte(chronicled: Dataset, attacked: Dataset) -> None:
    for dataset in (chronicled, attacked):
        assert serialisations.write(dataset, "turtle") == dataset.turtle


@pytest.mark.parametrize("format", [*SYNTAXES, "jsonld"])
def test_the_order_of_the_triples_does_not_show(chronicled: Dataset, format: str) -> None:
    lines = serialisations.write(chronicled, "ntriples").splitlines(keepends=True)
    forward, backward = Dataset.of(b"".join(lines)), Dataset.of(b"".join(reversed(lines)))
    assert serialisations.write(forward, format) == serialisations.write(backward, format)


@pytest.mark.parametrize("format", SYNTAXES)
def test_rdf12_has_reifiers_of_triple_terms_and_says_all_else_as_before(sample: Dataset, format: str) -> None:
    data = serialisations.write(sample, format, rdf12=True)
    found = {quad.triple for quad in ox.parse(input=data, format=SYNTAXES[format])}
    terms = {triple.subject: triple.object for triple in found if triple.predicate == REIFIES}
    assert len(terms) == 5
    assert all(isinstance(term, ox.Triple) for term in terms.values())
    gone = {str(term) for term in ox_terms("Statement", "subject", "predicate", "object")}
    before = {t for t in sample.triples() if str(t.predicate) not in gone and str(t.object) not in gone}
    assert found - {triple for triple in found if triple.predicate == REIFIES} == before


def test_what_is_denied_is_reified_and_not_asserted_in_rdf12(sample: Dataset) -> None:
    data = serialisations.write(sample, "turtle", rdf12=True)
    store = ox.Store()
    store.load(input=data, format=ox.RdfFormat.TURTLE)
    said = ox.NamedNode(str(KG.cooperatesWith))
    denied = [t.object for t in store.quads_for_pattern(None, REIFIES, None) if t.object.predicate == said]
    assert len(denied) == 1
    assert not list(store.quads_for_pattern(None, said, None))


def test_a_broken_statement_stays_as_it_is_in_rdf12() -> None:
    turtle = (
        b"@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <http://e/s> a rdf:Statement ; rdf:subject 1 ."
    )
    triples = list(Dataset.of(turtle).triples())
    assert list(serialisations.reifying(triples)) == triples


def test_a_name_that_is_no_iri(sample: Dataset) -> None:
    with pytest.raises(GraphError, match="my news: not an IRI"):
        serialisations.write(sample, "trig", name="my news")


def ox_terms(*names: str) -> list[ox.NamedNode]:
    return [ox.NamedNode(f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}") for name in names]
