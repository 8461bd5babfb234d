"""Which things are compared at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kg.linking import blocking
from kg.linking.decisions import NONE, Decisions
from kg.linking.things import Thing
from linked import by_id, decided, thing


def pairs(*named: Thing, decisions: Decisions = NONE) -> set[frozenset[str]]:
    """The pairs that are compared, by their names and sources."""
    things = by_id(*named)
    found = blocking.candidates(things, decisions)
    assert found == sorted(set(found))
    assert all(one < other for one, other in found)
    called = {each.id: f"{each.canonical}@{min(each.sources)}" for each in named}
    return {frozenset((called[one], called[other])) for one, other in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a name
        (thing("李小明", "Person"), thing("李小明", "Person", source="b")),
        # a name by which an article calls the one
        (thing("希音", aliases=["SHEIN"]), thing("SHEIN", source="b")),
        (thing("蓝海协会", aliases=["青会"]), thing("蓝海学会", source="b", aliases=["青会"])),
        # a part of a foreign name
        (thing("让·蓝海", "Person"), thing("蓝海", "Person", source="b")),
        (thing("让·蓝海", "Person"), thing("皮埃尔·蓝海", "Person", source="b")),
        # a series
        (thing("第8届蓝海大会", "Project"), thing("本届蓝海大会", "Project", source="b", relative=True)),
        (thing("第8届蓝海大会", "Project"), thing("第7届蓝海大会", "Project", source="b")),
        # a shorter name
        (thing("江苏省蓝海集团"), thing("蓝海集团", source="b")),
        (thing("数据安全评估办法", "Policy"), thing("安全评估办法", "Policy", source="b")),
        # one of the gazetteer, and one that it does not know
        (thing("江苏省", "Place", key="place/320000"), thing("江苏省", "Place", source="b")),
    ],
)
def test_are_compared(one: Thing, other: Thing) -> None:
    assert len(pairs(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (thing("蓝海公司"), thing("青云公司", source="b")),
        (thing("蓝海"), thing("蓝海", "Project")),  # two types
        (thing("朝阳区", "Place", key="place/110105"), thing("朝阳区", "Place", key="place/220104")),  # both known
        (thing("第8届蓝海大会", "Project"), thing("第8届青云大会", "Project")),
        (thing("省发改委", relative=True), thing("江苏省发改委", source="b")),  # short for that of any province
        (thing("江苏省某集团"), thing("某集团", source="b")),  # too short
    ],
)
def test_are_not_compared(one: Thing, other: Thing) -> None:
    assert not pairs(one, other)


def test_a_shorter_name_and_the_only_longer_one() -> None:
    """Two longer ones: it may be short for either."""
    shorter, one, other = thing("蓝海集团"), thing("江苏省蓝海集团"), thing("浙江省蓝海集团")
    assert pairs(shorter, one) == {frozenset(("蓝海集团@a", "江苏省蓝海集团@a"))}
    assert not pairs(shorter, one, other)


def test_what_the_user_speaks_of_is_compared() -> None:
    one, other, third = thing("蓝海公司"), thing("青云集团", source="b"), thing("白鹤中心")
    for verb in ("same", "different"):
        assert len(pairs(one, other, third, decisions=decided((verb, "“蓝海公司”", "青云集团")))) == 1
        assert len(pairs(one, other, third, decisions=decided((verb, one.id, other.id)))) == 1
    assert not pairs(one, other, third, decisions=decided(("same", "蓝海公司", "无此公司")))


def test_what_the_user_speaks_of_is_compared_though_the_gazetteer_knows_both() -> None:
    known = [thing("江苏省", "Place", key="place/320000"), thing("浙江省", "Place", key="place/330000")]
    assert len(pairs(*known, decisions=decided(("same", "江苏省", "浙江省")))) == 1


def namesakes(days: list[date | None]) -> list[Thing]:
    return [thing("李明", "Person", source=f"{number:03}", day=day) for number, day in enumerate(days)]


def test_few_of_one_name_are_all_compared() -> None:
    assert len(pairs(*namesakes([None] * 20))) == 20 * 19 // 2


def test_many_of_one_name_are_not_all_compared() -> None:
    """A hundred: not the 4950 pairs of all with all, and each with some."""
    found = pairs(*namesakes([date(2025, 1, 1) + timedelta(days=number) for number in range(100)]))
    assert 99 <= len(found) <= 100 * 8
    assert len(frozenset().union(*found)) == 100


def test_many_grow_no_faster_than_their_number() -> None:
    few, many = (len(pairs(*namesakes([None] * number))) for number in (100, 400))
    assert many <= 4.5 * few


def test_of_many_the_nearest_in_time_are_compared() -> None:
    days = [date(2025, 1, 1) + timedelta(days=10 * number) for number in range(36)]
    found = pairs(*namesakes(days))
    assert all(frozenset((f"李明@{number:03}", f"李明@{number + 1:03}")) in found for number in range(35))


def test_of_many_each_is_compared_with_the_one_named_most_often() -> None:
    many = namesakes([date(2025, 3, 1) + timedelta(days=number) for number in range(30)])
    many[3].occurrences *= 2
    assert len([pair for pair in pairs(*many) if "李明@003" in pair]) == 29
