"""Things of several sources that are one: compared, decided by the sum of the evidence, and tied together.

Merges are transitive, and never bring together two things between which something stands that
cannot be outweighed (two identifiers, two editions, the user's word). Every decision is kept,
so that it can be shown and taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.linking import blocking, evidence
from kg.linking.decisions import Decisions
from kg.linking.evidence import Piece, World
from kg.linking.things import BOUND, Thing, hashed
from kg.model import Link, LinkEnd, Verdict

_HARD = -50.0  # what weighs less cannot be outweighed


@dataclass(frozen=True, slots=True)
class Judged:
    one: str
    other: str
    pieces: tuple[Piece, ...]
    score: float  # the sum of their weights
    verdict: Verdict

    @property
    def hard(self) -> bool:
        return self.score < _HARD


def merge(things: Mapping[str, Thing], decisions: Decisions) -> tuple[dict[str, str], tuple[Link, ...]]:
    """(each thing's id -> its entity's id, the links that say why or why not)."""
    world = World.of(things, decisions)
    judged = [
        _judged(one, other, tuple(evidence.pieces(things[one], things[other], world)))
        for one, other in blocking.candidates(things, decisions)
    ]
    rivals = _rivals(things, judged)
    groups = _tied(things, [pair for pair in judged if pair not in rivals])
    names = _entity_ids(things, groups)
    links = [_link(pair, things, names) for pair in judged if pair.verdict != "different"]
    return names, tuple(sorted({*links, *_within(things, names)}))


def _within(things: Mapping[str, Thing], names: Mapping[str, str]) -> Iterator[Link]:
    """What was joined within one article, by a rule and not by a sum: its score is 0."""
    for id, thing in things.items():
        for occurrence in thing.occurrences:
            for join in occurrence.cluster.joins:
                one, other = (LinkEnd(names[id], id, name, occurrence.source) for name in (join.name, join.other))
                yield Link("same", one, other, 0.0, (f"in one article: {join.why}",))


def _judged(one: str, other: str, pieces: tuple[Piece, ...]) -> Judged:
    score = round(sum(piece.weight for piece in pieces), 2)
    return Judged(one, other, pieces, score, _verdict(score))


def _verdict(score: float) -> Verdict:
    if score >= evidence.weight("threshold-same"):
        return "same"
    return "unsure" if score >= evidence.weight("threshold-unsure") else "different"


def _rivals(things: Mapping[str, Thing], judged: Iterable[Judged]) -> set[Judged]:
    """Pairs of a name with several that contradict each other, none of which is clearly the best: 本届大会, of two."""
    against = {frozenset((pair.one, pair.other)) for pair in judged if pair.hard}
    found: dict[str, list[tuple[float, str, Judged]]] = {}
    for pair in judged:
        if pair.verdict == "same":
            for id, other in ((pair.one, pair.other), (pair.other, pair.one)):
                found.setdefault(id, []).append((pair.score, other, pair))
    rivals: set[Judged] = set()
    for options in found.values():
        best, target, _ = max(options)
        near = [(other, pair) for score, other, pair in options if best - score < evidence.weight("threshold-margin")]
        if any(frozenset((target, other)) in against for other, _ in near):
            rivals.update(pair for _, pair in near)
    return rivals


def _tied(things: Mapping[str, Thing], judged: Iterable[Judged]) -> list[list[str]]:
    """The ids in groups, the best evidence first; a group that holds a contradiction is not made."""
    judged = sorted(judged, key=lambda pair: (-pair.score, pair.one, pair.other))
    against: dict[str, set[str]] = {}
    for pair in judged:
        if pair.hard:
            against.setdefault(pair.one, set()).add(pair.other)
            against.setdefault(pair.other, set()).add(pair.one)
    home = {id: [id] for id in things}
    for pair in judged:
        one, other = home[pair.one], home[pair.other]
        if pair.verdict != "same" or one is other or _contradict(things, one, other, against, pair):
            continue
        one.extend(other)
        home.update(dict.fromkeys(other, one))
    return list({group[0]: group for group in home.values()}.values())


def _contradict(
    things: Mapping[str, Thing], one: list[str], other: list[str], against: Mapping[str, set[str]], pair: Judged
) -> bool:
    if any(not against.get(id, set()).isdisjoint(other) for id in one):
        return True
    named = all(any(not things[id].relative for id in group) for group in (one, other))
    if named and (things[pair.one].relative or things[pair.other].relative):
        return True  # what only its text makes clear ties no two named things together
    if any(piece.kind == "user-same" for piece in pair.pieces):
        return False
    keys = {things[id].key for id in (*one, *other)} - {None}
    return len(keys) > 1


def _entity_ids(things: Mapping[str, Thing], groups: Iterable[list[str]]) -> dict[str, str]:
    """Each thing's entity: the gazetteer's id, else that of the fullest name.

    Where several groups bear one name (two people), the one that most sources name has the id of
    the name alone, every other the id that its first source gives it.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for group in sorted(groups, key=lambda group: (-_weight(things, group), min(group))):
        leader = min((things[id] for id in group), key=_rank)
        id = leader.id
        if leader.key is None and (leader.relative or leader.type in BOUND):
            plain = hashed(leader.type, leader.canonical)
            if not leader.relative and plain not in taken:
                id = plain
            taken.add(plain)
        found.update(dict.fromkeys(group, id))
    return found


def _weight(things: Mapping[str, Thing], group: list[str]) -> int:
    return len({source for id in group for source in things[id].sources})


def _rank(thing: Thing) -> tuple[bool, bool, int, str, str]:
    return (thing.key is None, thing.relative, -len(thing.canonical), thing.canonical, thing.id)


def _link(pair: Judged, things: Mapping[str, Thing], names: Mapping[str, str]) -> Link:
    verdict = pair.verdict
    if verdict == "same" and names[pair.one] != names[pair.other]:
        verdict = "unsure"  # something stood between their groups
    why = tuple(f"{piece.kind} {piece.weight:+g}{f' ({piece.words})' if piece.words else ''}" for piece in pair.pieces)
    one, other = (_end(things[id], names[id]) for id in (pair.one, pair.other))
    return Link(verdict, one, other, pair.score, why)


def _end(thing: Thing, entity: str) -> LinkEnd:
    return LinkEnd(entity, thing.id, thing.canonical, min(thing.sources))
