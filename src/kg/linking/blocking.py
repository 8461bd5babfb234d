"""Which things are compared at all: those that share a name, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from kg.linking import aliases, spelling
from kg.linking.decisions import Decisions, refer
from kg.linking.things import Thing

# in a larger block each is compared with its nearest in time only, and with the one named most often
_SMALL = 24
_NEIGHBOURS = 6
_SHORTENED = frozenset({"Organisation", "Project", "Policy"})
_SHORTEST = 4  # characters of a name that may be short for one of another text
_LARGEST = 400  # things that begin or end alike; what so many share says nothing


def candidates(things: Mapping[str, Thing], decisions: Decisions) -> list[tuple[str, str]]:
    """Pairs of ids, each once, the smaller id first, sorted."""
    pairs: set[tuple[str, str]] = set()
    for block in _blocks(things).values():
        for one, other in _pairs([things[id] for id in sorted(block)]):
            if one.id != other.id and one.type == other.type and not (one.key and other.key):
                pairs.add((min(one.id, other.id), max(one.id, other.id)))
    pairs.update(_shortened(things))
    pairs.update(_decided(things, decisions))
    return sorted(pairs)


def _blocks(things: Mapping[str, Thing]) -> dict[tuple[str, str], set[str]]:
    """By every name that any article calls a thing by; people by the parts of their names, events by their series."""
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id, thing in things.items():
        for name in {thing.canonical, *thing.aliases}:
            blocks[thing.type, name].add(id)
        if thing.type == "Person" and "·" in thing.canonical:
            blocks[thing.type, thing.canonical.rpartition("·")[2]].add(id)
        if thing.type == "Project" and (thing.relative or spelling.edition(thing.canonical)):
            blocks["series", spelling.series(thing.canonical)].add(id)
    return {name: block for name, block in blocks.items() if len(block) > 1}


def _shortened(things: Mapping[str, Thing]) -> Iterator[tuple[str, str]]:
    """A name and the only longer one, of any text, that it may be short for; they begin or end alike."""
    blocks: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    names: dict[tuple[str, str], Thing] = {}
    for thing in things.values():
        if thing.type in _SHORTENED and not thing.relative and len(thing.canonical) >= _SHORTEST:
            names.setdefault((thing.type, thing.canonical), thing)
    for thing in names.values():
        for part in (thing.canonical[:2], thing.canonical[-2:]):
            blocks[thing.type, part].append(thing)
    letters = {name: frozenset(name) for _, name in names}  # a short name has none of its own
    for shorter in names.values():
        if shorter.key:
            continue
        name = shorter.canonical
        near = {
            thing.id: thing
            for part in (name[:2], name[-2:])
            for thing in blocks[shorter.type, part][:_LARGEST]
            if len(thing.canonical) > len(name) and letters[name] <= letters[thing.canonical]
        }
        longer = [t for t in near.values() if aliases.same(name, t.canonical, shorter.type)]
        if len(longer) == 1:
            yield min(shorter.id, longer[0].id), max(shorter.id, longer[0].id)


def _pairs(block: list[Thing]) -> Iterator[tuple[Thing, Thing]]:
    if len(block) <= _SMALL:
        yield from ((one, other) for number, one in enumerate(block) for other in block[number + 1 :])
        return
    block.sort(key=lambda thing: (min(thing.days, default=date.max), thing.id))
    most = max(block, key=lambda thing: (len(thing.occurrences), thing.id))
    for number, one in enumerate(block):
        yield one, most
        yield from ((one, other) for other in block[number + 1 : number + 1 + _NEIGHBOURS])


def _decided(things: Mapping[str, Thing], decisions: Decisions) -> Iterator[tuple[str, str]]:
    """Each thing of a name with each thing of the other, where the user says that they are one."""
    wanted = {name for verb in ("same", "different") for pair in decisions.pairs(verb) for name in pair}
    bearers: dict[str, set[str]] = defaultdict(set)
    for id, thing in things.items():
        for name in {id, *map(refer, thing.names)} & wanted if wanted else ():
            bearers[name].add(id)
    for verb in ("same", "different"):
        for first, second in decisions.pairs(verb):
            for one in bearers[first]:
                for other in bearers[second] - {one}:
                    yield min(one, other), max(one, other)
