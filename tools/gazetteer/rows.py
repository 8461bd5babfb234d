"""Rows of the gazetteer: what a source gives, how two rows of one thing become one."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CORE = ("id", "name", "aliases", "type", "subtype", "parent", "identifiers", "qid", "lat", "long", "bare")
_QUOTES = re.compile(r"[《》〈〉“”\"]")


@dataclass(slots=True)
class Row:
    """One thing. ``parent`` and the names in ``extra`` are names until ``link`` makes them ids."""

    table: str
    name: str
    type: str
    subtype: str
    id: str = ""
    aliases: list[str] = field(default_factory=list)
    parent: str = ""
    identifiers: list[str] = field(default_factory=list)
    qid: str = ""
    lat: str = ""
    long: str = ""
    bare: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return [self.name, *self.aliases]

    def add(self, *names: str) -> None:
        """Adds names that are not there yet, in the order given."""
        for name in names:
            if name and name not in self.names:
                self.aliases.append(name)

    def absorb(self, other: Row) -> None:
        """Takes over what ``other``, a second row of the same thing, knows beyond this one."""
        self.add(*other.names)
        self.identifiers += [i for i in other.identifiers if i not in self.identifiers]
        self.qid = self.qid or other.qid
        self.parent = self.parent or other.parent
        if not self.lat:
            self.lat, self.long = other.lat, other.long
        for key, value in other.extra.items():
            self.extra[key] = self.extra.get(key) or value

    def all_names(self) -> list[str]:
        """The official name, the others, the former ones: all that the matcher knows."""
        former = [part.partition("@")[0] for part in split(self.extra.get("former", ""))]
        return list(dict.fromkeys([*self.names, *former]))

    def _bare_cell(self) -> str:
        """The bare names; ``*`` where they are all names of the row."""
        return "*" if set(self.bare) == set(self.all_names()) else "|".join(self.bare)

    def cells(self, extra: tuple[str, ...]) -> list[str]:
        core = [
            self.id, self.name, "|".join(self.aliases), self.type, self.subtype, self.parent,
            "|".join(self.identifiers), self.qid, self.lat, self.long, self._bare_cell(),
        ]  # fmt: skip
        return core + [self.extra.get(column, "") for column in extra]


def read(file: Path) -> list[dict[str, str]]:
    """Rows of a TSV with one header row and no quoting; lines that begin with # are comments."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [{key: (value or "").strip() for key, value in row.items()} for row in reader]


def split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def plain(names: Iterable[str]) -> Iterator[str]:
    """Names as the automaton needs them: brackets around the whole name taken off.

    ``《求是》杂志`` keeps its brackets: there they stand inside the name.
    """
    for name in names:
        bare = _QUOTES.sub("", name)
        wrapped = len(name) == len(bare) + 2 and name[0] in "《“" and name[-1] in "》”"
        yield bare if wrapped else name


def digest(name: str) -> str:
    """Twelve hex digits that stand for a name in an id."""
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def merge(rows: Iterable[Row]) -> list[Row]:
    """One row a thing. The first row of a thing is kept and takes over what later ones know.

    Two rows are the same thing where they share an identifier other than a Wikidata item, or
    where the official name of one is a name of the other and at least five characters long
    (four where it is a company of the registry).
    Short names prove nothing: 中国石油 is the group and its listed company.
    """
    kept: list[Row] = []
    by_key: dict[str, Row] = {}
    by_alias: dict[str, Row] = {}
    for row in rows:
        keys = [*row.identifiers, row.name]
        found = next((by_key[key] for key in keys if key in by_key), None)
        if found is None and (len(row.name) >= 5 or _in_registry(row)):
            found = by_alias.get(row.name)
        if found is None and row.table != "companies":
            found = next((by_key[alias] for alias in row.aliases if len(alias) >= 5 and alias in by_key), None)
        if found is None:
            kept.append(row)
            found = row
        else:
            found.absorb(row)
        by_key.update((key, found) for key in [*found.identifiers, found.name, row.name])
        by_alias.update((alias, found) for alias in found.aliases if len(alias) >= 4)
    return kept


def _in_registry(row: Row) -> bool:
    return row.table == "companies" and any(i.startswith("ror:") for i in row.identifiers)
