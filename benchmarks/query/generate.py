"""A graph of any size in the shape of a build: one build, over and over, each time of other things.

Every thing of the data gets an IRI and names of its own in each copy (江苏省, 江苏省·1, 江苏省·2 …); vocabulary,
numbers and sentences stay as they are. So a question has as many answers a copy as it has in the build.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import RDFS, SKOS

from kg.rdf import BASE, turtle

_NAMES = {ox.NamedNode(str(term)) for term in (SKOS.prefLabel, SKOS.altLabel, RDFS.label)}


def graph(build: bytes, least: int) -> bytes:
    """Turtle of at least so many triples, as few copies of ``build`` as that takes; the same for the same."""
    triples = [quad.triple for quad in ox.parse(input=build, format=ox.RdfFormat.TURTLE)]
    copies = -(-least // len(triples))
    return turtle.write(triple for number in range(copies) for triple in _copy(triples, number))


def _copy(triples: list[ox.Triple], number: int) -> Iterator[ox.Triple]:
    if number == 0:
        yield from triples
        return
    for triple in triples:
        subject, value = _own(triple.subject, number), _own(triple.object, number)
        if triple.predicate in _NAMES and isinstance(value, ox.Literal):
            value = ox.Literal(f"{value.value}·{number}", language=value.language)
        yield ox.Triple(subject, triple.predicate, value)


def _own(term: object, number: int) -> object:
    if isinstance(term, ox.NamedNode) and term.value.startswith(BASE):
        return ox.NamedNode(f"{term.value}-{number}")
    return term
