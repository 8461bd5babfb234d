"""To the left of a name's head, word by word, to where the name begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.boundaries import Words

WORDS = st.lists(st.sampled_from(["国家", "数据", "发布", "的", "，", "云", "局"]) | st.text(min_size=1, max_size=9))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("会议|发布|国家|知识产权|战略", "国家知识产权战略"),  # up to a verb
        ("发展|的|国家|数据|平台", "国家数据平台"),  # up to a particle
        ("北京|、|国家|数据|平台", "国家数据平台"),  # up to a mark
        ("北京|,|国家|数据|平台", "国家数据平台"),
        ("国家|数据|平台", "国家数据平台"),  # up to the beginning of the text
        ("国家|数据|发布", ""),
        ("国家|数据|，", ""),
    ],
)
def test_a_name_begins_behind_a_verb_a_particle_or_a_mark(words: str, name: str) -> None:
    cut = words.split("|")
    text = "".join(cut)
    assert text[Words(cut).begin(len(text)) :] == name


def test_no_name_is_followed_from_the_middle_of_a_word() -> None:
    assert Words(["国家", "知识产权", "战略"]).begin(4) == 4


def test_a_name_of_common_words_ends_somewhere() -> None:
    """Twenty-four characters before the head are a name; more are a list of words."""
    assert Words(["国家"] * 40).begin(80) == 80 - 24


@pytest.mark.parametrize(("position", "start"), [(0, 0), (1, 0), (2, 2), (5, 2), (6, 6), (7, 6)])
def test_the_word_that_a_character_stands_in(position: int, start: int) -> None:
    assert Words(["国家", "知识产权", "战略"]).word_begin(position) == start


@given(WORDS, st.data())
def test_a_name_begins_where_a_word_begins(words: list[str], data: st.DataObject) -> None:
    total = sum(map(len, words))
    borders = {sum(map(len, words[:number])) for number in range(len(words) + 1)}
    end = data.draw(st.integers(0, total))
    begin = Words(words).begin(end)
    assert 0 <= end - begin <= 24
    assert begin == end or {begin, end} <= borders


@given(WORDS.filter(bool), st.data())
def test_each_character_stands_in_one_word(words: list[str], data: st.DataObject) -> None:
    position = data.draw(st.integers(0, sum(map(len, words)) - 1))
    start = Words(words).word_begin(position)
    number = next(n for n in range(len(words)) if sum(map(len, words[:n])) == start)
    assert start <= position < start + len(words[number])
