"""The time that a figure is of: 前9个月, 2024年, “十四五”期间 (graph/lexicon/figure-periods.tsv)."""

from __future__ import annotations

import re
from functools import cache

from kg import resources


@cache
def _expression() -> re.Pattern[str]:
    rows = resources.table("lexicon", "figure-periods.tsv", columns=("expression", "example"))
    return re.compile("|".join(row["expression"] for row in rows))


def period(text: str, position: int) -> str:
    """The last expression of time before a position of a sentence, ``""`` where there is none."""
    found = ""
    for match in _expression().finditer(text, 0, position):
        found = match.group()
    return found


def without(text: str) -> str:
    """A clause from its last expression of time on: what it says is rather there."""
    end = max((match.end() for match in _expression().finditer(text)), default=0)
    return text[end:]


def holds(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` lies within an expression of time."""
    return any(match.start() <= start and end <= match.end() for match in _expression().finditer(text))
