"""Dates as newspapers write them, and the days of the calendar that they mean."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import numerals
from kg.extraction.dates import calendar, expressions
from kg.extraction.dates.calendar import Known, Toward, When

DAY = date(2025, 12, 2)  # a Tuesday
KNOWN = Known(DAY, 2025)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def resolved(text: str, known: Known = KNOWN, *, toward: Toward = "past") -> list[When | None]:
    return [calendar.resolve(expression, known, toward=toward) for expression in expressions.find(text)]


def only(text: str, known: Known = KNOWN, *, toward: Toward = "past") -> When:
    (when,) = resolved(text, known, toward=toward)
    assert when is not None
    return when


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("2025年12月3日", "2025-12-03", "day"),
        ("二〇二五年十二月三日", "2025-12-03", "day"),
        ("2025 年 12 月 3 日", "2025-12-03", "day"),
        ("十一月二十三日", "2025-11-23", "day"),
        ("12月18日", "2025-12-18", "day"),
        ("3月8日", "2025-03-08", "day"),  # far ahead in the next year, and nothing says so
        ("1月1日", "2026-01-01", "day"),
        ("今年的11月18日", "2025-11-18", "day"),
        ("去年3月5日", "2024-03-05", "day"),
        ("昨天(12月1日)", "2025-12-01", "day"),
        ("昨晚（11月15日）", "2025-11-15", "day"),
        ("今天", "2025-12-02", "day"),
        ("昨日", "2025-12-01", "day"),
        ("明天", "2025-12-03", "day"),
        ("上周五", "2025-11-28", "day"),
        ("本周日", "2025-12-07", "day"),
        ("本月1日", "2025-12-01", "day"),
        ("2日", "2025-12-02", "day"),
        ("30日", "2025-11-30", "day"),
        ("今年6月", "2025-06-01", "month"),
        ("11月", "2025-11-01", "month"),
        ("10月上旬", "2025-10-01", "month"),
        ("上个月", "2025-11-01", "month"),
        ("2012年", "2012-01-01", "year"),
        ("前年", "2023-01-01", "year"),
    ],
)
def test_a_date_is_resolved_against_the_articles(text: str, start: str, precision: str) -> None:
    when = only(text)
    assert (when.start.isoformat(), when.precision, when.end) == (start, precision, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("12月3日至5日", "2025-12-03", "2025-12-05"),
        ("11月3-4日", "2025-11-03", "2025-11-04"),
        ("12月30日至1月2日", "2025-12-30", "2026-01-02"),
        ("2025年12月30日—2026年1月2日", "2025-12-30", "2026-01-02"),
        ("2021—2024年", "2021-01-01", "2024-12-31"),
        ("1—10月", "2025-01-01", "2025-10-31"),
        ("前9个月", "2025-01-01", "2025-09-30"),
        ("去年上半年", "2024-01-01", "2024-06-30"),
        ("2024年第三季度", "2024-07-01", "2024-09-30"),
        ("前三季度", "2025-01-01", "2025-09-30"),
    ],
)
def test_a_range_has_a_first_and_a_last_day(text: str, start: str, end: str) -> None:
    when = only(text)
    assert when.end is not None
    assert (when.start.isoformat(), when.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "text", ["近日", "日前", "1980年代", "2025年度", "连续3日", "3日内", "第3日", "12月龄", "南方日报", "每个月"]
)
def test_what_is_no_date_of_the_calendar_is_none(text: str) -> None:
    assert resolved(text) == []


@pytest.mark.parametrize("text", ["2月30日", "2025年2月29日", "13月1日", "12月5日至3日", "前13个月"])
def test_a_date_that_does_not_exist_means_nothing(text: str) -> None:
    assert resolved(text) == [None]


def test_a_day_alone_lies_ahead_only_where_the_sentence_says_so() -> None:
    assert only("9日").start == date(2025, 11, 9)
    assert only("9日", toward="future").start == date(2025, 12, 9)


def test_a_word_counts_from_the_last_date_that_the_text_told() -> None:
    known = KNOWN.after(only("2012年5月")).after(only("11月20日"))
    assert only("当天", known) == When(date(2025, 11, 20), "day", anchor=date(2025, 11, 20))
    assert only("次日", known).start == date(2025, 11, 21)
    assert only("同月", known).start == date(2025, 11, 1)


def test_the_same_day_is_a_day_even_where_a_month_was_told_since() -> None:
    known = KNOWN.after(only("11月20日")).after(only("10月"))
    assert only("当天", known).start == date(2025, 11, 20)


def test_in_one_sentence_a_date_has_the_year_and_month_of_the_one_before() -> None:
    known = KNOWN.after(only("2020年10月"))
    assert only("12月", known).start == date(2020, 12, 1)
    assert only("12月", known.in_new_sentence()).start == date(2025, 12, 1)
    assert only("25日", KNOWN.after(only("8月23日"))).start == date(2025, 8, 25)


def test_the_anchor_is_what_a_date_was_counted_from() -> None:
    assert only("2025年12月3日").anchor is None
    assert only("昨天").anchor == DAY
    assert only("12月3日").anchor == DAY


def test_without_the_articles_date_only_a_full_one_is_known() -> None:
    assert resolved("昨天，12月3日，3日，当天，2025年12月3日", Known()) == [
        None,
        None,
        None,
        None,
        When(date(2025, 12, 3), "day"),
    ]
    assert only("去年6月", Known(year=2025)).start == date(2024, 6, 1)


@given(DAYS)
def test_a_day_written_in_full_is_that_day(day: date) -> None:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    written = (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02}月{day.day:02}日",
        f"{year}年{numerals.written(day.month)}月{numerals.written(day.day)}日",
    )
    for text in written:
        assert resolved(text) == [When(day, "day")]


@given(DAYS, st.integers(1, 300))
def test_a_range_written_in_full_is_that_range(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    text = f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"
    assert resolved(text) == [When(first, "day", last)]


@given(DAYS, st.integers(1, 31))
def test_a_day_alone_is_never_later_than_the_article(article: date, day: int) -> None:
    for when in resolved(f"{day}日", Known(article, article.year)):
        assert when is None or (when.start.day == day and timedelta(0) <= article - when.start <= timedelta(62))


@given(DAYS, st.integers(1, 12), st.integers(1, 31))
def test_a_day_of_a_month_is_in_a_year_beside_the_article(article: date, month: int, day: int) -> None:
    for when in resolved(f"{month}月{day}日", Known(article, article.year)):
        assert when is None or (when.start.month, when.start.day) == (month, day)
        assert when is None or abs(when.start.year - article.year) <= 1


@given(st.text(alphabet="0123456789〇一二十年月日至-今去上个半季度前当天(）周五的，", max_size=30))
def test_no_text_breaks_it_and_no_two_dates_overlap(text: str) -> None:
    found = list(expressions.find(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    for expression in found:
        when = calendar.resolve(expression, KNOWN)
        assert when is None or when.start <= when.last
