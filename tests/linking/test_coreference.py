"""Within one article: which mentions name one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

import marked
from kg.linking import coreference
from kg.linking.coreference import Cluster


def clusters(*lines: str) -> list[Cluster]:
    return coreference.clusters(*marked.article(*lines))


def things(*lines: str) -> list[list[str]]:
    """The names of each thing of an article, in the order of its text."""
    return [cluster.names for cluster in clusters(*lines)]


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
        # a name in brackets right behind
        (("[Project|高能同步辐射光源]（[Project|HEPS]）启用。", "[Project|HEPS]运行。"), ["高能同步辐射光源", "HEPS"]),
        (("[Project|高能同步辐射光源]([Project|HEPS])启用。",), ["高能同步辐射光源", "HEPS"]),
        (("[Organisation|蓝海协会]（以下简称“[Organisation|青会]”）成立。",), ["蓝海协会", "青会"]),
        (("[Organisation|蓝海協會]（以下簡稱「[Organisation|青會]」）成立。",), ["蓝海協會", "青會"]),
        (("[Organisation|蓝海协会](简称:[Organisation|青会])成立。",), ["蓝海协会", "青会"]),
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
