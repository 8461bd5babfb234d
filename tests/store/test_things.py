"""What the graph says of any IRI in it, entity or not."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

import samples
from kg import rdf
from kg.store import things
from kg.store.dataset import Dataset

BASE = "https://w3id.org/zhimai/id/"
PLACE = f"{BASE}place/320000"


def test_a_thing_has_its_label_its_properties_and_what_points_to_it(sample: Dataset) -> None:
    place = things.thing(sample, PLACE)
    assert place is not None
    assert (place.iri, place.label) == (PLACE, "江苏省")
    about = {property.iri: property.values for property in place.about}
    assert ("江苏省", False) in about["http://www.w3.org/2004/02/skos/core#prefLabel"]
    assert ("https://w3id.org/zhimai/ns#Place", True) in about["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"]
    pointing = {property.iri: property.values for property in place.pointing}
    assert (f"{BASE}place/320100", True) in pointing["https://w3id.org/zhimai/ns#locatedIn"]


def test_an_article_is_called_by_its_headline_and_a_mention_by_its_text(sample: Dataset) -> None:
    subjects = {quad.subject for quad in sample.store.quads_for_pattern(None, None, None)}
    found = [things.thing(sample, node.value) for node in subjects if isinstance(node, ox.NamedNode)]
    labels = {thing.label for thing in found if thing is not None}
    assert {"南京开建量子中心", "page.txt", "江苏省"} <= labels


def test_the_triples_of_a_thing_are_its_own_those_to_it_and_its_statements(sample: Dataset) -> None:
    node = ox.NamedNode(PLACE)
    found = things.triples(sample, PLACE)
    own = {quad.triple for quad in sample.store.quads_for_pattern(node, None, None)}
    to_it = {quad.triple for quad in sample.store.quads_for_pattern(None, None, node)}
    assert own | to_it < set(found)
    rest = {str(triple.predicate) for triple in set(found) - own - to_it}
    assert "<https://w3id.org/zhimai/ns#confidence>" in rest


def test_what_is_not_there_is_nothing(sample: Dataset) -> None:
    assert things.thing(sample, f"{BASE}place/999999") is None
    assert things.triples(sample, f"{BASE}place/999999") == []
    with pytest.raises(ValueError, match="IRI"):
        things.thing(sample, "no iri")


def test_the_base_is_the_graph_s_own(sample: Dataset) -> None:
    other = Dataset.of(rdf.to_turtle(samples.knowledge(), base="https://news.example.org/things#"))
    assert things.base(sample) == BASE
    assert things.base(other) == "https://news.example.org/things#"
    assert things.base(Dataset.of(b"<a:a> <a:b> <a:c> .")) == BASE
