"""Which place of several with one name an article means, and where each place lies."""

from __future__ import annotations

from dataclasses import replace

import pytest

import marked
from kg.extraction.gazetteer import Entry, Gazetteer
from kg.linking import geography
from kg.linking.geography import Context
from kg.model import Text


def context(*lines: str) -> Context:
    return Context.of(*marked.article(*lines))


def places(name: str) -> list[Entry]:
    return [entry for entry in Gazetteer.load().by_name(name) if entry.type == "Place"]


@pytest.mark.parametrize(
    ("line", "name", "key"),
    [
        ("[Place|北京市]召开会议", "朝阳区", "place/110105"),
        ("[Place|吉林省]召开会议", "朝阳区", "place/220104"),
        ("[Place|长春市]召开会议", "朝阳区", "place/220104"),
        ("[Place|浙江省]召开会议", "义乌", "place/330782"),
        ("天气晴好", "南京市", "place/320100"),  # a large one means itself
        ("天气晴好", "双江拉祜族佤族布朗族傣族自治县", "place/530925"),  # and so does a long name
    ],
)
def test_the_place_that_is_meant(line: str, name: str, key: str) -> None:
    assert context(line).choose(places(name)) == key


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("天气晴好", "朝阳区"),  # any of them
        ("[Place|北京市]与[Place|长春市]", "朝阳区"),  # either
        ("[Place|广东省]召开会议", "朝阳区"),  # none that lies there
        ("[Place|朝阳区]召开会议", "朝阳区"),  # a name says nothing of itself
        ("天气晴好", "义乌"),  # a lone county may be a village too
        ("[Person|南京]召开会议", "玄武区"),  # a person is no place
        ("天气晴好", "无此地"),
    ],
)
def test_nobody_could_say(line: str, name: str) -> None:
    assert context(line).choose(places(name)) is None


def test_the_holder_that_is_named_more_often_decides() -> None:
    assert context("[Place|长春市]、[Place|北京市]、[Place|长春市]").choose(places("朝阳区")) == "place/220104"


def test_the_dateline_is_a_place_of_the_article() -> None:
    article, mentions = marked.article("会议召开")
    dated = replace(article, dateline_place=Text("长春", (0, 1)))
    assert Context.of(article, mentions).choose(places("朝阳区")) is None
    assert Context.of(dated, mentions).choose(places("朝阳区")) == "place/220104"


def test_what_a_mention_is_certain_of_counts() -> None:
    article, (mention,) = marked.article("[Place|吉林]召开会议")
    unsure = Context.of(article, [mention])
    certain = Context.of(article, [replace(mention, key="place/220000")])
    assert unsure.choose(places("朝阳区")) is None
    assert certain.choose(places("朝阳区")) == "place/220104"


@pytest.mark.parametrize(
    ("line", "ids", "id"),
    [
        ("[Place|蒙古国]来访", ("place/150000", "place/MN"), "place/MN"),
        ("[Place|呼和浩特市]来访", ("place/150000", "place/MN"), "place/150000"),  # it holds the city
        ("天气晴好", ("place/150000", "place/MN"), None),
        ("[Place|蒙古国]和[Place|内蒙古自治区]", ("place/150000", "place/MN"), None),
        ("天气晴好", ("place/310000",), "place/310000"),
        ("天气晴好", (), None),
    ],
)
def test_the_one_among_several_that_the_article_names(line: str, ids: tuple[str, ...], id: str | None) -> None:
    assert context(line).among(ids) == id


@pytest.mark.parametrize(
    ("present", "holders"),
    [
        # 兴化市 lies in 泰州市, that in 江苏省, that in 中国
        (["place/321281", "place/321200", "place/320000"], ["place/321200", "place/320000"]),
        (["place/321281", "place/320000"], ["place/320000"]),
        (["place/321281", "place/CN"], ["place/CN"]),
        (["place/321281", "place/330000"], []),
        (["place/321281"], []),
        (["place/0123456789ab", "place/CN"], []),  # not of the gazetteer
    ],
)
def test_a_place_lies_in_the_nearest_place_that_is_there(present: list[str], holders: list[str]) -> None:
    assert list(geography.parents(present, present)) == list(zip(present, holders, strict=False))
