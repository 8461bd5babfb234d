"""The time that a figure is of: 前9个月, 2024年, “十四五”期间 (graph/lexicon/figure-periods.tsv)."""

from __future__ import annotations

import re
from functools import cache

from kg import resources
from kg.extraction import clauses

_DAY = "日"


@cache
def _expression() -> re.Pattern[str]:
    return re.compile("|".join(row["expression"] for row in _rows()))


@cache
def _holding() -> re.Pattern[str]:
    return re.compile("|".join(row["expression"] for row in _rows() if row["holds"]))


def _rows() -> list[dict[str, str]]:
    return resources.table("lexicon", "figure-periods.tsv", columns=("expression", "holds", "example"))


def period(text: str, position: int) -> str:
    """The last expression of time before a position of a sentence, ``""`` where there is none."""
    found = ""
    for match in _expression().finditer(text, 0, position):
        found = match.group()
    return found


def named(text: str) -> bool:
    """Whether a sentence says at all when."""
    return _expression().search(text) is not None


def holding(text: str) -> str:
    """The one time that a sentence is of as a whole: it begins a clause, and the sentence has no other."""
    found = list(_expression().finditer(text))
    if len({match.group() for match in found}) != 1:
        return ""
    when, start = found[0].group(), found[0].start()
    holds = _holding().fullmatch(when) is not None and not when.endswith(_DAY)
    return when if holds and clauses.begin(text, start) == start else ""


def without(text: str) -> str:
    """A clause from its last expression of time on: what it says is rather there."""
    end = max((match.end() for match in _expression().finditer(text)), default=0)
    return text[end:]


def holds(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` lies within an expression of time."""
    return any(match.start() <= start and end <= match.end() for match in _expression().finditer(text))
