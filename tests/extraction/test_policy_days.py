"""Dates as sentences write them, and which they are in an article of 20 November 2025."""

from __future__ import annotations

from datetime import date

import pytest

import policies
from kg.extraction.policies import days


@pytest.mark.parametrize(
    ("written", "resolved"),
    [
        ("2026年1月1日", (date(2026, 1, 1), "day")),
        ("二〇二五年十二月六日", (date(2025, 12, 6), "day")),
        ("12月25日", (date(2025, 12, 25), "day")),
        ("1月1日", (date(2026, 1, 1), "day")),
        ("今年5月20日", (date(2025, 5, 20), "day")),
        ("明年1月1日", (date(2026, 1, 1), "day")),
        ("2024年4月", (date(2024, 4, 1), "month")),
        ("8月", (date(2025, 8, 1), "month")),
        ("去年12月", (date(2024, 12, 1), "month")),
        ("2019年", (date(2019, 1, 1), "year")),
        ("去年", (date(2024, 1, 1), "year")),
        ("15日", (date(2025, 11, 15), "day")),
        ("今天", (date(2025, 11, 20), "day")),
        ("昨日", (date(2025, 11, 19), "day")),
        ("2月30日", None),
    ],
)
def test_a_date_of_the_article(written: str, resolved: tuple[date, str] | None) -> None:
    article, _, _ = policies.article(f"{written}，《办法》公布。")
    (span,) = days.find(written)
    assert span == (0, len(written))
    assert days.resolve(written, article) == resolved


@pytest.mark.parametrize("chars", ["2025年度报告", "2030年版目录", "30日内答复", "7日前完成", "第3季度", "10年来"])
def test_what_only_looks_like_a_date(chars: str) -> None:
    assert list(days.find(chars)) == []


def test_without_the_articles_day_only_what_is_written_in_full_is_a_date() -> None:
    article, _, _ = policies.article("《办法》公布。", day=None)
    assert days.resolve("2026年1月1日", article) == (date(2026, 1, 1), "day")
    assert [days.resolve(written, article) for written in ("1月1日", "今天", "15日", "去年")] == [None] * 4
