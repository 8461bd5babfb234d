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
            if _known_within(statement.object, statement.subject) or statement.subject in _reach(
                above, statement.object
            ):
                dropped.add(statement)
            else:
                above.setdefault(statement.subject, set()).add(statement.object)
    return tuple(statement for statement in statements if statement not in dropped)


def _known_within(inner: str, outer: str) -> bool:
    gazetteer = Gazetteer.load()
    return inner in gazetteer.entries and outer in gazetteer.ancestors(inner)


def _reach(above: dict[str, set[str]], start: str) -> set[str]:
    """All that hold ``start``, itself included."""
    found, waiting = {start}, [start]
    while waiting:
        for holder in sorted(above.get(waiting.pop(), ())):
            if holder not in found:
                found.add(holder)
                waiting.append(holder)
    return found
