"""Nothing lies in itself: of the statements of a hierarchy that close a circle, the doubtful one goes."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extraction.gazetteer import Gazetteer
from kg.model import Predicate, Statement

_HIERARCHIES: tuple[Predicate, ...] = ("locatedIn", "partOf")


def sound(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements in their order, without those that make a thing lie in its own part.

    What the gazetteer knows of places stands before what a sentence says; among sentences the
    more confident statement stays.
    """
    statements = tuple(statements)
    dropped: set[Statement] = set()
    for predicate in _HIERARCHIES:
        above: dict[str, set[str]] = {}
        for statement in sorted(
            (s for s in statements if s.predicate == predicate and s.polarity == "affirmed"),
            key=lambda s: (-s.confidence, s.subject, s.object),
        ):
            if statement.subject in _reach(above, statement.object):
                dropped.add(statement)
            else:
                above.setdefault(statement.subject, set()).add(statement.object)
    return tuple(statement for statement in statements if statement not in dropped)


def _reach(above: dict[str, set[str]], start: str) -> set[str]:
    """All that hold ``start``, itself included: by what is said, and by what the gazetteer knows."""
    gazetteer = Gazetteer.load()
    found, waiting = {start}, [start]
    while waiting:
        inner = waiting.pop()
        known = gazetteer.ancestors(inner) if inner in gazetteer.entries else ()
        for holder in (*sorted(above.get(inner, ())), *known):
            if holder not in found:
                found.add(holder)
                waiting.append(holder)
    return found
