"""Policies of one title with document numbers: as many things as documents."""

from __future__ import annotations

import pytest

from kg.linking import linker
from kg.model import Entity
from linked import groups, page

TITLE = "《关于蓝海渔业工作的通知》"
FIRST = f"[Policy|{TITLE}]（国发〔2021〕2号）已印发。"
SECOND = f"[Policy|{TITLE}]（国发〔2022〕5号）已印发。"
BARE = f"各地落实[Policy|{TITLE}]。"


def entities(*pages: tuple[str, ...]) -> dict[str, Entity]:
    """The policies of several sources by what they are identified with."""
    knowledge = linker.link(page(*lines) for lines in pages)
    policies = [entity for entity in knowledge.entities if entity.type == "Policy"]
    found = {" ".join(entity.identifiers): entity for entity in policies}
    assert len(found) == len(policies)
    return found


def test_two_numbers_of_two_texts_are_two_documents() -> None:
    assert sorted(entities((FIRST,), (SECOND,))) == ["国发〔2021〕2号", "国发〔2022〕5号"]


def test_two_numbers_of_one_text_are_two_documents() -> None:
    assert sorted(entities((FIRST, SECOND))) == ["国发〔2021〕2号", "国发〔2022〕5号"]


def test_one_number_is_one_document_however_it_is_written() -> None:
    assert list(entities((FIRST,), (FIRST.replace("〔2021〕", "[2021]"),))) == ["国发〔2021〕2号"]


def test_a_short_title_is_one_document_where_the_number_is_the_same() -> None:
    assert list(
        entities(("[Policy|《通知》]（国发〔2021〕2号）已印发。",), ("[Policy|《通知》]（国发〔2021〕2号）说，",))
    ) == ["国发〔2021〕2号"]


@pytest.mark.parametrize("lines", [(FIRST, BARE), (BARE, FIRST)])
def test_in_a_text_that_tells_of_one_document_every_mention_is_of_it(lines: tuple[str, ...]) -> None:
    assert list(entities(lines)) == ["国发〔2021〕2号"]


def test_a_text_without_the_number_joins_the_only_one_that_has_it() -> None:
    assert list(entities((FIRST,), (BARE,))) == ["国发〔2021〕2号"]
    (without,) = entities((BARE,)).values()
    (joined,) = entities((FIRST,), (BARE,)).values()
    assert joined.id == without.id


def test_a_text_without_the_number_joins_none_of_two() -> None:
    assert sorted(entities((FIRST,), (SECOND,), (BARE,))) == ["", "国发〔2021〕2号", "国发〔2022〕5号"]


def test_what_points_back_is_of_the_document_that_it_points_to() -> None:
    lines = (FIRST, "[Policy|该通知]提出。", SECOND)
    found = groups(linker.link([page(*lines)]))
    assert found == [[TITLE], [TITLE, "该通知"]]


def test_the_order_of_the_sources_does_not_matter() -> None:
    pages = [page(FIRST), page(SECOND), page(BARE)]
    assert linker.link(pages) == linker.link(reversed(pages))
