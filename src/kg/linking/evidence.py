"""What speaks for and against two things being one: a function a kind. What each weighs: graph/linking/weights.tsv."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg import lexicon, numerals, resources
from kg.errors import KnowledgeError
from kg.linking import aliases, documents, relative, spelling, things
from kg.linking.decisions import Decisions
from kg.linking.things import Thing
from kg.model import EntityType
from kg.reading.lexicon import surnames

_NUMBERS = re.compile(r"\d+|[一二三四五六七八九十]+(?=[届次期号五运标段]|中全会)")
_DRAFT = re.compile(lexicon.alternation("draft"))
_RARE: Final = 3  # sources
_RARE_SHARE: Final = 0.02  # of all sources
_FAMOUS: Final = 5  # sources that name somebody so
_MOST: Final = 3
_CHINESE: Final = 3  # characters of a Chinese name that tells much
_FOREIGN: Final = 4  # of a foreign one
_SPECIFIC: Final = 5  # characters
_PLACE: Final = 3  # of a place's name
_LONG: Final = 6  # characters of a short name that still tells much
_MONTH: Final = 30  # days
_SESSION: Final = 60  # days around a plenary session in which texts call it so without its congress
_RELATIVE: Final[Mapping[EntityType, str]] = {"Place": "place-relative", "Person": "post-relative"}
_SEASON: Final = 180  # days, beyond which what recurs has another edition
_YEARS: Final = 3  # how much that tells
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence: its kind, how often it counts, and what it is about, for people to read."""

    kind: str
    times: float
    words: str = ""

    @property
    def weight(self) -> float:
        return weight(self.kind) * self.times


@dataclass(frozen=True, slots=True)
class World:
    """What a comparison of two things must know of all others."""

    called: Mapping[tuple[EntityType, str], int]  # (type, name) -> how many things a text calls so
    bearers: Mapping[tuple[EntityType, str], int]  # (type, name) -> in how many sources something bears it
    spread: Mapping[str, int]  # id -> in how many sources it is named
    sources: int
    decisions: Decisions

    @staticmethod
    def of(all: Mapping[str, Thing], decisions: Decisions) -> World:
        called = Counter((thing.type, name) for thing in all.values() for name in thing.aliases if not thing.relative)
        bearers: Counter[tuple[EntityType, str]] = Counter()
        for thing in all.values():
            bearers[thing.type, thing.canonical] += len(thing.sources)
        spread = {id: len(thing.sources) for id, thing in all.items()}
        sources = len({source for thing in all.values() for source in thing.sources})
        return World(called, bearers, spread, sources, decisions)

    def rare(self, id: str) -> bool:
        """Whether few sources name a thing, so that naming it together says something."""
        return self.spread[id] <= max(_RARE, self.sources * _RARE_SHARE)


@cache
def _weights() -> dict[str, float]:
    rows = resources.table("linking", "weights.tsv", columns=("kind", "weight"))
    return {row["kind"]: float(row["weight"]) for row in rows}


def weight(kind: str) -> float:
    """Raises KnowledgeError where the table has no such kind."""
    try:
        return _weights()[kind]
    except KeyError as error:
        raise KnowledgeError(f"graph/linking/weights.tsv: no kind {kind}; add it") from error


def pieces(one: Thing, other: Thing, world: World) -> list[Piece]:
    """All that is known of the pair: only what speaks against it where neither names nor the user speak for it."""
    grounds = [piece for kind in _GROUNDS for piece in kind(one, other, world)]
    kinds = _CIRCUMSTANCES if grounds else (_contradictions,)
    return [*grounds, *(piece for kind in kinds for piece in kind(one, other, world))]


