"""The year that an expression of time is of, where the text makes it certain: 前9个月 of a text of 2025 is 2025.

A figure's time is vaguer than a date (目前, 今年以来), and is over when the figure is told: 12月 of a text of November
is of the year before, where ``kg.extraction.dates``, which looks for days, would have it lie ahead.
"""

from __future__ import annotations

import re

from kg.extraction.figures import lexicon
from kg.model import Article

_YEAR = re.compile(r"[12]\d{3}(?=年|[—～~至到-])")
_SEVERAL = re.compile("以来|至今")  # 2020年以来 is of several years
_MONTH = re.compile(r"(?<!\d)(\d{1,2})月")
_EARLY = 2  # up to this month a text may still tell of the year before, whose end it does not name


def year(period: str, article: Article) -> int | None:
    """The one year that a period of an article lies in; None where it spans several, or cannot be told."""
    named = _YEAR.findall(period)
    if named:
        return int(named[0]) if len(named) == 1 and not _SEVERAL.search(period) else None
    if article.year is None:
        return None
    for word, distance in lexicon.meanings("year").items():
        if word in period:
            return article.year + int(distance)
    return _of_its_own(period, article.year, article.date.month if article.date else None)


def _of_its_own(period: str, written: int, month: int | None) -> int | None:
    """The year of months, quarters and halves in a text that was written in a month of a year."""
    months = [int(found) for found in _MONTH.findall(period)]
    if months:
        return written if month is None or max(months) <= month else written - 1
    told = re.search(lexicon.any_of("within-year"), period)
    return written if told and (month is None or month > _EARLY) else None
