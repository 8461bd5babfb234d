"""Graphs that the tests of the exporters share: a large one, and one whose texts attack the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

import chronicle
import samples
from kg import rdf
from kg.model import (
    ENTITY_TYPES,
    Article,
    Entity,
    Evidence,
    Knowledge,
    Linked,
    Mention,
    Sentence,
    SentenceRef,
    Source,
    Statement,
    Text,
)
from kg.store.dataset import Dataset

_HASH = "0" * 64
_NUMERALS = "零一二三四五六七八九"


def name_of(number: int) -> str:
    """17 → 第一七研究院"""
    return "第" + "".join(_NUMERALS[int(digit)] for digit in str(number)) + "研究院"


def cooperation(entities: list[Entity], pairs: list[tuple[int, int]]) -> Knowledge:
    """A graph in which, for each pair, one sentence says that A 与 B 合作."""
    sentences: list[Sentence] = []
    mentions: list[Linked] = []
    statements: list[Statement] = []
    text = ""
    for index, (a, b) in enumerate(pairs):
        first, second = entities[a], entities[b]
        chars = f"{first.label}与{second.label}合作。"
        sentences.append(Sentence(index, Text(chars, tuple(range(len(text), len(text) + len(chars))))))
        text += chars
        then, end = len(first.label) + 1, len(chars) - 3
        for entity, start, stop in ((first, 0, then - 1), (second, then, end)):
            mention = Mention(0, index, start, stop, entity.label, entity.type)
            mentions.append(Linked(_HASH, mention, entity.id))
        evidence = Evidence(SentenceRef(_HASH, 0, index), 0.8, "with", (end, end + 2))
        statements.append(Statement(first.id, "cooperatesWith", second.id, 0.8, (evidence,)))
    article = Article(0, "report", None, tuple(sentences), date=date(2025, 12, 6))
    source = Source("cooperation.txt", _HASH, text, "utf-8", (article,))
    return Knowledge((source,), tuple(entities), tuple(mentions), tuple(statements))


@pytest.fixture(scope="session")
def many() -> Callable[[int], Knowledge]:
    """``many(n)``: n entities of all types, a hub and its groups; every tenth has no statement."""

    def make(size: int) -> Knowledge:
        entities = [
            Entity(f"thing/{number:05}", ENTITY_TYPES[number % 5], "", name_of(number)) for number in range(size)
        ]
        pairs = [
            (number, number // 3 if number % 4 else 0)
            for number in range(1, size)
            if number % 10 and (number // 3) % 10
        ]
        return cooperation(entities, pairs)

    return make


@pytest.fixture(scope="session")
def hostile() -> Knowledge:
    """Names, sentences and links that would run script on a careless page: each calls ``pwned()``."""
    names = [
        '<img src=x onerror="pwned()">',
        "</script><script>pwned()</script>",
        "<!--<script>pwned()",
        "{{ pwned() }}${pwned()}",
        "\u2028pwned()//",
    ]
    links = ("javascript:pwned()", "JaVaScRiPt:pwned()", "data:text/html,<script>pwned()</script>")
    entities = [
        Entity(f"thing/{number}", ENTITY_TYPES[number], name, name, (name + "!",), (name,), links)
        for number, name in enumerate(names)
    ]
    return cooperation(entities, [(number, (number + 1) % 5) for number in range(5)])


@pytest.fixture(scope="session")
def rare_characters() -> Knowledge:
    """Names with characters outside the Basic Multilingual Plane: two UTF-16 units, one code point."""
    entities = [
        Entity("thing/0", "Organisation", "", "𠮷野家𠀀公司"),
        Entity("thing/1", "Organisation", "", "𫝀城公司"),
    ]
    return cooperation(entities, [(0, 1)])


@pytest.fixture(scope="session")
def sample() -> Dataset:
    return Dataset.of(rdf.to_turtle(samples.knowledge()))


@pytest.fixture(scope="session")
def chronicled() -> Dataset:
    return Dataset.of(rdf.to_turtle(chronicle.knowledge()))


@pytest.fixture(scope="session")
def attacked(hostile: Knowledge) -> Dataset:
    """``hostile`` without its links, which are no IRIs: RDF refuses them."""
    entities = tuple(replace(entity, same_as=()) for entity in hostile.entities)
    return Dataset.of(rdf.to_turtle(replace(hostile, entities=entities)))
