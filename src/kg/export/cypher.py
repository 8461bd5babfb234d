"""A script in Cypher that makes the graph in Neo4j 5 or Memgraph; run again, it changes nothing.

Every statement is one line, so that each client splits the script alike, and merges by ``id``, the
IRI. Strings are written so that none can end early, however often and wherever a server resolves
the escapes for Unicode: Neo4j's parser does so before it looks for quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeVar

from kg.export.neo4j import RELATIONSHIP_COLUMNS, labels
from kg.export.property_graph import NODE_COLUMNS, Edge, Node, PropertyGraph, Value, told

BATCH: Final = 200  # rows of one statement

_Item = TypeVar("_Item")
_Key = TypeVar("_Key", bound=Hashable)
_HEAD: Final = """\
// Neo4j 5. In Memgraph run CREATE CONSTRAINT ON (e:Entity) ASSERT e.id IS UNIQUE; in place of the next line.
CREATE CONSTRAINT zhimai_entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
"""
# What could end a string or a line, what no editor shows, and the letter that would make
# an escape of the second half of an escaped backslash.
_SPECIAL: Final = re.compile(r"\\([uU]?)|['\x00-\x1f\x7f-\x9f\u2028\u2029]")


def write(graph: PropertyGraph) -> bytes:
    """UTF-8. Nodes come before the relationships between them, BATCH of a kind in one statement."""
    return (_HEAD + "".join(f"{line}\n" for line in _lines(graph))).encode()


def quoted(text: str) -> str:
    """The text as a string of Cypher, in single quotation marks."""
    return f"'{_SPECIAL.sub(_escape, text)}'"


def _escape(match: re.Match[str]) -> str:
    char, letter = match[0][0], match[1]
    if char == "\\":
        return "\\\\" + (f"\\u{ord(letter):04x}" if letter else "")
    return "\\'" if char == "'" else f"\\u{ord(char):04x}"


def _lines(graph: PropertyGraph) -> Iterator[str]:
    for kinds, nodes in _batches(graph.nodes, labels):
        finer = "".join(f":{_name(label)}" for label in kinds[1:])
        rows = ", ".join(map(_node, nodes))
        yield f"UNWIND [{rows}] AS row MERGE (e:Entity {{id: row.id}}) SET e += row{f', e{finer}' if finer else ''};"
    for type, edges in _batches(graph.edges, lambda edge: edge.type):
        rows = ", ".join(map(_edge, edges))
        yield (
            f"UNWIND [{rows}] AS row MATCH (s:Entity {{id: row.source}}) MATCH (o:Entity {{id: row.target}}) "
            f"MERGE (s)-[r:{_name(type)} {{id: row.said.id}}]->(o) SET r += row.said;"
        )


def _batches(items: Iterable[_Item], key: Callable[[_Item], _Key]) -> Iterator[tuple[_Key, Sequence[_Item]]]:
    """Items of one key in the order that they come in, at most BATCH at a time."""
    groups: dict[_Key, list[_Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    for found, group in groups.items():
        rest = iter(group)
        while batch := list(islice(rest, BATCH)):
            yield found, batch


def _node(node: Node) -> str:
    return _map({"id": node.id, **dict(told(NODE_COLUMNS, node))})


def _edge(edge: Edge) -> str:
    said = _map({"id": edge.id, **dict(told(RELATIONSHIP_COLUMNS, edge))})
    return f"{{source: {quoted(edge.source)}, target: {quoted(edge.target)}, said: {said}}}"


def _map(properties: dict[str, Value]) -> str:
    return "{" + ", ".join(f"{_name(name)}: {_literal(value)}" for name, value in properties.items()) + "}"


def _literal(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(quoted, value))}]"
    return quoted(value) if isinstance(value, str) else str(value)


def _name(name: str) -> str:
    """A label, a type or a property, in the marks that let it be any word."""
    return f"`{name.replace('`', '``')}`"
