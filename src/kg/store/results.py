"""Answers as files: SPARQL's own JSON, CSV, TSV and XML for rows, RDF's forms for triples."""

from __future__ import annotations

import io
import re
from codecs import getincrementaldecoder
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import PREFIXES, turtle
from kg.store.sparql import Answer

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_ROWS: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
_TRIPLES: Final = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
FORMATS: Final = (*_ROWS, *_TRIPLES)

# XML 1.0 has no way to write these, not even as references.
NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(answer: Answer, format: str) -> bytes:
    """The answer in one of FORMATS. It is used up by this.

    XML cannot hold control characters: each becomes U+FFFD, so that offsets stay. Raises
    QueryError where the answer has no such form: rows are not Turtle, and triples are not CSV.
    """
    if isinstance(answer, ox.QueryTriples):
        return write_triples(answer, format)
    if format not in _ROWS:
        raise QueryError(f"rows cannot be written as {format}; use one of {', '.join(_ROWS)}")
    if isinstance(answer, ox.QueryBoolean) and format in {"csv", "tsv"}:
        return b"true\n" if answer else b"false\n"
    data = answer.serialize(format=_ROWS[format]) or b""
    return _as_xml(data) if format == "xml" else data


def write_triples(triples: Iterable[ox.Triple], format: str) -> bytes:
    """Triples in one of RDF's forms, sorted, each once. Raises QueryError as ``write``."""
    if format not in _TRIPLES:
        raise QueryError(f"triples cannot be written as {format}; use --format {', '.join(_TRIPLES)}")
    if format == "turtle":
        return turtle.write(triples)
    data = ox.serialize(sorted(set(triples), key=str), format=_TRIPLES[format]) or b""
    return _as_xml(data) if format == "rdfxml" else data


def write_graph(store: ox.Store, graph: ox.NamedNode | ox.DefaultGraph, format: str, path: Path) -> None:
    """A whole graph in one of RDF's forms to a file, never held in memory. Raises QueryError as ``write``."""
    if format not in _TRIPLES:
        raise QueryError(f"triples cannot be written as {format}; use one of {', '.join(_TRIPLES)}")
    prefixes = dict(PREFIXES) if format == "turtle" else None
    with _XmlFile(path) if format == "rdfxml" else path.open("wb") as file:
        store.dump(file, _TRIPLES[format], from_graph=graph, prefixes=prefixes)


class _XmlFile(io.FileIO):
    """A file of XML, in which what XML cannot hold is replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "wb")
        self._decoder = getincrementaldecoder("utf-8")()  # a character may be cut between two writes

    def write(self, data: ReadableBuffer, /) -> int:
        written = bytes(data)
        super().write(_replaced(self._decoder.decode(written)))
        return len(written)


def _as_xml(data: bytes) -> bytes:
    return _replaced(data.decode("utf-8"))


def _replaced(text: str) -> bytes:
    """pyoxigraph writes text as it is; a carriage return would be read back as a line feed."""
    return NOT_XML.sub("\ufffd", text).replace("\r", "&#13;").encode("utf-8")
