"""Characters that mean the same become one, and every offset stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import resources
from kg.characters import fold, numeric, simplified

WRITTEN = "香港特別行政區政府與廣東省簽署協議國務院江蘇鐵路環綫“”„‟「」『』＂‘’‚‛＇—–‒―－‐‑・•‧∙（），。Ａ９"
Change = Callable[[str], str]
TEXTS = st.text(st.characters() | st.sampled_from(WRITTEN))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("香港特別行政區政府與廣東省簽署協議。", "香港特别行政区政府与广东省签署协议。"),
        ("香港鐵路「北環綫」", "香港铁路「北环线」"),
        ("國務院", "国务院"),
        ("国务院印发通知", "国务院印发通知"),
        ("（Ｃ９１９）“大型”", "（Ｃ９１９）“大型”"),
        ("", ""),
    ],
)
def test_simplified_changes_characters_and_no_punctuation(written: str, plain: str) -> None:
    assert simplified(written) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ｃ９１９", "C919"),
        ("希音（ＳＨＥＩＮ）", "希音(SHEIN)"),
        ("“三北”工程", '"三北"工程'),
        ("「三北」工程", "“三北”工程"),
        ("2021—2035年", "2021-2035年"),
        ("2021–2035年", "2021－2035年"),
        ("马罗佩妮·拉莫豪帕", "马罗佩妮・拉莫豪帕"),
        ("马罗佩妮•拉莫豪帕", "马罗佩妮‧拉莫豪帕"),
        ("國務院", "国务院"),
        ("廣東，江蘇", "广东,江苏"),
    ],
)
def test_two_ways_of_writing_one_name_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("国务院", "国务委员"), ("《办法》", "“办法”"), ("、", "，"), ("大", "太"), ("a", "A")],
)
def test_what_differs_in_meaning_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("增長１，２３４．５％，穩", "增长1,234.5%，稳"),
        ("３日，４日", "3日，4日"),
        ("第１２，３４５６号", "第12，3456号"),
    ],
)
def test_numbers_become_half_width_and_the_commas_between_clauses_do_not(written: str, read: str) -> None:
    assert numeric(written) == read


@given(TEXTS)
def test_what_is_numeric_keeps_its_length_and_stays(text: str) -> None:
    assert len(numeric(text)) == len(text)
    assert numeric(numeric(text)) == numeric(text)


@pytest.mark.parametrize("change", [simplified, fold])
class TestEveryString:
    @given(text=TEXTS)
    def test_keeps_its_length(self, change: Change, text: str) -> None:
        assert len(change(text)) == len(text)

    @given(text=TEXTS)
    def test_is_the_same_changed_twice(self, change: Change, text: str) -> None:
        assert change(change(text)) == change(text)

    @given(one=TEXTS, other=TEXTS)
    def test_is_changed_character_by_character(self, change: Change, one: str, other: str) -> None:
        assert change(one + other) == change(one) + change(other)

    def test_however_rare_its_characters_each_stays_one(self, change: Change) -> None:
        """The whole of Unicode, lone surrogates too: where hypothesis seldom looks."""
        assert len(change("".join(map(chr, range(0x110000))))) == 0x110000


@given(TEXTS)
def test_what_was_simplified_before_folds_to_the_same(text: str) -> None:
    assert fold(simplified(text)) == fold(text)


def test_the_table_holds_traditional_characters_only() -> None:
    rows = resources.table("lexicon", "traditional.tsv", columns=("traditional", "simplified"))
    assert len(rows) == len({row["traditional"] for row in rows}) > 3000
    assert all(simplified(row["traditional"]) == row["simplified"] != row["traditional"] for row in rows)
