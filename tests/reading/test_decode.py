"""Which encoding a file is in: decided by its text, also where that is short."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.reading.decode import decode

NEWS = "新华社北京12月6日电 国务院办公厅近日印发《关于促进养老服务发展的意见》，要求各地抓好落实。\n"
TRADITIONAL = "中新社臺北4月1日電 兩岸經貿論壇今天開幕，與會代表就產業合作發表意見。\n"


@pytest.mark.parametrize("text", [NEWS, NEWS * 2000, "全国两会今日开幕", "我国经济增长5.2%。", "会议\r\n决定\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_simplified_text_is_read_without_a_mark(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "news.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL * 2000, "國務院總理會見外賓", "這是一個重要的會議。"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"])
def test_traditional_text_is_read_without_a_mark(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "news.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_not_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + NEWS.encode(encoding), "news.txt")
    assert (decoded.text, decoded.encoding) == (NEWS, encoding)


@given(st.text(alphabet=st.sampled_from("的国中一在和会人发大，。《》12 \r\n"), min_size=4).filter(str.strip))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode(), "news.txt").text == text


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), min_size=1).filter(str.strip))
def test_english_stays_english(text: str) -> None:
    assert decode(b"Notes: " + text.encode(), "notes.txt").encoding == "utf-8"


def test_a_few_damaged_bytes_do_not_lose_the_text() -> None:
    damaged = (NEWS * 20).encode() + "国".encode()[:2]
    decoded = decode(damaged, "news.txt")
    assert decoded.encoding == "utf-8"
    assert decoded.text == NEWS * 20 + "\ufffd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        ("　　\n".encode(), "empty"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04" + bytes(60), "ZIP"),
        (bytes(range(256)) * 20, "neither"),
        (b"\x00\x01\x02\x03" * 50, "neither"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as error:
        decode(data, "page.bin")
    assert str(error.value).startswith("page.bin: ")
    assert "\n" not in str(error.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, "x")
    except InputError:
        return
    assert decoded.text.strip()
