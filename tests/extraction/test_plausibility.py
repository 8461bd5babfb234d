"""Candidates mended at their edges, and stretches that are no names left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import proposals
from kg.extraction import plausibility
from kg.extraction.candidates import Candidate
from kg.model import ENTITY_TYPES

PAIRS = {"（": "）", "(": ")", "“": "”", "《": "》", "「": "」"}


def mended(marked: str) -> list[str]:
    text, candidates = proposals.parse(marked)
    return proposals.surfaces(text, plausibility.mend(text, candidates))


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # a Latin word is in a name whole
        ("在Tik[Organisation|Tok公司]任职", "TikTok公司"),
        ("国产[Project|客机C]919首飞", "客机C919"),
        ("与[Organisation|AT]&T公司签约", "AT&T"),
        # brackets reach to their other half
        ("走访[Organisation|希音（SHEIN]）总部", "希音（SHEIN）"),
        ("走访[Organisation|希音(SHEIN])总部", "希音(SHEIN)"),
        ("走访[Organisation|阳光（中国）公司]总部", "阳光（中国）公司"),
        # what fills its brackets or quotation marks takes them
        ("印发《[Policy|电力发展规划]》", "《电力发展规划》"),
        ("印发[Policy|《电力发展规划]》", "《电力发展规划》"),
        ("印发《[Policy|电力发展规划》]", "《电力发展规划》"),
        ("推进“[Project|千万工程]”", "“千万工程”"),
        # a policy or project that fills more than half of them, too
        ("印发《关于[Policy|加快电力发展的意见]》", "《关于加快电力发展的意见》"),
        ("《[Organisation|国家能源局]关于加快电力发展的意见》", "国家能源局"),
        ("《[Place|江苏省]电力条例》", "江苏省"),
        # a draft with the remark that says so
        ("公布[Policy|数据安全评估办法]（征求意见稿）", "数据安全评估办法（征求意见稿）"),
        ("公布[Policy|《数据安全评估办法》](草案)", "《数据安全评估办法》(草案)"),
        ("公布[Policy|数据安全评估办法]（第一章）", "数据安全评估办法"),
        # a body, without the party group in it that a post names
        ("[Organisation|省应急管理厅党委]书记李明", "省应急管理厅"),
        ("[Organisation|省应急管理厅党组]成员李明", "省应急管理厅"),
        ("[Organisation|省应急管理厅党委]召开会议", "省应急管理厅党委"),
        ("坚持[Policy|“一国两制”政策]", "“一国两制”"),
        # and what is right already stays
        ("会议在[Place|江苏省]召开", "江苏省"),
        ("记者[Person|马罗佩妮·拉莫豪帕]", "马罗佩妮·拉莫豪帕"),
    ],
)
def test_mended_at_its_edges(marked: str, name: str) -> None:
    assert mended(marked) == [name]


@pytest.mark.parametrize(
    "marked",
    [
        "[Place|该省]和[Place|全市]、[Place|两国]、[Place|海外]",  # point back, count, are general words
        "[Organisation|财政部门]与[Organisation|司法机关]",  # kinds of body
        "[Organisation|有关企业集团]和[Project|多个水利工程]",  # any, and how many
        "[Project|本届博览会]和[Project|首条高速铁路]",
        "[Person|总书记]，[Person|Tom]，[Person|李明、王华]",
        "[Organisation|委员会]的[Policy|办法]在[Project|工程]",  # heads alone
        "[Project|三项工程]，[Project|第12批项目]，[Place|300多个县]",  # counted
        "[Project|2025]，[Policy|——]",  # no letter
        "[Place|西班牙语]与[Place|阿拉伯文]",  # languages
        "[Policy|改革开放时期]的[Project|新能源产业]",
        "[Organisation|希音（中国]公司",  # brackets that nothing closes
        "希音中国[Organisation|）公司]",
        "[Organisation|江苏省\n发展改革委]",  # across two sentences
    ],
)
def test_no_name(marked: str) -> None:
    assert proposals.parse(marked)[1]
    assert mended(marked) == []


@pytest.mark.parametrize(
    ("surface", "type"),
    [("财政部门", "Place"), ("总书记", "Project"), ("本届博览会", "Organisation"), ("阿拉伯文", "Policy")],
)
def test_a_word_is_ruled_out_for_the_types_that_the_lexicon_says(surface: str, type: str) -> None:
    assert mended(f"[{type}|{surface}]") == [surface]


def test_a_name_of_the_gazetteer_needs_no_credit() -> None:
    candidate = Candidate(0, 2, "Place", 0.9, "gazetteer", "prefecture", "place/460100")
    assert list(plausibility.mend("全市", [candidate])) == [candidate]


def test_a_draft_is_known_by_its_remark() -> None:
    text, candidates = proposals.parse("公布[Policy|评估办法]（征求意见稿）")
    assert [c.subtype for c in plausibility.mend(text, candidates)] == ["draft"]


# brackets that belong together and hold no others, as newspapers set them
CLOSED = st.tuples(st.sampled_from(sorted(PAIRS)), st.text("希音办法SHEIN9", max_size=4)).map(
    lambda pair: f"{pair[0]}{pair[1]}{PAIRS[pair[0]]}"
)
TEXTS = st.lists(CLOSED | st.text("公司工程规划局AT&3，", max_size=5), min_size=1, max_size=8).map("".join).filter(bool)


@st.composite
def proposed(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, Candidate]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, Candidate(start, end, draw(st.sampled_from(ENTITY_TYPES)), 0.9, "tagger")


def balanced(name: str) -> bool:
    expected: list[str] = []
    for char in name:
        if char in PAIRS:
            expected.append(PAIRS[char])
        elif char in PAIRS.values() and (not expected or expected.pop() != char):
            return False
    return not expected


@given(proposed(TEXTS))
def test_brackets_come_in_pairs(case: tuple[str, Candidate]) -> None:
    text, candidate = case
    for name in proposals.surfaces(text, plausibility.mend(text, [candidate])):
        assert balanced(name)


@given(proposed(TEXTS | st.text(min_size=1)))
def test_what_comes_back_lies_in_the_text_and_says_the_same_of_it(case: tuple[str, Candidate]) -> None:
    text, candidate = case
    for mended in plausibility.mend(text, [candidate]):
        assert 0 <= mended.start < mended.end <= len(text)
        assert "\n" not in text[mended.start : mended.end]
        assert (mended.type, mended.score, mended.reason) == (candidate.type, candidate.score, candidate.reason)


@given(proposed(TEXTS))
def test_what_is_mended_is_right_already(case: tuple[str, Candidate]) -> None:
    text, candidate = case
    once = list(plausibility.mend(text, [candidate]))
    assert list(plausibility.mend(text, once)) == once
