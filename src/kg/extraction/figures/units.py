"""Units and measure words behind a number (graph/lexicon/figure-units.tsv)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from kg import resources

Kind = Literal["money", "size", "share", "points", "ratio", "time", "persons", "count", "grade", "index", "weak", ""]
_COLUMNS = ("written", "unit", "kind", "code", "not_before")
# what a measure word may carry: 台（套）, 小时／户, 元/吨
_MORE = re.compile(r"（[^，。；（）]{1,3}）|[/／](?:户|人|平方米|小时|秒|年|吨|日|天|亩|公斤|立方米|千瓦时|分钟|次)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit where it stands: ``[start, end)`` of the text. ``name``: as the graph writes it, without a scale."""

    start: int
    end: int
    name: str
    kind: Kind


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[str, Kind, str]]]:
    """What is written -> unit, kind, and the characters of which none may follow."""
    rows = resources.table("lexicon", "figure-units.tsv", columns=_COLUMNS)
    known = {row["written"]: (row["unit"], cast("Kind", row["kind"]), row["not_before"]) for row in rows}
    longest = sorted(known, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest))), known


def code(unit: str) -> str:
    """A unit's name in QUDT's vocabulary, ``""`` where that has none.

    >>> code("千瓦时"), code("美元"), code("家")
    ('KiloW-HR', 'CCY_USD', '')
    """
    return _codes().get(unit, "")


@cache
def _codes() -> dict[str, str]:
    """Unit -> code, as the first row of the unit has it."""
    rows = resources.table("lexicon", "figure-units.tsv", columns=_COLUMNS)
    return {row["unit"]: row["code"] for row in reversed(rows)}


def at(text: str, position: int) -> Unit | None:
    """The longest unit that begins at a position of a numeric text."""
    expression, known = _table()
    match = expression.match(text, position)
    if match is None:
        return None
    written = match.group()
    name, kind, not_before = known[written]
    if text[match.end() : match.end() + 1] and text[match.end()] in not_before:
        return None
    more = _MORE.match(text, match.end())
    end = more.end() if more else match.end()
    return Unit(position, end, name + (more.group() if more else ""), kind)
