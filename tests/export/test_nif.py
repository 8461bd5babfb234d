"""NIF: every string of it is the text's own, and ties a name to its entity."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

import chronicle
import samples
from kg import rdf
from kg.errors import GraphError
from kg.export import nif
from kg.rdf.vocabulary import KG
from kg.store.dataset import Dataset

NIF = Namespace(nif.NIF)
ITSRDF = Namespace(nif.ITSRDF)
INTEGER = URIRef("http://www.w3.org/2001/XMLSchema#nonNegativeInteger")
ID = "https://w3id.org/zhimai/id/"


def read(dataset: Dataset) -> Graph:
    return Graph().parse(data=nif.write(dataset), format="turtle")


@pytest.mark.parametrize(("name", "page"), [("sample", samples.PAGE), ("chronicled", chronicle.PAGE)])
def test_every_string_stands_where_its_offsets_say(name: str, page: str, request: pytest.FixtureRequest) -> None:
    found = read(request.getfixturevalue(name))
    (context,) = found.subjects(RDF.type, NIF.Context)
    assert found.value(context, NIF.isString) == Literal(page)
    strings = list(found.subject_objects(NIF.anchorOf))
    assert len(strings) > 5
    for string, words in strings:
        start, end = (found.value(string, NIF[term]) for term in ("beginIndex", "endIndex"))
        assert start.datatype == end.datatype == INTEGER
        assert page[int(start) : int(end)] == str(words)
        assert str(string).endswith(f"#char={start},{end}")
        assert found.value(string, NIF.referenceContext) == context
        assert (string, RDF.type, NIF.RFC5147String) in found


def test_a_name_is_tied_to_its_entity_and_its_class(sample: Dataset) -> None:
    found = read(sample)
    named = {
        (str(found.value(phrase, NIF.anchorOf)), str(found.value(phrase, ITSRDF.taIdentRef)).removeprefix(ID))
        for phrase in found.subjects(RDF.type, NIF.Phrase)
    }
    assert named == {
        ("南京", "place/320100"),
        ("量子中心", "project/centre"),
        ("南京量子中心", "project/centre"),
        ("江苏省发展改革委", "organisation/ndrc-js"),
        ("江苏省\n发展改革委", "organisation/ndrc-js"),
        ("《量子产业规划》", "policy/quantum"),
        ("蓝海公司", "organisation/blue"),
    }
    (place,) = found.subjects(ITSRDF.taIdentRef, URIRef(f"{ID}place/320100"))
    assert found.value(place, ITSRDF.taClassRef) == KG.Place


def test_the_sentences_that_something_rests_on_are_there(sample: Dataset) -> None:
    found = read(sample)
    sentences = {str(found.value(node, NIF.anchorOf)) for node in found.subjects(RDF.type, NIF.Sentence)}
    assert sentences == {
        "南京开建量子中心",
        "江苏省发展改革委印发《量子产业规划》。",
        "南京量子中心由江苏省\n发展改革委承担,尚未与蓝海公司合作。",
    }


def test_a_name_in_pieces_is_left_out(chronicled: Dataset) -> None:
    phrases = {str(words) for words in read(chronicled).objects(None, NIF.anchorOf)}
    assert "𠀀区研究院" in phrases
    assert not {"院", "𠀀区研究"} & phrases


def test_without_texts_there_is_nothing_to_annotate() -> None:
    bare = Dataset.of(rdf.to_turtle(samples.knowledge(), with_text=False))
    with pytest.raises(GraphError, match="no source texts, which NIF is about; build without --no-text"):
        nif.write(bare)
