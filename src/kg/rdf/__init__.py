"""Knowledge as RDF, to the contract that queries and views rely on.

triples(knowledge)     every triple of a build, in the writers' order
to_turtle(knowledge)   the same as Turtle: the same bytes for the same knowledge
to_rdflib(knowledge)   the same as a graph of rdflib, for the formats and the API
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph

from kg.memo import Memo, forgetful
from kg.model import Knowledge
from kg.rdf import parts, statements, turtle
from kg.rdf.iris import BASE, Iris
from kg.rdf.terms import Triple
from kg.rdf.vocabulary import PREFIXES

__all__ = ["BASE", "PREFIXES", "Triple", "to_rdflib", "to_turtle", "triples"]


def triples(knowledge: Knowledge, base: str = BASE, with_text: bool = True) -> Iterator[Triple]:
    """Every triple of a build; one that follows from two places may come twice.

    ``base`` begins the IRIs of all that is not vocabulary. ``with_text=False`` leaves out the
    source texts, so that the offsets can no longer be proven from the graph alone. Raises
    GraphError where ``base`` is no base.
    """
    iris = Iris(base)
    for part in parts.of(knowledge):
        yield from part.triples(iris, with_text=with_text)
    if _rests_on_gazetteer(knowledge):
        yield from statements.gazetteer_triples(iris)


def to_turtle(knowledge: Knowledge, base: str = BASE, with_text: bool = True, memo: Memo = forgetful) -> bytes:
    """A build as Turtle, UTF-8. The order of ``knowledge`` does not show in it.

    ``memo`` remembers how the parts are written; the bytes are the same without it.
    """
    iris = Iris(base)
    blocks: list[bytes] = []
    for part in parts.of(knowledge):

        def write(part: parts.Part = part) -> bytes:
            return turtle.body(part.triples(iris, with_text=with_text), base)

        blocks.extend(turtle.blocks(memo(f"{base} {with_text} {part.key}", write)))
    if _rests_on_gazetteer(knowledge):
        blocks.extend(turtle.blocks(turtle.body(statements.gazetteer_triples(iris), base)))
    return turtle.whole(blocks, base)


def _rests_on_gazetteer(knowledge: Knowledge) -> bool:
    told = [*(statement.evidence for statement in knowledge.statements), *(c.evidence for c in knowledge.changes)]
    return not all(told)


def to_rdflib(knowledge: Knowledge, base: str = BASE, with_text: bool = True) -> Graph:
    """A build as a graph of rdflib, its prefixes bound."""
    graph = Graph(bind_namespaces="none")
    for prefix, iri in {**PREFIXES, **Iris(base).prefixes()}.items():
        graph.bind(prefix, iri)
    for triple in triples(knowledge, base, with_text):
        graph.add(triple)
    return graph
