"""Chinese numerals."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import numerals


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("十", 10), ("十五", 15), ("二十", 20), ("一百三十八", 138), ("一百零五", 105), ("两千", 2000),
        ("二〇二五", 2025), ("二○二五", 2025), ("七", 7),
        ("", None), ("十百", None), ("三五十", None), ("甲", None),
    ],
)  # fmt: skip
def test_value(written: str, value: int | None) -> None:
    assert numerals.value(written) == value


@given(st.integers(1, 99))
def test_written_and_read_again(number: int) -> None:
    assert numerals.value(numerals.written(number)) == number


def test_only_behind_the_mark_of_an_ordinal() -> None:
    assert numerals.ordinals("第一百三十八届一带一路论坛") == "第138届一带一路论坛"
    assert numerals.ordinals("第届") == "第届"


@pytest.mark.parametrize(
    ("written", "value"), [("零", 0), ("三千零五", 3005), ("九千九百九十九", 9999), ("二零二五", 2025)]
)
def test_zeros_and_the_largest(written: str, value: int) -> None:
    assert numerals.value(written) == value


@pytest.mark.parametrize("written", ["15", "十十", "百千", "十五五", "第三", "三甲"])
def test_no_numeral(written: str) -> None:
    """十五五 is a plan, no number."""
    assert numerals.value(written) is None


@given(st.text("第一二十百届会〇3", max_size=12))
def test_figures_stay_figures(text: str) -> None:
    once = numerals.ordinals(text)
    assert numerals.ordinals(once) == once


@pytest.mark.parametrize("text", ["十五五规划", "第8届", "第十百届", ""])
def test_what_is_no_ordinal_stays(text: str) -> None:
    assert numerals.ordinals(text) == text


def test_the_examples_of_its_documentation_hold() -> None:
    found = doctest.testmod(numerals)
    assert found.attempted
    assert not found.failed
