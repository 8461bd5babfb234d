"""Bodies: state organs, companies, universities, research institutes, media, international bodies."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from .kinds import classify
from .rows import Row, digest, plain, read, split

Simplify = Callable[[str], str]
_MARKS = re.compile(r"^(?:\*?ST|S\*?ST|XD|XR|DR|[NC](?=[\u4e00-\u9fff]))|-(?:UW|WD|U|W|D)$|[AB]$")
_REGISTERED = re.compile(r"(?:股份)?有限(?:责任)?公司$")
# what a web page's title left in a name of the research-organisation registry
_DAMAGED = re.compile(
    r"版权所有|编辑$|主站$|技术支持|门急诊|^根据|^的|_|所成$|协会中国|政务网|首页|简介$|^简称|官网|网站|[A-Za-z]{4,}"
)
_LOCAL_OFFICE = re.compile(r"(?:局|厅|委员会|人民政府|市政府|办公室|[省市区]政府|工委）)$")
_ROR_TABLE = {"education": "universities", "company": "companies"}
_ROR_SUBTYPE = {
    "education": "university",
    "company": "company",
    "healthcare": "other",
    "nonprofit": "association",
}


def own(source: Path, table: str, file: str) -> list[Row]:
    """Rows of one of the project's own lists, with its aliases, parent and identifiers."""
    rows = []
    for cells in read(source / file):
        type_, subtype = classify(table, cells.get("kind", ""))
        row = Row(table, next(iter(plain([cells["name"]]))), type_, subtype, parent=cells.get("parent", ""))
        row.add(*plain(split(cells["aliases"])))
        row.identifiers = [i for i in split(cells.get("identifier", "")) if not i.startswith("wd:")]
        row.qid = next((i[3:] for i in split(cells.get("identifier", "")) if i.startswith("wd:")), "")
        if row.name.startswith("中华人民共和国") and type_ == "Organisation":
            row.add(row.name.removeprefix("中华人民共和国"))
        rows.append(row)
    return rows


def stock_names(short: str) -> list[str]:
    """A listed company's short name without the exchange's marks.

    >>> stock_names("*ST国华"), stock_names("万科A"), stock_names("寒武纪-U")
    (['国华'], ['万科'], ['寒武纪'])
    """
    short = short.replace(" ", "")
    while (stripped := _MARKS.sub("", short)) != short:
        short = stripped
    return [short] if short else []


def listed(source: Path) -> list[Row]:
    """Companies of the three exchanges: code, short name, full name. Industry and owners stay out."""
    rows = []
    for cells in read(source / "companies.tsv"):
        short = stock_names(cells["short"])
        name = cells["full_name"].replace("(", "（").replace(")", "）") or "".join(short)
        row = Row("companies", name, "Organisation", "company")
        row.identifiers = [f"stock:{cells['stock_code']}"]
        row.add(*short, *(n for alias in split(cells["aliases"]) for n in stock_names(alias)))
        if cells["status"].startswith("not_in"):
            row.extra["status"] = "delisted"
        rows.append(row)
    return rows


def central_soe(source: Path) -> list[Row]:
    """The groups on the list of the state assets commission."""
    names = [cells["name"] for cells in read(source / "central_soe.tsv")]
    return [Row("companies", n, "Organisation", "company", parent="国务院国有资产监督管理委员会") for n in names]


def registered_forms(rows: list[Row]) -> None:
    """Adds 中国核工业集团 to 中国核工业集团有限公司: what the press writes of a legal name."""
    for row in rows:
        cut = _REGISTERED.sub("", row.name)
        if row.subtype == "company" and len(cut) >= 5 and cut.endswith(("集团", "银行", "控股")):
            row.add(cut)


def universities(source: Path) -> list[Row]:
    """Universities and colleges with their place; short names come from their own list."""
    short = {cells["name"]: split(cells["aliases"]) for cells in read(source / "own-university-abbr.tsv")}
    rows = []
    for cells in read(source / "universities.tsv"):
        if not cells["name"]:
            continue
        row = Row("universities", cells["name"], "Organisation", "university", qid=cells["qid"])
        if cells["moe_code"]:
            row.identifiers.append(f"moe:{cells['moe_code']}")
        if cells["ror"]:
            row.identifiers.append(f"ror:{cells['ror']}")
        row.parent = cells["city"] or cells["province"]
        row.add(*short.pop(cells["name"], []))
        rows.append(row)
    for name, aliases in short.items():
        row = Row("universities", name, "Organisation", "university")
        row.add(*aliases)
        rows.append(row)
    return rows


def registry(source: Path, simplify: Simplify) -> list[Row]:
    """Bodies of the research-organisation registry in China, Hong Kong and Macao.

    Names in traditional script are simplified. Left out: what has no Chinese name, what a web
    page's furniture has damaged, and local offices, which are named by pattern elsewhere.
    """
    rows = []
    for cells in read(source / "ror_orgs.tsv"):
        name = simplify(cells["name_zh"]).replace("(", "（").replace(")", "）").strip()
        kinds = [kind for kind in cells["types"].split("|") if kind != "funder"]
        kind = kinds[0] if kinds else "other"
        if cells["country"] not in ("CN", "HK", "MO") or not sound(name):
            continue
        if "government" in kinds and _LOCAL_OFFICE.search(name):
            continue
        subtype = _ROR_SUBTYPE.get(kind, "research" if kind in ("facility", "government") else "other")
        row = Row(_ROR_TABLE.get(kind, "institutes"), name, "Organisation", subtype)
        row.identifiers, row.qid = [f"ror:{cells['ror']}"], cells["qid"]
        row.add(*(alias for alias in map(simplify, split(cells["aliases_zh"])) if sound(alias)))
        row.lat, row.long = cells["lat"], cells["lon"]
        rows.append(row)
    return rows


def sound(name: str) -> bool:
    """Whether a registry name is whole: Chinese, four characters or more, brackets paired."""
    chinese = sum("\u4e00" <= c <= "\u9fff" for c in name)
    return chinese >= 4 and not _DAMAGED.search(name) and name.count("（") == name.count("）")


def identify(rows: list[Row]) -> None:
    """Ids: the stock code, else the registry's or ministry's number, else a hash of the name."""
    for row in rows:
        numbers = {key: value for key, _, value in (i.partition(":") for i in reversed(row.identifiers))}
        local = next(
            (value if key == "stock" else f"{key}-{value}"
             for key in ("stock", "ror", "moe") if (value := numbers.get(key))),
            digest(row.name),
        )  # fmt: skip
        row.id = f"organisation/{local}"
