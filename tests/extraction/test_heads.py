"""The last word of a name, and what it makes of the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import heads
from kg.model import ENTITY_TYPES, EntityType


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("《网络数据安全评估办法》", "网络数据安全评估办法"),
        ("《网络数据安全评估办法（征求意见稿）》", "网络数据安全评估办法"),
        ("《网络数据安全评估办法》（征求意见稿）", "网络数据安全评估办法"),
        ("《网络数据安全评估办法》(征求意见稿)", "网络数据安全评估办法"),
        ("〈通知〉", "通知"),
        ("“千万工程”", "千万工程"),
        ("「千万工程」", "千万工程"),
        ("希音（SHEIN）", "希音"),
        ("北京（中国）科技公司", "北京（中国）科技公司"),
        ("（中国）", "（中国）"),
        ("国务院", "国务院"),
        ("", ""),
    ],
)
def test_a_name_without_brackets_and_remarks(name: str, bare: str) -> None:
    assert heads.strip(name) == bare


@pytest.mark.parametrize(
    ("name", "type", "head"),
    [
        ("江苏省兴化市", "Place", "市"),
        ("塔克拉玛干沙漠", "Place", "沙漠"),
        ("中国纺织工业联合会", "Organisation", "联合会"),
        ("蓝海股份有限公司", "Organisation", "股份有限公司"),
        ("第八届中国国际进口博览会", "Project", "博览会"),
        ("“千万工程”", "Project", "工程"),
        ("《网络数据安全评估办法（征求意见稿）》", "Policy", "办法"),
        ("办法", "Policy", "办法"),
        ("《红楼梦》", "Policy", ""),
        ("办法", "Place", ""),
        ("李明华市", "Person", ""),
        ("", "Policy", ""),
    ],
)
def test_the_longest_head_of_the_type(name: str, type: EntityType, head: str) -> None:
    assert heads.head(name, type) == head


@pytest.mark.parametrize(
    ("name", "type", "subtype"),
    [
        ("中国纺织工业联合会", "Organisation", "association"),
        ("蓝海公司", "Organisation", "company"),
        ("第八届中国国际进口博览会", "Project", "event"),
        ("《国家知识产权战略纲要》", "Policy", "plan"),
        ("《网络数据安全评估办法》", "Policy", "regulation"),
        ("《网络数据安全评估办法（征求意见稿）》", "Policy", "draft"),
        ("《食品安全法（草案）》", "Policy", "draft"),
        ("《红楼梦》", "Policy", ""),
        ("李明华", "Person", ""),
    ],
)
def test_the_finer_class_that_the_head_gives(name: str, type: EntityType, subtype: str) -> None:
    assert heads.subtype(name, type) == subtype


@pytest.mark.parametrize(
    ("name", "subtype", "told"),
    [
        ("第八届中国国际进口博览会", "event", True),
        ("博览会", "event", False),  # a head alone is no name
        ("第八届中国国际进口博览会", "mission", False),
        ("第八届中国国际", "event", False),
    ],
)
def test_whether_a_name_ends_in_a_head_of_a_finer_class(name: str, subtype: str, told: bool) -> None:
    assert heads.ending(name, "Project", subtype) is told


PIECES = ["《", "》", "（", "）", "(", ")", "“", "”", "办法", "局", "征求意见稿", "希音", " "]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=8).map("".join), st.sampled_from(ENTITY_TYPES))
def test_head_and_bare_name_are_pieces_of_the_name(name: str, type: EntityType) -> None:
    bare, head = heads.strip(name), heads.head(name, type)
    assert bare in name
    assert bare.endswith(head)
    assert bool(heads.subtype(name, type)) <= (bool(head) or type == "Policy")
