"""Answers evaluated whole, and no further than a limit."""

from __future__ import annotations

import io
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


def rows(answer: ox.QuerySolutions, most: int) -> ox.QuerySolutions:
    """The same rows. Raises QueryError as soon as there are more than ``most``.

    They wait in TSV, which has one line a row and from which the engine reads them back as they were.
    """
    waiting = _Lines(most)
    answer.serialize(waiting, format=ox.QueryResultsFormat.TSV)
    read = ox.parse_query_results(waiting.getvalue(), format=ox.QueryResultsFormat.TSV)
    if not isinstance(read, ox.QuerySolutions):
        raise TypeError("rows were read back as yes or no")
    return read


def triples(answer: ox.QueryTriples, most: int) -> list[ox.Triple]:
    """The same triples. Raises QueryError as soon as there are more than ``most``."""
    found = list(islice(answer, most + 1))
    if len(found) > most:
        raise QueryError(_too_many("triples", most))
    return found


class _Lines(io.BytesIO):
    """TSV in memory. Writing more than ``most`` rows raises QueryError."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._rows = -1  # the first line names the columns

    def write(self, data: ReadableBuffer, /) -> int:
        written = bytes(data)
        self._rows += written.count(b"\n")
        if self._rows > self._most:
            raise QueryError(_too_many("rows", self._most))
        return super().write(written)


def _too_many(what: str, most: int) -> str:
    return f"more than {most} {what}, the limit of an answer; add LIMIT and OFFSET, or ask for less"
