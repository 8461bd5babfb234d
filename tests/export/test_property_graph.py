"""Nodes and edges: all entities, the statements that may be taken for facts, and how the rest is told apart."""

from __future__ import annotations

import pytest

import samples
from kg.errors import GraphError
from kg.export.network import network
from kg.export.property_graph import property_graph
from kg.store.dataset import Dataset

ID = "https://w3id.org/zhimai/id/"


def test_a_node_says_what_the_graph_knows_of_an_entity(sample: Dataset) -> None:
    nodes = {node.id: node for node in property_graph(sample).nodes}
    place = nodes[f"{ID}place/320000"]
    assert (place.label, place.type, place.subtype) == ("江苏省", "Place", "Province")
    assert place.classes == ("AdministrativeArea", "Province")
    assert (place.names, place.identifiers, place.mentions) == (("江苏",), ("320000",), 0)
    assert place.same_as == ("http://www.wikidata.org/entity/Q16963",)
    assert (place.lat, place.long) == (32.06, 118.76)
    assert nodes[f"{ID}organisation/ndrc-js"].mentions == 2
    assert nodes[f"{ID}person/wang"].subtype is None


def test_the_nodes_are_those_of_the_page(sample: Dataset) -> None:
    drawn = network(samples.knowledge())
    assert {node.id: node.label for node in property_graph(sample).nodes} == {
        f"{ID}{node}": data["label"] for node, data in drawn.nodes(data=True)
    }


def test_what_is_denied_is_no_edge(sample: Dataset) -> None:
    edges = property_graph(sample).edges
    assert sorted(edge.type for edge in edges) == ["issuedBy", "locatedIn", "locatedIn", "undertakenBy"]
    assert {edge.polarity for edge in edges} == {"affirmed"}


def test_what_is_denied_is_told_apart_by_its_type_where_it_is_asked_for(sample: Dataset) -> None:
    (denied,) = [edge for edge in property_graph(sample, denied=True).edges if edge.polarity == "negated"]
    assert (denied.predicate, denied.type) == ("cooperatesWith", "NOT_cooperatesWith")


def test_an_edge_has_its_sentences_as_a_reader_reads_them(sample: Dataset) -> None:
    edges = {(edge.predicate, edge.target): edge for edge in property_graph(sample).edges}
    run = edges["undertakenBy", f"{ID}organisation/ndrc-js"]
    assert run.sentences == ("南京量子中心由江苏省发展改革委承担,尚未与蓝海公司合作。",)
    assert (run.confidence, run.modality) == (0.9, "asserted")
    assert edges["locatedIn", f"{ID}place/320100"].modality == "planned"
    assert edges["locatedIn", f"{ID}place/320000"].sentences == ()  # the gazetteer says it


def test_an_edge_has_role_and_speaker(chronicled: Dataset) -> None:
    edges = property_graph(chronicled).edges
    assert {edge.role for edge in edges} > {None}
    assert all(edge.role for edge in edges if edge.predicate == "affiliatedWith")
    nodes = {node.id for node in property_graph(chronicled).nodes}
    assert {edge.attributed_to for edge in edges} - {None} <= nodes


def test_nodes_and_edges_come_in_the_order_of_their_iris(chronicled: Dataset) -> None:
    graph = property_graph(chronicled, denied=True)
    for items in (graph.nodes, graph.edges):
        assert len(items) > 1
        assert [item.id for item in items] == sorted(item.id for item in items)


def test_a_statement_about_nothing_that_has_a_name(sample: Dataset) -> None:
    nameless = sample.turtle.replace('skos:prefLabel "江苏省"'.encode(), 'skos:hiddenLabel "江苏省"'.encode())
    assert nameless != sample.turtle
    with pytest.raises(GraphError, match="place/320000 has no skos:prefLabel; kg validate"):
        property_graph(Dataset.of(nameless))
