"""One node for one thing, whatever the order of the sources."""

from __future__ import annotations

import random

import marked
from kg.extraction import relations
from kg.linking.linker import link
from kg.model import Entity, Extraction, Knowledge


def extraction(*lines: str) -> Extraction:
    article, mentions = marked.article(*lines)
    return Extraction(marked.source(article), tuple(mentions), relations.claims(article, mentions))


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


def test_any_order_of_the_sources_gives_the_same_knowledge() -> None:
    sources = [
        extraction("[Organisation|教育部]、[Organisation|财政部]联合印发[Policy|《意见》]。"),
        extraction("[Place|江苏省][Place|兴化市]的[Project|千岛工程]开工。"),
        extraction("[Place|兴化]丰收，[Organisation|教育部]部长[Person|李明]调研。"),
    ]
    expected = link(sources)
    for seed in range(6):
        shuffled = sources[:]
        random.Random(seed).shuffle(shuffled)
        assert link(shuffled) == expected


def test_the_same_bytes_twice_count_once() -> None:
    source = extraction("[Organisation|教育部]印发[Policy|《意见》]。")
    assert link([source, source]) == link([source])
