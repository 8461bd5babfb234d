"""Answers as files: SPARQL's own JSON, CSV, TSV and XML, and Turtle for triples."""

from __future__ import annotations

import re
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import turtle
from kg.store.sparql import Answer

_ROWS: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
FORMATS: Final = (*_ROWS, "turtle")

# XML 1.0 has no way to write these, not even as references.
NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(answer: Answer, format: str) -> bytes:
    """The answer in one of FORMATS. It is used up by this.

    XML cannot hold control characters: each becomes U+FFFD, so that offsets stay. Raises
    QueryError where the answer has no such form: rows are not Turtle, and triples are nothing else.
    """
    if isinstance(answer, ox.QueryTriples):
        if format != "turtle":
            raise QueryError(f"triples cannot be written as {format}; use --format turtle")
        return turtle.write(answer)
    if format not in _ROWS:
        raise QueryError(f"rows cannot be written as {format}; use one of {', '.join(_ROWS)}")
    if isinstance(answer, ox.QueryBoolean) and format in {"csv", "tsv"}:
        return b"true\n" if answer else b"false\n"
    data = answer.serialize(format=_ROWS[format]) or b""
    return _as_xml(data) if format == "xml" else data


def _as_xml(data: bytes) -> bytes:
    """pyoxigraph writes text as it is; a carriage return would be read back as a line feed."""
    text = NOT_XML.sub("\ufffd", data.decode("utf-8"))
    return text.replace("\r", "&#13;").encode("utf-8")
