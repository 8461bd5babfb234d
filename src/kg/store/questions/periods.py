"""Days, months and years as people write them: 2025年12月3日, 二〇二五年十二月, 2025-12-03."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from kg import lexicon, numerals, resources

_NUMERAL: Final = f"[{numerals.CHARACTERS}]"
_WRITTEN: Final = re.compile(
    rf"(?P<year>\d{{4}}|{_NUMERAL}{{4}})年(?:(?P<month>\d{{1,2}}|{_NUMERAL}{{1,3}})月份?"
    rf"(?:(?P<day>\d{{1,2}}|{_NUMERAL}{{1,3}})[日号])?)?"
    r"|(?P<iso>\d{4}[-/]\d{1,2}[-/]\d{1,2})"
)


@dataclass(frozen=True, slots=True)
class Period:
    """From its first day to its last, both in it."""

    first: date
    last: date


def period(written: str) -> Period | None:
    """The day, month or year; None where ``written`` is none, or none that exists.

    >>> period("2024年2月")
    Period(first=datetime.date(2024, 2, 1), last=datetime.date(2024, 2, 29))
    >>> period("2025年2月30日"), period("12月3日")
    (None, None)
    """
    found = _WRITTEN.fullmatch(written)
    if not found:
        return None
    parts = re.split("[-/]", found["iso"]) if found["iso"] else [found["year"], found["month"], found["day"]]
    year, month, day = (number(part) if part else None for part in parts)
    try:
        return _period(year or 0, month, day)
    except ValueError:  # no such day
        return None


def number(written: str) -> int | None:
    """A whole number in figures or as a numeral."""
    return int(written) if re.fullmatch(r"[0-9]{1,9}", written) else numerals.value(written)


def is_relative(written: str) -> bool:
    """Whether it names a day, month or year that is counted from another one: 去年, 最近三天."""
    rows = resources.table("lexicon", "date-words.tsv", columns=("word",))
    words = (*(row["word"] for row in rows), *lexicon.words("question-relative"))
    return any(word in written for word in words)


def _period(year: int, month: int | None, day: int | None) -> Period:
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        first = date(year, month, 1)
        return Period(first, first.replace(day=monthrange(year, month)[1]))
    return Period(date(year, month, day), date(year, month, day))
