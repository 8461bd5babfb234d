"""Gives rows their ids' company: parents, members and issuers by name become ids."""

from __future__ import annotations

from collections import defaultdict

from .kinds import decided
from .rows import Row, split

_ORDER = ("country", "province", "prefecture", "county")


def link(rows: list[Row]) -> None:
    """Turns names in ``parent``, ``members`` and ``issuer`` into ids; an unknown name is left out."""
    ids = {row.id for row in rows}
    by_name = _by_name(rows)
    for row in rows:
        if row.parent not in ids:
            row.parent = by_name.get(row.parent, "") if row.parent else ""
        if row.parent == row.id:
            row.parent = ""
        for column in ("members", "issuer"):
            if column in row.extra:
                found = [by_name[name] for name in split(row.extra[column]) if name in by_name]
                row.extra[column] = "|".join(found)


def _by_name(rows: list[Row]) -> dict[str, str]:
    """Ids by name: official names first, higher levels before lower ones, then unshared other names."""
    found: dict[str, str] = {}
    for row in sorted(rows, key=lambda r: _ORDER.index(r.subtype) if r.subtype in _ORDER else 0):
        found.setdefault(row.name, row.id)
    others: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.aliases:
            others[name].add(row.id)
    for name, ids in others.items():
        if len(ids) == 1:
            found.setdefault(name, next(iter(ids)))
    return found


def apply_decisions(rows: list[Row]) -> list[Row]:
    """Adds and drops the names, and drops the rows, that people decided on."""
    for decision in decided("add"):
        owners = [row for row in rows if row.name == decision.where]
        if not owners:
            raise SystemExit(f"decisions.tsv: no row is named {decision.where}")
        owners[0].add(*decision.names)
    dropped = {(name, d.where) for d in decided("drop") for name in d.names}
    kept = []
    for row in rows:
        row.aliases = [n for n in row.aliases if not {(n, row.table), (n, row.name)} & dropped]
        if not {(row.name, row.table), (row.name, row.name)} & dropped:
            kept.append(row)
    return kept


def yield_short_names(rows: list[Row]) -> None:
    """Takes from a listed company the short name that its group, a place or a body bears too.

    中国石油 in the news is the group; the exchange's short name is only the listed company's there.
    """
    elsewhere = {name for row in rows if not _only_listed(row) for name in row.names}
    for row in rows:
        if _only_listed(row):
            row.aliases = [name for name in row.aliases if name not in elsewhere]


def _only_listed(row: Row) -> bool:
    return row.table == "companies" and row.extra.get("list") == "exchange"
