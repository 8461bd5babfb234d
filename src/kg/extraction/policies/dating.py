"""Which date of a sentence is the date of what its words tell."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from kg.extraction.policies import days
from kg.extraction.policies.patterns import Reach
from kg.model import Article, Precision

ISSUE: Final = "公布之日"  # a date that the sentence leaves to another one

_CLAUSE: Final = re.compile(r"[，,。；;：:！？!?\n]|——")
_STOP: Final = re.compile("[。；;！？!?\n]")
_CLAUSES: Final = 2  # marks between a date and the words that it dates
_OF_ISSUE: Final = re.compile("(?:公布|发布|印发|颁布)(?:之日|之时)?$")
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


def before(chars: str, at: int, reach: Reach) -> str:
    """The last date before ``at`` that may be the date of the words there; empty where none is near enough."""
    if not reach:
        return ""
    begin = max((stop.end() for stop in _STOP.finditer(chars, 0, at)), default=0)
    for start, end in reversed([(begin + a, begin + b) for a, b in days.find(chars[begin:at])]):
        between = chars[end:at]
        if reach == "near" and len(_CLAUSE.findall(between)) > _CLAUSES:
            return ""
        if not _BOUND.search(chars[begin:start]) and not _BOUNDED.match(between) and not _of_a_name(between):
            return chars[start:end]
    return ""


def resolve(expression: str, article: Article) -> tuple[date, Precision] | None:
    """The date and its precision; None where there is none, or where another sentence has to tell it."""
    return days.resolve(expression, article) if expression not in ("", ISSUE) else None


def _of_a_name(between: str) -> bool:
    """2021年出版的《纲要》: the date is of another happening, one that the name is told by."""
    return re.search(r"的[^，,。]{0,6}《", between) is not None
