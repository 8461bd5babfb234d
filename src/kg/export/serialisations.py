"""The whole graph in RDF's own formats: Turtle, N-Triples, N-Quads, TriG, JSON-LD.

In RDF 1.1 a statement is an ``rdf:Statement`` with its subject, predicate and object. In RDF 1.2
it is a reifier: ``<…/statement/…> rdf:reifies <<( s p o )>>``, and all else that is said of it stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox
from rdflib import RDF

from kg.errors import GraphError
from kg.rdf import turtle
from kg.store.dataset import Dataset

_LINES: Final = {"ntriples": ox.RdfFormat.N_TRIPLES, "nquads": ox.RdfFormat.N_QUADS}  # a line a triple
_REIFIES: Final = ox.NamedNode(f"{RDF}reifies")
_STATEMENT: Final = (ox.NamedNode(str(RDF.type)), ox.NamedNode(str(RDF.Statement)))
_PARTS: Final = tuple(ox.NamedNode(str(part)) for part in (RDF.subject, RDF.predicate, RDF.object))


def write(dataset: Dataset, format: str, *, rdf12: bool = False, name: str | None = None) -> bytes:
    """UTF-8, the same bytes for the same triples.

    ``format``: turtle, ntriples, nquads, trig or jsonld; JSON-LD has no RDF 1.2. ``name``: the graph
    that N-Quads, TriG and JSON-LD put them in, else the default graph. Raises GraphError where it is
    no IRI.
    """
    triples = set(reifying(list(dataset.triples())) if rdf12 else dataset.triples())
    if format in ("turtle", "trig"):
        return _named(turtle.write(triples, dataset.base), name)
    if format == "jsonld":  # sorted, so that what is said of one thing stands together
        return (ox.serialize(_quads(sorted(triples, key=str), name), format=ox.RdfFormat.JSON_LD) or b"") + b"\n"
    lines = ox.serialize(triples if format == "ntriples" else _quads(triples, name), format=_LINES[format]) or b""
    return b"".join(sorted(lines.splitlines(keepends=True)))


def reifying(triples: Sequence[ox.Triple]) -> Iterator[ox.Triple]:
    """Triples of RDF 1.1 in RDF 1.2: each whole ``rdf:Statement`` a reifier of its triple term."""
    parts: dict[str, dict[ox.NamedNode, ox.Triple]] = defaultdict(dict)
    for triple in triples:
        if triple.predicate in _PARTS:
            parts[str(triple.subject)][triple.predicate] = triple
    reifiers = {node: reifier for node, found in parts.items() if (reifier := _reifier(found))}
    yield from reifiers.values()
    for triple in triples:
        part = triple.predicate in _PARTS or (triple.predicate, triple.object) == _STATEMENT
        if not part or str(triple.subject) not in reifiers:
            yield triple


def _reifier(parts: Mapping[ox.NamedNode, ox.Triple]) -> ox.Triple | None:
    """The parts of a statement as one triple; None where they are not all there, or make none."""
    if len(parts) < len(_PARTS):
        return None
    subject, predicate, object = (parts[part].object for part in _PARTS)
    if not isinstance(subject, ox.NamedNode | ox.BlankNode) or not isinstance(predicate, ox.NamedNode):
        return None
    return ox.Triple(parts[_PARTS[0]].subject, _REIFIES, ox.Triple(subject, predicate, object))


def _named(turtle: bytes, name: str | None) -> bytes:
    """Turtle as TriG: its declarations, then all the rest within one graph."""
    if name is None:
        return turtle
    declarations, gap, body = turtle.partition(b"\n\n")
    return declarations + gap + f"{_graph(name)} {{\n".encode() + body + b"}\n"


def _quads(triples: Iterable[ox.Triple], name: str | None) -> Iterator[ox.Quad]:
    graph = ox.DefaultGraph() if name is None else _graph(name)
    return (ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)


def _graph(name: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(name)
    except ValueError as error:
        raise GraphError(f"{name}: not an IRI, so no graph can bear it; give an absolute one") from error
