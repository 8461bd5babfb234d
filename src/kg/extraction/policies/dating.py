"""Which date of a sentence is the date of what its words tell."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from kg.extraction.policies import days
from kg.extraction.policies.patterns import Reach
from kg.lexicon import alternation
from kg.model import Article, Precision

ISSUE: Final = "公布之日"  # a date that the sentence leaves to another one

_CLAUSE: Final = re.compile(r"[，,。；;：:！？!?\n]|——")
_STOP: Final = re.compile("[。；;！？!?\n]")
_CLAUSES: Final = 2  # marks between a date and the words that it dates
_OF_ISSUE: Final = re.compile("(?:公布|发布|印发|颁布)(?:之日|之时)?$")
_OF_A_NAME: Final = re.compile(r"的[^，,。]{0,6}《")
_VAGUE: Final = re.compile(alternation("vague-day"))
_LOOKING_BACK: Final = re.compile("[^，,。；;]{0,8}?(?:周年|以来|年来|多年)")  # the date is that of looking back
_FROM: Final = re.compile("[自从]$")
_BOUND: Final = re.compile("(?:截至|截止|自|从|到|至|距|第|前|后|早在)$")  # 截至11月: no day of anything
_BOUNDED: Final = re.compile("(?:以来|以前|之前|前|之后|后|底|末|至|到|—|-|起|的《)")


def written(chars: str, span: tuple[int, int]) -> str:
    """The date that stands at the end of ``[start, end)``, ISSUE for 公布之日; empty where none does."""
    within = chars[slice(*span)]
    if _OF_ISSUE.search(within):
        return ISSUE
    found = [(start, end) for start, end in days.find(within)]
    if not found or within[found[-1][1] :].strip("起 "):
        return ""
    return within[slice(*found[-1])]


def before(chars: str, words: tuple[int, int], reach: Reach) -> str:
    """The last date before ``words`` that may be theirs; empty where none is near enough."""
    at, end = words
    if not reach or _LOOKING_BACK.match(chars, end):
        return ""
    begin = max((stop.end() for stop in _STOP.finditer(chars, 0, at)), default=0)
    for start, end in reversed([(begin + a, begin + b) for a, b in days.find(chars[begin:at])]):
        between = chars[end:at]
        if reach == "force":
            return chars[start:end] if _FROM.search(chars[begin:start]) and between.startswith("起") else ""
        if reach == "near" and len(_CLAUSE.findall(between)) > _CLAUSES:
            return ""
        if not _BOUND.search(chars[begin:start]) and not _BOUNDED.match(between) and not _of_another(between):
            return chars[start:end]
    return ""


def resolve(expression: str, article: Article) -> tuple[date, Precision] | None:
    """The date and its precision; None where there is none, or where another sentence has to tell it."""
    return days.resolve(expression, article) if expression not in ("", ISSUE) else None


def last_day(start: date, years: int) -> date:
    """The last of so many years: 2030-12-31 of five from 2026-01-01."""
    leap = start.month == 2 and start.day == 29
    return date(start.year + years, 3 if leap else start.month, 1 if leap else start.day) - timedelta(1)


def _of_another(between: str) -> bool:
    """Whether a date dates something before the words: 2021年出版的《纲要》 a name; 近日 is another day than it."""
    return _OF_A_NAME.search(between) is not None or _VAGUE.search(between) is not None
