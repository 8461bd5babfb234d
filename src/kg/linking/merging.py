"""Things of several sources that are one: compared, decided by the sum of the evidence, and tied together.

Merges are transitive, and never bring together two things between which something stands that
cannot be outweighed (two identifiers, two editions, the user's word). Every decision is kept,
so that it can be shown and taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.linking import evidence
from kg.linking.comparing import Judged, compared
from kg.linking.decisions import Decisions
from kg.linking.things import BOUND, Thing, hashed
from kg.memo import Memo, forgetful
from kg.model import Link, LinkEnd


def merge(
    things: Mapping[str, Thing],
    decisions: Decisions,
    memo: Memo = forgetful,
    names: Mapping[str, str] | None = None,
) -> tuple[dict[str, str], tuple[Link, ...]]:
    """(each thing's id -> its entity's id, the links that say why or why not).

    ``memo``, ``names``: as for ``compared``.
    """
    judged = compared(things, decisions, memo, names)
    rivals = _rivals(things, judged)
    groups = _tied(things, [pair for pair in judged if (pair.one, pair.other) not in rivals])
    entities = _entity_ids(things, groups)
    ends = {id: LinkEnd(entities[id], id, thing.canonical, min(thing.sources)) for id, thing in things.items()}
    links = [_link(pair, ends) for pair in judged if pair.verdict != "different"]
    return entities, tuple(sorted((*links, *set(_within(things, entities))), key=_order))


def _within(things: Mapping[str, Thing], names: Mapping[str, str]) -> Iterator[Link]:
    """What was joined within one article, by a rule and not by a sum: its score is 0."""
    for id, thing in things.items():
        for occurrence in thing.occurrences:
            for join in occurrence.cluster.joins:
                one, other = (LinkEnd(names[id], id, name, occurrence.source) for name in (join.name, join.other))
                yield Link("same", one, other, 0.0, (f"in one article: {join.why}",))


def _rivals(things: Mapping[str, Thing], judged: Iterable[Judged]) -> set[tuple[str, str]]:
    """Pairs of a name with several that contradict each other, none of them clearly the best: 本届大会, of two."""
    against = {frozenset((pair.one, pair.other)) for pair in judged if pair.hard}
    found: dict[str, list[tuple[float, str, Judged]]] = {}
    for pair in judged:
        if pair.verdict == "same":
            for id, other in ((pair.one, pair.other), (pair.other, pair.one)):
                found.setdefault(id, []).append((pair.score, other, pair))
    rivals: set[tuple[str, str]] = set()
    for options in found.values():
        best, target, _ = max(options)
        near = [(other, pair) for score, other, pair in options if best - score < evidence.weight("threshold-margin")]
        if any(frozenset((target, other)) in against for other, _ in near):
            rivals.update((pair.one, pair.other) for _, pair in near)
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
    if pair.by_hand:
        return False
    keys = {things[id].key for id in (*one, *other)} - {None}
    return len(keys) > 1


def _entity_ids(things: Mapping[str, Thing], groups: Iterable[list[str]]) -> dict[str, str]:
    """Each thing's entity: the gazetteer's id, else that of the fullest name.

    Where several groups bear one name (two people), the one that most sources name has the id of
    the name alone, every other the id that its first source or its document number gives it.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for group in sorted(groups, key=lambda group: (-_weight(things, group), min(group))):
        leader = min((things[id] for id in group), key=_rank)
        id = leader.id
        if leader.key is None and (leader.relative or leader.numbers or leader.type in BOUND):
            plain = hashed(leader.type, leader.canonical)
            if not leader.relative and plain not in taken and plain not in things:
                id = plain
            taken.add(plain)
        found.update(dict.fromkeys(group, id))
    return found


def _weight(things: Mapping[str, Thing], group: list[str]) -> int:
    return len({source for id in group for source in things[id].sources})


def _rank(thing: Thing) -> tuple[bool, bool, int, str, bool, str]:
    return (thing.key is None, thing.relative, -len(thing.canonical), thing.canonical, bool(thing.numbers), thing.id)


def _link(pair: Judged, ends: Mapping[str, LinkEnd]) -> Link:
    one, other = ends[pair.one], ends[pair.other]
    verdict = pair.verdict
    if verdict == "same" and one.entity != other.entity:
        verdict = "unsure"  # something stood between their groups
    return Link(verdict, one, other, pair.score, pair.why)


def _order(link: Link) -> tuple[object, ...]:
    """As links compare, but quicker."""
    one, other = link.first, link.second
    ends = (one.entity, one.thing, one.name, one.source, other.entity, other.thing, other.name, other.source)
    return (link.verdict, *ends, link.score, link.why)
