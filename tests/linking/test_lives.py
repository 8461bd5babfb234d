"""Lives of policies over several texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import linked
from kg.extraction import policies
from kg.linking.linker import link
from kg.model import Entity, Extraction, Knowledge, StatusChange

ISSUED = "[Organisation|国务院]2025年3月1日公布[Policy|《数据安全管理条例》]（国务院令第820号）。"


def page(*lines: str) -> Extraction:
    """A text with the steps and numbers that it tells."""
    found = linked.page(*lines)
    (article,) = found.source.articles
    return replace(
        found,
        milestones=tuple(policies.milestones(article, found.mentions)),
        numbers=tuple(policies.document_numbers(article, found.mentions)),
    )


def entity(knowledge: Knowledge, label: str) -> Entity:
    (found,) = (entity for entity in knowledge.entities if entity.label == label)
    return found


def life(knowledge: Knowledge, label: str) -> list[StatusChange]:
    id = entity(knowledge, label).id
    return [change for change in knowledge.changes if change.policy == id]


def test_a_step_that_two_texts_tell_is_one_with_both_sentences() -> None:
    one, other = page(ISSUED), page("据悉，[Policy|《数据安全管理条例》]2025年3月1日公布。")
    (change,) = life(link([one, other]), "《数据安全管理条例》")
    assert (change.status, change.since, len(change.evidence)) == ("issued", date(2025, 3, 1), 2)
    assert change.confidence > max(piece.confidence for piece in change.evidence)


def test_from_the_day_of_publication_is_the_day_that_another_text_tells() -> None:
    knowledge = link([page(ISSUED), page("[Policy|《数据安全管理条例》]自公布之日起施行，有效期2年。")])
    (force,) = (change for change in life(knowledge, "《数据安全管理条例》") if change.status == "inForce")
    assert (force.since, force.until) == (date(2025, 3, 1), date(2027, 2, 28))


def test_a_law_of_the_gazetteer_has_the_dates_that_it_knows_where_a_text_names_it() -> None:
    knowledge = link([page("企业要遵守[Policy|《中华人民共和国公司法》]。")])
    found = [change for change in knowledge.changes if not change.evidence]
    assert {change.status for change in found} == {"issued", "inForce"}
    assert all(change.since and change.modality == "asserted" for change in found)
    assert link([page("企业要遵守[Policy|《数据安全管理条例》]。")]).changes == ()


def test_a_number_is_an_identifier() -> None:
    assert entity(link([page(ISSUED)]), "《数据安全管理条例》").identifiers == ("国务院令第820号",)


def test_a_draft_is_tied_to_the_final_text_that_has_its_name() -> None:
    draft = page("[Organisation|国家网信办]就[Policy|《数据安全管理条例（征求意见稿）》]公开征求意见。")
    knowledge = link([page(ISSUED), draft])
    final = entity(knowledge, "《数据安全管理条例》")
    assert entity(knowledge, "《数据安全管理条例（征求意见稿）》").draft_of == final.id
    assert final.draft_of is None
    assert entity(link([draft]), "《数据安全管理条例（征求意见稿）》").draft_of is None


def test_the_order_of_the_texts_does_not_show() -> None:
    one, other = page(ISSUED), page("[Policy|《数据安全管理条例》]自公布之日起施行。")
    assert link([one, other]) == link([other, one])
