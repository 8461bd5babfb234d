"""Days written in a text, and the year that a day without one belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg import numerals

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_NUMBERED = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
# A year that is told, not planned: 2024年, or 2025 before a comma; not 到2027年, 2030年前, 2035年远景目标.
_YEAR = re.compile(
    r"(?<![\d.到至第望向争—－~])((?:19|20)\d\d)"
    r"(?:年(?!底?前|末?前|远景|目标|愿景|基本|全面)|(?=[,，、。\s”]))"
)
_LEAP = 2000  # any leap year: 2月29日 without a year is a day


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written; ``year`` is None where the text gives none."""

    month: int
    day: int
    year: int | None = None

    def exists(self) -> bool:
        return _date(self.year or _LEAP, self.month, self.day) is not None


@cache
def day_pattern() -> str:
    """A regular expression for 2025年12月6日, 12月6日, 二〇二五年十二月六日; no groups."""
    digit = f"[{numerals.OF_DATES}]"
    return (
        rf"(?:(?:(?<!\d)\d{{4}}|{digit}{{4}})\s?年\s?)?"
        rf"(?:(?<!\d)\d{{1,2}}|{digit}{{1,3}})\s?月\s?(?:\d{{1,2}}|{digit}{{1,3}})\s?日"
    )


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"(?:([^年]{4})\s?年\s?)?([^月]{1,3}?)\s?月\s?([^日]{1,3}?)\s?日")


@cache
def _days() -> re.Pattern[str]:
    return re.compile(day_pattern())


def day(written: str) -> Day:
    """The day that a match of ``day_pattern`` writes; it need not exist."""
    parts = _parts().fullmatch(written)
    if parts is None:
        raise ValueError(f"not a day: {written!r}")
    return Day(_number(parts[2]), _number(parts[3]), _number(parts[1]) if parts[1] else None)


def days(chars: str) -> Iterator[tuple[int, Day]]:
    """Every day written in ``chars`` with where it stands, existing or not."""
    return ((found.start(), day(found.group())) for found in _days().finditer(chars))


def numbered_day(chars: str) -> date | None:
    """The first 2025-11-13, 2025/11/13 or 2025年11月13日 in ``chars``."""
    found = _NUMBERED.search(chars)
    if found is not None:
        return _date(int(found[1]), int(found[2]), int(found[3]))
    return next((dated(one) for _, one in days(chars) if one.year), None)


def named_day(name: str) -> date | None:
    """The ISO date in a file's name."""
    found = _ISO.search(name)
    return _date(int(found[1]), int(found[2]), int(found[3])) if found is not None else None


def dated(day: Day, near: date | None = None) -> date | None:
    """``day`` in its own year, else in the year that brings it nearest to ``near``."""
    if day.year is not None:
        return _date(day.year, day.month, day.day)
    if near is None:
        return None
    candidates = (_date(near.year + shift, day.month, day.day) for shift in (-1, 0, 1))
    return min((one for one in candidates if one), key=lambda one: abs(one - near), default=None)


def written_around(text: str) -> date | None:
    """About when a text was written, by the years in it: never before the last one it tells of.

    A text's latest full date counts, unless it also names a later year in passing; then the
    middle of that year. None where no year is named.
    """
    full = [one for _, day in days(text) if day.year and (one := dated(day))]
    told = sorted({int(year) for year in _YEAR.findall(text)} | {one.year for one in full})
    latest = max(full, default=None)
    if not told or (latest and latest.year == told[-1]):
        return latest
    return date(told[-1], 7, 1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(written: str) -> int:
    """A number below 10,000: 12, １２, 十二, 三十一, 二〇二五; 0, which no calendar has, where it is none (十十)."""
    return int(written) if written.isdecimal() else numerals.value(written) or 0
