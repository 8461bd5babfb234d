"""What punctuation, heads and numerals alone give away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import names, tokens
from kg.extraction.boundaries import Words
from kg.extraction.candidates import Candidate


def propose(text: str) -> list[Candidate]:
    return list(names.propose(text, Words(tokens.words(text))))


def found(text: str) -> set[tuple[str, str]]:
    return {(text[c.start : c.end], c.type) for c in propose(text)}


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        # a title in brackets, with the remark behind it
        ("国务院印发《国家知识产权战略纲要》。", "《国家知识产权战略纲要》", "Policy"),
        ("公布《评估办法（征求意见稿）》。", "《评估办法（征求意见稿）》", "Policy"),
        ("公布《评估办法》（征求意见稿）。", "《评估办法》（征求意见稿）", "Policy"),
        ("公布《评估办法》(试行)。", "《评估办法》(试行)", "Policy"),
        ("转发《关于印发《评估办法》的通知》。", "《关于印发《评估办法》的通知》", "Policy"),
        # quotation marks and a head
        ("实施“千村示范”工程以来", "“千村示范”工程", "Project"),
        ("落实“十四五”规划纲要", "“十四五”规划纲要", "Policy"),
        ("实施「千村示范」工程以来", "「千村示范」工程", "Project"),
        # foreign names
        ("（马罗佩妮·拉莫豪帕）", "马罗佩妮·拉莫豪帕", "Person"),
        ("。卡尔・马克思，", "卡尔・马克思", "Person"),
        # craft and platforms
        ("卫星实践十号发射", "实践十号", "Project"),
        ("平台“深海一号”投产", "“深海一号”", "Project"),
        # editions of an event
        ("第八届中国国际进口博览会在上海开幕", "第八届中国国际进口博览会", "Project"),
        ("2025世界动力电池大会举行", "2025世界动力电池大会", "Project"),
        ("第三届“一带一路”国际合作高峰论坛,", "第三届“一带一路”国际合作高峰论坛", "Project"),
        # companies with a bracket, opinions and notices without
        ("与阳光电源（中国）有限公司签约", "阳光电源（中国）有限公司", "Organisation"),
        ("与阳光电源(中国)有限公司签约", "阳光电源(中国)有限公司", "Organisation"),
        ("，国务院关于加强学生体育工作的意见公布", "国务院关于加强学生体育工作的意见", "Policy"),
    ],
)
def test_one_name(text: str, name: str, type: str) -> None:
    assert (name, type) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "读《红楼梦》",  # no head of a policy
        "他说“你好”。",
        "“双碳”目标",
        "2024年，两国元首会晤",  # a year, and no event
        "第八届举行的博览会",  # the event stands behind a word that ends the name
        "第十号文件和地铁二号线",
        "华为、中兴和小米",
        "关于此事的报道",
        "",
        "《》“”（）·",
    ],
)
def test_no_name(text: str) -> None:
    assert found(text) == set()


def test_of_a_list_all_are_names_but_the_first_whose_beginning_is_not_known() -> None:
    assert found("来自华为、中兴、小米等企业") == {("中兴", "Organisation"), ("小米", "Organisation")}
    assert found("来自华为、中兴、小米等15家知名企业") == {("中兴", "Organisation"), ("小米", "Organisation")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("第八届中国国际进口博览会大厅", "第八届中国国际进口博览会"),
        ("第五届世界互联网大会论坛", "第五届世界互联网大会论坛"),
        ("第五届世界互联网大会，第六届论坛", "第五届世界互联网大会"),
    ],
)
def test_an_event_ends_with_its_head_unless_another_follows_at_once(text: str, event: str) -> None:
    assert found(text) == {(event, "Project")}


def test_the_finer_class_comes_with_the_name() -> None:
    assert [c.subtype for c in propose("公布《评估办法（征求意见稿）》")] == ["draft"]
    assert [c.subtype for c in propose("“深海号”投产")] == ["mission"]
    assert [c.subtype for c in propose("第八届进口博览会")] == ["event"]


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("李明总书记", "李明"),
        ("李明院士", "李明"),
        ("王小明记者", "王小明"),
        ("李明", "李明"),
        ("总书记", "总书记"),
        ("李总理", "李总理"),  # a surname alone is no name
        ("", ""),
    ],
)
def test_a_person_without_the_title_behind(name: str, without: str) -> None:
    assert names.without_title(name) == without


PIECES = [
    "《",
    "》",
    "“",
    "”",
    "（",
    "）",
    "、",
    "·",
    "等企业",
    "第八届",
    "博览会",
    "关于",
    "的通知",
    "有限公司",
    "一号",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join))
def test_every_candidate_lies_in_the_text_and_on_one_line(text: str) -> None:
    for candidate in propose(text):
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert 0 < candidate.score < 1
        assert candidate.reason == "grammar"
        assert "\n" not in text[candidate.start : candidate.end]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("李明王小红", "李明王小红出席　李明在会上说", ["李明", "王小红"]),
        ("李小明王红", "李小明王红出席　王红在会上说", ["李小明", "王红"]),
        ("李明王小红", "李明王小红出席", ["李明王小红"]),  # nothing else tells
        ("欧阳明德", "欧阳明德出席　欧阳明德在会上说", ["欧阳明德"]),
        ("高市早苗", "高市早苗称，高市早苗说", ["高市早苗"]),
    ],
)
def test_two_people_side_by_side(name: str, text: str, found: list[str]) -> None:
    assert names.apart(name, text) == found
