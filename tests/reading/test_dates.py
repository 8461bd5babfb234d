"""Days as texts write them, and the year that they leave out."""

from __future__ import annotations

from datetime import date

import pytest

from kg.reading import dates
from kg.reading.dates import Day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025年12月6日", Day(12, 6, 2025)),
        ("12月6日", Day(12, 6)),
        ("２０２５年１２月６日", Day(12, 6, 2025)),
        ("二〇二五年十二月二十六日", Day(12, 26, 2025)),
        ("三月十日", Day(3, 10)),
        ("十月三十一日", Day(10, 31)),
        ("2025 年 1 月 2 日", Day(1, 2, 2025)),
    ],
)
def test_days_are_read_in_every_hand(written: str, day: Day) -> None:
    assert list(dates.days(f"会议于{written}召开")) == [(3, day)]


@pytest.mark.parametrize(
    ("written", "exists"), [("2月30日", False), ("2023年2月29日", False), ("2月29日", True), ("13月1日", False)]
)
def test_a_day_need_not_exist(written: str, exists: bool) -> None:
    assert dates.day(written).exists() is exists


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-12-06-page.txt", date(2025, 12, 6)),
        ("cctv_20251206.txt", date(2025, 12, 6)),
        ("2025-02-30.txt", None),
        ("page.txt", None),
        ("120251206.txt", None),
    ],
)
def test_the_name_of_a_file_may_hold_its_day(name: str, day: date | None) -> None:
    assert dates.named_day(name) == day


def test_a_day_without_a_year_takes_the_nearest_one() -> None:
    assert dates.dated(Day(12, 31), date(2026, 1, 1)) == date(2025, 12, 31)
    assert dates.dated(Day(1, 2), date(2025, 12, 30)) == date(2026, 1, 2)
    assert dates.dated(Day(2, 29), date(2025, 3, 1)) == date(2024, 2, 29)
    assert dates.dated(Day(12, 6)) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("意见反馈截止时间为2026年1月5日。2024年产值增长。", 2026),
        ("该馆2018年10月23日建成。2024年接待游客增长8%。", 2024),
        ("到2027年建成体系，2030年前达峰，2035年远景目标。2024年已完成一半。", 2024),
        ("1949年成立，2024年又增长，展望2049年。", 2024),
    ],
)
def test_the_years_of_a_text_tell_about_when_it_was_written(text: str, year: int) -> None:
    around = dates.written_around(text)
    assert around is not None
    assert around.year == year


def test_a_text_without_years_tells_nothing() -> None:
    assert dates.written_around("12月6日，全国5000多家企业参加。") is None
