"""What the gazetteer proposes: names that stand on their own, and names that their context carries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg import resources
from kg.extraction.candidates import Candidate
from kg.extraction.gazetteer import Gazetteer, Hit
from kg.lexicon import alternation

# the score of a name of the gazetteer that stands on its own, by its length (2, 3, 4 and more)
_BARE = {2: 0.75, 3: 0.85}
_LONG = 0.92
_CONTEXT = 0.85
_SINGLE = 0.8


def propose(text: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """What stands on its own, what its context carries, and single characters that stand for places."""
    gazetteer = Gazetteer.load()
    names = {hit.name for hit in hits if hit.bare}
    ends: dict[int, list[Hit]] = {}  # accepted places by where they end
    for hit in sorted(hits, key=lambda h: (h.start, h.end)):
        if hit.bare:
            score = _BARE.get(hit.end - hit.start, _LONG)
            keys = hit.entries
        else:
            score = _CONTEXT
            keys = tuple(id for id in hit.entries if _carried(gazetteer, id, ends.get(hit.start, ()), names))
        if not keys:
            continue
        accepted = Hit(hit.start, hit.end, hit.name, keys, hit.bare)
        ends.setdefault(hit.end, []).append(accepted)
        yield from _candidates(gazetteer, accepted, score)
    yield from _single(text)


def _carried(gazetteer: Gazetteer, id: str, before: Sequence[Hit], names: set[str]) -> bool:
    """Whether the name just before holds the place, or the full name stands elsewhere in the text."""
    entry = gazetteer.entries[id]
    if entry.type != "Place":
        return False
    ancestors = gazetteer.ancestors(id)
    return any(key in ancestors for hit in before for key in hit.entries) or entry.name in names


def _candidates(gazetteer: Gazetteer, hit: Hit, score: float) -> Iterator[Candidate]:
    """One candidate a type; with its entry where the type has only one."""
    types = sorted({gazetteer.entries[id].type for id in hit.entries})
    for kind in types:
        keys = [id for id in hit.entries if gazetteer.entries[id].type == kind]
        yield Candidate(
            hit.start,
            hit.end,
            kind,
            score,
            "gazetteer",
            gazetteer.entries[keys[0]].subtype,
            keys[0] if len(keys) == 1 else None,
        )


@cache
def _abbreviations() -> tuple[dict[str, dict[str, list[str]]], re.Pattern[str], re.Pattern[str]]:
    """Kind -> character -> targets; where two countries' characters stand, where a province's does."""
    kinds: dict[str, dict[str, list[str]]] = {}
    for row in resources.table("gazetteer", "abbreviations.tsv", columns=("abbreviation", "target", "kind")):
        kinds.setdefault(row["kind"], {}).setdefault(row["abbreviation"], []).append(row["target"])
    countries, provinces = ("".join(sorted(kinds[kind])) for kind in ("country", "province"))
    pairs = re.compile(f"([{countries}])、?([{countries}])(?={alternation('between-states')})")
    single = re.compile(f"[在赴抵来离驻]([{provinces}])(?={alternation('done-at-place')})")
    return kinds, pairs, single


def _single(text: str) -> Iterator[Candidate]:
    """One character that stands for a place: 中俄关系, 在京举行."""
    kinds, pairs, single = _abbreviations()
    for match in pairs.finditer(text):
        for group in (1, 2):
            yield _one(kinds["country"], match.start(group), match.group(group), "country")
    for match in single.finditer(text):
        yield _one(kinds["province"], match.start(1), match.group(1), "province")


def _one(targets: dict[str, list[str]], at: int, char: str, kind: str) -> Candidate:
    keys = targets[char]
    return Candidate(at, at + 1, "Place", _SINGLE, "gazetteer", kind, keys[0] if len(keys) == 1 else None)
