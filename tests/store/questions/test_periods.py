"""Days, months and years are read as written; what does not exist is none."""

from datetime import date

import pytest

from kg.store.questions import periods


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025年12月3日", date(2025, 12, 3), date(2025, 12, 3)),
        ("2025年12月3号", date(2025, 12, 3), date(2025, 12, 3)),
        ("二〇二五年十二月三日", date(2025, 12, 3), date(2025, 12, 3)),
        ("2025-12-03", date(2025, 12, 3), date(2025, 12, 3)),
        ("2025/12/3", date(2025, 12, 3), date(2025, 12, 3)),
        ("2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025年12月份", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025年", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_from_the_first_day_to_the_last(written: str, first: date, last: date) -> None:
    assert periods.period(written) == periods.Period(first, last)


@pytest.mark.parametrize("written", ["2025年2月30日", "2025年13月", "0000年", "12月3日", "去年", "25年", "", "2025"])
def test_what_is_no_period(written: str) -> None:
    assert periods.period(written) is None


@pytest.mark.parametrize(
    ("written", "relative"), [("去年", True), ("最近", True), ("近几年", True), ("2025年", False), ("江苏", False)]
)
def test_what_is_counted_from_another_day(written: str, relative: bool) -> None:
    assert periods.is_relative(written) is relative
