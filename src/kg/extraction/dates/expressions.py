"""Dates as a text writes them: 2025年12月3日, 十二月三日, 今年6月, 昨天（11月5日）, 3日至5日, 前9个月, 上周五.

What is found here is not yet a date of the calendar: 3日 has no month, 去年 counts from another year. The
words that count from another date are in graph/lexicon/date-words.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from kg import lexicon, numerals, resources
from kg.errors import KnowledgeError
from kg.model import Mention

Unit = Literal["day", "week", "month", "year"]
Base = Literal["article", "text"]

_DIGIT = "[〇○零一二三四五六七八九]"
_NUMBER = r"(?:(?<!\d)\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = rf"(?:(?<!\d)(?:1[5-9]|2[01])\d\d|[一二]{_DIGIT}{{3}})"
_DASH = "[-—–－~～]"
_TO = f"(?:至|到|{_DASH})"
_FIGURES = "0123456789"
_WEEKDAYS = "一二三四五六日天"
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Word:
    """去年: ``shift`` units from the article's date, or from the last one that the text names."""

    unit: Unit
    shift: int
    base: Base


@dataclass(frozen=True, slots=True)
class Term:
    """One end of an expression, its parts as numbers or as words that count; None where it does not say."""

    year: int | Word | None = None
    month: int | Word | None = None
    day: int | Word | None = None
    weekday: int | None = None  # 0 is Monday; ``day`` is then a word for the week
    months: tuple[int, int] | None = None  # 上半年: the first and the last

    def counts(self) -> bool:
        """Whether a word of it counts from another date."""
        return any(isinstance(part, Word) for part in (self.year, self.month, self.day))

    def is_full(self) -> bool:
        """Whether it names a day and its month."""
        return self.day is not None and self.month is not None


@dataclass(frozen=True, slots=True)
class Expression:
    """A date at ``[start, end)`` of a text; ``last`` where it is a range."""

    start: int
    end: int
    first: Term
    last: Term | None = None


def find(text: str, mentions: Sequence[Mention] = ()) -> Iterator[Expression]:
    """The dates of a text (``characters.numeric``), from left to right; whether they exist is not yet known.

    ``mentions``: the sentence's; what stands in one is part of a name (《…规划（2021—2035年）》) and no date.
    """
    for expression in _written(text):
        if not any(m.start < expression.end and expression.start < m.end for m in mentions):
            yield expression


def _written(text: str) -> Iterator[Expression]:
    for match in _pattern().finditer(text):
        if (written := match["written"]) is not None:  # 昨天(11月5日)
            yield Expression(match.start(), match.end(), _term(_term_pattern().match(written)))
            continue
        first, last = match["first"], match["last"]
        if last and first[-1].isdecimal():  # 2021—2024年, 3-4日: the unit is written once
            first += last.lstrip(_FIGURES)[0]
        ends = [_term(_term_pattern().match(written)) for written in (first, last) if written]
        yield Expression(match.start(), match.end(), *ends)


@cache
def _words() -> dict[str, Word]:
    rows = resources.table("lexicon", "date-words.tsv", columns=("word", "unit", "shift", "base"))
    try:
        return {row["word"]: _word(row) for row in rows}
    except ValueError as error:
        raise KnowledgeError(f"graph/lexicon/date-words.tsv: {error}; its head says what may stand there") from error


def _word(row: dict[str, str]) -> Word:
    unit, base = row["unit"], row["base"]
    if unit not in get_args(Unit) or base not in get_args(Base):
        raise ValueError(f"{row['word']}: no unit {unit} of base {base}")
    return Word(cast("Unit", unit), int(row["shift"]), cast("Base", base))


def _any_word(unit: Unit) -> str:
    listed = [word for word, meaning in _words().items() if meaning.unit == unit]
    return "(?:" + "|".join(sorted(listed, key=lambda word: (-len(word), word))) + ")"


def _alone() -> str:
    """Before a day without its month: nothing that makes it a span of days."""
    return rf"(?<!\d)(?<!{lexicon.alternation('span-of-days')})"


