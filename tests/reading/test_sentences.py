"""Where sentences end, and where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Text
from kg.reading import sentences


def split(chars: str, semicolons: bool = True) -> list[str]:
    return [part.chars for part in sentences.split(Text(chars, tuple(range(len(chars)))), semicolons)]


@pytest.mark.parametrize(
    "parts",
    [
        ["会议召开。", "会议指出，要落实！", "怎么落实？", "靠实干。"],
        ["甲县建园区;", "乙县修铁路;", "丙县治沙."],
        ["营收557.4亿元,同比增长14.8%……", "各地蓬勃开展。"],
        ["装置通过验收.....", "成果背后是支撑。"],
        ["他说：“今天开工。明天验收。”", "大家鼓掌。"],
        ["“仍巍然屹立。”外媒评价，新动能增强。", "会议闭幕。"],
        ["“很好！”王明说，“还要更好。”", "大家鼓掌。"],
        ["《谁来养老？怎么养？》出版。", "反响热烈。"],
        ["会议（甲。乙。）召开。", "闭幕。"],
        ["12:30起飞，1.64小时后到达。", "见http://a.example/b?c=1。"],
        ["The U.S. side agreed.", "They left at 12:30 p.m. today.", "All is well!"],
        ["1.加强领导。", "各地落实。"],
        ["一. 加强领导。", "各地落实。"],
        ['他问:"去吗?"', "我说去。"],
        ["真的吗？！", "真的。"],
        ["苹果、梨……等水果上市。", "价格稳定。"],
    ],
)
def test_sentences_end_where_a_reader_stops(parts: list[str]) -> None:
    assert split("".join(part if not part.isascii() else part + " " for part in parts).strip()) == parts


def test_the_items_of_a_list_are_one_sentence() -> None:
    chars = "采取三项措施：建设大通道；整治竞争；扶持企业。会议闭幕。"
    assert split(chars, semicolons=False) == ["采取三项措施：建设大通道；整治竞争；扶持企业。", "会议闭幕。"]


def test_a_bracket_that_is_never_closed_swallows_nothing() -> None:
    assert split("会议通过《某办法。会议还研究了“其他事项。散会。") == [
        "会议通过《某办法。",
        "会议还研究了“其他事项。",
        "散会。",
    ]


def test_a_long_quotation_is_cut_at_its_own_stops() -> None:
    said = "我们要继续努力，把各项工作落到实处。" * 20
    parts = split(f"他说：“{said}”会后参观。")
    assert len(parts) > 2
    assert max(map(len, parts)) <= sentences.LONGEST


@pytest.mark.parametrize("chars", ["发展" * 3000, "发展，" * 2000, "“发展；" * 1500])
def test_no_sentence_is_longer_than_the_bound(chars: str) -> None:
    parts = split(chars)
    assert "".join(parts) == chars
    assert max(map(len, parts)) <= sentences.LONGEST


def test_unmatched_brackets_are_found_where_they_stand() -> None:
    assert sentences.unmatched("“甲《乙”》（丙）丁）") == [2, 5, 10]
    assert sentences.unmatched("（甲)《乙》“‘丙’”") == []


SIGNS = st.sampled_from('。！？；;.!?…“”‘’《》（）()，, \n"发展A1')


@given(st.text(alphabet=SIGNS, max_size=200))
def test_nothing_but_white_space_is_lost_between_sentences(chars: str) -> None:
    parts = split(chars)
    assert "".join("".join(parts).split()) == "".join(chars.split())
    assert all(part.strip() == part and part for part in parts)
