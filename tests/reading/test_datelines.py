"""Datelines before and after a report, in the forms of many outlets and years."""

from __future__ import annotations

import pytest

from kg.model import Text
from kg.reading import datelines


def text(chars: str) -> Text:
    return Text(chars, tuple(range(len(chars))))


@pytest.mark.parametrize(
    ("line", "outlet", "place", "reporters"),
    [
        ("新华社北京12月6日电(记者王小明)", "新华社", "北京", ["王小明"]),
        ("新华社北京电（记者王小明　李红）", "新华社", "北京", ["王小明", "李红"]),
        ("据新华社北京三月四日电 ", "新华社", "北京", []),
        ("新华社“雪龙2”号11月30日电（记者 王 明）", "新华社", "“雪龙2”号", ["王明"]),
        ("中新社臺北4月1日電 ", "中新社", "臺北", []),
        ("新华网某县9月23日电（记者 钱一、孙二）", "新华网", "某县", ["钱一", "孙二"]),
        ("本报北京3月1日讯 记者王小红报道：", "", "北京", ["王小红"]),
        ("本报讯（记者 王明 通讯员 李晓红）", "", None, ["王明", "李晓红"]),
        ("江河日报讯 （记者王明）", "江河日报", None, ["王明"]),
        ("财联社7月18日电，", "财联社", None, []),
        ("证券时报网讯，", "证券时报网", None, []),
        ("（本报记者 王明）", "", None, ["王明"]),
    ],
)
def test_an_opening_dateline(line: str, outlet: str, place: str | None, reporters: list[str]) -> None:
    body = "为促进发展，某市今天召开会议。"
    found = datelines.opening(text(line + body))
    assert found is not None
    assert (found.start, found.end) == (0, len(line))
    assert found.outlet == outlet
    assert (found.place.chars if found.place else None) == place
    assert [name.chars for name in found.reporters] == reporters


@pytest.mark.parametrize(
    "chars",
    [
        "某省电网12月6日电量突破历史最高。",
        "新华社发布的数据显示，增长5%。",
        "记者从工信部了解到，增长5%。",
        "本报告期内，公司营收增长5%。",
        "中国联通通讯业务增长。",
    ],
)
def test_a_sentence_is_no_dateline(chars: str) -> None:
    assert datelines.opening(text(chars)) is None


def test_a_headline_may_come_again_behind_the_dateline() -> None:
    found = datelines.opening(text("新华社北京12月8日电 题：坚定信心真抓实干"))
    assert found is not None
    assert found.titled
    assert found.end == len("新华社北京12月8日电 题：")


@pytest.mark.parametrize(
    ("end", "outlet"),
    [
        ("(新华社北京12月6日电)", "新华社"),
        ("（据新华社北京电）", "新华社"),
        ("（据新华社）", "新华社"),
        ("（来源：人民日报）", "人民日报"),
    ],
)
def test_a_closing_dateline_is_no_body(end: str, outlet: str) -> None:
    found = datelines.closing(text("会议还研究了其他事项。" + end))
    assert found is not None
    assert found.start == len("会议还研究了其他事项。")
    assert found.outlet == outlet


@pytest.mark.parametrize("end", ["（见附表）", "（完善中）", "（某市人民政府）", "(HEPS)"])
def test_other_brackets_at_the_end_are_body(end: str) -> None:
    assert datelines.closing(text("会议还研究了其他事项" + end)) is None


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("（记者王小明、李红）", ["王小明", "李红"]),
        ("（王小明 李红）", ["王小明", "李红"]),
        ("（见附表）", []),
        ("（略）", []),
    ],
)
def test_reporters_in_brackets_at_the_end(end: str, names: list[str]) -> None:
    found = datelines.signature(text("会议还研究了其他事项。" + end))
    assert [name.chars for name in found[1]] == names if found else names == []


def test_an_agency_dateline_is_found_behind_a_headline_run_into_the_text() -> None:
    head = "某会议召开研究某某工作部署某某任务"
    found = datelines.inner(text(head + "新华社北京11月14日电 某会议14日召开。"))
    assert found is not None
    assert found.start == len(head)
    assert datelines.inner(text("会议昨天召开。新华社北京11月14日电讯报道说，会议成功。")) is None
