"""One name, however it is written."""

from __future__ import annotations

import pytest

from kg import numerals, resources
from kg.characters import normal
from kg.extraction.gazetteer import Gazetteer
from kg.linking import spelling
from kg.model import EntityType

PATTERNS = resources.table("linking", "patterns.tsv", columns=("type", "example"))
TAILS = resources.table("lexicon", "organ-tails.tsv", columns=("short", "full"))


@pytest.mark.parametrize("row", PATTERNS, ids=[row["example"] for row in PATTERNS])
def test_every_pattern_does_what_its_example_says(row: dict[str, str]) -> None:
    before, _, after = row["example"].partition(" → ")
    written = numerals.ordinals(normal(before))
    assert spelling.respelled(written, row["type"]) == after  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "edition", "series"),
    [
        ("第8届中国国际进口博览会", "第8届", "中国国际进口博览会"),
        ("第8届进博会", "第8届", "中国国际进口博览会"),
        ("本届进博会", "", "中国国际进口博览会"),
        ("2025年蓝海论坛", "2025年", "蓝海论坛"),
        ("蓝海论坛", "", "蓝海论坛"),
        ("第14届第3次全国人民代表大会会议", "第14届第3次", "全国人民代表大会会议"),
        ("党的二十届四中全会", "党的二十届", "四中全会"),
        ("四中全会", "", "四中全会"),
    ],
)
def test_an_edition_and_its_series(name: str, edition: str, series: str) -> None:
    assert spelling.edition(name) == edition
    assert spelling.series(name) == series


def test_the_sessions_of_two_congresses_are_of_one_series() -> None:
    names = [numerals.ordinals(f"第{number}届全国人民代表大会第三次会议") for number in ("十三", "十四")]
    spelled = [spelling.respelled(name, "Project") for name in names]
    assert [spelling.edition(name) for name in spelled] == ["第13届第3次", "第14届第3次"]
    assert len(set(map(spelling.series, spelled))) == 1


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("上合组织天津峰会", "上海合作组织天津峰会"),
        ("湖南发改委", "湖南省发改委"),
        ("湖南省发改委", "湖南省发改委"),  # in full already
        ("全国运动会", "全国运动会"),  # not of 中华人民共和国
        ("蓝海公司", "蓝海公司"),
    ],
)
def test_a_known_short_name_at_the_beginning(short: str, full: str) -> None:
    assert spelling.lead(short) == full


@pytest.mark.parametrize("row", TAILS, ids=[row["short"] for row in TAILS])
def test_the_last_words_of_a_local_body(row: dict[str, str]) -> None:
    assert spelling.tail("湖南省" + row["short"]) == "湖南省" + row["full"]
    assert spelling.tail("湖南省" + row["full"]) == "湖南省" + row["full"]
    assert spelling.tail(row["short"]) == row["short"]  # of which place?


@pytest.mark.parametrize(
    ("surface", "rest", "known"),
    [
        ("“一带一路”倡议", "一带一路倡议", True),
        ("共建“一带一路”", "一带一路", True),
        ("“蓝海北上”政策", "蓝海北上", False),
        ("蓝海北上政策", "蓝海北上政策", False),  # where the name ends, nothing says
        ("蓝海共同体理念", "蓝海共同体", False),
    ],
)
def test_a_policy_without_the_noun_that_says_what_it_is(surface: str, rest: str, known: bool) -> None:
    name, entry = spelling.without_noun(surface, normal(surface))
    assert (name, entry is not None) == (rest, known)


@pytest.mark.parametrize(
    ("name", "type", "id"),
    [("江苏省", "Place", "place/320000"), ("江苏省", "Project", None), ("沪", "Place", None)],
)
def test_the_only_thing_that_is_called_so(name: str, type: EntityType, id: str | None) -> None:
    entry = spelling.entry(name, type)
    assert (entry.id if entry else None) == id


@pytest.mark.parametrize("row", PATTERNS, ids=[row["example"] for row in PATTERNS])
def test_what_is_respelled_once_stays(row: dict[str, str]) -> None:
    before, _, after = row["example"].partition(" → ")
    assert before != after
    assert spelling.respelled(after, row["type"]) == after  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("蓝海工程", "Project"),
        ("区运会", "Project"),
        ("十五五规划", "Organisation"),
        ("十五运会", "Policy"),
        ("", "Policy"),
    ],
)
def test_names_of_no_pattern_and_of_another_type_stay(name: str, type: EntityType) -> None:
    assert spelling.respelled(name, type) == name


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("第3次会议", "第3次"),
        ("2025蓝海大会", "2025"),
        ("2025年度蓝海奖", "2025年度"),
        ("2025年第8届蓝海大会", "2025年第8届"),
        ("本届蓝海大会", ""),
        ("蓝海大会第8届", ""),  # not at its beginning
        ("1825年蓝海大会", ""),
    ],
)
def test_the_edition(name: str, edition: str) -> None:
    assert spelling.edition(name) == edition


@pytest.mark.parametrize("name", ["第7届中国国际进口博览会", "2025年进博会", "历届进博会", "上届进博会", "进博会"])
def test_all_editions_are_of_one_series(name: str) -> None:
    assert spelling.series(name) == "中国国际进口博览会"


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("第8届进博会", "第8届中国国际进口博览会"),  # behind its edition too
        ("中国蓝海大会", "中国蓝海大会"),  # our own country stays as it is
        ("", ""),
    ],
)
def test_a_short_name_behind_an_edition(name: str, full: str) -> None:
    assert spelling.lead(name) == full


@pytest.mark.parametrize(
    ("name", "type", "id"),
    [("“一带一路”倡议", "Policy", "policy/33e9120e9e48"), ("朝阳区", "Place", None), ("江苏", "Place", None)],
)
def test_several_things_and_two_characters_are_not_sure(name: str, type: EntityType, id: str | None) -> None:
    entry = spelling.entry(name, type)
    assert (entry.id if entry else None) == id


@pytest.mark.parametrize(
    ("name", "customary"),
    [("工信部", "工业和信息化部"), ("中华人民共和国", "中国"), ("南京", "南京市"), ("外交部", "外交部")],
)
def test_the_name_as_papers_write_it(name: str, customary: str) -> None:
    assert spelling.customary(Gazetteer.load().by_name(name)[0]) == customary
