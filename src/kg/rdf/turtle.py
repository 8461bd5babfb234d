"""Turtle: the same triples give the same bytes, in whatever order they come.

pyoxigraph writes; it is many times faster than rdflib. What makes the bytes a function of
the set of triples is here: they are sorted, each written once, and the prefixes declared in
the order of the alphabet. A class comes first among a thing's properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, Literal, URIRef

from kg.errors import GraphError
from kg.rdf.iris import BASE, Iris
from kg.rdf.terms import Triple
from kg.rdf.vocabulary import PREFIXES

_GAP: Final = b"\n\n"  # an empty line; a literal's line breaks are escapes, so none stands within a block
_TYPE: Final = ox.NamedNode(str(RDF.type))
_NONE: Final[Mapping[str, str]] = {}


def serialise(triples: Iterable[Triple], base: str = BASE) -> bytes:
    """rdflib's triples as Turtle. Raises GraphError where an IRI has a character it may not."""
    return write(_converted(triples), base)


def write(triples: Iterable[ox.Triple], base: str = BASE, more: Mapping[str, str] = _NONE) -> bytes:
    """pyoxigraph's triples as Turtle, sorted, each once. ``more``: prefixes beside the usual ones."""
    return whole(blocks(_body(triples, base, more)), base, more)


def body(triples: Iterable[Triple], base: str = BASE) -> bytes:
    """rdflib's triples as Turtle without its declarations, a block a subject. Raises GraphError as ``serialise``."""
    return _body(_converted(triples), base)


def blocks(body: bytes) -> list[bytes]:
    """The blocks of a body, each all that is said of one subject."""
    return body.split(_GAP) if body else []


def whole(blocks: Iterable[bytes], base: str = BASE, more: Mapping[str, str] = _NONE) -> bytes:
    """Turtle of blocks, sorted by their subjects, of which no two may be the same.

    Blocks compare as their subjects do: the space behind a subject comes before all that a subject may hold.
    """
    prefixes = sorted({**_prefixes(base), **more}.items())
    declarations = "\n".join(f"@prefix {prefix}: <{iri}> ." for prefix, iri in prefixes)
    return _GAP.join((declarations.encode(), *sorted(blocks))) + b"\n"


def _prefixes(base: str) -> dict[str, str]:
    return {**PREFIXES, **Iris(base).prefixes()}


def _body(triples: Iterable[ox.Triple], base: str, more: Mapping[str, str] = _NONE) -> bytes:
    prefixes = {**_prefixes(base), **more}
    turtle = ox.serialize(sorted(set(triples), key=_key), format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    return _paragraphs(turtle or b"")


def read(path: Path) -> bytes:
    """A graph's file. Raises GraphError where it is missing or cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise GraphError(f"{path}: no such graph; make one with kg build") from error
    except OSError as error:
        raise GraphError(f"{path}: cannot be read: {error.strerror or error}") from error


def parse(turtle: bytes, name: str = "graph.ttl") -> ox.Store:
    """The triples in a store in memory. Raises GraphError, with the line in ``name``, if not Turtle."""
    store = ox.Store()
    try:
        store.bulk_load(input=turtle, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        place = f":{error.lineno}" if error.lineno else ""
        raise GraphError(f"{name}{place}: not Turtle ({error.msg}); build it again") from error
    return store


def declared(turtle: bytes) -> dict[str, str]:
    """The prefixes that stand before the first triple, so that ``place:110000`` is this graph's whatever its base."""
    parser = ox.parse(input=turtle, format=ox.RdfFormat.TURTLE)
    next(parser, None)
    return dict(parser.prefixes)


def _key(triple: ox.Triple) -> tuple[str, bool, str]:
    return str(triple.subject), triple.predicate != _TYPE, str(triple)


def _paragraphs(turtle: bytes) -> bytes:
    """An empty line between two things; the declarations, in an order that is pyoxigraph's, left out."""
    lines = [line for line in turtle.splitlines() if not line.startswith(b"@prefix ")]
    return b"\n".join(line if line.startswith(b"\t") else b"\n" + line for line in lines)[1:]


def _converted(triples: Iterable[Triple]) -> Iterator[ox.Triple]:
    """The same triples in pyoxigraph's terms; an IRI that recurs is checked once."""
    node = cache(_node)
    for subject, predicate, value in triples:
        term = _literal(value) if isinstance(value, Literal) else node(value)
        yield ox.Triple(node(subject), node(predicate), term)


def _node(iri: URIRef) -> ox.NamedNode:
    try:
        return ox.NamedNode(str(iri))
    except ValueError as error:
        raise GraphError(f"{iri}: not an IRI ({error}); mend it where it comes from") from error


def _literal(literal: Literal) -> ox.Literal:
    if literal.language:
        return ox.Literal(str(literal), language=literal.language)
    if literal.datatype:
        return ox.Literal(str(literal), datatype=ox.NamedNode(str(literal.datatype)))
    return ox.Literal(str(literal))
