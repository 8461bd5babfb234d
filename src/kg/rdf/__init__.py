"""Knowledge as RDF, to the contract that queries and views rely on.

triples(knowledge)     every triple of a build, in the writers' order
to_turtle(knowledge)   the same as Turtle: the same bytes for the same knowledge
to_rdflib(knowledge)   the same as a graph of rdflib, for the formats and the API
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph

from kg.model import Knowledge
from kg.rdf import anchors, articles, entities, figures, statements, turtle
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
    yield from entities.triples(knowledge, iris)
    yield from statements.triples(knowledge, iris)
    yield from articles.source_triples(knowledge, iris, with_text=with_text)
    yield from articles.article_triples(knowledge, iris)
    yield from anchors.sentence_triples(knowledge, iris)
    yield from anchors.mention_triples(knowledge, iris)
    yield from figures.observation_triples(knowledge, iris)
    yield from figures.event_triples(knowledge, iris)


def to_turtle(knowledge: Knowledge, base: str = BASE, with_text: bool = True) -> bytes:
    """A build as Turtle, UTF-8. The order of ``knowledge`` does not show in it."""
    return turtle.serialise(triples(knowledge, base, with_text), base)


def to_rdflib(knowledge: Knowledge, base: str = BASE, with_text: bool = True) -> Graph:
    """A build as a graph of rdflib, its prefixes bound."""
    graph = Graph(bind_namespaces="none")
    for prefix, iri in {**PREFIXES, **Iris(base).prefixes()}.items():
        graph.bind(prefix, iri)
    for triple in triples(knowledge, base, with_text):
        graph.add(triple)
    return graph
