"""Names that say which thing they mean only together with their text."""

from __future__ import annotations

import pytest

from kg.linking.relative import by_level, is_abbreviation, meeting, national_bodies, recurring, relative
from kg.model import EntityType


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("该公司", "Organisation"),
        ("市教育局", "Organisation"),
        ("国会", "Organisation"),
        ("委员会", "Organisation"),  # a head alone
        ("本届峰会", "Project"),
        ("座谈会", "Project"),
        ("国务院常务会议", "Project"),
        ("四中全会", "Project"),  # of which congress?
        ("蓝海论坛", "Project"),  # of which year?
        ("办法", "Policy"),
        ("纲要(2025年版)", "Policy"),
        ("首都", "Place"),
        ("王主席", "Person"),
        ("总书记", "Person"),
    ],
)
def test_relative(name: str, type: EntityType) -> None:
    assert relative(name, type)


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("蓝海公司", "Organisation"),
        ("兴化市教育局", "Organisation"),
        ("市场监管总局", "Organisation"),  # 市场 is a word
        ("第8届蓝海论坛", "Project"),
        ("党的二十届四中全会", "Project"),
        ("2025年蓝海论坛", "Project"),
        ("中央蓝海委员会第6次会议", "Project"),
        ("蓝海办法", "Policy"),
        ("南京", "Place"),
        ("李明华", "Person"),
        ("上官总书记", "Organisation"),
    ],
)
def test_telling(name: str, type: EntityType) -> None:
    assert not relative(name, type)


def test_meetings() -> None:
    assert meeting("国务院常务会议")
    assert not meeting("第3次蓝海会议")
    assert not meeting("中国国际进口博览会")


@pytest.mark.parametrize(
    ("name", "is_one"), [("中", True), ("乌方", True), ("西方", False), ("双方", False), ("南京", False)]
)
def test_abbreviations(name: str, is_one: bool) -> None:
    assert is_abbreviation(name) is is_one


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("欧阳书记", "Person"),
        ("县委", "Organisation"),
        ("自治区政府", "Organisation"),
        ("外交部", "Organisation"),  # of many countries
        ("本院", "Organisation"),
        ("本市", "Place"),
        ("全省", "Place"),
        ("东部", "Place"),
        ("沪", "Place"),
        ("今年峰会", "Project"),
        ("该办法", "Policy"),
        ("征求意见稿", "Policy"),
    ],
)
def test_means_another_thing_in_another_text(name: str, type: EntityType) -> None:
    assert relative(name, type)


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("王小明主席", "Person"),  # too much before the post
        ("区块链研究院", "Organisation"),
        ("蓝海工程", "Project"),
        ("本草规划", "Policy"),  # 本 points only before 届, 市 and the like
    ],
)
def test_means_one_thing(name: str, type: EntityType) -> None:
    assert not relative(name, type)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("市教育局", True),
        ("县委", True),
        ("自治区政府", True),
        ("市场监管局", False),
        ("区块链研究院", False),
        ("镇江市政府", False),
        ("市北医院", False),
        ("市教育", False),
        ("教育局", False),
    ],
)
def test_a_body_named_by_its_level(name: str, expected: bool) -> None:
    assert by_level(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("国务院常务会议", True), ("第8届蓝海论坛", True), ("2025年座谈会", True), ("蓝海工程", False)],
)
def test_what_is_held_again_and_again(name: str, expected: bool) -> None:
    assert recurring(name) is expected


def test_a_national_body_has_its_name_in_full_and_that_is_no_short_one() -> None:
    bodies = national_bodies()
    assert (bodies["外交部"], bodies["参院"], bodies["国会参议院"]) == ("外交部", "参议院", "参议院")
    assert all(bodies.get(full, full) == full for full in bodies.values())
