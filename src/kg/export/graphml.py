"""GraphML: what yEd, Cytoscape, igraph and networkx read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from kg.export import xml
from kg.export.property_graph import EDGE_COLUMNS, NODE_COLUMNS, Column, Kind, PropertyGraph, told

_Item = TypeVar("_Item")

_HEAD: Final = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"""
_TYPES: Final[dict[Kind, str]] = {"string": "string", "int": "int", "double": "double", "strings": "string"}


def write(graph: PropertyGraph) -> bytes:
    """UTF-8. A node's id is the entity's IRI, an edge's the statement's; lists have one item a line."""
    return ("\n".join(_lines(graph)) + "\n").encode()


def _lines(graph: PropertyGraph) -> Iterator[str]:
    yield xml.DECLARATION
    yield _HEAD
    yield from _declared("node", NODE_COLUMNS)
    yield from _declared("edge", EDGE_COLUMNS)
    yield '  <graph id="zhimai" edgedefault="directed">'
    for node in graph.nodes:
        yield f'    <node id="{xml.escaped(node.id)}">'
        yield from _values("node", NODE_COLUMNS, node)
        yield "    </node>"
    for edge in graph.edges:
        ends = f'source="{xml.escaped(edge.source)}" target="{xml.escaped(edge.target)}"'
        yield f'    <edge id="{xml.escaped(edge.id)}" {ends}>'
        yield from _values("edge", EDGE_COLUMNS, edge)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _declared(scope: str, columns: Iterable[Column[_Item]]) -> Iterator[str]:
    for column in columns:
        name, type = column.name, _TYPES[column.kind]
        yield f'  <key id="{scope}-{name}" for="{scope}" attr.name="{name}" attr.type="{type}"/>'


def _values(scope: str, columns: Iterable[Column[_Item]], item: _Item) -> Iterator[str]:
    for name, value in told(columns, item):
        yield f'      <data key="{scope}-{name}">{xml.written(value)}</data>'
