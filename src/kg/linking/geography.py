"""Where each place lies, as far as the gazetteer knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kg.extraction.gazetteer import Gazetteer


def parents(ids: Iterable[str], present: Collection[str]) -> Iterator[tuple[str, str]]:
    """(place, the nearest place of the gazetteer that holds it and is itself ``present``)."""
    gazetteer = Gazetteer.load()
    for id in ids:
        if id in gazetteer.entries:
            holder = next((a for a in gazetteer.ancestors(id) if a in present), None)
            if holder:
                yield id, holder
