"""GraphML and GEXF, read by networkx: the same nodes, edges and properties, whatever the texts hold."""

from __future__ import annotations

import io
from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export import gexf, graphml
from kg.export.property_graph import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node, PropertyGraph, Value, property_graph
from kg.store.dataset import Dataset
from kg.store.results import NOT_XML

FORMATS = [
    pytest.param(graphml.write, lambda data: nx.read_graphml(data, force_multigraph=True), id="graphml"),
    pytest.param(gexf.write, lambda data: nx.MultiDiGraph(nx.read_gexf(data, version="1.2draft")), id="gexf"),
]
Write = Callable[[PropertyGraph], bytes]
Read = Callable[[io.BytesIO], nx.MultiDiGraph]


@pytest.mark.parametrize(("write", "read"), FORMATS)
@pytest.mark.parametrize("name", ["sample", "chronicled", "attacked"])
def test_a_round_trip(write: Write, read: Read, name: str, request: pytest.FixtureRequest) -> None:
    assert_same(write, read, property_graph(request.getfixturevalue(name), denied=True))


@pytest.mark.parametrize(("write", "read"), FORMATS)
@given(text=st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_comes_back_but_for_what_xml_cannot_hold(write: Write, read: Read, text: str) -> None:
    nodes = (a_node("http://e/a", text), a_node("http://e/b", "江苏\x00\ud7ff\ufffe省"))
    assert_same(write, read, PropertyGraph(nodes, (an_edge("http://e/s", text),)))


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_two_statements_of_the_same_two_things_are_two_edges(write: Write, read: Read) -> None:
    nodes = (a_node("http://e/a", "甲"), a_node("http://e/b", "乙"))
    graph = PropertyGraph(nodes, (an_edge("http://e/1", "一"), an_edge("http://e/2", "二")))
    found = read(io.BytesIO(write(graph)))
    assert found.number_of_edges("http://e/a", "http://e/b") == 2
    assert_same(write, read, graph)


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_what_is_denied_is_not_there_unless_asked_for(write: Write, read: Read, sample: Dataset) -> None:
    def predicates(graph: PropertyGraph) -> list[str]:
        return sorted(data["predicate"] for *_, data in read(io.BytesIO(write(graph))).edges(data=True))

    facts = ["issuedBy", "locatedIn", "locatedIn", "undertakenBy"]
    assert predicates(property_graph(sample)) == facts
    assert predicates(property_graph(sample, denied=True)) == ["NOT_cooperatesWith", *facts]


def a_node(id: str, text: str) -> Node:
    return Node(id, text, "Place", ("Site",), (text, text), (), ("http://e/&<>",), 3, 32.06, None)


def an_edge(id: str, text: str) -> Edge:
    sentences = (text, "南京\n开建")
    return Edge(id, "http://e/a", "http://e/b", "locatedIn", 0.9, "planned", "affirmed", text, None, sentences)


def assert_same(write: Write, read: Read, graph: PropertyGraph) -> None:
    found = read(io.BytesIO(write(graph)))
    assert found.is_directed()
    assert dict(found.nodes(data=True)).keys() == {node.id for node in graph.nodes}
    for node in graph.nodes:
        told = {column.name: shown(column.of(node)) for column in NODE_COLUMNS}
        assert properties(found.nodes[node.id], told) == told
    assert found.number_of_edges() == len(graph.edges)
    edges = {data.get("id", key): data for _, _, key, data in found.edges(keys=True, data=True)}
    for edge in graph.edges:
        told = {column.name: shown(column.of(edge)) for column in EDGE_COLUMNS}
        assert properties(edges[edge.id], told) == told


def shown(value: Value) -> Value:
    """As XML holds it: a list has an item a line, and what it has no way to write is U+FFFD."""
    text = "\n".join(value) if isinstance(value, tuple) else value
    return NOT_XML.sub("\ufffd", text) if isinstance(text, str) else text


def properties(data: dict[str, Value], told: dict[str, Value]) -> dict[str, Value]:
    """What networkx found, an absent or empty property as the empty value of its kind."""
    return {name: data.get(name) or ("" if isinstance(value, str) else data.get(name)) for name, value in told.items()}
