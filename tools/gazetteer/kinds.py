"""Reads what people decided: classes of the sources' kinds, decisions on single names, spellings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .rows import read

_HERE = Path(__file__).parent


@cache
def _kinds() -> dict[tuple[str, str], tuple[str, str]]:
    return {(c["source"], c["kind"]): (c["type"], c["subtype"]) for c in read(_HERE / "kinds.tsv")}


def classify(source: str, kind: str) -> tuple[str, str]:
    """Type and subtype of a source's own kind. Raises KeyError for a source without a default."""
    known = _kinds()
    return known.get((source, kind)) or known[source, "*"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of a name: ``bare``, ``context``, ``drop`` or ``add``.

    ``where`` is a table's name or the official name of a row, empty for wherever it stands.
    """

    names: tuple[str, ...]
    decision: str
    where: str
    reason: str


@cache
def decisions() -> tuple[Decision, ...]:
    return tuple(
        Decision(tuple(c["names"].split()), c["decision"], c["where"], c["reason"])
        for c in read(_HERE / "decisions.tsv")
    )


def decided(decision: str) -> list[Decision]:
    return [d for d in decisions() if d.decision == decision]


@cache
def spellings() -> dict[str, str]:
    """The mainland press's names of foreign cities, by the source's name (or name@country)."""
    return {c["source"]: c["name"] for c in read(_HERE / "spellings.tsv")}
