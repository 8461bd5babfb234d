"""Laws, policies, facilities and other undertakings, railways."""

from __future__ import annotations

import re
from pathlib import Path

from .bodies import own
from .rows import Row, digest, plain, read, split

_PREFIX = "中华人民共和国"
_KEPT = {"宪法": "law", "法律": "law", "行政法规": "regulation"}
_NO_PREFIX = re.compile(r"^(?:全国|最高|关于|中共|中国|香港|澳门|军队|国家机关)|国务院|《")
_DECISION = re.compile(r"(?:决定|决议)$")


def laws(source: Path) -> list[Row]:
    """National laws and State Council regulations in force, each with and without 中华人民共和国.

    A title that was issued again keeps its newest dates. Repealed texts, decisions and single
    books of the civil code (民法典 合同编) stay out.
    """
    rows: dict[str, Row] = {}
    for cells in sorted(read(source / "laws.tsv"), key=lambda c: c["publish_date"], reverse=True):
        title = cells["title"].replace("(", "（").replace(")", "）")
        if " " in title or cells["level"] not in _KEPT or cells["status"] == "已废止" or _DECISION.search(title):
            continue
        short = title.removeprefix(_PREFIX)
        if short in rows or (short.startswith("人民") and title != short):
            continue
        name = title if title != short or _NO_PREFIX.search(title) else short
        row = Row("laws", name, "Policy", _KEPT[cells["level"]], id=f"policy/{digest(short)}")
        row.add(short)
        if not _NO_PREFIX.search(short):
            row.add(_PREFIX + short)
        row.extra = {
            "issuer": cells["issuing_body"],
            "date": cells["publish_date"],
            "effective": cells["effective_date"],
        }
        rows[short] = row
    return sorted(rows.values(), key=lambda row: row.name)


def policies(source: Path) -> list[Row]:
    """Plans, strategies, initiatives, campaigns, named meetings and fairs."""
    rows = own(source, "policies", "own-policies.tsv")
    for row, cells in zip(rows, read(source / "own-policies.tsv"), strict=True):
        row.extra = {"issuer": cells["issuer"], "date": cells["date"], "effective": ""}
        row.id = f"{row.type.lower()}/{digest(row.name)}"
    return rows


def facilities(source: Path) -> list[Row]:
    """Large facilities, spacecraft, dams, bridges, airports, ports."""
    rows = own(source, "facilities", "own-facilities.tsv")
    for row, cells in zip(rows, read(source / "own-facilities.tsv"), strict=True):
        places = split(cells["place"])
        row.parent = places[0] if len(places) == 1 else ""
        row.extra["date"] = cells["year"]
        row.id = f"{row.type.lower()}/{digest(row.name)}"
    return rows


def additions() -> list[Row]:
    """Rows that no collected list has, from ``additions.tsv`` beside this module."""
    rows = []
    for cells in read(Path(__file__).parent / "additions.tsv"):
        row = Row(cells["table"], cells["name"], cells["type"], cells["subtype"], parent=cells["parent"])
        row.add(*split(cells["aliases"]))
        row.id = f"{row.type.lower()}/{digest(row.name)}"
        rows.append(row)
    return rows


def railways(source: Path) -> list[Row]:
    """Railway lines with the year in which they opened."""
    rows = own(source, "railways", "own-railways.tsv")
    for row, cells in zip(rows, read(source / "own-railways.tsv"), strict=True):
        row.extra["date"] = cells["opened"]
        row.id = f"project/{digest(row.name)}"
        row.add(*plain([row.name.replace("高铁", "高速铁路")] if row.name.endswith("高铁") else []))
    return rows
