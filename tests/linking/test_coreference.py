"""Within one article: which mentions name one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

import marked
from kg.linking import coreference
from kg.linking.coreference import Cluster
from kg.linking.decisions import NONE, Decisions
from linked import decided


def clusters(*lines: str, decisions: Decisions = NONE) -> list[Cluster]:
    return coreference.clusters(*marked.article(*lines), decisions)


def things(*lines: str, decisions: Decisions = NONE) -> list[list[str]]:
    """The names of each thing of an article, in the order of its text."""
    return [cluster.names for cluster in clusters(*lines, decisions=decisions)]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("[Organisation|蓝海公司]表示，[Organisation|蓝海公司]将……",), ["蓝海公司"]),
        # written another way
        (("[Organisation|希音（ＳＨＥＩＮ）]与[Organisation|希音(SHEIN)]",), ["希音（ＳＨＥＩＮ）", "希音(SHEIN)"]),
        (("[Project|“三北”工程]，[Project|三北工程]",), ["“三北”工程", "三北工程"]),
        # one entry of the gazetteer
        (("[Organisation|工业和信息化部]发布。", "[Organisation|工信部]介绍。"), ["工业和信息化部", "工信部"]),
        (("[Place|南京市]下雨，[Place|南京]降温",), ["南京市", "南京"]),
        (("[Place|俄罗斯]的代表说，[Place|俄方]愿意",), ["俄罗斯", "俄方"]),
        (("[Place|我国]与[Place|中国]，[Place|全国]",), ["我国", "中国", "全国"]),
        # one name in full
        (("[Organisation|湖南省发改委]、[Organisation|湖南省发展改革委]",), ["湖南省发改委", "湖南省发展改革委"]),
        (("[Organisation|湖南省发改委]说，[Organisation|省发改委]",), ["湖南省发改委", "省发改委"]),
        (("[Organisation|俄罗斯国防部]说，[Organisation|俄国防部]",), ["俄罗斯国防部", "俄国防部"]),
        (("[Place|兴化市]丰收，[Place|兴化]",), ["兴化市", "兴化"]),
        (("[Place|赞比亚]来访，[Place|赞比亚共和国]", "[Place|赞方]"), ["赞比亚", "赞比亚共和国", "赞方"]),
        # a name in brackets right behind
        (("[Project|高能同步辐射光源]（[Project|HEPS]）启用。", "[Project|HEPS]运行。"), ["高能同步辐射光源", "HEPS"]),
        (("[Project|高能同步辐射光源]([Project|HEPS])启用。",), ["高能同步辐射光源", "HEPS"]),
        (("[Organisation|蓝海协会]（以下简称“[Organisation|青会]”）成立。",), ["蓝海协会", "青会"]),
        (("[Organisation|蓝海協會]（以下簡稱「[Organisation|青會]」）成立。",), ["蓝海協會", "青會"]),
        (("[Organisation|蓝海协会](简称:[Organisation|青会])成立。",), ["蓝海协会", "青会"]),
        # what points, and what it points to
        (("[Place|菲律宾]受灾。", "[Place|该国]将……"), ["菲律宾", "该国"]),
        (("[Organisation|蓝海公司]说，[Organisation|该公司]",), ["蓝海公司", "该公司"]),
        (("[Project|第七届蓝海能源论坛]开幕。", "天晴。", "[Project|本届论坛]"), ["第七届蓝海能源论坛", "本届论坛"]),
        (("[Project|青澜江大桥]合龙。", "[Project|大桥]长三里。"), ["青澜江大桥", "大桥"]),
        # a shorter name for the one longer name that it may stand for
        (("[Organisation|江苏省蓝海集团]成立。", "[Organisation|蓝海集团]说"), ["江苏省蓝海集团", "蓝海集团"]),
        (("[Project|第九届中德汽车大会]开幕。", "[Project|中德汽车大会]"), ["第九届中德汽车大会", "中德汽车大会"]),
        (("[Person|马罗佩妮·拉莫豪帕]说。", "[Person|拉莫豪帕]"), ["马罗佩妮·拉莫豪帕", "拉莫豪帕"]),
        (("[Policy|《数据评估办法》]出台。", "[Policy|评估办法]"), ["《数据评估办法》", "评估办法"]),
    ],
)
def test_one_thing(lines: tuple[str, ...], names: list[str]) -> None:
    assert things(*lines) == [names]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("[Project|蓝海]与[Organisation|蓝海]",), [["蓝海"], ["蓝海"]]),  # two types
        (("[Place|北京市]的[Place|南京市]",), [["北京市"], ["南京市"]]),  # two entries
        (("[Organisation|蓝海公司]（[Place|南京]）",), [["蓝海公司"], ["南京"]]),
        (("[Organisation|蓝海公司]（和[Organisation|青云集团]）",), [["蓝海公司"], ["青云集团"]]),
        (("[Project|第七届进博会]，[Project|第八届进博会]",), [["第七届进博会"], ["第八届进博会"]]),
        # a shorter name that may stand for two longer ones is neither
        (
            ("[Policy|《数据评估办法》]与[Policy|《价格评估办法》]。", "[Policy|评估办法]"),
            [["《数据评估办法》"], ["《价格评估办法》"], ["评估办法"]],
        ),
        # the state's and a province's
        (
            ("[Organisation|国家发展改革委]与[Organisation|湖南省发改委]。", "[Organisation|发改委]"),
            [["国家发展改革委", "发改委"], ["湖南省发改委"]],
        ),
        # a province is named, and another
        (("[Place|湖南省]与[Place|湖北省]的[Organisation|省发改委]",), [["湖南省"], ["湖北省"], ["省发改委"]]),
        # two plans of one period
        (
            ("[Policy|综合立体交通网规划纲要（2021—2035年）]、[Policy|新能源汽车产业发展规划（2021—2035年）]",),
            [["综合立体交通网规划纲要（2021—2035年）"], ["新能源汽车产业发展规划（2021—2035年）"]],
        ),
        # a draft and the final text
        (
            ("[Policy|《数据评估办法（征求意见稿）》]、[Policy|《数据评估办法》]",),
            [["《数据评估办法（征求意见稿）》"], ["《数据评估办法》"]],
        ),
    ],
)
def test_several_things(lines: tuple[str, ...], names: list[list[str]]) -> None:
    assert things(*lines) == names


def test_of_longer_names_within_each_other_the_longest_is_meant() -> None:
    lines = ("[Policy|《江苏省数据评估办法》]、[Policy|《数据评估办法》]。", "[Policy|评估办法]")
    assert things(*lines) == [["《江苏省数据评估办法》", "《数据评估办法》", "评估办法"]]


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("[Place|江苏省]", ["place/320000"]),
        ("[Place|北京市]的[Place|朝阳区]", ["place/110000", "place/110105"]),
        ("[Place|朝阳区]", [None]),  # of which city?
        ("[Place|义乌]", [None]),  # a lone county may be a village too
        ("[Place|浙江省][Place|义乌]", ["place/330000", "place/330782"]),
        ("[Organisation|蓝海公司]", [None]),
        ("[Project|江苏省]", [None]),  # no project bears this name
    ],
)
def test_the_entry_that_a_name_means(line: str, keys: list[str | None]) -> None:
    assert [cluster.key for cluster in clusters(line)] == keys


def test_an_entry_that_the_text_made_certain_is_kept() -> None:
    article, (mention,) = marked.article("[Place|朝阳区]开会")
    (cluster,) = coreference.clusters(article, [replace(mention, key="place/220104")])
    assert cluster.key == "place/220104"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("[Place|沪]宁铁路", [(["沪"], "place/310000")]),  # stands for one place only
        ("[Place|蒙]方代表", []),  # 内蒙古 or 蒙古国: nobody could say
        ("[Place|蒙古国]总统说，[Place|蒙]中", [(["蒙古国", "蒙"], "place/MN")]),
        ("[Place|内蒙古]干部说，[Place|蒙]牧", [(["内蒙古", "蒙"], "place/150000")]),
        ("[Project|号]出发", []),
    ],
)
def test_a_single_character(line: str, named: list[tuple[list[str], str]]) -> None:
    assert [(cluster.names, cluster.key) for cluster in clusters(line)] == named


def test_every_mention_is_in_one_cluster() -> None:
    article, mentions = marked.article(
        "[Place|江苏省][Place|兴化市]的[Project|千岛工程]（[Project|千岛]）由[Organisation|蓝海公司]承建。",
        "[Place|兴化]的[Project|千岛工程]开工，[Organisation|蓝海]与[Organisation|财政部]、[Person|李明]出席。",
    )
    placed = [mention for cluster in coreference.clusters(article, mentions) for mention in cluster.mentions]
    assert len(placed) == len(mentions) == 10
    assert set(placed) == set(mentions)


def test_the_fullest_name_is_the_longest_in_normal_form() -> None:
    (cluster,) = clusters("[Policy|《数据评估办法》]，[Policy|“数据评估办法”]，[Policy|评估办法]")
    assert cluster.fullest == "数据评估办法"


def test_nothing_of_nothing() -> None:
    assert things("无人提及") == []


class TestEditions:
    def test_this_years_is_the_one_that_the_article_names(self) -> None:
        lines = ("[Project|第八届蓝海大会]开幕。", "[Project|本届蓝海大会]精彩，[Project|蓝海大会]闭幕。")
        (cluster,) = clusters(*lines)
        assert cluster.names == ["第八届蓝海大会", "本届蓝海大会", "蓝海大会"]
        assert (cluster.canonical, cluster.relative) == ("第8届蓝海大会", False)

    def test_of_two_it_is_neither(self) -> None:
        lines = ("[Project|第七届蓝海大会]后，[Project|第八届蓝海大会]开幕。", "[Project|本届蓝海大会]精彩。")
        assert things(*lines) == [["第七届蓝海大会"], ["第八届蓝海大会"], ["本届蓝海大会"]]

    def test_of_an_edition_that_the_gazetteer_knows(self) -> None:
        assert things("[Project|第十五届全国运动会]开幕，[Project|本届全运会]精彩。") == [
            ["第十五届全国运动会", "本届全运会"]
        ]

    def test_an_edition_is_not_its_series(self) -> None:
        keys = {
            cluster.key
            for edition in ("第七届", "第八届")
            for cluster in clusters(f"[Project|{edition}进博会]开幕。[Project|进博会]精彩。")
            if f"{edition}进博会" in cluster.names
        }
        (series,) = clusters("[Project|进博会]")
        assert series.key not in keys


class TestTitles:
    @pytest.mark.parametrize(
        "lines",
        [
            ("国家主席[Person|王小某]来访。", "[Person|王主席]说"),
            ("[Person|王小某]主席来访。", "[Person|王主席]说"),
            ("[Person|王主席]说。", "主席[Person|王小某]来访，总理[Person|李小某]陪同"),
            ("书记[Person|欧阳小某]来访。", "[Person|欧阳书记]说"),
            ("总书记[Person|王小某]来访。", "[Person|总书记]说"),
        ],
    )
    def test_the_one_person_beside_whose_name_the_post_stands(self, lines: tuple[str, ...]) -> None:
        first = clusters(*lines)[0]
        assert len(first.names) == 2
        assert first.canonical.endswith("小某")
        assert not first.relative

    @pytest.mark.parametrize(
        "lines",
        [
            ("主席[Person|王小某]与主席[Person|王大某]。", "[Person|王主席]说"),  # two
            ("[Person|王小某]来访。", "[Person|王主席]说"),  # nobody says that this one is
            ("总理[Person|王小某]来访。", "[Person|王主席]说"),  # another post
            ("主席[Person|李小某]来访。", "[Person|王主席]说"),  # another surname
        ],
    )
    def test_else_stays_alone(self, lines: tuple[str, ...]) -> None:
        assert ["王主席"] in things(*lines)

    def test_the_posts_beside_a_name(self) -> None:
        (cluster,) = clusters("副总统[Person|李小某]来访。", "[Person|李小某]总统说")
        assert cluster.posts == {"副总统", "总统"}


class TestDecisions:
    @pytest.mark.parametrize(
        ("line", "pair", "names"),
        [
            ("[Place|江苏省][Place|兴化市]、[Place|兴化]", ("兴化市", "兴化"), [["江苏省"], ["兴化市"], ["兴化"]]),
            (
                "[Organisation|工信部]、[Organisation|工业和信息化部]",
                ("工信部", "工业和信息化部"),
                [["工信部"], ["工业和信息化部"]],
            ),
            (
                "[Organisation|俄国防部]、[Organisation|俄罗斯国防部]",
                ("俄国防部", "俄罗斯国防部"),
                [["俄国防部"], ["俄罗斯国防部"]],
            ),
            ("[Project|千岛工程]（[Project|千岛]）", ("千岛", "千岛工程"), [["千岛工程"], ["千岛"]]),
            (
                "[Organisation|海澜集团有限公司]的[Organisation|海澜集团]",
                ("海澜集团", "海澜集团有限公司"),
                [["海澜集团有限公司"], ["海澜集团"]],
            ),
        ],
    )
    def test_two_where_the_user_says_so(self, line: str, pair: tuple[str, str], names: list[list[str]]) -> None:
        assert len(things(line)) < len(names)
        assert things(line, decisions=decided(("different", *pair))) == names
        assert things(line, decisions=decided(("different", *pair[::-1]))) == names  # from either side

    def test_two_whose_names_come_to_a_third(self) -> None:
        line = "[Organisation|湖南省发改委]、[Organisation|湖南发改委]"
        decisions = decided(("different", "湖南省发改委", "湖南发改委"))
        assert things(line, decisions=decisions) == [["湖南省发改委"], ["湖南发改委"]]

    def test_of_other_names_says_nothing(self) -> None:
        line = "[Place|江苏省][Place|兴化市]、[Place|兴化]"
        assert things(line, decisions=decided(("different", "兴化市", "泰州市"))) == things(line)


def test_a_cluster_knows_the_canonical_forms_of_its_other_names() -> None:
    (cluster,) = clusters("[Project|蓝海同步辐射光源]（[Project|LHS]）启用。")
    assert (cluster.canonical, cluster.aliases) == ("蓝海同步辐射光源", {"LHS"})
    (cluster,) = clusters("[Organisation|希音（SHEIN）]出海。")
    assert (cluster.canonical, cluster.aliases) == ("希音", {"SHEIN"})


def test_the_name_in_a_mentions_own_brackets() -> None:
    assert things("[Organisation|希音（SHEIN）]出海。", "[Organisation|SHEIN]说") == [["希音（SHEIN）", "SHEIN"]]


@pytest.mark.parametrize(
    "lines",
    [
        ("[Organisation|蓝海协会]（以下简称“[Organisation|青会]”）成立。",),
        ("[Organisation|江苏省蓝海集团]成立。", "[Organisation|蓝海集团]说"),
        ("[Project|第七届蓝海能源论坛]开幕。", "[Project|本届论坛]"),
        ("[Organisation|青云公司]成立。", "[Organisation|该公司]说"),
        ("国家主席[Person|李明]来访。", "[Person|李主席]说"),
    ],
)
def test_what_a_rule_joins_is_written_down_and_can_be_taken_back(lines: tuple[str, ...]) -> None:
    (whole,) = clusters(*lines)
    (join,) = whole.joins
    assert join.why
    assert len(clusters(*lines, decisions=decided(("different", join.name, join.other)))) == 2


def test_two_writings_of_one_name_are_no_join() -> None:
    (whole,) = clusters("[Organisation|湖南省发改委]、[Organisation|湖南省发展改革委]")
    assert not whole.joins
