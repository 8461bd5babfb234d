"""Numbers and units by themselves."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from kg import resources
from kg.extraction.figures import lexicon, numbers, units

KINDS = {"money", "size", "share", "points", "ratio", "time", "persons", "count", "grade", "index", "weak"}


@pytest.mark.parametrize(
    ("text", "value", "scale"),
    [
        ("3.5万", "3.5", "万"),
        ("1,234", "1234", ""),
        ("5千亿", "5000", "亿"),
        ("1亿2千万", "1.2", "亿"),
        ("一百三十八", "138", ""),
        ("三千五百万", "3500", "万"),
        ("六成五", "65", ""),
        ("百分之三十", "30", ""),
        ("四分之一", "25", ""),
    ],
)
def test_a_number(text: str, value: str, scale: str) -> None:
    (number,) = numbers.find(text)
    assert (number.value, number.scale, number.start, number.end) == (Decimal(value), scale, 0, len(text))


@pytest.mark.parametrize("text", ["二〇二五", "两三", "没有"])
def test_no_number(text: str) -> None:
    assert list(numbers.find(text)) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("千瓦时的电", "千瓦时", "size"),
        ("个小时", "小时", "time"),
        ("小时／户", "小时／户", "time"),
        ("人次", "人次", "persons"),
    ],
)
def test_a_unit(text: str, name: str, kind: str) -> None:
    unit = units.at(text, 0)
    assert unit is not None
    assert (unit.name, unit.kind) == (name, kind)


@pytest.mark.parametrize("text", ["人民", "部门", "个性", "年度", "的"])
def test_no_unit(text: str) -> None:
    assert units.at(text, 0) is None


def test_units_have_the_names_of_a_vocabulary() -> None:
    rows = resources.table("lexicon", "figure-units.tsv", columns=("written", "unit", "kind", "code", "not_before"))
    assert {row["kind"] for row in rows} <= KINDS
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*|", row["code"]) for row in rows)
    assert len({row["written"] for row in rows}) == len(rows)
    assert all(row["code"].startswith("CCY_") for row in rows if row["kind"] == "money" and row["code"])
    assert units.code("美元") == "CCY_USD"


def test_one_unit_has_one_code() -> None:
    rows = resources.table("lexicon", "figure-units.tsv", columns=("unit", "code"))
    codes = {(row["unit"], row["code"]) for row in rows}
    assert len(codes) == len({unit for unit, _ in codes})


def test_a_word_has_its_meaning() -> None:
    assert lexicon.meaning("fall", "下降") == "-"
    assert lexicon.meaning("fall", "持平") == ""
