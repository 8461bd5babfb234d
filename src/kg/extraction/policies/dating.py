"""Which date of a sentence is the date of what its words tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kg.characters import numeric
from kg.extraction import clauses
from kg.extraction.dates import calendar, expressions
from kg.extraction.dates.calendar import Known, When
from kg.extraction.dates.expressions import Expression
from kg.extraction.policies.patterns import Reach
from kg.lexicon import alternation
from kg.model import Article, Mention

ISSUE: Final = "公布之日"  # a date that the sentence leaves to another one

_CLAUSES: Final = 2  # marks between a date and the words that it dates
_OF_ISSUE: Final = re.compile("(?:公布|发布|印发|颁布)(?:之日|之时)?$")
_OF_A_NAME: Final = re.compile(r"的[^，,。]{0,6}《")
_VAGUE: Final = re.compile(alternation("vague-day"))
_LOOKING_BACK: Final = re.compile("[^，,。；;]{0,8}?(?:周年|以来|年来|多年)")  # the date is that of looking back
_FROM: Final = re.compile("[自从]$")
_BOUND: Final = re.compile("(?:截至|截止|自|从|到|至|距|第|前|后|早在)$")  # 截至11月: no day of anything
_BOUNDED: Final = re.compile("(?:以来|以前|之前|前|之后|后|底|末|至|到|—|-|起|的《)")
_GOES_ON: Final = re.compile("[度版底末初前来内间代级期以后龄份的中]")  # 11月份, 2025年以后: no date of anything


@dataclass(frozen=True, slots=True)
class Dating:
    """A date as a sentence writes it, and the time that it means; none where it leaves that to another sentence."""

    words: str
    when: When | None = None


def written(chars: str, span: tuple[int, int], article: Article) -> Dating | None:
    """The date that stands at the end of ``[start, end)``, ISSUE for 公布之日; None where none does."""
    within = chars[slice(*span)]
    if _OF_ISSUE.search(within):
        return Dating(ISSUE)
    *_, last = (None, *_dates(within, article))
    return last[1] if last and not within[last[0].end :].strip("起 ") else None


def before(
    chars: str, words: tuple[int, int], reach: Reach, article: Article, mentions: Sequence[Mention]
) -> Dating | None:
    """The last date before ``words`` that may be theirs; None where none is near enough. Those in names are none."""
    at, end = words
    if not reach or _LOOKING_BACK.match(chars, end):
        return None
    begin = clauses.begin(chars, at, clauses.END)
    found = [pair for pair in _dates(chars[:at], article, mentions) if pair[0].start >= begin]
    for expression, dating in reversed(found):
        ahead, between = chars[begin : expression.start], chars[expression.end : at]
        if reach == "force":
            return dating if _FROM.search(ahead) and between.startswith("起") else None
        if reach == "near" and len(clauses.MARK.findall(between)) > _CLAUSES:
            return None
        if not _BOUND.search(ahead) and not _BOUNDED.match(between) and not _of_another(between):
            return dating
    return None


def last_day(start: date, years: int) -> date:
    """The last of so many years: 2030-12-31 of five from 2026-01-01."""
    leap = start.month == 2 and start.day == 29
    return date(start.year + years, 3 if leap else start.month, 1 if leap else start.day) - timedelta(1)


def _dates(chars: str, article: Article, mentions: Sequence[Mention] = ()) -> Iterator[tuple[Expression, Dating]]:
    """The days, months and years that a text writes, from left to right, each counted from those before it."""
    known = Known.of(article)
    for expression in expressions.find(numeric(chars), mentions):
        when = calendar.resolve(expression, known, toward="nearest")
        if when:
            known = known.after(when)
        single = expression.last is None and expression.first.months is None
        if single and (expression.first.is_full() or not _GOES_ON.match(chars, expression.end)):
            yield expression, Dating(chars[expression.start : expression.end], when)


def _of_another(between: str) -> bool:
    """Whether a date dates something before the words: 2021年出版的《纲要》 a name; 近日 is another day than it."""
    return _OF_A_NAME.search(between) is not None or _VAGUE.search(between) is not None
