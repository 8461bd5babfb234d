"""Which names were found to be one thing, and which may be: a table beside the graph."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import GraphError
from kg.model import Knowledge, Link

FILE: Final = "links.tsv"
_END: Final = ("entity", "thing", "name", "source")
_COLUMNS: Final = ("verdict", "score", *_END, *(f"other_{column}" for column in _END), "why")
_BETWEEN: Final = "; "


@dataclass(frozen=True, slots=True)
class End:
    """A name as its source's text comes to it; the columns of the table."""

    entity: str
    thing: str
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    verdict: str
    score: str
    ends: tuple[End, End]
    why: tuple[str, ...]


def table(knowledge: Knowledge) -> bytes:
    """All links of a build, those that hold first, as TSV."""
    out = io.StringIO()
    writer = csv.writer(
        out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None, escapechar="\\"
    )
    writer.writerow(_COLUMNS)
    writer.writerows(_cells(knowledge, link) for link in knowledge.links)
    return out.getvalue().encode("utf-8", "replace")


def _cells(knowledge: Knowledge, link: Link) -> list[str]:
    ends = [
        cell
        for end in (link.first, link.second)
        for cell in (end.entity, end.thing, end.name, knowledge.source(end.source).name if end.source else "")
    ]
    return [link.verdict, f"{link.score:g}", *ends, _BETWEEN.join(link.why)]


def of(folder: Path, entity: str) -> list[Row]:
    """The lines that speak of an entity. Raises GraphError where the folder has no such table."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8")
    except OSError as error:
        raise GraphError(f"{folder / FILE}: cannot be read ({error.strerror}); build the graph again") from error
    rows = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, escapechar="\\")
    found = [_row(cells) for cells in list(rows)[1:]]
    return [row for row in found if entity in (row.ends[0].entity, row.ends[1].entity)]


def _row(cells: list[str]) -> Row:
    verdict, score, *ends, why = cells
    half = len(_END)
    return Row(verdict, score, (End(*ends[:half]), End(*ends[half:])), tuple(filter(None, why.split(_BETWEEN))))
