"""Chains of places: each place of 江苏省兴化市 by itself, but 武汉国家航天产业基地 as one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import proposals
from kg.extraction import chains
from kg.extraction.candidates import Candidate
from kg.extraction.gazetteer import Gazetteer
from kg.model import ENTITY_TYPES


def split(text: str, *candidates: Candidate) -> list[Candidate]:
    return list(chains.split(text, candidates, Gazetteer.load().find(text)))


def whole(text: str) -> Candidate:
    return Candidate(0, len(text), "Place", 0.9, "tagger", "region")


@pytest.mark.parametrize(
    ("chain", "parts"),
    [
        ("湖南省洞庭湖区", ["湖南省", "洞庭湖区"]),
        ("江苏省兴化市", ["江苏省", "兴化市"]),
        ("浙江省义乌市佛堂镇", ["浙江省", "义乌市", "佛堂镇"]),
        ("内蒙古阿拉善盟左旗", ["内蒙古", "阿拉善盟", "左旗"]),
        ("河北雄安新区", ["河北", "雄安新区"]),
        ("新疆塔克拉玛干沙漠", ["新疆", "塔克拉玛干沙漠"]),
        ("德国鲁尔区", ["德国", "鲁尔区"]),
    ],
)
def test_a_chain_is_its_parts(chain: str, parts: list[str]) -> None:
    *found, last = split(chain, whole(chain))
    assert proposals.surfaces(chain, found) == parts
    assert last == replace(whole(chain), score=last.score)
    assert last.score < 0.5  # the whole loses its credit


@pytest.mark.parametrize(
    "name",
    [
        "武汉国家航天产业基地",
        "上海自由贸易试验区",
        "苏州工业园区",  # its rest is made of common words
        "日本海沟",
        "江苏省",  # one area, no chain
        "塔克拉玛干沙漠",  # begins with no area
    ],
)
def test_one_name_stays_one(name: str) -> None:
    assert split(name, whole(name)) == [whole(name)]


def test_the_parts_know_what_they_are() -> None:
    chain = "浙江省义乌市佛堂镇"
    province, county, town, _ = split(chain, whole(chain))
    assert (province.subtype, province.key) == ("province", "place/330000")
    assert (county.subtype, county.key) == ("county", "place/330782")
    assert (town.subtype, town.key) == ("town", None)


def test_an_area_of_several_namesakes_has_no_key() -> None:
    """河北 is a province, and a district of 天津."""
    area, _, _ = split("河北雄安新区", whole("河北雄安新区"))
    assert area.key is None


def test_only_places_are_chains_and_only_where_nobody_knows_the_whole() -> None:
    text = "江苏省兴化市"
    body = replace(whole(text), type="Organisation")
    known = replace(whole(text), key="place/321281")
    assert split(text, body, known) == [body, known]


def test_a_chain_within_a_sentence() -> None:
    text, candidates = proposals.parse("会议在[Place|江苏省兴化市]召开，[Person|李明]出席。")
    assert proposals.surfaces(text, split(text, *candidates)) == ["江苏省", "兴化市", "江苏省兴化市", "李明"]


TEXTS = st.lists(
    st.sampled_from(["江苏省", "兴化市", "南京", "德国", "洞庭湖", "区", "国家", "基地", "海昏侯"])
    | st.text(max_size=2),
    min_size=1,
    max_size=6,
).map("".join)


@given(TEXTS.filter(bool), st.data())
def test_parts_follow_on_each_other_from_the_first_to_the_last_character(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    candidate = Candidate(start, end, data.draw(st.sampled_from(ENTITY_TYPES)), 0.9, "tagger")
    *parts, last = split(text, candidate)
    assert (last.start, last.end, last.type) == (start, end, candidate.type)
    if parts:
        assert [part.start for part in parts] == [start, *(part.end for part in parts[:-1])]
        assert parts[-1].end == end
        assert all(part.type == "Place" for part in parts[:-1])
        assert parts[-1].type == candidate.type
