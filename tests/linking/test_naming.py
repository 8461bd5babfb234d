"""Two writings of one name come to one form, and two things to two, each in its article."""

from __future__ import annotations

from dataclasses import replace

import pytest

import marked
from kg.linking import naming
from kg.linking.context import Context
from kg.linking.naming import Name
from kg.model import EntityType, Text


def context(*lines: str, sent_from: str = "") -> Context:
    article, mentions = marked.article(*(lines or ("天气晴好",)))
    if sent_from:
        article = replace(article, dateline_place=Text(sent_from, tuple(range(len(sent_from)))))
    return Context.of(article, mentions)


def name(surface: str, type: EntityType, *lines: str, sent_from: str = "") -> Name:
    return naming.name(surface, type, context(*lines, sent_from=sent_from))


def same(one: Name, other: Name) -> bool:
    return not one.relative and not other.relative and (one.key or one.canonical) == (other.key or other.canonical)


@pytest.mark.parametrize(
    ("one", "other", "type"),
    [
        ("工业和信息化部", "工信部", "Organisation"),
        ("希音(SHEIN)", "希音", "Organisation"),
        ("国家发展改革委", "国家发展和改革委员会", "Organisation"),
        ("湖南发改委", "湖南省发展和改革委员会", "Organisation"),
        ("国务院新闻办公室", "中国国务院新闻办", "Organisation"),
        ("南京市", "南京", "Place"),
        ("我国", "中国", "Place"),
        ("全国", "中国", "Place"),
        ("汗尤尼斯地区", "汗尤尼斯", "Place"),
        ("第八届进博会", "第8届中国国际进口博览会", "Project"),
        ("十五运会", "中华人民共和国第十五届运动会", "Project"),
        ("COP30", "《联合国气候变化框架公约》第三十次缔约方大会", "Project"),
        ("神舟二十号载人飞船", "神舟二十号", "Project"),
        ("“十五五”规划建议", "《中共中央关于制定国民经济和社会发展第十五个五年规划的建议》", "Policy"),
        ("“十四五”时期", "“十四五”", "Policy"),
        ("《数据安全法》", "中华人民共和国数据安全法", "Policy"),
        ("罗莎•马丁内斯", "罗莎·马丁内斯", "Person"),
    ],
)
def test_one_thing(one: str, other: str, type: EntityType) -> None:
    assert same(name(one, type), name(other, type))


@pytest.mark.parametrize(
    ("one", "other", "type"),
    [
        ("国家发展改革委", "湖南省发展改革委", "Organisation"),
        (
            "国家综合立体交通网规划纲要（2021—2035年）",
            "新能源汽车产业发展规划（2021—2035年）",
            "Policy",
        ),
        ("《蓝海办法（征求意见稿）》", "《蓝海办法》", "Policy"),
        ("“十五五”规划", "“十五五”规划建议", "Policy"),
        ("“十四五”规划", "“十五五”规划", "Policy"),
        ("第七届进博会", "第八届进博会", "Project"),
        ("华盛顿", "华盛顿州", "Place"),
        ("江苏省", "江西省", "Place"),
    ],
)
def test_two_things(one: str, other: str, type: EntityType) -> None:
    assert not same(name(one, type), name(other, type))


class TestPlaces:
    @pytest.mark.parametrize(
        ("line", "key"),
        [
            ("[Place|北京市]开会", "place/110105"),
            ("[Place|长春市]开会", "place/220104"),
            ("天气晴好", None),  # of which city? A node of its own
            ("[Place|北京市]与[Place|长春市]", None),
        ],
    )
    def test_one_name_of_several(self, line: str, key: str | None) -> None:
        found = name("朝阳区", "Place", line)
        assert (found.key, found.relative) == (key, key is None)

    def test_a_district_is_not_called_so_without_its_level(self) -> None:
        """南山 in a text on Shenzhen may be a hill."""
        assert name("南山", "Place", "[Place|深圳市]开会").key is None
        assert name("南山区", "Place", "[Place|深圳市]开会").key == "place/440305"
        assert name("南山", "Place", "[Place|深圳市][Place|南山区]开会").key == "place/440305"

    def test_a_county_without_its_level_where_its_region_is_named(self) -> None:
        assert name("兴化", "Place", "[Place|江苏省]开会").key == name("兴化市", "Place").key == "place/321281"

    def test_the_whole_country_is_the_one_that_the_article_is_about(self) -> None:
        abroad = ("[Place|日本]说，[Place|日本]将", "[Place|日本]")
        assert name("全国", "Place", *abroad, sent_from="东京").key == "place/JP"
        assert name("全国", "Place", *abroad, sent_from="北京").key == "place/CN"

    def test_a_side_of_an_affair(self) -> None:
        assert name("乌方", "Place", "[Place|乌克兰]总统说").key == "place/UA"
        assert name("乌方", "Place", "[Place|乌兹别克斯坦]总统说").key == "place/UZ"
        assert name("乌方", "Place").key is None
        assert name("西方", "Place", "[Place|中国]").key is None  # the West


