"""Days, months and years that a sentence writes, and which they are in its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Final

from kg.model import Article, Precision
from kg.reading import dates

_YEARS: Final = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1}
_DAYS: Final = {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "即日": 0, "明天": 1, "明日": 1}
_YEAR: Final = rf"(?:(?<!\d)(?:19|20)\d\d年|{'|'.join(_YEARS)})"
_MONTH: Final = r"(?<!\d)(?:1[0-2]|[1-9])月"
_OTHER_UNITS: Final = "度版底末初前来内间代级期以后龄份的中"  # 2025年度, 7日内: no date of anything


@cache
def _expression() -> re.Pattern[str]:
    """Days first, then months, years, days without a month, and words such as 今天."""
    years, days = "|".join(_YEARS), "|".join(_DAYS)
    return re.compile(
        rf"(?:{years})?{dates.day_pattern()}"
        rf"|{_YEAR}?{_MONTH}(?![\d{_OTHER_UNITS}])"
        rf"|{_YEAR}(?![\d{_OTHER_UNITS}])"
        rf"|(?<![\d月.])(?:[12]\d|3[01]|[1-9])日(?![{_OTHER_UNITS}])"
        rf"|{days}"
    )


def find(chars: str) -> Iterator[tuple[int, int]]:
    """Where ``chars`` write a date: ranges from left to right, none within another."""
    return (found.span() for found in _expression().finditer(chars))


def resolve(expression: str, article: Article) -> tuple[date, Precision] | None:
    """The date that a match of ``find`` means in its article, and how exact it is.

    A month or a year is its first day. None where the article's own date does not tell it, or where
    no such day exists.
    """
    if expression in _DAYS:
        return (article.date + timedelta(_DAYS[expression]), "day") if article.date else None
    year, rest = _year(expression, article)
    if not rest:
        return (date(year, 1, 1), "year") if year else None
    month, has_month, day = rest.rpartition("月")
    if has_month and not day:
        found = _nearest(article, year, int(month), 1)
        return (found, "month") if found else None
    if not has_month:
        return _day_of_month(int(day.removesuffix("日")), article)
    written = dates.day(rest)
    found = _nearest(article, year, written.month, written.day)
    return (found, "day") if found else None


def _year(expression: str, article: Article) -> tuple[int | None, str]:
    """The year that an expression begins with, None where it gives none, and what follows it."""
    for word, shift in _YEARS.items():
        if expression.startswith(word):
            return (article.year + shift if article.year else None), expression.removeprefix(word)
    before, has_year, rest = expression.partition("年")
    if not has_year:
        return None, expression
    number = dates.day(f"{before}年1月1日").year
    return number, rest.strip()


def _nearest(article: Article, year: int | None, month: int, day: int) -> date | None:
    if year is None and article.date is None:
        year = article.year
    return dates.dated(dates.Day(month, day, year), article.date)


def _day_of_month(day: int, article: Article) -> tuple[date, Precision] | None:
    """The 15th that is nearest to the article's date."""
    today = article.date
    if today is None:
        return None
    middle = today.replace(day=15)
    months = (middle - timedelta(30), middle, middle + timedelta(30))
    found = [one for month in months if (one := dates.dated(dates.Day(month.month, day, month.year)))]
    return min(found, key=lambda one: abs(one - today)), "day"
