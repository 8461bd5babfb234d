"""The gazetteer: known things by their names, all of them found in a text in one pass.

A name is *bare* where it may be matched on its own. Every other name (和平 for 和平区, 合作 for
合作市, 朝阳区 of two cities) is found too, but needs context that this module does not judge.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

import ahocorasick

from kg import numerals, resources
from kg.characters import fold, normal
from kg.errors import KnowledgeError
from kg.model import ENTITY_TYPES, EntityType, Position

FOLDER = "gazetteer"
TABLES = (
    "places", "countries", "world_cities", "regions", "landforms",
    "state_organs", "intl_orgs", "media", "companies", "universities", "institutes",
    "laws", "policies", "facilities", "railways",
)  # fmt: skip
_HAND_KEPT = ("traps", "continuations", "abbreviations")
_COLUMNS = ("id", "name", "aliases", "type", "subtype", "parent", "identifiers", "qid", "lat", "long", "bare")
_ALL_NAMES = "*"
_OWN_COUNTRY = "place/CN"
_STATE = frozenset({"government", "military"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the gazetteer. ``names`` holds the official name, the others, the former ones."""

    id: str  # local part of its IRI: place/320100
    name: str
    names: tuple[str, ...]
    type: EntityType
    subtype: str
    parent: str = ""  # id of the place or body that it belongs to
    identifiers: tuple[str, ...] = ()  # gb2260:320100, iso3166:US, stock:600519.SH, ror:…
    qid: str = ""  # Wikidata
    lat: str = ""  # WGS84, decimal degrees, as the table writes them
    long: str = ""
    bare: tuple[str, ...] = ()  # those of ``names`` that may be matched without context
    former: tuple[tuple[str, str], ...] = ()  # names of the past, with the year in which each ended
    members: tuple[str, ...] = ()  # ids of the places that make up a region
    issuers: tuple[str, ...] = ()  # ids of the bodies that issued a law or plan
    date: str = ""  # ISO, as far as known: of issue, of opening
    effective: str = ""

    @property
    def position(self) -> Position | None:
        return Position(self.lat, self.long) if self.lat else None


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A name in a text: ``[start, end)`` in its characters, and the ids of all that bear the name."""

    start: int
    end: int
    name: str  # as the gazetteer spells it
    entries: tuple[str, ...]  # the one that it means without context first
    bare: bool


@dataclass(frozen=True, slots=True)
class _Term:
    """A folded name. Without entries it is a trap: a word that holds a name and does not mean it."""

    folded: str
    name: str = ""
    entries: tuple[str, ...] = ()
    bare: bool = False


class Gazetteer:
    """Entries by id, and an automaton over all their names."""

    def __init__(
        self,
        entries: Iterable[Entry],
        traps: Iterable[str] = (),
        continuations: Iterable[tuple[str, str, tuple[str, ...]]] = (),
        abbreviations: Mapping[str, tuple[str, ...]] | None = None,
        version: str = "",
    ) -> None:
        """Raises KnowledgeError where an id stands twice or a parent is unknown.

        ``continuations`` are (ending, next character, exceptions): 市, 场, unless 场馆 follows.
        """
        self.entries: Mapping[str, Entry] = _by_id(entries)
        self.abbreviations: Mapping[str, tuple[str, ...]] = abbreviations or {}
        self.version = version
        self._by_name = _by_name(self.entries.values())
        self._called: dict[str, tuple[Entry, ...]] = {}  # filled when first asked
        self._continuations: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for ending, following, unless in continuations:
            self._continuations.setdefault(following, []).append((ending, unless))
        self._automaton = _automaton([*_terms(self._by_name), *(_Term(fold(trap)) for trap in traps)])

    @staticmethod
    def load() -> Gazetteer:
        """The project's gazetteer, read once in a process. Raises KnowledgeError on a bad table."""
        return _load()

    def by_name(self, name: str) -> tuple[Entry, ...]:
        """All that bear a name, in whatever width it is written; none: an empty tuple."""
        return self._by_name.get(fold(name), ())

    def called(self, name: str) -> tuple[Entry, ...]:
        """All that bear a name, whatever quotation marks and white space either is written with."""
        if not self._called:
            for folded, entries in self._by_name.items():
                key = numerals.ordinals(normal(folded))
                self._called[key] = tuple(dict.fromkeys((*self._called.get(key, ()), *entries)))
        return self._called.get(numerals.ordinals(normal(name)), ())

    def ancestors(self, id: str) -> tuple[str, ...]:
        """Ids of the parent, its parent and so on, the nearest first. Raises KeyError on no such id."""
        found: list[str] = []
        parent = self.entries[id].parent
        while parent and parent not in found:
            found.append(parent)
            parent = self.entries[parent].parent
        return tuple(found)

    def keeps_apart(self, inner: str, outer: str) -> bool:
        """Whether it knows what holds ``inner``, and that ``outer`` does not. Raises KeyError on no such id."""
        above = self.ancestors(inner)
        return bool(above) and outer not in above

    def find(self, text: str) -> list[Hit]:
        """All occurrences of all names, also within and across each other (苏南 in
        江苏南京), by start, longest first.

        Left out are names that the next character shows to be a piece of a longer word (北京市 in
        北京市场), Latin names within a Latin word, and names inside a trap (海口 in 出海口).
        """
        folded = fold(text)
        hits: list[Hit] = []
        cut: list[Hit] = []
        traps: list[tuple[int, int]] = []
        for last, term in cast("Iterator[tuple[int, _Term]]", self._automaton.iter(folded)):
            start, end = last + 1 - len(term.folded), last + 1
            if not term.entries:
                traps.append((start, end))
            else:
                found = cut if self._is_cut(folded, start, end, term.folded) else hits
                found.append(Hit(start, end, term.name, term.entries, term.bare))
        # 武威市|民勤县: what looks like 市民 is the beginning of the next name
        begins = {hit.start for hit in hits if hit.end - hit.start > 2}
        hits = _outside([*hits, *(hit for hit in cut if hit.end in begins)], traps)
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        return self._without_foreign_organs(hits)

    def _is_cut(self, folded: str, start: int, end: int, name: str) -> bool:
        """Whether the name is only a piece of the word that stands there."""
        if start and _is_latin(name[0]) and _is_latin(folded[start - 1]):
            return True
        if end == len(folded):
            return False
        if _is_latin(name[-1]) and _is_latin(folded[end]):
            return True
        return any(
            name.endswith(ending) and not folded.startswith(unless, end)
            for ending, unless in self._continuations.get(folded[end], ())
        )

    def _without_foreign_organs(self, hits: list[Hit]) -> list[Hit]:
        """A state organ right behind a foreign country is that country's: 外交部 in 俄罗斯外交部."""
        abroad = {hit.end for hit in hits if self._is_foreign_country(hit)}
        if not abroad:
            return hits
        return [
            replace(hit, bare=False) if hit.bare and hit.start in abroad and self._is_organ(hit) else hit
            for hit in hits
        ]

    def _is_foreign_country(self, hit: Hit) -> bool:
        return hit.entries[0] != _OWN_COUNTRY and self.entries[hit.entries[0]].subtype == "country"

    def _is_organ(self, hit: Hit) -> bool:
        entry = self.entries[hit.entries[0]]
        return entry.type == "Organisation" and entry.subtype in _STATE


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _outside(hits: list[Hit], traps: Sequence[tuple[int, int]]) -> list[Hit]:
    """Hits that do not lie within a trap."""
    if not traps:
        return hits
    reach: dict[int, int] = {}  # position -> the furthest end of a trap that covers it
    for start, end in traps:
        for position in range(start, end):
            reach[position] = max(end, reach.get(position, 0))
    return [hit for hit in hits if reach.get(hit.start, 0) < hit.end]


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in found:
            raise KnowledgeError(f"graph/{FOLDER}: the id {entry.id} stands twice; remove one row")
        found[entry.id] = entry
    for entry in found.values():
        if entry.parent and entry.parent not in found:
            raise KnowledgeError(f"graph/{FOLDER}: {entry.id} has the unknown parent {entry.parent}; mend it")
    return found