def _names(one: Thing, other: Thing, world: World) -> Iterator[Piece]:
    if one.canonical == other.canonical:
        if (one.relative or other.relative) and not relative.recurring(one.canonical):
            yield Piece(_RELATIVE.get(one.type, "name-relative"), 1, one.canonical)
            return
        yield Piece("name-equal", 1, one.canonical)
        if _telling(one):
            yield Piece("name-specific", 1, one.canonical)
        bearers = world.bearers[one.type, one.canonical]
        if one.type == "Person" and bearers >= _FAMOUS:
            yield Piece("name-famous", 1, f"{bearers} sources")
        return
    if _edition_of(one, other) and not (one.relative or other.relative):
        return  # 第8届进博会 is not 进博会, though its articles call it so
    for longer, shorter in ((one, other), (other, one)):
        if shorter.canonical in longer.aliases:
            several = world.called[longer.type, shorter.canonical] > 1
            words = f"{longer.canonical} = {shorter.canonical}"
            yield Piece("name-learned-by-several" if several else "name-learned", 1, words)
            return
    shorter, longer = sorted((one, other), key=lambda thing: len(thing.canonical))
    if one.type == "Person" and shorter.canonical in longer.canonical.split("·"):
        yield Piece("name-part", 1, f"{shorter.canonical} in {longer.canonical}")
    elif aliases.same(shorter.canonical, longer.canonical, one.type):
        yield Piece("name-shortened", 1, f"{shorter.canonical} for {longer.canonical}")
        if len(shorter.canonical) >= _LONG:
            yield Piece("name-specific", 1, shorter.canonical)


def _telling(thing: Thing) -> bool:
    """Whether hardly two things bear such a name: a person's of three characters or of several parts, a long one."""
    if thing.type == "Person":
        chinese = thing.canonical[0] in surnames() and len(thing.canonical) <= _CHINESE
        return "·" in thing.canonical or len(thing.canonical) >= (_CHINESE if chinese else _FOREIGN)
    if thing.type == "Place":
        return len(thing.canonical) >= _PLACE and not thing.canonical.endswith(lexicon.words("common-site"))
    return len(thing.canonical) >= _SPECIFIC and not relative.meeting(thing.canonical)


def _foreign(person: Thing) -> bool:
    """Whether a person has a foreign name that tells much: its bearer rather has two posts than a namesake."""
    name = person.canonical
    return "·" in name or (len(name) >= _FOREIGN and name[0] not in surnames())


def _series(one: Thing, other: Thing, _: World) -> Iterator[Piece]:
    """本届进博会 and 第8届中国国际进口博览会."""
    if _edition_of(one, other) and (one.relative or other.relative):
        yield Piece("name-equal", 1, spelling.series(one.canonical))


def _edition_of(one: Thing, other: Thing) -> bool:
    """Whether one of the two is an edition of what the other is called."""
    names = one.canonical, other.canonical
    editions = [bool(spelling.edition(name)) for name in names]
    return one.type == "Project" and editions[0] != editions[1] and len(set(map(spelling.series, names))) == 1


def _dates(one: Thing, other: Thing, _: World) -> Iterator[Piece]:
    recurring = one.type != "Person" and (one.relative or other.relative)
    days = things.distance(one.days, other.days)
    if recurring and not (days is not None and _seldom(one, other, days)):
        yield Piece("name-recurring", 1)
    if days is None:
        return
    if days <= _SESSION and _of_a_congress(one, other):
        yield Piece("session-near", 1, f"{days} days")
    if days <= 7:
        yield Piece("date-near", 1, f"{days} days")
    elif days <= _MONTH:
        yield Piece("date-month", 1, f"{days} days")
    elif recurring and not _seldom(one, other, days):
        yield Piece("date-far", _YEARS if days > _SEASON else 1, f"{days} days")


def _seldom(one: Thing, other: Thing, days: int) -> bool:
    """Whether what recurs is rather held once within so many days."""
    return (days <= _SESSION and _of_a_congress(one, other)) or (days <= _MONTH and _held_in_years(one, other))


def _of_a_congress(one: Thing, other: Thing) -> bool:
    """党的二十届四中全会 and 四中全会."""
    return _edition_of(one, other) and any(relative.plenum(thing.canonical) for thing in (one, other))


def _held_in_years(one: Thing, other: Thing) -> bool:
    """Whether both have the name of what is held once a year, and more of a name than that word."""
    return one.type == "Project" and all(
        relative.in_years(thing.canonical) and len(thing.canonical) >= _SPECIFIC for thing in (one, other)
    )


def _company(one: Thing, other: Thing, world: World) -> Iterator[Piece]:
    """Things that both are named with, in one sentence or one article; one that few texts name tells more."""
    beside = one.company & other.company
    within = (one.around & other.around) - beside
    for kind, shared in (
        ("company-rare", [id for id in beside if world.rare(id)]),
        ("company-common", [id for id in beside if not world.rare(id)]),
        ("article-rare", [id for id in within if world.rare(id)]),
    ):
        if shared:
            yield Piece(kind, min(len(shared), _MOST), "、".join(sorted(shared)[:_MOST]))