class TestBodies:
    def test_of_the_state_of_which_the_article_speaks(self) -> None:
        ours = name("外交部", "Organisation", "[Place|俄罗斯]，[Place|中国]说")
        assert ours.key == name("中国外交部", "Organisation").key
        moscow = name("外交部", "Organisation", "[Place|俄罗斯]说，[Place|俄罗斯]", sent_from="莫斯科")
        assert same(moscow, name("俄罗斯外交部", "Organisation"))
        assert not same(moscow, ours)

    def test_of_a_country_that_is_named_by_one_character(self) -> None:
        assert same(name("俄国防部", "Organisation", "[Place|俄罗斯]"), name("俄罗斯国防部", "Organisation"))
        assert same(name("美参院", "Organisation"), name("美国国会参议院", "Organisation"))

    def test_of_the_province_that_the_article_names(self) -> None:
        inherited = name("省发改委", "Organisation", "[Place|湖南省]开会")
        assert same(inherited, name("湖南省发展改革委", "Organisation"))
        between = name("省发改委", "Organisation", "[Place|湖南省]与[Place|湖北省]开会")
        assert between.relative
        assert name("自治区政协", "Organisation", "[Place|宁夏回族自治区]").canonical.startswith("宁夏回族自治区")

    def test_another_name_in_brackets(self) -> None:
        found = name("蓝海抵抗运动（蓝抵）", "Organisation")
        assert (found.canonical, found.also) == ("蓝海抵抗运动", ("蓝抵",))


def test_what_recognition_is_certain_of_is_kept() -> None:
    assert naming.name("朝阳区", "Place", context(), "place/220104").key == "place/220104"


@pytest.mark.parametrize(
    ("surfaces", "type"),
    [
        (("工业和信息化部", "工信部", "中国工信部", "我国工业和信息化部"), "Organisation"),
        (("国家发展改革委", "国家发改委", "国家发展和改革委员会", "发改委"), "Organisation"),
        (("湖南省发改委", "湖南省发展改革委", "湖南省发展和改革委员会", "湖南发改委"), "Organisation"),
        (("长沙市住建局", "长沙市住房城乡建设局", "长沙市住房和城乡建设局"), "Organisation"),
        (("希音(SHEIN)", "希音（ＳＨＥＩＮ）", "希音"), "Organisation"),
        (("我国", "全国", "中国", "中华人民共和国"), "Place"),
        (("塔克拉玛干", "塔克拉玛干沙漠"), "Place"),
        (("沪", "上海", "上海市"), "Place"),
        (("美", "美方", "美国"), "Place"),
        (("“一带一路”", "共建“一带一路”倡议", "“一带一路”倡议"), "Policy"),
        (("“粤车南下”政策", "粤车南下"), "Policy"),
        (("《蓝海保护条例》", "“蓝海保护条例”", "藍海保護條例"), "Policy"),
        (("首届蓝海大会", "第一届蓝海大会"), "Project"),
        (("十五运会", "第十五届全国运动会", "中华人民共和国第十五届运动会"), "Project"),
    ],
)
def test_all_writings_of_one_thing(surfaces: tuple[str, ...], type: EntityType) -> None:
    first, *others = (name(surface, type) for surface in surfaces)
    assert all(same(first, other) for other in others)


@pytest.mark.parametrize(
    ("one", "other", "type"),
    [
        ("发改委", "湖南省发改委", "Organisation"),
        ("湖南省发改委", "湖北省发改委", "Organisation"),
        ("俄国防部", "乌克兰国防部", "Organisation"),
        ("第八届进博会", "进博会", "Project"),
        ("十四运会", "十五运会", "Project"),
        ("2024年蓝海大会", "2025年蓝海大会", "Project"),
        ("党的二十届三中全会", "党的二十届四中全会", "Project"),
        ("西湖", "西湖区", "Place"),
    ],
)
def test_stay_apart(one: str, other: str, type: EntityType) -> None:
    ours, theirs = (name(each, type, "[Place|杭州市]与[Place|湖南省]") for each in (one, other))
    assert ours.canonical != theirs.canonical
    assert ours.key is None or ours.key != theirs.key


