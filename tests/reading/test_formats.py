"""Lines without marks: what is read, and that every character knows where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.formats import Line, lines


def said(source: str) -> list[str]:
    return [line.chars for line in lines(source)]


@pytest.mark.parametrize(
    ("source", "chars", "mark"),
    [
        ("## 某市举办大会", "某市举办大会", "##"),
        ("#某市举办大会", "某市举办大会", "#"),
        ("| 一线见闻", "一线见闻", "|"),
        ("> 引文在此", "引文在此", ">"),
        ("- 第一项", "第一项", "-"),
        ("推进**新型**工业化", "推进新型工业化", ""),
        ("见[《办法》](http://a.example/b?c=1)全文", "见《办法》全文", ""),
        ("某市<b>今天</b>开会&nbsp;", "某市今天开会", ""),
        ("前![图](a.png)后", "前后", ""),
        ("　　段首空两格", "段首空两格", ""),
        ("\u200b零宽\ufeff字符", "零宽字符", ""),
    ],
)
def test_marks_are_not_read(source: str, chars: str, mark: str) -> None:
    (line,) = lines(source)
    assert (line.chars, line.mark) == (chars, mark)


@pytest.mark.parametrize(
    "source", ["#两会#热点话题", "*ST某某今日停牌", "5*3*2", "张**因涉嫌受贿", "a < b 且 b > c", "①[注]"]
)
def test_what_only_looks_like_a_mark_stays(source: str) -> None:
    assert said(source) == [source]


def test_scripts_styles_and_comments_are_no_text() -> None:
    page = "头\n<script>\nvar a = '新闻。';\n</script>\n<style>p{}</style>中<!-- 注\n释 -->\n尾"
    assert said(page) == ["头", "中", "尾"]


def test_paragraphs_run_together_are_parted_at_wide_spaces() -> None:
    found = lines("会议开幕。\u2003\u2003会议指出，要抓落实。\u3000\u3000会后签约。")
    assert [line.chars for line in found] == ["会议开幕。", "会议指出，要抓落实。", "会后签约。"]
    assert [line.gap for line in found] == [0, 1, 1]


def test_a_name_spread_over_wide_spaces_is_one() -> None:
    assert said("（记者 王　　明）") == ["（记者 王　　明）"]


def test_blank_lines_are_counted_whatever_ends_them() -> None:
    assert [(line.chars, line.gap) for line in lines("甲\r\n\r\n \n乙\r丙\n\n丁")] == [
        ("甲", 0),
        ("乙", 2),
        ("丙", 0),
        ("丁", 1),
    ]


MARKUP = st.sampled_from(
    [
        "\n",
        "\r\n",
        "#",
        "## ",
        "| ",
        "**",
        "[",
        "](",
        ")",
        "<b>",
        "<p>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "\u3000\u3000",
    ]
)


@given(st.lists(st.one_of(MARKUP, st.text(max_size=6)), max_size=40).map("".join))
def test_every_character_stands_where_it_says(source: str) -> None:
    last = -1
    for line in lines(source):
        assert isinstance(line, Line)
        assert line.chars.strip()
        for char, offset in zip(line.chars, line.text.offsets, strict=True):
            assert source[offset] == char
            assert offset > last
            last = offset
