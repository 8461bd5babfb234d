"""Places: the administrative tree of China, countries, cities of the world, regions, landforms."""

from __future__ import annotations

import re
from pathlib import Path

from .kinds import classify
from .rows import Row, digest, plain, read, split

_FORMER = re.compile(r"(.+)\((\d{4})\)")
_OF_CHINA = {"CN": "100000", "TW": "710000", "HK": "810000", "MO": "820000"}
CHINA = "place/CN"
_BIG_CITY = 500_000  # inhabitants


def adcode_id(code: str) -> str:
    return CHINA if code == "100000" else f"place/{code}"


def _former(cell: str) -> list[tuple[str, str]]:
    """``丽水县(1986)|丽水地区(2000)`` as pairs of a name and the year in which it ended."""
    return [(m[1], m[2]) for part in split(cell) if (m := _FORMER.fullmatch(part))]


def chinese_places(source: Path) -> list[Row]:
    """The country, provinces, prefectures and counties; former names with their last year."""
    iso = {code: country for country, code in _OF_CHINA.items()}
    rows = []
    for cells in read(source / "places.tsv"):
        code = cells["id"]
        row = Row("places", cells["name"], "Place", cells["level"], id=adcode_id(code), qid=cells["qid"])
        row.add(cells["short"])
        row.parent = adcode_id(cells["parent"]) if cells["parent"] else ""
        row.identifiers = [f"gb2260:{code}"] + ([f"iso3166:{iso[code]}"] if code in iso else [])
        row.lat, row.long = cells["lat"], cells["lon"]
        row.extra["former"] = "|".join(f"{name}@{year}" for name, year in _former(cells["former_names"]))
        rows.append(row)
    return _with_curated_names(source, rows)


def _with_curated_names(source: Path, rows: list[Row]) -> list[Row]:
    """Adds well-known other names (穗, 襄樊, 泉城) from the curated list to their places."""
    by_path = {path: row for row, path in zip(rows, _paths(source), strict=True)}
    for cells in read(source / "place_aliases_curated.tsv"):
        row = by_path.get(cells["canonical_path"].replace("/", ""))
        if row is None or len(cells["alias"]) < 2 or "雄安" in cells["alias"]:
            continue
        if cells["year"]:
            former = split(row.extra["former"])
            if not any(part.startswith(cells["alias"] + "@") for part in former):
                row.extra["former"] = "|".join([*former, f"{cells['alias']}@{cells['year']}"])
        elif "地标" not in cells["kind"]:
            row.add(cells["alias"])
    return rows


def _paths(source: Path) -> list[str]:
    return [cells["path"].replace("/", "") for cells in read(source / "places.tsv")]


def countries(source: Path, chinese: list[Row]) -> list[Row]:
    """Countries and territories; what is in China's tree only gains its names and ISO code there."""
    aliases = {cells["iso2"]: cells for cells in read(source / "own-country-aliases.tsv")}
    by_id = {row.id: row for row in chinese}
    rows = []
    for cells in read(source / "countries.tsv"):
        code = cells["iso2"]
        known = aliases.get(code, {"name": "", "aliases": ""})
        names = [n for n in [cells["name"], known["name"], *split(known["aliases"])] if len(n) > 1]
        if code in _OF_CHINA:
            by_id[adcode_id(_OF_CHINA[code])].add(*names)
            by_id[adcode_id(_OF_CHINA[code])].identifiers.append(f"iso3166:{code}")
            continue
        subtype = "region" if cells["level"] == "region" else "country"
        row = Row("countries", known["name"] or names[0], "Place", subtype, id=f"place/{code}")
        row.add(*names)
        row.qid, row.identifiers = cells["qid"], [f"iso3166:{code}", f"iso3166:{cells['iso3']}"]
        rows.append(row)
    for row in chinese:
        row.identifiers = list(dict.fromkeys(row.identifiers))
    return rows


def world_cities(source: Path, spellings: dict[str, str]) -> list[Row]:
    """Capitals and cities of more than half a million outside China.

    ``spellings`` turns the source's name into the mainland press's; an empty one drops the city.
    """
    rows = []
    for cells in read(source / "world_cities.tsv"):
        capital = "Admin-0 capital" in cells["class"]
        big = int(cells["pop"] or 0) > _BIG_CITY
        name = spellings.get(f"{cells['name']}@{cells['iso2']}", spellings.get(cells["name"], cells["name"]))
        if not (capital or big) or not name or not cells["qid"] or cells["iso2"] in _OF_CHINA:
            continue
        name, *others = name.split("|")
        row = Row("world_cities", name, "Place", "prefecture", id=f"place/{cells['qid']}")
        row.add(*others)
        row.parent = f"place/{cells['iso2']}"
        row.qid, row.lat, row.long = cells["qid"], cells["lat"], cells["lon"]
        row.extra["capital"] = "yes" if capital else ""
        rows.append(row)
    return list({row.id: row for row in reversed(rows)}.values())[::-1]


def regions(source: Path) -> list[Row]:
    """Economic regions, city clusters, new areas, parts of the world, with their members."""
    rows = []
    for cells in read(source / "own-regions.tsv"):
        row = _own("regions", cells, "region")
        row.extra["members"] = cells["members"]
        members = split(cells["members"])
        row.parent = members[0] if len(members) == 1 else ""
        rows.append(row)
    return rows


def landforms(source: Path) -> list[Row]:
    """Rivers, lakes, mountains, seas and well-known sites; points are good to about 30 km."""
    rows = []
    for cells in read(source / "own-landforms.tsv"):
        row = _own("landforms", cells, "landform")
        row.lat, row.long = cells["lat"], cells["lon"]
        rows.append(row)
    return rows


def _own(table: str, cells: dict[str, str], prefix: str) -> Row:
    type_, subtype = classify(table, cells["kind"])
    row = Row(table, cells["name"], type_, subtype, id=f"place/{prefix}-{digest(cells['name'])}")
    row.add(*plain(split(cells["aliases"])))
    return row
