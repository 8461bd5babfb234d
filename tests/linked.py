"""Invented sources and things for the tests of linking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import marked
from kg.extraction import relations
from kg.extraction.events import events
from kg.extraction.policies import document_numbers
from kg.linking import linker, things
from kg.linking.coreference import Cluster
from kg.linking.decisions import NONE, Decision, Decisions, Verb
from kg.linking.things import Occurrence, Thing
from kg.model import EntityType, Extraction, Knowledge

DAY = date(2025, 3, 5)


def page(*lines: str, day: date | None = DAY) -> Extraction:
    """What recognition finds in a source of one article: the marked names, and what the sentences say of them."""
    article, mentions = marked.article(*lines)
    article = replace(article, date=day)
    return Extraction(
        marked.source(article),
        tuple(mentions),
        relations.claims(article, mentions),
        events=events(article, mentions),
        numbers=tuple(document_numbers(article, mentions)),
    )


def gather(*pages: Extraction, decisions: Decisions = NONE) -> dict[str, Thing]:
    """The things of several sources before any two are found to be one."""
    return things.gather(each for one in pages for each in linker.occurrences(one, decisions))


def groups(knowledge: Knowledge) -> list[list[str]]:
    """The surface forms of each entity that a text names."""
    found: dict[str, set[str]] = {}
    for linked in knowledge.mentions:
        found.setdefault(linked.entity, set()).add(linked.mention.surface)
    return sorted(sorted(names) for names in found.values())


def decided(*lines: tuple[Verb, str, str]) -> Decisions:
    return Decisions(tuple(Decision(*line) for line in lines))


def thing(
    name: str,
    type: EntityType = "Organisation",
    *,
    source: str = "a",
    day: date | None = None,
    key: str | None = None,
    relative: bool = False,
    aliases: Iterable[str] = (),
    titles: Iterable[str] = (),
    company: Iterable[str] = (),
    around: Iterable[str] = (),
    posts: Iterable[tuple[str, str]] = (),
    bodies: Iterable[str] = (),
    numbers: Iterable[str] = (),
) -> Thing:
    """A thing that one source names once."""
    _, mentions = marked.article(f"[{type}|{name}]")
    cluster = Cluster(type, mentions, key, name, relative, set(aliases), set(titles), numbers=set(numbers))
    found = Thing(things.thing_id(cluster, source), type, key, name, relative, [Occurrence(source, day, cluster)])
    found.numbers |= cluster.numbers
    found.company.update(company)
    found.around |= set(around)
    found.posts |= set(posts)
    found.bodies |= {*bodies, *(body for body, _ in posts)}
    return found


def by_id(*named: Thing) -> dict[str, Thing]:
    return {each.id: each for each in named}
