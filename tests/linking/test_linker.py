"""One node for one thing, whatever the order of the sources."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.linking import linker
from kg.linking.linker import link
from kg.model import Entity, Knowledge
from linked import decided, groups
from linked import page as extraction


def names(entity: Entity) -> set[str]:
    return {entity.label, *entity.alt_labels}


def one(knowledge: Knowledge, name: str) -> Entity:
    (found,) = [entity for entity in knowledge.entities if name in names(entity)]
    return found


def test_official_name_and_short_names_are_one_node() -> None:
    knowledge = link(
        [
            extraction("[Organisation|工业和信息化部]发布数据。", "[Organisation|工信部]介绍情况。"),
            extraction("记者从[Organisation|工信部]获悉。", "[Place|中国]与[Place|我国]是一回事。"),
        ]
    )
    assert one(knowledge, "工信部") is one(knowledge, "工业和信息化部")
    assert one(knowledge, "我国") is one(knowledge, "中国")


def test_a_name_in_brackets_is_another_name() -> None:
    knowledge = link([extraction("[Organisation|希音]([Organisation|SHEIN])打造平台。", "[Organisation|SHEIN]出海。")])
    assert names(one(knowledge, "SHEIN")) == {"希音", "SHEIN"}


def test_a_happening_involves_each_thing_once_and_says_where() -> None:
    source = extraction("3月3日，[Organisation|希音]([Organisation|SHEIN])在[Place|江苏][Place|南京]举行会议。")
    knowledge = link([source])
    (event,) = knowledge.events
    place = one(knowledge, "南京").id
    assert event.involves == tuple(sorted((one(knowledge, "SHEIN").id, place)))
    assert event.place == place


def test_a_happening_keeps_those_whose_type_the_user_changed() -> None:
    source = extraction("3月3日，[Organisation|青云公司]在[Place|蓝海港]举行会议。")
    knowledge = link([source], decided(("retype", "蓝海港", "Project")))
    (event,) = knowledge.events
    assert {knowledge.entity(id).label for id in event.involves} == {"青云公司", "蓝海港"}
    assert event.place is None


def test_numbers_and_years_keep_things_apart() -> None:
    knowledge = link(
        [
            extraction("[Project|第七届进博会]闭幕，[Project|第八届进博会]将开幕。"),
            extraction("[Project|第八届进博会]开幕。"),
        ]
    )
    assert {e.label for e in knowledge.entities} == {"第七届进博会", "第八届进博会"}


def test_the_place_that_the_article_is_about_decides_which_one_a_name_means() -> None:
    beijing = link([extraction("[Place|北京市]的[Place|朝阳区]开会。")])
    changchun = link([extraction("[Place|吉林省][Place|长春市]的[Place|朝阳区]开会。")])
    assert one(beijing, "朝阳区").id == "place/110105"
    assert one(changchun, "朝阳区").id == "place/220104"


def test_a_name_that_may_mean_several_places_stays_a_node_of_its_own() -> None:
    knowledge = link([extraction("[Place|朝阳区]举行活动。")])
    assert not one(knowledge, "朝阳区").in_gazetteer


def test_the_gazetteer_says_where_a_place_lies_and_no_sentence_does() -> None:
    knowledge = link([extraction("[Place|南京市]下雨，[Place|江苏省]降温。")])
    (statement,) = knowledge.statements
    assert (statement.predicate, statement.evidence) == ("locatedIn", ())


def test_two_sentences_that_say_one_thing_are_one_statement_with_two_pieces_of_evidence() -> None:
    line = "[Organisation|国家能源局]印发[Policy|《电力规划》]。"
    knowledge = link([extraction(line, line)])
    (statement,) = knowledge.statements
    assert len(statement.evidence) == 2
    assert statement.confidence > max(piece.confidence for piece in statement.evidence)


SOURCES = [
    extraction("[Organisation|教育部]、[Organisation|财政部]联合印发[Policy|《意见》]。"),
    extraction("[Place|江苏省][Place|兴化市]的[Project|千岛工程]开工。"),
    extraction("[Place|兴化]丰收，[Organisation|教育部]部长[Person|李小明]调研。"),
    extraction("[Person|李小明]在[Place|江苏省]说，[Project|第八届蓝海大会]开幕。", day=None),
    extraction("[Organisation|蓝海协会]（[Organisation|青会]）与[Person|李小明]，[Project|本届蓝海大会]闭幕。"),
    extraction("[Organisation|青会]说，[Project|第七届蓝海大会]闭幕。", day=date(2024, 3, 5)),
]


@settings(max_examples=20)
@given(st.permutations(SOURCES))
def test_any_order_of_the_sources_gives_the_same_knowledge(sources: list[linker.Extraction]) -> None:
    assert link(sources) == link(SOURCES)


def test_the_same_bytes_twice_count_once() -> None:
    source = extraction("[Organisation|教育部]印发[Policy|《意见》]。")
    assert link([source, source]) == link([source])


@pytest.mark.parametrize(
    ("pages", "things"),
    [
        # a short name that one of them explains
        (
            ["[Organisation|希音（SHEIN）]出海。", "[Organisation|SHEIN]说。", "[Organisation|希音]说。"],
            [["SHEIN", "希音", "希音（SHEIN）"]],
        ),
        (
            ["[Organisation|蓝海协会]（以下简称“[Organisation|青会]”）成立。", "[Organisation|青会]说。"],
            [["蓝海协会", "青会"]],
        ),
        # whose it is, the one says, and the other inherits from its article
        (
            ["[Place|湖南省]的[Organisation|省发改委]说。", "[Organisation|湖南省发展改革委]又说。"],
            [["湖南省"], ["湖南省发展改革委", "省发改委"]],
        ),
        (["[Organisation|俄国防部]说。", "[Organisation|俄罗斯国防部]说。"], [["俄国防部", "俄罗斯国防部"]]),
        # the state's, and a province's
        (
            ["[Organisation|国家发展改革委]说。", "[Organisation|湖南省发改委]说。", "[Organisation|发改委]说。"],
            [["发改委", "国家发展改革委"], ["湖南省发改委"]],
        ),
        # an edition, and this year's
        (
            ["[Project|第八届蓝海大会]开幕，[Project|本届蓝海大会]好。", "[Project|本届蓝海大会]闭幕。"],
            [["本届蓝海大会", "第八届蓝海大会"]],
        ),
        # editions, and their series
        (
            ["[Project|第八届进博会]开幕，[Project|进博会]好。", "[Project|第七届进博会]闭幕，[Project|进博会]好。"],
            [["第七届进博会", "进博会"], ["第八届进博会", "进博会"]],
        ),
        (
            ["[Policy|《蓝海条例（草案）》]公布。", "[Policy|《蓝海条例》]公布。"],
            [["《蓝海条例》"], ["《蓝海条例（草案）》"]],
        ),
        # one person, two places of work
        (
            ["[Organisation|蓝海公司]董事长[Person|李小明]。", "[Organisation|青云公司]总裁[Person|李小明]。"],
            [["李小明"], ["李小明"], ["蓝海公司"], ["青云公司"]],
        ),
        (
            ["[Organisation|蓝海公司]董事长[Person|李小明]。", "[Organisation|蓝海公司]董事长[Person|李小明]说。"],
            [["李小明"], ["蓝海公司"]],
        ),
        # nobody says whose it is
        (
            ["[Organisation|市教育局]印发[Policy|《意见》]。", "[Organisation|市教育局]说。"],
            [["《意见》"], ["市教育局"], ["市教育局"]],
        ),
        (["[Place|鼓楼区]下雨。", "[Place|南京市][Place|鼓楼区]下雨。"], [["南京市"], ["鼓楼区"], ["鼓楼区"]]),
    ],
)
def test_the_things_of_several_sources(pages: list[str], things: list[list[str]]) -> None:
    found = [extraction(page) for page in pages]
    assert groups(link(found)) == groups(link(found[::-1])) == sorted(things)


def test_two_ministers_of_one_name_are_two() -> None:
    found = [extraction(f"[Organisation|{body}]部长[Person|李小明]说。") for body in ("教育部", "财政部")]
    assert groups(link(found)).count(["李小明"]) == 2


def test_what_may_be_either_of_two_editions_is_neither() -> None:
    pages = ("[Project|第八届蓝海大会]开幕。", "[Project|第七届蓝海大会]开幕。", "[Project|蓝海大会]闭幕。")
    assert ["蓝海大会"] in groups(link([extraction(page) for page in pages]))


def test_every_mention_has_an_entity_of_its_type() -> None:
    knowledge = link(SOURCES)
    types = {entity.id: entity.type for entity in knowledge.entities}
    assert len(knowledge.mentions) == sum(len(source.mentions) for source in SOURCES)
    assert all(types[linked.entity] == linked.mention.type for linked in knowledge.mentions)


def test_links_name_entities_and_sources_that_there_are() -> None:
    knowledge = link(SOURCES)
    ids, hashes = {entity.id for entity in knowledge.entities}, {source.sha256 for source in knowledge.sources}
    assert knowledge.links
    for link_ in knowledge.links:
        for end in (link_.first, link_.second):
            assert end.entity in ids
            assert end.source in hashes
        assert (link_.first.entity == link_.second.entity) == (link_.verdict == "same")
        assert link_.why


def test_sources_that_are_told_already_are_tied_alike() -> None:
    assert linker.tie(map(linker.told, SOURCES)) == link(SOURCES)


def test_another_source_does_not_change_the_ids_of_what_it_does_not_name() -> None:
    before = {entity.id for entity in link(SOURCES).entities}
    after = {entity.id for entity in link([*SOURCES, extraction("[Person|王大海]在[Place|白鹤村]。")]).entities}
    assert before < after


class TestDecisions:
    def test_the_user_says_that_two_are_one(self) -> None:
        pages = [extraction("[Organisation|蓝海公司]说。"), extraction("[Organisation|青云集团]说。")]
        assert len(groups(link(pages))) == 2
        assert len(groups(link(pages, decided(("same", "蓝海公司", "青云集团"))))) == 1

    def test_within_one_article_too(self) -> None:
        pages = [extraction("[Organisation|蓝海公司]与[Organisation|青云集团]是一家。")]
        assert len(groups(link(pages, decided(("same", "蓝海公司", "青云集团"))))) == 1

    def test_the_user_says_that_one_is_two(self) -> None:
        pages = [extraction("[Organisation|希音（SHEIN）]出海。"), extraction("[Organisation|SHEIN]说。")]
        assert len(groups(link(pages))) == 1
        assert len(groups(link(pages, decided(("different", "希音（SHEIN）", "SHEIN"))))) == 2

    def test_the_user_renames(self) -> None:
        pages = [extraction("[Organisation|希音（SHEIN）]出海。"), extraction("[Organisation|SHEIN]说。")]
        entity = one(link(pages, decided(("rename", "SHEIN", "希音公司"))), "SHEIN")
        assert (entity.label, entity.alt_labels) == ("希音公司", ("SHEIN", "希音（SHEIN）"))

    def test_the_user_renames_what_the_gazetteer_knows(self) -> None:
        entity = one(link([extraction("[Place|南京]下雨。")], decided(("rename", "place/320100", "金陵"))), "金陵")
        assert (entity.id, entity.label, entity.alt_labels) == ("place/320100", "金陵", ("南京", "南京市"))

    def test_the_user_gives_another_type(self) -> None:
        source = extraction("[Organisation|蓝海戈壁]下雨，[Organisation|青云公司]说。")
        knowledge = link([source], decided(("retype", "蓝海戈壁", "Place")))
        assert {(entity.label, entity.type) for entity in knowledge.entities} == {
            ("蓝海戈壁", "Place"),
            ("青云公司", "Organisation"),
        }

    def test_claims_that_the_new_type_makes_senseless_are_left_out(self) -> None:
        source = extraction("[Organisation|国家能源局]印发[Policy|《电力规划》]。")
        assert [s.predicate for s in link([source]).statements] == ["issuedBy"]
        assert link([source], decided(("retype", "电力规划", "Place"))).statements == ()
