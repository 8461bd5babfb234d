"""A pattern is cut into slots in every way that it can be, and a bad one is named."""

import pytest

from kg.errors import KnowledgeError
from kg.store.queries import NamedQuery, Parameter
from kg.store.questions import patterns

QUERY = NamedQuery(
    "probe",
    {},
    {},
    tuple(Parameter(name, type, None, "any") for name, type in (("a", "entity"), ("b", "entity"), ("day", "date"))),
    "",
)


def cuts(pattern: str, text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in cut] for cut in patterns.read(QUERY, pattern).cuts(text)]


def test_a_name_that_holds_the_word_between_gives_two_cuts() -> None:
    assert cuts("{a}和{b}有关系", "发展和改革委和水利部有关系") == [
        ["发展", "改革委和水利部"],
        ["发展和改革委", "水利部"],
    ]


@pytest.mark.parametrize("text", ["甲和有关系", "和乙有关系", "甲和乙有关系吗", "问甲和乙有关", "", "和"])
def test_the_whole_question_must_fit_and_no_slot_is_empty(text: str) -> None:
    assert cuts("{a}和{b}有关系", text) == []


def test_words_that_may_be_left_out() -> None:
    assert cuts("{a}(?:都)?有(?:哪些|什么)事", "江苏都有什么事") == [["江苏"], ["江苏都"]]


def test_a_pattern_without_a_slot() -> None:
    assert cuts("谁(?:和|与)谁合作", "谁与谁合作") == [[]]


@pytest.mark.parametrize(
    ("pattern", "first", "last"), [("{day..b}", "day", "b"), ("{day..}", "day", None), ("{..day}", None, "day")]
)
def test_a_slot_may_be_a_period(pattern: str, first: str | None, last: str | None) -> None:
    (slot,) = patterns.read(QUERY, pattern).slots
    assert slot.one is None
    assert (slot.first.name if slot.first else None, slot.last.name if slot.last else None) == (first, last)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{c}有什么", r"\{c\} names no parameter"),
        ("{..}有什么", r"\{\.\.\} names no parameter"),
        ("(?:{a}的)?项目", "probe.rq: '# ask-zh: .*': missing"),
        ("{a}有哪些項目", "traditional or full-width"),
        ("{a}有哪些项目？", "traditional or full-width"),
    ],
)
def test_what_is_not_well_made_is_named(pattern: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        patterns.read(QUERY, pattern)
