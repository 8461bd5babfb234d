"""When a shorter name may stand for a longer one."""

from __future__ import annotations

import pytest

from kg.characters import normal
from kg.linking.aliases import same
from kg.model import EntityType


@pytest.mark.parametrize(
    ("shorter", "longer", "type"),
    [
        ("兴化", "兴化市", "Place"),
        ("塔克拉玛干", "塔克拉玛干沙漠", "Place"),
        ("首规委", "首都规划建设委员会", "Organisation"),
        ("省发展改革委", "江苏省发展改革委", "Organisation"),
        ("海澜集团", "海澜集团有限公司", "Organisation"),
        ("中德汽车大会", "第九届中德汽车大会", "Project"),
        ("评估办法", "《网络数据安全评估办法》", "Policy"),
        ("征求意见稿", "网络数据安全评估办法(征求意见稿)", "Policy"),
        ("拉莫豪帕", "马罗佩妮·拉莫豪帕", "Person"),
    ],
)
def test_shortened(shorter: str, longer: str, type: EntityType) -> None:
    assert same(normal(shorter), normal(longer), type)


@pytest.mark.parametrize(
    ("one", "other", "type"),
    [
        ("松江", "松江综保区", "Place"),
        ("中国科学院", "中国科学院大学", "Organisation"),
        ("小米", "小米汽车", "Organisation"),
        ("江苏省委", "江苏省发展改革委", "Organisation"),
        ("第七届进博会", "第八届进博会", "Project"),
        ("2024年大会", "2025年世界动力电池大会", "Project"),
        ("大会", "世界动力电池大会", "Project"),
        ("新能源汽车产业发展规划(2021—2035年)", "国家综合立体交通网规划纲要(2021—2035年)", "Policy"),
        ("网络数据安全评估办法", "网络数据安全评估办法(征求意见稿)", "Policy"),
        ("李明", "李明华", "Person"),
    ],
)
def test_not_the_same(one: str, other: str, type: EntityType) -> None:
    assert not same(normal(one), normal(other), type)


def test_width_space_and_quotation_marks_do_not_matter() -> None:
    assert normal("“三北”工程 ") == normal("三北工程")
    assert normal("希音（ＳＨＥＩＮ）") == normal("希音(SHEIN)")
