"""Expressions as dates of the calendar: resolved against the article's own date or one that its text names.

What a date leaves out is told by the way in which its sentence looks. Toward the past, a day without a month is
the nearest that is not later (3日 of an article of the 2nd: of the month before), a month and a day without a year
are in the year that brings them nearest but not far ahead, and a month alone is in the article's year, or in the
year before where it would be more than half a year ahead. Toward the future nothing is earlier than the article.
What does not exist (2月30日) is no date.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from kg.extraction.dates.expressions import Expression, Term, Unit, Word
from kg.model import Article, Precision
from kg.reading import dates

Toward = Literal["past", "future", "nearest"]
_MONTHS = 12
_COUNTED_FROM: dict[Unit, tuple[Precision, ...]] = {
    "day": ("day",),
    "week": ("day",),
    "month": ("day", "month"),
    "year": ("day", "month", "year"),
}
_HALF = 6
_STEPS: dict[Toward, tuple[int, ...]] = {"past": (-1, 0), "future": (0, 1), "nearest": (-1, 0, 1)}  # months
_SOON = timedelta(days=92)  # a day so far ahead may be named without a word that says so


@dataclass(frozen=True, slots=True)
class When:
    """A time: its first day, its last one where it is a range, and the date that it was counted from, if any.

    The first day of a month or a year stands for the whole where ``precision`` says so.
    """

    start: date
    precision: Precision
    end: date | None = None
    anchor: date | None = None

    @property
    def last(self) -> date:
        """The last day that it covers."""
        return self.end or _last_day(self.start, self.precision)


@dataclass(frozen=True, slots=True)
class Known:
    """What an expression may be counted from. ``year``: the article's, also where its day is not known."""

    article: date | None = None
    year: int | None = None
    told: tuple[When, ...] = ()  # what the text has told before: the last of each precision at most
    beside: When | None = None  # the date before it in the same sentence

    @staticmethod
    def of(article: Article) -> Known:
        return Known(article.date, article.year)

    def base(self, word: Word) -> date | None:
        """当天 counts from a day; 当月 from a day or a month; 当年 from any date."""
        if word.base == "article":
            return self.article
        return next((when.start for when in self.told if when.precision in _COUNTED_FROM[word.unit]), None)

    def in_new_sentence(self) -> Known:
        return replace(self, beside=None)

    def after(self, when: When) -> Known:
        """What is known behind a date."""
        told = (when, *(earlier for earlier in self.told if earlier.precision != when.precision))
        return replace(self, told=told, beside=when)


def resolve(expression: Expression, known: Known, *, toward: Toward = "past") -> When | None:
    """The time that an expression means; None where it means none, or counts from what is not known.

    ``toward``: where the sentence looks, at what was done or at what is to come.
    """
    first = _resolve(expression.first, known, toward)
    if first is None or expression.last is None:
        return first
    last = _resolve(_completed(expression.last, first), known, toward)
    if last is None or last.last <= first.start:
        return None
    precision = first.precision if first.precision == last.precision else "day"
    return When(first.start, precision, last.last, first.anchor or last.anchor)


def _resolve(term: Term, known: Known, toward: Toward) -> When | None:
    if isinstance(term.day, Word):
        return _counted_day(term.day, term.weekday, known)
    if term.year is None and term.month is None and term.months is None:
        return _bare_day(term.day, known, toward)
    if isinstance(term.month, Word):
        return _counted_month(term.month, term.day, known)
    if term.year is None:
        return _in_nearest_year(term, known, toward)
    if isinstance(term.year, int):
        return _within(term.year, term, None)
    base = known.base(term.year)
    year = base.year if base else known.year if term.year.base == "article" else None
    return _within(year + term.year.shift, term, base) if year else None


def _counted_day(word: Word, weekday: int | None, known: Known) -> When | None:
    base = known.base(word)
    if base is None:
        return None
    if weekday is None:
        return _day(base + timedelta(days=word.shift), base)
    return _day(base + timedelta(days=7 * word.shift + weekday - base.weekday()), base)