def _posts(one: Thing, other: Thing, _: World) -> Iterator[Piece]:
    if not one.bodies or not other.bodies:
        return
    if one.posts & other.posts:
        yield Piece("post-shared", 1, "、".join(sorted(role for _, role in one.posts & other.posts)))
    elif one.bodies & other.bodies:
        yield Piece("body-shared", 1, "、".join(sorted(one.bodies & other.bodies)))
    else:
        yield Piece("body-differs", _HALF if _foreign(one) else 1)


@cache
def _posts_in_full() -> dict[str, str]:
    rows = resources.table("linking", "posts.tsv", columns=("short", "full"))
    return {row["short"]: row["full"] for row in rows}


def _in_full(post: str) -> str:
    return _posts_in_full().get(post, post)


def _one_post(one: str, other: str) -> bool:
    """部长 and 国防部长; not 总统 and 副总统."""
    shorter, longer = sorted((one, other), key=len)
    return longer.endswith(shorter) and not longer.removesuffix(shorter).endswith("副")


def _beside_others(post: str) -> bool:
    """Whether who has the post has another as a rule: 委员, 代表, 院士."""
    return post.endswith(lexicon.words("membership"))


def _titles(one: Thing, other: Thing, _: World) -> Iterator[Piece]:
    ours, theirs = ({_in_full(title) for title in thing.titles} for thing in (one, other))
    shared = {a for a in ours for b in theirs if _one_post(a, b)}
    if shared and (one.bodies & other.bodies or not one.bodies or not other.bodies):
        yield Piece("title-shared", 1, "、".join(sorted(shared)))
    elif not shared and all(any(not _beside_others(title) for title in titles) for titles in (ours, theirs)):
        yield Piece("title-differs", _HALF if _foreign(one) else 1, _beside(ours, theirs))


def _beside(ours: Iterable[str], theirs: Iterable[str]) -> str:
    """What the two have that differs, for people to read."""
    return f"{'、'.join(sorted(ours))} | {'、'.join(sorted(theirs))}"


def _places(one: Thing, other: Thing, _: World) -> Iterator[Piece]:
    for kind, of in (("country", things.countries), ("area", things.areas)):
        ours, theirs = of(one), of(other)
        if ours & theirs:
            yield Piece(f"{kind}-shared", 1, "、".join(sorted(ours & theirs)))
        elif ours and theirs and not (kind == "country" and one.type == "Place" and _telling(one)):
            # with a place's name of its own a text names whoever fights, visits or trades there
            yield Piece(f"{kind}-differs", 1, _beside(ours, theirs))


def _contradictions(one: Thing, other: Thing, _: World) -> Iterator[Piece]:
    numbers = [set(map(numerals.figures, _NUMBERS.findall(thing.canonical))) for thing in (one, other)]
    if numbers[0] and numbers[1] and not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0]):
        yield Piece("number-differs", 1, f"{one.canonical} | {other.canonical}")
    if bool(_DRAFT.search(one.canonical)) != bool(_DRAFT.search(other.canonical)):
        yield Piece("draft-differs", 1)
    if one.key and other.key and one.key != other.key:
        yield Piece("identifier-differs", 1, f"{one.key} | {other.key}")
    elif documents.differ(one.numbers, other.numbers):
        yield Piece("identifier-differs", 1, _beside(one.numbers, other.numbers))


def _numbers(one: Thing, other: Thing, _: World) -> Iterator[Piece]:
    """Two documents may have one title, but not one number."""
    ours, theirs = one.numbers, other.numbers
    if ours & theirs:
        yield Piece("identifier-shared", 1, "、".join(sorted(ours & theirs)))
    elif bool(ours) != bool(theirs) and one.canonical == other.canonical and not (one.relative or other.relative):
        yield Piece("title-unnumbered", 1, one.canonical)


def _decided(one: Thing, other: Thing, world: World) -> Iterator[Piece]:
    if not world.decisions.lines:
        return
    ours, theirs = [one.id, *one.names], [other.id, *other.names]
    if world.decisions.apart(ours, theirs):
        yield Piece("user-different", 1)
    elif world.decisions.together(ours, theirs):
        yield Piece("user-same", 1)


_Kind = Callable[[Thing, Thing, World], Iterator[Piece]]
_GROUNDS: Final[tuple[_Kind, ...]] = (_decided, _names, _series)
_CIRCUMSTANCES: Final[tuple[_Kind, ...]] = (_dates, _company, _posts, _titles, _places, _numbers, _contradictions)
