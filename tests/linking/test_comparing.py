"""What was found of a pair of names is not sought again, and is found anew as soon as it may be different."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.linking import comparing, evidence, linker
from kg.linking.evidence import Piece, World
from kg.linking.things import Thing
from kg.model import Extraction
from linked import gather, page


def pages() -> dict[str, Extraction]:
    """Namesakes, short names, editions, and what makes names rare or famous, each page a source of its own."""
    lines = {
        "li": ["[Organisation|蓝海公司]经理[Person|李明华]在[Place|南京市]说。", "[Project|第八届进博会]开幕。"],
        "li again": ["[Organisation|蓝海公司]的[Person|李明华]在[Place|南京市]。", "[Project|进博会]闭幕。"],
        "li abroad": ["[Place|智利]的[Person|李明华]说。", "[Organisation|青云研究院]的[Person|马丁内斯]。"],
        "martinez": ["[Place|法国]的[Person|罗莎·马丁内斯]说，[Person|马丁内斯]来了。"],
        "exchange": ["[Organisation|蓝海数据交易中心]（[Organisation|海易所]）成立。", "[Place|白鹤村]也来人。"],
        "other exchange": ["[Organisation|青海易货研究所]（[Organisation|海易所]）成立。"],
        "short": ["[Organisation|海易所]在[Place|白鹤村]说。", "[Project|第八届进博会]。"],
        **{f"more {number}": ["[Organisation|蓝海公司]的[Person|李明华]。"] for number in range(5)},
    }
    return {name: named(page(*each), name) for name, each in lines.items()}


def named(extraction: Extraction, name: str) -> Extraction:
    return replace(extraction, source=replace(extraction.source, name=name, sha256=name.ljust(64, "0")))


PAGES = pages()


class Memory:
    """Remembers all; counts what it had to have made."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}
        self.made = 0

    def __call__(self, key: str, make: Callable[[], Any]) -> Any:
        if key not in self.known:
            self.known[key] = make()
            self.made += 1
        return self.known[key]


def tied(names: set[str], memory: Memory) -> object:
    return linker.tie((linker.told(PAGES[name]) for name in names), memo=memory)


@settings(max_examples=60)
@given(steps=st.lists(st.sets(st.sampled_from(sorted(PAGES)), min_size=1), min_size=2, max_size=5))
def test_whatever_is_remembered_the_knowledge_is_the_same(steps: list[set[str]]) -> None:
    memory = Memory()
    for names in steps:
        assert tied(names, memory) == tied(names, Memory())


def test_a_pair_that_did_not_change_is_not_compared_again() -> None:
    memory = Memory()
    tied({"li", "li again"}, memory)
    made = memory.made
    assert made
    tied({"li", "li again", "exchange"}, memory)
    assert memory.made == made


def test_it_is_where_one_of_the_two_changed() -> None:
    memory = Memory()
    tied({"li", "li again"}, memory)
    made = memory.made
    tied({"li", "li again", "li abroad"}, memory)
    assert memory.made > made


def test_a_source_under_another_name_is_another_source() -> None:
    """Its name may say its day."""
    memory = Memory()
    told = [linker.told(PAGES["li"]), linker.told(PAGES["li again"])]
    linker.tie(told, memo=memory)
    made = memory.made
    extraction = replace(told[0].extraction, source=replace(told[0].source, name="2025-12-06.txt"))
    linker.tie([replace(told[0], extraction=extraction), told[1]], memo=memory)
    assert memory.made > made


class Asked(dict[Any, Any]):
    """A part of the world that notes what it is asked."""

    def __init__(self, known: Any, asked: set[Any]) -> None:
        super().__init__(known)
        self.asked = asked

    def __getitem__(self, key: Any) -> Any:
        self.asked.add(key)
        return self.get(key, 0)


def test_a_comparison_asks_the_world_of_nothing_that_is_not_in_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[Any] = set()
    find = evidence.pieces

    def pieces(one: Thing, other: Thing, world: World) -> list[Piece]:
        asked.clear()
        noted = replace(
            world,
            called=Asked(world.called, asked),
            bearers=Asked(world.bearers, asked),
            spread=Asked(world.spread, asked),
        )
        found = find(one, other, noted)
        both = (one, other)
        of_names = {(thing.type, name) for thing in both for name in (thing.canonical, *thing.aliases)}
        assert asked <= of_names | {id for thing in both for id in thing.company | thing.around}
        every.update(asked)
        return found

    every: set[Any] = set()
    monkeypatch.setattr(evidence, "pieces", pieces)
    assert comparing.compared(gather(*PAGES.values()), linker.NONE)
    assert {type(each) for each in every} == {tuple, str}  # of names and of things
