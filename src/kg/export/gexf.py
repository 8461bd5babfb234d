"""GEXF 1.2: what Gephi reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from kg.export import xml
from kg.export.property_graph import EDGE_COLUMNS, NODE_COLUMNS, Column, Kind, PropertyGraph, told

_Item = TypeVar("_Item")
_HEAD: Final = '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
_TYPES: Final[dict[Kind, str]] = {"string": "string", "int": "integer", "double": "double", "strings": "string"}
# GEXF has an attribute of its own for the label.
_NODE_COLUMNS: Final = tuple(column for column in NODE_COLUMNS if column.name != "label")


def write(graph: PropertyGraph) -> bytes:
    """UTF-8. A node's id is the entity's IRI, an edge's the statement's; lists have one item a line."""
    return ("\n".join(_lines(graph)) + "\n").encode()


def _lines(graph: PropertyGraph) -> Iterator[str]:
    yield xml.DECLARATION
    yield _HEAD
    yield '  <graph mode="static" defaultedgetype="directed">'
    yield from _declared("node", _NODE_COLUMNS)
    yield from _declared("edge", EDGE_COLUMNS)
    yield "    <nodes>"
    for node in graph.nodes:
        yield f'      <node id="{xml.escaped(node.id)}" label="{xml.escaped(node.label)}">'
        yield from _values(_NODE_COLUMNS, node)
        yield "      </node>"
    yield "    </nodes>"
    yield "    <edges>"
    for edge in graph.edges:
        ends = f'source="{xml.escaped(edge.source)}" target="{xml.escaped(edge.target)}"'
        yield f'      <edge id="{xml.escaped(edge.id)}" {ends} label="{xml.escaped(edge.type)}">'
        yield from _values(EDGE_COLUMNS, edge)
        yield "      </edge>"
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _declared(scope: str, columns: Iterable[Column[_Item]]) -> Iterator[str]:
    yield f'    <attributes class="{scope}" mode="static">'
    for column in columns:
        yield f'      <attribute id="{column.name}" title="{column.name}" type="{_TYPES[column.kind]}"/>'
    yield "    </attributes>"


def _values(columns: Iterable[Column[_Item]], item: _Item) -> Iterator[str]:
    yield "        <attvalues>"
    for name, value in told(columns, item):
        yield f'          <attvalue for="{name}" value="{xml.written(value)}"/>'
    yield "        </attvalues>"
