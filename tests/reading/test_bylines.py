"""Bylines and picture credits: lines that consist of roles and names."""

from __future__ import annotations

import pytest

from kg.model import Text
from kg.reading import bylines, captions


def text(chars: str) -> Text:
    return Text(chars, tuple(range(len(chars))))


@pytest.mark.parametrize(
    ("line", "outlet", "names"),
    [
        ("新华社记者 王悦 李志明", "新华社", ["王悦", "李志明"]),
        ("新华社记者王悦、李志明", "新华社", ["王悦", "李志明"]),
        ("□ 本报记者 王大伟 通讯员 赵磊", "", ["王大伟", "赵磊"]),
        ("本报记者 王 明", "", ["王明"]),
        ("本报记者 王大伟 北京报道", "", ["王大伟"]),
        ("领衔记者：陈良", "", ["陈良"]),
        ("作者：阿卜杜拉·哈吉", "", ["阿卜杜拉·哈吉"]),
        ("新华社记者", "新华社", []),
    ],
)
def test_a_byline_names_the_reporters(line: str, outlet: str, names: list[str]) -> None:
    credit = bylines.byline(text(line))
    assert credit is not None
    assert credit.outlet == outlet
    assert [name.chars for name in credit.names] == names


@pytest.mark.parametrize(
    "line", ["记者手记", "记者从工信部获悉", "编辑部迁址", "策划与统筹并重", "新华社北京12月6日电", "图书馆开放"]
)
def test_a_line_that_says_more_is_no_byline(line: str) -> None:
    assert bylines.byline(text(line)) is None


@pytest.mark.parametrize("line", ["策划：张松", "海报设计：刘萱", "统筹：杨军、邱杰", "视频记者：杨进、尹恒"])
def test_staff_are_no_reporters(line: str) -> None:
    credit = bylines.byline(text(line))
    assert credit is not None
    assert credit.staff
    assert credit.names == ()


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("新华社记者 季春 摄", ["季春"]),
        ("新华社发（周学摄）", ["周学"]),
        ("新华社发", []),
        ("（本报记者 王明 摄）", ["王明"]),
        ("本报通讯员 王明 赵磊 摄", ["王明", "赵磊"]),
    ],
)
def test_a_paragraph_that_ends_with_a_credit_is_a_caption(credit: str, names: list[str]) -> None:
    caption = "12月6日，农民在某县给油菜浇水。"
    (part,) = captions.parts(text(caption + credit))
    assert part.text.chars == caption
    assert part.credit is not None
    assert [name.chars for name in part.credit.names] == names


def test_a_caption_run_into_the_text_is_cut_out() -> None:
    before = "王明表示，要加强合作。" * 12
    caption = "当地时间11月18日，王明在某地会见客人。"
    after = "王明指出，愿深化互信。"
    found = list(captions.parts(text(f"{before}{caption}新华社记者 李红 摄{after}")))
    assert [part.text.chars for part in found] == [before, caption, after]
    assert [part.credit is not None for part in found] == [False, True, False]


@pytest.mark.parametrize("chars", ["据新华社发布的消息，会议召开。", "2025年10月7日拍摄的某港。", "他拍摄了一组照片。"])
def test_taking_pictures_is_not_yet_a_credit(chars: str) -> None:
    (part,) = captions.parts(text(chars))
    assert part.credit is None
