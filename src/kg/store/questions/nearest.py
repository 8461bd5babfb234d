"""Example questions most like one that no query answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from kg.store import queries
from kg.store.questions import wording
from kg.store.questions.wording import Wording

_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A question that the named query answers, as its file gives it."""

    query: str
    question: str


def nearest(asked: Wording) -> tuple[Example, ...]:
    """At most three, the most like it first, one a query; none where they share no two characters in a row.

    Likeness is twice the pairs of neighbouring characters in both, over those of each (Dice's).
    """
    pairs = _pairs(asked.text)
    scored = sorted((-_likeness(pairs, _pairs(text)), example.query, example.question) for example, text in _examples())
    found: dict[str, Example] = {}
    for score, query, question in scored:
        if score < 0:
            found.setdefault(query, Example(query, question))
    return tuple(found.values())[:_MOST]


@cache
def _examples() -> tuple[tuple[Example, str], ...]:
    return tuple(_all())


def _all() -> Iterator[tuple[Example, str]]:
    for query in queries.catalogue().values():
        for question in query.examples:
            yield Example(query.name, question), wording.of(question).text


def _pairs(text: str) -> Counter[str]:
    return Counter(map("".join, pairwise(text)))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)
