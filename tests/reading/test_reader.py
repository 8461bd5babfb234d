"""What reading promises of every text."""

from __future__ import annotations

import hashlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Source, Text
from kg.reading import read

PIECES = st.sampled_from(
    [
        *("新华社北京12月6日电", "（记者王明）", "本报讯", "题：", "新华社记者 王明 摄", "新华社发", "图为", "（完）"),
        *("\n", "\n\n", "\r\n", "\u3000\u3000", "\u2003\u2003", " ", "## ", "# ", "| ", "**", "<script>", "[a](b)"),
        *("。", "，", "；", "：", "……", "——", "“", "”", "《", "》", "（", "）", "(", ")", ".", "!", '"'),
        *("某市召开会议", "会议指出", "12月6日，", "2025年2月30日", "2026年1月5日", "557.4亿元", "责任编辑：王明"),
        *(
            "相关新闻",
            "字号：大 中 小",
            "一、",
            "一",
            "（一）",
            "国发〔2025〕1号",
            "English text.",
            "😀",
            "\ufffd",
            "\x0b",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


def texts(source: Source) -> list[Text]:
    found = []
    for article in source.articles:
        found += [sentence.text for sentence in article.sentences]
        found += [*article.reporters]
        found += [one for one in (article.headline, article.dateline, article.dateline_place) if one is not None]
    return found


@settings(max_examples=300)
@given(TEXTS)
def test_every_character_stands_where_it_says(text: str) -> None:
    try:
        source, issues = read(text.encode(), "page.txt")
    except InputError:
        return
    for one in texts(source):
        assert one.chars
        assert "".join(source.text[offset] for offset in one.offsets) == one.chars
    assert all(-1 <= issue.start <= len(source.text) for issue in issues)


@settings(max_examples=200)
@given(TEXTS)
def test_articles_and_sentences_are_numbered_in_order(text: str) -> None:
    try:
        source, _ = read(text.encode(), "page.txt")
    except InputError:
        return
    assert [article.index for article in source.articles] == list(range(len(source.articles)))
    for article in source.articles:
        assert [sentence.index for sentence in article.sentences] == list(range(len(article.sentences)))
        assert all(sentence.text.chars.strip() for sentence in article.sentences)
        paragraphs = [sentence.paragraph for sentence in article.sentences]
        assert paragraphs == sorted(paragraphs)


@settings(max_examples=100)
@given(TEXTS)
def test_no_character_of_a_body_is_read_twice(text: str) -> None:
    try:
        source, _ = read(text.encode(), "page.txt")
    except InputError:
        return
    read_on = [
        at for article in source.articles for s in article.sentences if s.role == "body" for at in s.text.offsets
    ]
    assert len(read_on) == len(set(read_on))


def test_the_source_is_the_file_as_decoded() -> None:
    data = b"\xef\xbb\xbf" + "标题\r\n\r\n　　会议召开。\r\n".encode()
    source, issues = read(data, "page.txt")
    assert source.text == "标题\r\n\r\n　　会议召开。\r\n"
    assert (source.name, source.encoding) == ("page.txt", "utf-8")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert issues == ()


def test_reading_twice_gives_the_same() -> None:
    data = "某市召开会议\n\n本报讯（记者 王明）会议2月30日召开。《\n".encode("gb18030")
    assert read(data, "page.txt") == read(data, "page.txt")


@pytest.mark.parametrize(
    "unit", ["全市经济平稳运行", "会议召开，", "“《（", "新华社", "12月", "摄", "<script ", "** ", "\u3000", "甲\n"]
)
def test_time_grows_with_length_only(unit: str) -> None:
    """Eight times the text takes far from sixty-four times the work; the least of three tries is the work itself."""

    def seconds(times: int) -> float:
        tries = []
        for _ in range(3):
            start = time.process_time()
            read((unit * (times // len(unit))).encode() + b"x", "page.txt")
            tries.append(time.process_time() - start)
        return min(tries)

    assert seconds(160_000) < 16 * max(seconds(20_000), 0.02)
