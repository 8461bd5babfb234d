"""Clauses: what stands between two marks."""

from __future__ import annotations

import re

# half width too, as a folded sentence has them, but not within a number: 1,234 and 8:30
MARK = re.compile(r"[，。；！？：;!?]|(?<!\d)[,:]|[,:](?!\d)")


def begin(text: str, position: int) -> int:
    """Where the clause of a position begins: behind the last mark before it."""
    return max((match.end() for match in MARK.finditer(text, 0, position)), default=0)


def before(text: str, position: int) -> str:
    """The words of a position's clause up to it."""
    return text[begin(text, position) : position]


def behind(text: str, position: int) -> str:
    """The words from a position up to the next mark."""
    return MARK.split(text[position:], maxsplit=1)[0]