@cache
def _term_text() -> str:
    """A term as a regular expression without groups, the fuller forms first."""
    year = rf"(?:{_YEAR}\s?年(?!{lexicon.alternation('no-year')})|{_any_word('year')}(?:的(?={_NUMBER}月))?)"
    month = rf"(?:{_NUMBER}\s?月|{_any_word('month')})"
    part = rf"(?:[上下]半年|第?[一二三四1-4]季度|前[两二三23]季度|前{_NUMBER}个月)"
    third = "(?:[上中下]旬|[初底末])?"
    return "|".join(
        (
            rf"(?:{year}\s?)?{month}\s?{_NUMBER}\s?[日号]",
            rf"{year}{part}",
            rf"(?:{year}\s?)?{month}{third}(?!{lexicon.alternation('no-month')})",
            rf"{year}",
            rf"{part}",
            rf"{_any_word('week')}[{_WEEKDAYS}]",
            rf"{_any_word('day')}",
            rf"{_alone()}\d{{1,2}}\s?日(?!{lexicon.alternation('no-day')})",
        )
    )


@cache
def _pattern() -> re.Pattern[str]:
    """An expression: a term, a range of two, or a word with its date in brackets."""
    term = _term_text()
    return re.compile(
        rf"(?:{_any_word('day')}|{_any_word('year')})[(（](?P<written>{term})[)）]"
        rf"|(?P<first>{_YEAR}(?={_TO}{_YEAR}年)|(?:{_YEAR}年)?(?<!\d)\d{{1,2}}(?={_DASH}\d{{1,2}}月(?!\d))"
        rf"|(?:(?:{_YEAR}年)?{_NUMBER}月)?{_alone()}\d{{1,2}}(?={_DASH}\d{{1,2}}日)"
        rf"|(?<!\d{_DASH})(?:{term}))"
        rf"(?:{_TO}(?P<last>{term}))?"
    )


@cache
def _term_pattern() -> re.Pattern[str]:
    """A term with a group a part; it matches all of what ``_term_text`` matches, and of anything else nothing."""
    return re.compile(
        rf"(?:(?P<year>{_YEAR})\s?年|(?P<year_word>{_any_word('year')})的?)?"
        rf"(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度|前(?P<quarters>[两二三23])季度"
        rf"|前(?P<first_months>{_NUMBER})个月)?"
        rf"(?:\s?(?P<month>{_NUMBER})\s?月|(?P<month_word>{_any_word('month')}))?"
        rf"(?:\s?(?P<day>{_NUMBER})\s?[日号])?"
        rf"(?:(?P<week_word>{_any_word('week')})(?P<weekday>[{_WEEKDAYS}])|(?P<day_word>{_any_word('day')}))?"
    )


def _term(match: re.Match[str] | None) -> Term:
    if match is None:
        raise ValueError("not a date's expression")
    weekday = match["weekday"]
    return Term(
        year=_part(match, "year"),
        month=_part(match, "month"),
        day=_words()[match["week_word"]] if weekday else _part(match, "day"),
        weekday=min(_WEEKDAYS.index(weekday), _SUNDAY) if weekday else None,
        months=_months(match),
    )


def _part(match: re.Match[str], part: Literal["year", "month", "day"]) -> int | Word | None:
    if word := match[f"{part}_word"]:
        return _words()[word]
    return _number(match[part]) if match[part] else None


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    """The months of 上半年, 第三季度, 前三季度, 前9个月; of 前13个月 too, which no calendar has."""
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["quarter"]:
        quarter = _number(match["quarter"])
        return 3 * quarter - 2, 3 * quarter
    if match["quarters"]:
        return 1, 3 * _number(match["quarters"])
    return (1, _number(match["first_months"])) if match["first_months"] else None


def _number(written: str) -> int:
    """0, which no calendar has, where the numeral is none: 十十."""
    return int(written) if written.isdecimal() else numerals.value(written) or 0
