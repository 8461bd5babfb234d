"""What the gazetteer proposes: names that stand on their own, and names that their context carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import lookup
from kg.extraction.candidates import Candidate
from kg.extraction.gazetteer import Gazetteer


def propose(text: str) -> list[Candidate]:
    return list(lookup.propose(text, Gazetteer.load().find(text)))


def keys(text: str) -> set[tuple[str, str | None]]:
    return {(text[c.start : c.end], c.key) for c in propose(text)}


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("会议在江苏省召开", "江苏省", "place/320000"),
        ("会议在南京召开", "南京", "place/320100"),
        ("韩国和美国", "美国", "place/US"),
        # a name that is a word, or that several places bear, behind the place that holds it
        ("甘肃省合作市", "合作市", "place/623001"),
        ("甘肃合作", "合作", "place/623001"),
        ("北京市朝阳区", "朝阳区", "place/110105"),
        ("长春市朝阳区", "朝阳区", "place/220104"),
        # or where its full name stands elsewhere
        ("正定县召开会议，正定的古城", "正定", "place/130123"),
        # the paper's own country
        ("我国建成", "我国", "place/CN"),
        ("全国推广", "全国", "place/CN"),
    ],
)
def test_a_place_and_its_entry(text: str, name: str, key: str) -> None:
    assert (name, key) in keys(text)


@pytest.mark.parametrize(
    "text", ["加强合作", "正定的古城", "朝阳区举行活动", "友好往来，资源共享", "出海口", "", "，。"]
)
def test_without_context_a_word_is_no_place(text: str) -> None:
    assert keys(text) == set()


def test_a_holder_carries_only_what_stands_right_behind_it() -> None:
    assert keys("北京市与朝阳区") == {("北京", "place/110000"), ("北京市", "place/110000")}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("中俄关系", {("中", "place/CN"), ("俄", "place/RU")}),
        ("中美元首会晤", {("中", "place/CN"), ("美", "place/US")}),
        ("中、法两国", {("中", "place/CN"), ("法", "place/FR")}),
        ("推动中日友好", {("中", "place/CN"), ("日", "place/JP")}),
        ("会议在京举行", {("京", "place/110000")}),
        ("代表团赴鲁考察", {("鲁", "place/370000")}),
        ("专家组赴沪调研", {("沪", "place/310000")}),
    ],
)
def test_one_character_that_stands_for_a_place(text: str, places: set[tuple[str, str]]) -> None:
    assert keys(text) == places


@pytest.mark.parametrize("text", ["中德育种", "在京剧院", "集中美化环境", "日本着眼", "正在新建"])
def test_one_character_that_is_part_of_a_word(text: str) -> None:
    assert not [c for c in propose(text) if len(c) == 1]


def test_a_longer_name_is_believed_more() -> None:
    scores = {name: max(c.score for c in propose(name)) for name in ("南京", "南京市", "工业和信息化部")}
    assert 0.5 < scores["南京"] < scores["南京市"] < scores["工业和信息化部"] < 1


def test_namesakes_of_one_type_leave_the_entry_open() -> None:
    """吉林 is a province and a city: a place all the same."""
    (candidate,) = propose("吉林降雪")
    assert (candidate.type, candidate.key) == ("Place", None)
    assert len(Gazetteer.load().by_name("吉林")) > 1


NAMES = ["江苏", "南京市", "合作", "朝阳区", "北京市", "我国", "中俄", "关系", "在京", "举行", "外交部"]


@given(st.lists(st.sampled_from(NAMES) | st.text(max_size=2), max_size=8).map("".join))
def test_every_candidate_lies_in_the_text_and_fits_its_entry(text: str) -> None:
    entries = Gazetteer.load().entries
    for candidate in propose(text):
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert candidate.reason == "gazetteer"
        assert candidate.key is None or entries[candidate.key].type == candidate.type
