"""Says where a query is not SPARQL, and why, in one line.

pyoxigraph decides; but its parser reports the furthest place that it looked at, often the
query's end. rdflib's reports where the construct that it could not read begins. So rdflib is
asked for the place, and pyoxigraph's reason is given where it points at a place of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from pyparsing import ParseException
from rdflib.plugins.sparql.parser import parseQuery

from kg.store import guard

_REPORT: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_CHARACTERS: Final = re.compile(r"\[[^]]*\](?:, )?")  # sets of characters, of no use to a reader
_PLAIN: Final = {
    "IRI parsing failed": "an IRI is not absolute, or has a character that it may not have",
    "SELECT contains a variable that is unbound": "a selected variable is neither grouped nor counted",
}
_LONGEST: Final = 160


def explain(query: str, report: str) -> str:
    """``report`` is pyoxigraph's. Lines and columns are the query's own, counted from 1."""
    if not query.strip():
        return "the query is empty"
    found = _REPORT.match(report)
    if not found:
        return f"not SPARQL: {' '.join(report.split())[:_LONGEST]}"
    own = _offset(query, int(found[1]), int(found[2]))
    begins = _begins(query)
    offset = own if begins is None else begins
    near = query[offset:].split("\n", 1)[0].strip()[:30]
    where = f"{guard.place(query, offset)}, {f'near {near!r}' if near else 'at its end'}"
    return f"{where}: {_reason(found[3], at_end=own >= len(query.rstrip()))}"


def unknown_prefix(query: str, known: Collection[str], usual: Collection[str]) -> str | None:
    """The first prefix that is neither declared nor among ``known``; ``usual`` ones are suggested."""
    declared = {*known, "_", *re.findall(r"(?i)\bprefix\s+([\w.-]*):", query)}
    for offset, prefix in guard.prefixes(query):
        if prefix not in declared:
            suggestions = ", ".join(f"{name}:" for name in sorted(usual))
            return f"{guard.place(query, offset)}: no prefix {prefix}: is declared; known are {suggestions}"
    return None


def _begins(query: str) -> int | None:
    """Where what rdflib cannot read begins; None where it can, or its offsets are not the query's."""
    if "\\u" in query.lower():  # it resolves these first
        return None
    try:
        parseQuery(query.replace("\t", " "))  # a tab would count for up to eight
    except ParseException as error:
        return int(error.loc)
    except RecursionError:
        return None
    return None


def _reason(expectation: str, *, at_end: bool) -> str:
    for phrase, plain in _PLAIN.items():
        if phrase in expectation:
            return plain
    expected = " ".join(_CHARACTERS.sub("", expectation).split()).rstrip(", ")[:_LONGEST]
    return "not SPARQL" if at_end or expected == "expected" else f"not SPARQL: {expected}"


def _offset(query: str, line: int, column: int) -> int:
    return sum(len(text) + 1 for text in query.split("\n")[: line - 1]) + column - 1