@pytest.mark.parametrize(
    ("surface", "type", "lines"),
    [
        ("朝阳区", "Place", ()),
        ("鼓楼区", "Place", ()),
        ("南山", "Place", ()),
        ("乌方", "Place", ("[Place|乌兹别克斯坦]与[Place|乌克兰]",)),
        ("首都", "Place", ("[Place|俄罗斯]说，[Place|俄罗斯]",)),
        ("东部", "Place", ("[Place|俄罗斯]说，[Place|俄罗斯]",)),  # not the east of China
        ("本市", "Place", ()),
        ("全省", "Place", ("[Place|湖南省]与[Place|湖北省]",)),
        ("国会", "Organisation", ()),
        ("国会", "Organisation", ("[Place|美国]、[Place|日本]",)),
        ("省发改委", "Organisation", ()),
        ("市教育局", "Organisation", ("[Place|湖南省]",)),  # no city is named
        ("自治区政府", "Organisation", ("[Place|湖南省]",)),
        ("国务院常务会议", "Project", ()),
        ("本届进博会", "Project", ()),
        ("峰会", "Project", ()),
        ("王主席", "Person", ("[Person|王小某]",)),
    ],
)
def test_an_event_without_its_edition_or_a_body_without_its_area_is_of_its_own_text_only(
    surface: str, type: EntityType, lines: tuple[str, ...]
) -> None:
    assert name(surface, type, *lines) == Name(surface, relative=True)


@pytest.mark.parametrize(
    ("surface", "line", "canonical"),
    [
        ("省发改委", "[Place|长沙市]", "湖南省发展和改革委员会"),  # the province of the city
        ("市教育局", "[Place|长沙市]", "长沙市教育局"),
        ("国会", "[Place|美国]、[Place|美国]", "美国国会"),
        ("俄铁路公司", "[Place|俄罗斯]", "俄罗斯铁路公司"),
        ("俄铁路公司", "天气晴好", "俄铁路公司"),  # the article names no Russia
        ("联大", "[Person|联合国秘书长]", "联合国大会"),
        ("联大", "天气晴好", "联大"),  # two characters are sure only where the article speaks of it
    ],
)
def test_a_body_of_what_the_article_names(surface: str, line: str, canonical: str) -> None:
    found = name(surface, "Organisation", line)
    assert (found.canonical, found.relative) == (canonical, False)


@pytest.mark.parametrize(
    ("surface", "type", "also"),
    [
        ("希音（SHEIN）", "Organisation", ("SHEIN",)),
        ("蓝海大会（蓝会）", "Project", ("蓝会",)),
        ("蓝海条例（草案）", "Policy", ()),  # a draft's brackets are no other name
        ("蓝海大会（2025年）", "Project", ()),  # nor is an edition
        ("希音", "Organisation", ()),
    ],
)
def test_what_a_name_says_in_brackets(surface: str, type: EntityType, also: tuple[str, ...]) -> None:
    assert name(surface, type).also == also


@pytest.mark.parametrize(
    ("surface", "type"),
    [
        ("蓝海公司", "Organisation"),
        ("蓝海湾", "Place"),
        ("李小明", "Person"),
        ("蓝海工程", "Project"),
        ("《蓝海纲要》", "Policy"),
    ],
)
def test_an_unknown_name_is_itself(surface: str, type: EntityType) -> None:
    assert name(surface, type) == Name(surface.strip("《》"))


@pytest.mark.parametrize(
    ("surface", "line", "place"),
    [
        ("全省", "[Place|湖南省]开会", "place/430000"),
        ("我省", "[Place|湖南省]开会", "place/430000"),
        ("本市", "[Place|长沙市]开会", "place/430100"),
    ],
)
def test_an_area_without_its_name_is_the_one_that_the_article_names(surface: str, line: str, place: str) -> None:
    assert name(surface, "Place", line).key == place


def test_a_place_behind_the_one_that_holds_it() -> None:
    assert name("广东省深圳市", "Place").key == "place/440300"


def test_whose_ministry_where_ours_is_named_too() -> None:
    line = "[Organisation|中国外交部]、[Organisation|俄罗斯外交部]"
    assert name("外交部", "Organisation", line).canonical != "俄罗斯外交部"


def test_a_numbered_plenum_is_one_thing_in_every_text() -> None:
    found = name("党的二十届四中全会", "Project")
    assert (found.relative, found.key is None) == (False, False)
