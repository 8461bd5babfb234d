"""What a careful reader would underline, and what gets through without harm."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import recognition
from kg.model import Article, Mention, Sentence, Text


def article(text: str) -> Article:
    sentences = [
        Sentence(number, Text(match.group(), tuple(range(match.start(), match.end()))))
        for number, match in enumerate(re.finditer(r"[^。！？\n]+[。！？]?", text))
    ]
    return Article(0, "report", None, tuple(sentences))


def names(text: str) -> set[tuple[str, str]]:
    return {(mention.surface, mention.type) for mention in recognition.recognise(article(text))}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "国务院印发《国家知识产权战略纲要》。",
            {("国务院", "Organisation"), ("《国家知识产权战略纲要》", "Policy")},
        ),
        ("会议在湖南省长沙市召开。", {("湖南省", "Place"), ("长沙市", "Place")}),
        ("清华大学教授李明华表示，项目进展顺利。", {("清华大学", "Organisation"), ("李明华", "Person")}),
        (
            "第八届中国国际进口博览会在上海开幕。",
            {("第八届中国国际进口博览会", "Project"), ("上海", "Place")},
        ),
        ("京沪高铁开通运营。", {("京沪高铁", "Project")}),
        ("“十四五”期间，我国建成一批水利工程。", {("“十四五”", "Policy"), ("我国", "Place")}),
    ],
)
def test_names_and_their_types(text: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= names(text)


@pytest.mark.parametrize(
    "text",
    [
        "双方加强合作，友好往来，资源共享，振兴乡村。",  # counties named 合作, 友好, 资源, 振兴
        "有关部门和评估机构要高度重视，各地区各单位抓好落实。",
        "他拿起铅笔，在纸上画了一条线，然后笑了笑。",
        "字体：小 中 大 分享到：",
        "😀👍🏽🎉 1234567890 !!! ???",
        "function(){var a=1;document.write('<a href=\"#\">x</a>');}",
    ],
)
def test_text_without_names_has_none(text: str) -> None:
    assert names(text) == set()


def test_a_name_seen_whole_once_is_found_again_without_its_brackets() -> None:
    text = "国家网信办起草了《智能终端安全评估办法（征求意见稿）》。智能终端安全评估办法（征求意见稿）发布。"
    found = [m.surface for m in recognition.recognise(article(text)) if m.type == "Policy"]
    assert found == ["《智能终端安全评估办法（征求意见稿）》", "智能终端安全评估办法（征求意见稿）"]


def test_half_width_punctuation_reads_like_full_width() -> None:
    full = "工业和信息化部、财政部联合印发通知，要求上海、江苏等地抓好落实。"
    half = full.translate(str.maketrans("，。、", ",.,"))
    assert {n for n, _ in names(full)} == {n for n, _ in names(half)}


def test_traditional_characters_and_english_pass() -> None:
    assert all(kind for _, kind in names("香港特別行政區政府與廣東省簽署合作協議。"))
    assert names("The quick brown fox jumps over the lazy dog.") == set()


def test_text_as_a_scanner_leaves_it() -> None:
    """Letters for digits, stray blanks, marks of both widths: no silly names, and the plain ones are found."""
    found = names(
        "本报 讯(记者王 明)国务院印发《国家知识产权战略纲要》 ,自2OO8年6月 l0日起施行 。江苏省;合肥市 积极落 实;"
    )
    assert {
        ("国务院", "Organisation"),
        ("《国家知识产权战略纲要》", "Policy"),
        ("江苏省", "Place"),
        ("合肥市", "Place"),
    } <= found
    assert all(surface == surface.strip() and not surface.isdigit() for surface, _ in found)


def test_a_line_of_a_megabyte() -> None:
    text = "江苏省发展改革委在南京召开会议，" * 65_000
    assert len(text) > 1_000_000
    sentences = tuple(
        Sentence(number, Text(text[at : at + 400], tuple(range(at, at + 400))))
        for number, at in enumerate(range(0, len(text) - 400, 400))
    )
    found = recognition.recognise(Article(0, "report", None, sentences))
    assert {"南京"} <= {mention.surface for mention in found}


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
def test_mentions_lie_in_their_sentences_and_never_overlap(lines: list[str]) -> None:
    sentences = tuple(Sentence(n, Text(line, tuple(range(len(line))))) for n, line in enumerate(lines))
    found = recognition.recognise(Article(0, "report", None, sentences))
    for mention in found:
        assert sentences[mention.sentence].text.chars[mention.start : mention.end] == mention.surface
    assert all(_before(one, other) for one, other in pairwise(found))


def _before(one: Mention, other: Mention) -> bool:
    return (one.sentence, one.end) <= (other.sentence, other.start) or one.sentence < other.sentence
