"""A sentence reduced to what its names do in it."""

from __future__ import annotations

import pytest

import marked
from kg.extraction.outline import Outline, letters


def outline(sentence: str) -> Outline:
    chars, mentions, _ = marked.parse(sentence)
    return Outline(chars, mentions)


@pytest.mark.parametrize(
    ("sentence", "reduced"),
    [
        ("[Organisation|教育部]、[Organisation|财政部]和[Organisation|民政部]印发[Policy|《意见》]。", "O印发Y。"),
        ("连接[Place|江苏省][Place|南京市]、[Place|安徽省][Place|合肥市]的[Project|江海高铁]", "连接L的P"),
        ("[Organisation|教育部] [Organisation|财政部]公告", "O公告"),
        ("[Organisation|教育部]会同[Organisation|财政部]", "O会同O"),
        ("[Place|南京市][Project|江海大桥]", "LP"),
    ],
)
def test_lists_and_chains_are_one_unit(sentence: str, reduced: str) -> None:
    assert letters(outline(sentence).text) == reduced


def test_of_a_chain_the_last_name_is_meant() -> None:
    assert outline("[Place|江苏省][Place|南京市]、[Place|安徽省][Place|合肥市]").outer == [True, False, True, False]


def test_two_countries_side_by_side_are_no_chain() -> None:
    assert not any(outline("[Place|中][Place|俄]贸易").outer)


def test_words_are_told_between_before_and_behind_two_names() -> None:
    found = outline("昨天[Project|江海大桥]由[Organisation|中铁三十局]承建2座。")
    assert found.words_between(0, 1) == ["由"]
    assert found.word_before(0) == "昨天"
    assert found.words_behind(1, 3) == ["承建", "0", "座"]
    assert found.verbs_between(0, 1) == 0
