"""Tables for ``neo4j-admin database import``: one of nodes, one of relationships.

    neo4j-admin database import full --array-delimiter=U+001F --multiline-fields=true \\
        --nodes=nodes.csv --relationships=relationships.csv

Names and sentences hold every sign that usually parts a list, so the unit separator (U+001F), which
no newspaper prints, parts lists and labels here. What stands in a text as one becomes U+FFFD.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from kg.export.property_graph import EDGE_COLUMNS, NODE_COLUMNS, Column, Edge, Kind, Node, PropertyGraph, Value

NODES: Final = "nodes.csv"
RELATIONSHIPS: Final = "relationships.csv"
SEPARATOR: Final = "\x1f"
COMMAND: Final = (
    "neo4j-admin database import full --array-delimiter=U+001F --multiline-fields=true"
    f" --nodes={NODES} --relationships={RELATIONSHIPS}"
)

_Item = TypeVar("_Item")
_TYPES: Final[dict[Kind, str]] = {"string": "string", "int": "int", "double": "double", "strings": "string[]"}
# Neo4j has a field of its own for a relationship's type.
RELATIONSHIP_COLUMNS: Final = tuple(column for column in EDGE_COLUMNS if column.name != "predicate")


def write(graph: PropertyGraph) -> dict[str, bytes]:
    """Both tables by their file's name, UTF-8. An empty field says nothing; ids are IRIs."""
    nodes = [["id:ID", *_headers(NODE_COLUMNS), ":LABEL"], *map(_node, graph.nodes)]
    ends = [":START_ID", ":END_ID", ":TYPE", "id"]
    relationships = [[*ends, *_headers(RELATIONSHIP_COLUMNS)], *map(_relationship, graph.edges)]
    return {NODES: _table(nodes), RELATIONSHIPS: _table(relationships)}


def labels(node: Node) -> tuple[str, ...]:
    """``("Entity", "Place", "AdministrativeArea", "Province")``: from the widest to the narrowest."""
    return tuple(label for label in ("Entity", node.type, *node.classes) if label)


def _headers(columns: Iterable[Column[_Item]]) -> list[str]:
    return [f"{column.name}:{_TYPES[column.kind]}" for column in columns]


def _node(node: Node) -> list[str]:
    return [node.id, *_fields(NODE_COLUMNS, node), _field(labels(node))]


def _relationship(edge: Edge) -> list[str]:
    return [edge.source, edge.target, edge.type, edge.id, *_fields(RELATIONSHIP_COLUMNS, edge)]


def _fields(columns: Iterable[Column[_Item]], item: _Item) -> Iterator[str]:
    return (_field(column.of(item)) for column in columns)


def _field(value: Value) -> str:
    if isinstance(value, tuple):
        return SEPARATOR.join(map(_text, value))
    return "" if value is None else _text(str(value))


def _text(text: str) -> str:
    return text.replace(SEPARATOR, "\ufffd")


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    """RFC 4180. With its own line ends, the writer quotes a line feed and a carriage return alike."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return file.getvalue().encode()
