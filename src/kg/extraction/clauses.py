"""Clauses and sentences: what stands between two marks."""

from __future__ import annotations

import re

# of either width, but not within a number: 1,234 and 8:30
MARK = re.compile(r"[，。；！？：;!?\n]|(?<!\d)[,:]|[,:](?!\d)")
END = re.compile(r"[。；！？;!?\n]")  # of a sentence, or of a part of it that stands by itself


def begin(text: str, position: int, mark: re.Pattern[str] = MARK) -> int:
    """Where the clause of a position begins, or what ``mark`` ends: behind the last mark before it."""
    return max((match.end() for match in mark.finditer(text, 0, position)), default=0)


def before(text: str, position: int) -> str:
    """The words of a position's clause up to it."""
    return text[begin(text, position) : position]


def behind(text: str, position: int) -> str:
    """The words from a position up to the next mark."""
    return MARK.split(text[position:], maxsplit=1)[0]
