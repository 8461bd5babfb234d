"""Which of the places that a text names it means where it does not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

_CLEARLY = 2  # how many times as often as the next one a place must be named


def foremost(named: Counter[str], ids: Iterable[str]) -> str | None:
    """The only one of ``ids``, or the one that the text names far more often than the next; None where none is.

    ``named``: how often each id is named; those of ``ids`` are named at least once.
    """
    ranked = sorted(((named[id], id) for id in ids), reverse=True)
    if ranked and (len(ranked) == 1 or ranked[0][0] >= _CLEARLY * ranked[1][0]):
        return ranked[0][1]
    return None


def is_area(id: str) -> bool:
    """Whether an id of the gazetteer is that of an administrative area of China: place/320000."""
    return id.removeprefix("place/").isdigit()
