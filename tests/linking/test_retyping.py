"""Mentions of another type, because the user says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.linking.retyping import retyped
from kg.model import EntityType
from linked import decided, page

SOURCE = page("[Organisation|国家能源局]印发[Policy|《电力规划》]，[Organisation|国家能源局]说。")


def test_every_mention_that_is_written_so() -> None:
    found = retyped(SOURCE, decided(("retype", "国家能源局", "Place")))
    assert [mention.type for mention in found.mentions] == ["Place", "Policy", "Place"]
    assert [mention.surface for mention in found.mentions] == [mention.surface for mention in SOURCE.mentions]


def test_without_the_entry_and_the_class_of_the_other_type() -> None:
    certain = [replace(mention, key="organisation/1", subtype="government") for mention in SOURCE.mentions]
    found = retyped(replace(SOURCE, mentions=tuple(certain)), decided(("retype", "国家能源局", "Place")))
    assert [mention.key for mention in found.mentions] == [None, "organisation/1", None]
    assert found.mentions[0].subtype != "government"


@pytest.mark.parametrize(
    ("name", "type", "predicates"),
    [
        ("电力规划", "Project", []),  # nothing but a policy is issued
        ("国家能源局", "Person", []),
        ("国家能源局", "Organisation", ["issuedBy"]),
    ],
)
def test_claims_that_no_longer_make_sense_are_left_out(name: str, type: EntityType, predicates: list[str]) -> None:
    found = retyped(SOURCE, decided(("retype", name, type)))
    assert [claim.predicate for claim in found.claims] == predicates


def test_claims_that_still_make_sense_speak_of_the_mention_as_it_is_now() -> None:
    source = page("[Organisation|蓝海公司]位于[Place|南京市]。")
    found = retyped(source, decided(("retype", "蓝海公司", "Project")))
    assert [claim.predicate for claim in found.claims] == ["locatedIn"]
    assert found.claims[0].subject in found.mentions


def test_else_nothing_changes() -> None:
    assert retyped(SOURCE, decided(("retype", "蓝海公司", "Place"))) is SOURCE
    assert retyped(SOURCE, decided(("retype", "电力规划", "Policy"))) is SOURCE


def test_a_place_does_not_speak() -> None:
    source = page("[Organisation|蓝海公司]表示，[Project|东江大桥]由[Organisation|东江路桥]承建。")
    assert [claim.attributed_to and claim.attributed_to.surface for claim in source.claims] == ["蓝海公司"]
    found = retyped(source, decided(("retype", "蓝海公司", "Place")))
    assert [claim.attributed_to for claim in found.claims] == [None]
