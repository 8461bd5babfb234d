"""Candidate pairs, each with the evidence for and against it; what was found of a pair is not sought again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.linking import blocking, evidence
from kg.linking.decisions import Decisions
from kg.linking.evidence import Piece, World
from kg.linking.things import Thing
from kg.memo import Memo, forgetful
from kg.model import Verdict

_HARD: Final = -50.0  # what weighs less cannot be outweighed
_Found = tuple[float, tuple[str, ...], bool]  # score, why, by_hand


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of things by their ids. ``why``: a kind of evidence, its weight and its words each."""

    one: str
    other: str
    score: float  # the sum of the weights
    why: tuple[str, ...]
    by_hand: bool  # the user said that they are one
    verdict: Verdict

    @property
    def hard(self) -> bool:
        return self.score < _HARD


def compared(
    things: Mapping[str, Thing],
    decisions: Decisions,
    memo: Memo = forgetful,
    names: Mapping[str, str] | None = None,
) -> list[Judged]:
    """All candidate pairs, in the order of their ids.

    ``memo`` remembers what was found of a pair, for as long as the decisions are the same. ``names``:
    each source's hash -> the name under which it was read; ``memo`` needs them.
    """
    world = World.of(things, decisions)
    pairs = blocking.candidates(things, decisions)
    keys = _keys([things[id] for id in {id for pair in pairs for id in pair}], world, names or {})

    def judged(one: str, other: str) -> Judged:
        def find() -> _Found:
            return _found(evidence.pieces(things[one], things[other], world))

        score, why, by_hand = memo(f"pair {keys[one]} {keys[other]}", find)
        return Judged(one, other, score, why, by_hand, _verdict(score))

    return [judged(one, other) for one, other in pairs]


def _found(pieces: list[Piece]) -> _Found:
    why = (f"{piece.kind} {piece.weight:+g}{f' ({piece.words})' if piece.words else ''}" for piece in pieces)
    return (
        round(sum(piece.weight for piece in pieces), 2),
        tuple(why),
        any(piece.kind == "user-same" for piece in pieces),
    )


def _keys(things: list[Thing], world: World, names: Mapping[str, str]) -> dict[str, str]:
    """What each thing's comparisons follow from: all that it is follows from its sources; the rest is of the world."""
    rare = {id for id in world.spread if world.rare(id)}
    return {thing.id: _digest(thing, world, rare, names) for thing in things}


def _digest(thing: Thing, world: World, rare: set[str], names: Mapping[str, str]) -> str:
    called = [
        (world.called.get(name), world.bearers.get(name))
        for name in sorted((thing.type, name) for name in {thing.canonical, *thing.aliases})
    ]
    company = sorted(rare.intersection(thing.around.union(thing.company)))
    sources = [(source, names.get(source)) for source in sorted(thing.sources)]
    text = repr((thing.id, sources, called, company))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _verdict(score: float) -> Verdict:
    if score >= evidence.weight("threshold-same"):
        return "same"
    return "unsure" if score >= evidence.weight("threshold-unsure") else "different"
