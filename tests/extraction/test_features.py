"""What the tagger sees of a text: one row of small numbers a character."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import features, tokens
from kg.extraction.features import NameHit, Rows

BUCKETS = {
    "char": features.CHAR_BUCKETS,
    "pair": features.PAIR_BUCKETS,
    "word": features.WORD_BUCKETS,
    "tag": len(features.TAGS) + 1,
    "shape": features.SHAPES,
}


def rows(text: str, *hits: NameHit) -> Rows:
    return features.rows(text, tokens.words(text), hits)


def flagged(text: str, *hits: NameHit) -> str:
    """The text with a dot for each character about which the names and brackets around it say nothing."""
    told = rows(text, *hits).flags.max(axis=1, initial=0).tolist()
    return "".join(char if flag else "." for char, flag in zip(text, told, strict=True))


@given(st.text(st.characters() | st.sampled_from("《》“”（）()江苏省办法工程\n"), max_size=60))
def test_one_row_a_character_of_whatever_text(text: str) -> None:
    made = rows(text)
    assert len(made) == len(text)
    assert made.flags.shape == (len(text), features.FLAGS)
    for field, bound in BUCKETS.items():
        column = getattr(made, field)
        assert column.shape == (len(text),)
        assert ((column >= 0) & (column < bound)).all()


def test_a_lone_surrogate_has_its_row() -> None:
    assert len(rows("江\ud800苏")) == 3


@given(st.text(max_size=30), st.data())
def test_rows_need_the_words_only_to_join_to_the_text(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1)))) if len(text) > 1 else []
    words = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True) if start < end]
    assert len(features.rows(text, words, [])) == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("国产Ｃ９１９，首飞", "国产C919,首飞"), ("國務院", "国务院"), ("“三北”工程", "「三北」工程")],
)
def test_characters_that_mean_the_same_look_alike(one: str, other: str) -> None:
    assert np.array_equal(rows(one).char, rows(other).char)
    assert np.array_equal(rows(one).pair, rows(other).pair)


def test_digits_look_alike_and_characters_do_not() -> None:
    assert np.array_equal(rows("2025年").char, rows("1987年").char)
    assert not np.array_equal(rows("江苏").char, rows("江西").char)


def test_a_pair_is_a_character_and_the_one_before_it() -> None:
    text = rows("京沪京沪")
    assert text.pair[1] == text.pair[3] != text.pair[0]
    assert text.char[0] == text.char[2]


def test_every_character_of_a_word_knows_the_word_its_tag_and_its_place_in_it() -> None:
    made = features.rows("在联合国开会", ["在", "联合国", "开会"], [])
    assert made.shape.tolist() == [4, 1, 2, 3, 1, 3]
    assert len(set(made.word.tolist())) == len(set(made.tag.tolist())) == 3
    assert made.word[1] == made.word[2] == made.word[3]
    assert made.tag[1] == features.TAGS.index(tokens.tag("联合国")) + 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("他说“你好”。", "...你好.."),
        ("看《甲乙》和〈丙〉", "..甲乙...丙."),
        ("希音（甲）与希音(乙)", "...甲.....乙."),
        ("他说“你好", "....."),  # nothing closes it
        ("他说”你好“", "......"),
        ("今天下雨", "...."),
    ],
)
def test_what_stands_in_brackets_is_told(text: str, told: str) -> None:
    assert flagged(text) == told


@pytest.mark.parametrize(("text", "told"), [("做好评估办法", "....办法"), ("治沙工程", "..工程")])
def test_the_head_of_a_name_is_told(text: str, told: str) -> None:
    assert flagged(text) == told


def test_a_name_of_the_gazetteer_is_told_and_whether_it_stands_alone() -> None:
    bare, context = NameHit(1, 3, "Place", True), NameHit(1, 3, "Place", False)
    assert flagged("在天水过", bare) == flagged("在天水过", context) == ".天水."
    assert not np.array_equal(rows("在天水过", bare).flags, rows("在天水过", context).flags)


def test_begin_and_end_of_a_name_are_told_apart() -> None:
    flags = rows("天水过了", NameHit(0, 3, "Place", True)).flags[:3]
    assert len(np.unique(flags, axis=0)) == 3


def test_hits_of_different_types_are_told_apart() -> None:
    kinds = ("Organisation", "Place", "Project", "Policy")
    seen = {rows("天水", NameHit(0, 2, kind, bare)).flags.tobytes() for kind in kinds for bare in (True, False)}
    assert len(seen) == 8
