"""What the tests of the exporters share: a large graph, one whose texts attack the page, and a browser."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import chronicle
import samples
from kg import rdf
from kg.export.drawn import MOST_DRAWN
from kg.export.page import render
from kg.model import (
    ENTITY_TYPES,
    Article,
    Entity,
    Evidence,
    Figure,
    Happening,
    Knowledge,
    Linked,
    LinkedEvent,
    LinkedFigure,
    Mention,
    Sentence,
    SentenceRef,
    Source,
    Statement,
    StatusChange,
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
    """Texts that would run script on a careless page, wherever one can stand: each calls ``pwned()``."""
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
    knowledge = cooperation(entities, [(one, other) for one in range(5) for other in range(one)])
    (source,) = knowledge.sources
    headline = Text(names[1], tuple(range(len(names[1]))))
    articles = tuple(dataclasses.replace(each, headline=headline, outlet=names[0]) for each in source.articles)
    figure = Figure(0, 0, 0, 5, names[0], names[1], names[2], period=names[3], change=names[0], basis=names[1])
    happening = Happening(0, 0, date(2025, 12, 1), "day", names[0], names[1])
    evidence = (Evidence(SentenceRef(_HASH, 0, 0), 0.8, "with"),)
    return dataclasses.replace(
        knowledge,
        sources=(dataclasses.replace(source, name=names[0], articles=articles),),
        statements=tuple(
            dataclasses.replace(each, role=names[0], attributed_to="thing/1") for each in knowledge.statements
        ),
        figures=(LinkedFigure(_HASH, figure, "thing/0"),),
        events=(LinkedEvent(_HASH, happening, ("thing/0",), "thing/1"),),
        changes=(StatusChange("thing/3", "issued", 0.8, evidence),),
        _by_id={},
        _by_hash={},
    )


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


@pytest.fixture(scope="module")  # while it runs, no other test may run an event loop
def browser() -> Iterator:
    import browsing  # here, because it skips where there is no playwright

    executable = browsing.executable()
    with browsing.playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=executable, headless=True, args=browsing.ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def show(browser, tmp_path: Path) -> Iterator[Callable]:
    """``show(knowledge)`` opens its page; afterwards nothing may have been fetched or complained of."""
    import browsing

    shown: list[browsing.Opened] = []

    def open_page(knowledge: Knowledge, fragment: str = "", most_drawn: int = MOST_DRAWN, **options) -> browsing.Opened:
        file = tmp_path / "图谱.html"
        file.write_text(render(knowledge, most_drawn=most_drawn), encoding="utf-8")
        given = {"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN", **options}
        context = browser.new_context(offline=True, **given)
        opened = browsing.Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("dialog", lambda dialog: opened.complaints.append(f"dialog: {dialog.message}"))
        opened.page.add_init_script("window.pwned = () => { throw new Error('a text ran as script'); }")
        opened.page.goto(file.as_uri() + fragment)
        opened.page.wait_for_function("window.zhimai?.ready")
        shown.append(opened)
        return opened

    yield open_page
    for opened in shown:
        opened.page.wait_for_timeout(50)
        assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
        assert opened.complaints == []
        opened.page.context.close()