def _by_name(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries by folded name; where several share it, the one for which it is bare comes first."""
    bearers: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in dict.fromkeys(map(fold, entry.names)):
            bearers.setdefault(name, []).append(entry)
    return {
        name: tuple(sorted(sharing, key=lambda entry: name not in map(fold, entry.bare)))
        for name, sharing in bearers.items()
    }


def _terms(by_name: Mapping[str, tuple[Entry, ...]]) -> Iterator[_Term]:
    for folded, sharing in by_name.items():
        name = next(name for name in sharing[0].names if fold(name) == folded)
        bare = any(fold(own) == folded for own in sharing[0].bare)
        yield _Term(folded, name, tuple(entry.id for entry in sharing), bare)


def _automaton(terms: Iterable[_Term]) -> ahocorasick.Automaton:
    """A later term replaces an earlier one of the same name, so that a trap silences a name."""
    automaton = ahocorasick.Automaton()
    for term in terms:
        automaton.add_word(term.folded, term)
    automaton.make_automaton()
    return automaton


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _entry(table: str, row: Mapping[str, str]) -> Entry:
    """Raises KnowledgeError on an unknown type or a bare name that is none of the row's names."""
    former = tuple((name, year) for name, _, year in (part.partition("@") for part in _split(row.get("former", ""))))
    names = tuple(dict.fromkeys((row["name"], *_split(row["aliases"]), *(name for name, _ in former))))
    bare = names if row["bare"] == _ALL_NAMES else _split(row["bare"])
    if row["type"] not in ENTITY_TYPES or not set(bare) <= set(names):
        raise KnowledgeError(f"graph/{FOLDER}/{table}.tsv: {row['id']}: no such type, or bare is not a name; mend it")
    return Entry(
        id=row["id"],
        name=row["name"],
        names=names,
        type=row["type"],
        subtype=row["subtype"],
        parent=row["parent"],
        identifiers=_split(row["identifiers"]),
        qid=row["qid"],
        lat=row["lat"],
        long=row["long"],
        bare=bare,
        former=former,
        members=_split(row.get("members", "")),
        issuers=_split(row.get("issuer", "")),
        date=row.get("date", ""),
        effective=row.get("effective", ""),
    )


def _version() -> str:
    """Twelve hex digits over the bytes of all tables."""
    total = hashlib.sha256()
    for table in (*TABLES, *_HAND_KEPT):
        total.update(resources.path(FOLDER, f"{table}.tsv").read_bytes())
    return total.hexdigest()[:12]


@cache
def _load() -> Gazetteer:
    entries = [
        _entry(table, row) for table in TABLES for row in resources.table(FOLDER, f"{table}.tsv", columns=_COLUMNS)
    ]
    traps, continuations, abbreviations = (resources.table(FOLDER, f"{name}.tsv") for name in _HAND_KEPT)
    targets: dict[str, tuple[str, ...]] = {}
    for row in abbreviations:
        targets[row["abbreviation"]] = (*targets.get(row["abbreviation"], ()), row["target"])
    return Gazetteer(
        entries,
        traps=(row["word"] for row in traps),
        continuations=((row["ending"], row["next"], _split(row["unless"])) for row in continuations),
        abbreviations=targets,
        version=_version(),
    )
