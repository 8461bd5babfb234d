"""Chains of places: 湖南省洞庭湖区 is two places, 内蒙古阿拉善盟左旗 three, 武汉国家航天产业基地 one.

A zone bears the name of its city: 广州知识城综合保税区 is one place, however the tagger cuts it.

A tagger trained on corpora that mark the whole chain proposes the whole. Where it begins with
an area that the gazetteer knows and what is left is a place in its own right, the parts are
proposed and the whole loses its credit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg import lexicon
from kg.extraction import tokens
from kg.extraction.candidates import Candidate
from kg.extraction.gazetteer import Gazetteer, Hit
from kg.extraction.heads import head, subtype
from kg.model import EntityType

_AREAS = frozenset({"country", "province", "prefecture", "county"})
_OWN = frozenset({"natural", "prefecture", "county", "town"})  # kinds that are named without what holds them
_BUILT = frozenset({"facility", "infrastructure"})  # kinds of project that a province only holds
_SUFFIXES = ("省", "市", "县", "区", "州", "旗", "盟", "自治区")
# tags of words that are no names
_COMMON = frozenset({"n", "v", "vn", "a", "ad", "b", "d", "f", "m", "q", "l", "j", "s", "t"})
_WHOLE_LOSES = 0.3


def split(text: str, candidates: Iterable[Candidate], hits: Iterable[Hit]) -> Iterator[Candidate]:
    """The candidates, each chain with its parts."""
    areas = _areas(hits)
    cities = {hit.end: hit for hit in areas.values() if _short_city(hit)}
    for candidate in candidates:
        if (city := cities.get(candidate.start)) and _zone(text, candidate):
            yield replace(candidate, start=city.start)
            yield replace(candidate, score=candidate.score * _WHOLE_LOSES)
            continue
        if candidate.type not in ("Place", "Project") or candidate.key:
            yield candidate
            continue
        parts = list(_parts(text, candidate, areas))
        if len(parts) > 1:
            yield from parts
            yield replace(candidate, score=candidate.score * _WHOLE_LOSES)
        else:
            yield candidate


def _short_city(hit: Hit) -> bool:
    """广州, 昆山: as a zone's name begins; not 广州市, 江苏."""
    entry = Gazetteer.load().entries[hit.entries[0]]
    return entry.subtype in ("prefecture", "county") and hit.name != entry.name


def _zone(text: str, candidate: Candidate) -> bool:
    """知识城综合保税区 behind 广州: a zone, a park, a port that the city before it names; known ones stand alone."""
    name = text[candidate.start : candidate.end]
    known = candidate.key or Gazetteer.load().by_name(name)
    return candidate.type == "Place" and not known and name.endswith(lexicon.words("zone"))


def _areas(hits: Iterable[Hit]) -> Mapping[int, Hit]:
    """The longest administrative area that begins at each place of the text."""
    entries = Gazetteer.load().entries
    found: dict[int, Hit] = {}
    for hit in hits:
        if hit.bare and entries[hit.entries[0]].subtype in _AREAS:
            known = found.get(hit.start)
            if known is None or hit.end > known.end:
                found[hit.start] = hit
    return found


def _parts(text: str, whole: Candidate, areas: Mapping[int, Hit]) -> Iterator[Candidate]:
    entries = Gazetteer.load().entries
    start = whole.start
    while (area := areas.get(start)) and area.end < whole.end and _stands(text, area, whole.end, whole.type):
        entry = entries[area.entries[0]]
        key = entry.id if len(area.entries) == 1 else None
        yield Candidate(start, area.end, "Place", whole.score, whole.reason, entry.subtype, key)
        start = area.end
    rest = text[start : whole.end]
    yield replace(whole, start=start, subtype=subtype(rest, whole.type))


def _stands(text: str, area: Hit, end: int, kind: EntityType) -> bool:
    """Whether what follows the area is a name by itself, and not a piece of one name with it."""
    rest = text[area.end : end]
    if kind == "Project":
        built = subtype(rest, kind) in _BUILT and Gazetteer.load().entries[area.entries[0]].subtype == "province"
        return (_in_full(area) or built) and len(rest) > 3 and not _generic(rest)
    last = head(rest, "Place")
    if len(rest) < 2 or last == rest:
        return False
    if _in_full(area) or subtype(rest, "Place") in _OWN:
        return True
    abroad = Gazetteer.load().entries[area.entries[0]].subtype == "country"
    return bool(Gazetteer.load().by_name(rest)) or (abroad and not _generic(rest.removesuffix(last)))


def _in_full(area: Hit) -> bool:
    """湖南省, 广州市: with its level, and so a place by itself; not 广州, whatever it ends in."""
    entry = Gazetteer.load().entries[area.entries[0]]
    return area.name.endswith(_SUFFIXES) and (area.name == entry.name or entry.subtype == "country")


def _generic(modifier: str) -> bool:
    """Whether all its words are common ones: 国家航天, 自由贸易, but not 海昏侯."""
    return all(len(word) > 1 and tokens.tag(word) in _COMMON for word in tokens.words(modifier))
