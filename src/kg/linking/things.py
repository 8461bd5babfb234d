"""What the sources name, source by source, before things of several sources are found to be one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kg.extraction.gazetteer import Gazetteer
from kg.extraction.prominence import is_area
from kg.linking.context import OWN_COUNTRY
from kg.linking.coreference import Cluster
from kg.model import Claim, EntityType


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A cluster of one article, and where that is from."""

    source: str  # the source's hash
    day: date | None
    cluster: Cluster


@dataclass
class Thing:
    """All occurrences of one id: an entry of the gazetteer, or a name; a name of a person or a relative
    name only within one source, a policy's title only with the same document numbers.

    What follows from the fields is worked out once, when first asked: after ``gather`` and ``with_posts``.
    """

    id: str
    type: EntityType
    key: str | None
    canonical: str
    relative: bool
    occurrences: list[Occurrence] = field(default_factory=list)
    company: set[str] = field(default_factory=set)  # ids of things in the same sentences
    around: set[str] = field(default_factory=set)  # ids of things in the same articles
    bodies: set[str] = field(default_factory=set)  # ids of bodies that a person belongs to
    posts: set[tuple[str, str]] = field(default_factory=set)  # with the posts
    numbers: set[str] = field(default_factory=set)  # under which a policy was issued

    @property
    def clusters(self) -> list[Cluster]:
        return [occurrence.cluster for occurrence in self.occurrences]

    @cached_property
    def sources(self) -> set[str]:
        return {occurrence.source for occurrence in self.occurrences}

    @cached_property
    def aliases(self) -> set[str]:
        """Canonical forms of the other names by which its articles call it."""
        return {alias for occurrence in self.occurrences for alias in occurrence.cluster.aliases}

    @cached_property
    def titles(self) -> set[str]:
        """The posts beside a person's name."""
        return {post for occurrence in self.occurrences for post in occurrence.cluster.posts}

    @cached_property
    def days(self) -> list[date]:
        return sorted({occurrence.day for occurrence in self.occurrences if occurrence.day})

    @cached_property
    def names(self) -> list[str]:
        """Each surface form once."""
        return sorted({name for occurrence in self.occurrences for name in occurrence.cluster.names})

    @cached_property
    def places(self) -> set[str]:
        """The gazetteer's places that it is named with in one sentence, and those that hold them."""
        gazetteer = Gazetteer.load()
        named = [id for id in self.company if id in gazetteer.entries and gazetteer.entries[id].type == "Place"]
        return {*named, *(holder for id in named for holder in gazetteer.ancestors(id))}


BOUND = frozenset({"Person", "Place"})  # types whose names alone do not tell


def hashed(type: EntityType, name: str) -> str:
    """The id of a thing that the gazetteer does not know: its type and twelve hexadecimal digits."""
    digest = hashlib.sha256(f"{type}\n{name}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{type.lower()}/{digest[:12]}"


def thing_id(cluster: Cluster, source: str) -> str:
    """``place/320000`` of the gazetteer, else by the name, and by the document numbers that its text gives it; by
    the source too where the name alone does not tell: two people, and two villages, may bear one."""
    if cluster.key:
        return cluster.key
    bound = cluster.relative or cluster.type in BOUND
    return hashed(cluster.type, "\n".join((cluster.canonical, *([source] if bound else ()), *sorted(cluster.numbers))))


def gather(occurrences: Iterable[Occurrence]) -> dict[str, Thing]:
    """The things by id, each with its occurrences in the order given, and what it is named with."""
    things: dict[str, Thing] = {}
    sentences: dict[tuple[str, int, int], set[str]] = {}
    articles: dict[tuple[str, int], set[str]] = {}
    for occurrence in occurrences:
        cluster = occurrence.cluster
        id = thing_id(cluster, occurrence.source)
        if id not in things:
            things[id] = Thing(id, cluster.type, cluster.key, cluster.canonical, cluster.relative)
        things[id].occurrences.append(occurrence)
        things[id].numbers |= cluster.numbers
        for mention in cluster.mentions:
            sentences.setdefault((occurrence.source, mention.article, mention.sentence), set()).add(id)
        articles.setdefault((occurrence.source, cluster.mentions[0].article), set()).add(id)
    for together in sentences.values():
        for id in together:
            things[id].company |= together
    for id, thing in things.items():
        thing.company.discard(id)
    for together in articles.values():
        for id in together:
            if not things[id].key:  # nobody asks it of what the gazetteer knows
                things[id].around |= together
    return things


def with_posts(things: Mapping[str, Thing], claims: Iterable[tuple[str, Claim, str]]) -> None:
    """Each person's bodies and posts: (the person's id, the claim, the body's id)."""
    for person, claim, body in claims:
        things[person].bodies.add(body)
        if claim.role:
            things[person].posts.add((body, claim.role))


def countries(thing: Thing) -> set[str]:
    """The other countries that it is named with in one sentence, or that hold the places that it is named with."""
    entries = Gazetteer.load().entries
    return {id for id in thing.places if id != OWN_COUNTRY and entries[id].subtype == "country"}


def areas(thing: Thing) -> set[str]:
    """The provinces of China that it is named with, or that hold the places that it is named with."""
    return {id for id in thing.places if is_area(id) and id.endswith("0000")}


def distance(one: Sequence[date], other: Sequence[date]) -> int | None:
    """Days between the nearest two; None where either has none."""
    return min((abs((a - b).days) for a in one for b in other), default=None)