def _counted_month(word: Word, day: int | Word | None, known: Known) -> When | None:
    base = known.base(word)
    if base is None:
        return None
    year, month = _shifted(base.year, base.month, word.shift)
    return _within(year, Term(month=month, day=day), base)


def _bare_day(day: int | Word | None, known: Known, toward: Toward) -> When | None:
    """3日: in the month of the date beside it, else the nearest to the article."""
    if not isinstance(day, int):
        return None
    if known.beside and known.beside.precision == "day" and known.beside.start.day < day:
        return _within(known.beside.start.year, Term(month=known.beside.start.month, day=day), known.beside.start)
    base = known.article
    if base is None:
        return None
    months = (_shifted(base.year, base.month, step) for step in _STEPS[toward])
    found = (_within(year, Term(month=month, day=day), base) for year, month in months)
    fitting = (when for when in found if when and _lies(when.start, base, toward))
    return min(fitting, key=lambda when: abs(when.start - base), default=None)


def _in_nearest_year(term: Term, known: Known, toward: Toward) -> When | None:
    """12月3日, 12月, 前9个月, 上半年: without a year."""
    beside = known.beside
    if beside and beside.precision != "year" and isinstance(term.month, int) and beside.start.month <= term.month:
        return _within(beside.start.year, term, beside.start)
    base = known.article
    if base is None:
        return None
    if isinstance(term.month, int) and isinstance(term.day, int):
        return _nearest_day(dates.Day(term.month, term.day), base, toward)
    return _within(base.year + _years_on(term, base, toward), term, base)


def _nearest_day(day: dates.Day, base: date, toward: Toward) -> When | None:
    """12月3日: in the nearest year, and in the year before where that would be far ahead and nothing says so."""
    found = dates.dated(day, base)
    if found is not None and toward == "past" and found - base > _SOON:
        found = dates.dated(dates.Day(day.month, day.day, found.year - 1))
    if found is not None and toward == "future" and found < base:
        found = dates.dated(dates.Day(day.month, day.day, found.year + 1))
    return _day(found, base) if found else None


def _years_on(term: Term, base: date, toward: Toward) -> int:
    """By how many years a month, or the last of several, lies off the base's year."""
    month = term.month if isinstance(term.month, int) else term.months[1] if term.months else 0
    if toward == "future":
        return int(month < base.month)
    back = -int(month - base.month > _HALF)
    return int(base.month - month > _HALF) or back if toward == "nearest" else back


def _lies(day: date, base: date, toward: Toward) -> bool:
    return toward == "nearest" or (day <= base if toward == "past" else day >= base)


def _within(year: int, term: Term, anchor: date | None) -> When | None:
    """The term's month, day or months in a year that is known."""
    if isinstance(term.day, int) and isinstance(term.month, int):
        found = dates.dated(dates.Day(term.month, term.day, year))
        return _day(found, anchor) if found else None
    if term.months is not None:
        first, last = term.months
        if not 1 <= first < last <= _MONTHS:
            return None
        return When(date(year, first, 1), "month", _last_day(date(year, last, 1), "month"), anchor)
    if isinstance(term.month, int):
        return When(date(year, term.month, 1), "month", None, anchor) if 1 <= term.month <= _MONTHS else None
    return When(date(year, 1, 1), "year", None, anchor)


def _completed(last: Term, first: When) -> Term:
    """12月3日至5日: the end of a range has the year and the month of its beginning, unless it names its own."""
    if last.counts() or last.year is not None or last.months is not None:
        return last
    start = first.start
    if last.month is None:
        return Term(start.year, start.month, last.day)
    turns = isinstance(last.month, int) and last.month < start.month  # 12月30日至1月2日
    return Term(start.year + turns, last.month, last.day)


def _day(day: date, anchor: date | None) -> When:
    return When(day, "day", None, anchor)


def _shifted(year: int, month: int, by: int) -> tuple[int, int]:
    count = year * _MONTHS + month - 1 + by
    return count // _MONTHS, count % _MONTHS + 1


def _last_day(start: date, precision: Precision) -> date:
    if precision == "day":
        return start
    month = start.month if precision == "month" else _MONTHS
    return date(start.year, month, monthrange(start.year, month)[1])
