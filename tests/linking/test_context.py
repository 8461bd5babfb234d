"""What an article is about decides what its short names mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

import marked
from kg.extraction.gazetteer import Entry, Gazetteer
from kg.linking.context import Context
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
    ("line", "char", "key"),
    [
        ("[Place|蒙古国]来访", "蒙", "place/MN"),
        ("[Place|呼和浩特市]来访", "蒙", "place/150000"),  # it holds the city
        ("天气晴好", "蒙", None),
        ("[Place|蒙古国]和[Place|内蒙古自治区]", "蒙", None),
        ("天气晴好", "沪", "place/310000"),  # only one is written so
        ("天气晴好", "号", None),
    ],
)
def test_the_place_that_one_character_stands_for(line: str, char: str, key: str | None) -> None:
    assert context(line).short(char, side=False) == key


def test_a_side_may_be_any_country_that_the_article_names() -> None:
    """乌拉圭 has no character of its own, yet 乌方 is its side where no other country of that beginning is named."""
    assert context("[Place|乌拉圭]总统说，[Place|乌方]愿意").short("乌", side=True) == "place/UY"
    assert context("[Place|乌拉圭]和[Place|乌克兰]").short("乌", side=True) is None


@pytest.mark.parametrize(
    ("line", "level", "key"),
    [
        ("[Place|湖南省]开会，[Organisation|省发改委]说", "省", "place/430000"),
        ("[Place|长沙市]开会", "省", "place/430000"),  # the province of the city
        ("[Place|湖南省]与[Place|湖北省]开会", "省", None),
        ("[Place|长沙市]开会", "市", "place/430100"),
        ("天气晴好", "省", None),
        ("[Place|湖南省]开会", "部", None),  # no level
    ],
)
def test_the_area_that_a_level_means(line: str, level: str, key: str | None) -> None:
    assert context(line).area(level) == key


@pytest.mark.parametrize(
    ("lines", "body", "owner"),
    [
        (("[Organisation|外交部]说",), "外交部", "place/CN"),
        (("[Place|俄罗斯]表示，[Place|俄罗斯]将", "[Place|中国]说"), "外交部", "place/CN"),
        (("[Place|俄罗斯]表示，[Place|俄罗斯]将",), "外交部", "place/RU"),
        (("[Place|俄罗斯]表示",), "外交部", None),  # named but once
        (("[Organisation|俄罗斯外交部]说，[Place|中国]说",), "外交部", "place/RU"),  # it says whose
        (("[Organisation|俄外交部]说，[Place|俄罗斯]、[Place|中国]说",), "外交部", "place/RU"),
        (("[Organisation|俄罗斯外交部]和[Organisation|日本外交部]",), "外交部", None),
        (("[Place|日本]首相说，[Place|日本]，[Place|中国]",), "国会", "place/JP"),  # China has none of that name
        (("[Place|日本]与[Place|韩国]",), "国会", None),
        (("[Place|日本]与[Place|韩国]、[Place|日本]",), "国会", "place/JP"),  # clearly the first
        ((), "国会", None),
        (("[Place|俄罗斯]表示，[Place|俄罗斯]将",), "", "place/RU"),  # 全国
        (("[Place|俄罗斯]表示，[Place|俄罗斯]将", "[Place|江苏省]"), "", "place/CN"),
        ((), "", "place/CN"),
    ],
)
def test_the_country_whose_body_is_meant(lines: tuple[str, ...], body: str, owner: str | None) -> None:
    assert context(*lines).owner(body) == owner


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("[Organisation|俄外交部]和[Organisation|日本外交部]", None),  # either
        ("[Organisation|俄外交部]说，[Place|中国]说", "place/RU"),
    ],
)
def test_one_character_says_whose_body_too(line: str, owner: str | None) -> None:
    assert context(line).owner("外交部") == owner


@pytest.mark.parametrize(("place", "owner"), [("莫斯科", "place/RU"), ("北京", "place/CN"), ("东京", None)])
def test_where_an_article_was_sent_from_decides_whose_body_it_means(place: str, owner: str | None) -> None:
    article, mentions = marked.article("[Place|俄罗斯]总统说，[Place|俄罗斯]将派[Place|俄罗斯]代表")
    dated = replace(article, dateline_place=Text(place, tuple(range(len(place)))))
    assert Context.of(dated, mentions).owner("外交部") == owner


@pytest.mark.parametrize(
    ("line", "char", "side", "only_named", "key"),
    [
        ("天气晴好", "俄", True, False, "place/RU"),
        ("天气晴好", "俄", True, True, None),
        ("[Organisation|俄罗斯国防部]", "俄", True, True, "place/RU"),  # another name begins with it
        ("[Place|南京市]下雨", "宁", True, False, None),  # no country
    ],
)
def test_of_a_side_only_countries(line: str, char: str, side: bool, only_named: bool, key: str | None) -> None:
    assert context(line).short(char, side=side, only_named=only_named) == key


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("[Organisation|湖南省发改委]说", {"place/430000"}),
        ("[Organisation|乌克兰国防部]说", {"place/UA"}),
        ("[Organisation|南京银行]说", set()),  # a bank of whatever place
        ("[Place|长沙市]下雨", {"place/430100", "place/430000"}),
        ("[Place|朝阳区]下雨", set()),
    ],
)
def test_the_places_named_beyond_doubt(line: str, named: set[str]) -> None:
    assert set(context(line).named) == named


def test_the_clearly_first_of_several_areas_is_meant() -> None:
    """Twice as often as the next."""
    assert context("[Place|湖南省]、[Place|湖南省]、[Place|湖北省]").area("省") == "place/430000"
    assert context("[Place|湖南省]、[Place|湖南省]、[Place|湖北省]、[Place|湖北省]").area("省") is None


def test_another_name_that_begins_alike_speaks_of_an_entry() -> None:
    (assembly,) = Gazetteer.load().by_name("联合国大会")
    assert context("[Person|联合国秘书长]说").speaks_of(assembly)
    assert not context("[Person|秘书长]说").speaks_of(assembly)


def test_a_district_without_its_last_character_is_meant_only_where_it_is_named_in_full() -> None:
    """西湖 is a lake."""
    entries = places("南山")
    assert context("[Place|深圳市]开会").choose(entries, "南山") is None
    assert context("[Place|深圳市][Place|南山区]开会").choose(entries, "南山") == "place/440305"
