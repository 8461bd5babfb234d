"""Where each place lies, as far as the gazetteer knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from kg import resources
from kg.errors import KnowledgeError
from kg.extraction.gazetteer import Gazetteer


def parents(ids: Iterable[str], present: Collection[str]) -> Iterator[tuple[str, str]]:
    """(place, the nearest place of the gazetteer that holds it and is itself ``present``)."""
    gazetteer = Gazetteer.load()
    for id in ids:
        if id in gazetteer.entries:
            holder = next((a for a in gazetteer.ancestors(id) if a in present), None)
            if holder:
                yield id, holder


def memberships(ids: Iterable[str], present: Collection[str]) -> Iterator[tuple[str, str]]:
    """(place, a region that wholly consists of such places and is itself ``present``): 江苏省 and 长江三角洲."""
    for id in ids:
        yield from ((id, region) for region in _regions().get(id, ()) if region in present)


@cache
def _regions() -> Mapping[str, tuple[str, ...]]:
    """Area -> the regions that it is a part of. Raises KnowledgeError where the table names no place."""
    found: dict[str, list[str]] = {}
    for row in resources.table("gazetteer", "members.tsv", columns=("region", "members")):
        for member in row["members"].split():
            found.setdefault(_place(member), []).append(_place(row["region"]))
    return {area: tuple(regions) for area, regions in found.items()}


def _place(name: str) -> str:
    ids = [e.id for e in Gazetteer.load().called(name) if e.type == "Place" and e.name == name]
    if len(ids) != 1:
        raise KnowledgeError(f"graph/gazetteer/members.tsv: {name}: {len(ids)} places of that official name; give one")
    return ids[0]
