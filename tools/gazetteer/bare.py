"""Which names may be matched on their own, without a word of context.

A wrong entity costs more than a missing one, so each table has its rule, every shared name needs
context, and what a person decided (``decisions.tsv``) goes before all rules.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path

import jieba

from .kinds import decided
from .rows import Row

_NAME_TAGS = ("ns", "nt", "nz", "nr")
_ADMINISTRATIVE = re.compile(r".{2,}[省市县区旗盟州]$|.{2,}(?:地区|林区|特区)$")
# how company names end; what stands before must not be a word of the language
_COMPANY_SUFFIX = re.compile(
    r"(?:股份|集团|控股|科技|技术|电子|生物|药业|医药|制药|医疗|银行|证券|汽车|能源|电力|电气|机械|重工|智能"
    r"|软件|信息|通信|通讯|网络|光电|半导体|材料|新材|化学|化工|钢铁|铝业|矿业|锂业|钴业|股|食品|乳业|酒业|啤酒"
    r"|环保|环境|建设|建工|地产|物流|航空|机场|高速|水泥|玻璃|纺织|服饰|家居|传媒|保险|微|电路|精密|装备|动力)$"
)
_COMMON = 20  # occurrences in the dictionary's corpus from which on a word counts as common


@cache
def _dictionary() -> dict[str, tuple[int, str]]:
    """jieba's words with their frequency and tag."""
    words = {}
    with Path(jieba.__file__).with_name("dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, frequency, tag = line.split()
            words[word] = (int(frequency), tag)
    return words


def is_word(name: str, least: int = _COMMON) -> bool:
    """Whether a name is also a word of the language, not only a name in the dictionary."""
    frequency, tag = _dictionary().get(name, (0, "ns"))
    return frequency >= least and not tag.startswith(_NAME_TAGS)


def _is_place_word(name: str, least: int) -> bool:
    frequency, tag = _dictionary().get(name, (0, ""))
    return tag == "ns" and frequency >= least


def _country(row: Row, name: str) -> bool:
    return len(name) >= 2


def _chinese_place(row: Row, name: str) -> bool:
    if row.subtype in ("country", "province"):
        return len(name) >= 2
    if row.subtype == "prefecture" and name in (row.name, row.aliases[0] if row.aliases else ""):
        return not is_word(name, 300 if name == row.name else _COMMON)
    stem = name[:-1]
    swallowed = row.subtype != "prefecture" and name[-1] in "区市" and is_word(stem, 300)
    # the dictionary tags many full names as plain nouns (保定市): only a frequent one is a word besides
    return bool(_ADMINISTRATIVE.fullmatch(name)) and not is_word(name, 300) and not swallowed


def _city(row: Row, name: str) -> bool:
    if len(name) == 2:
        return _is_place_word(name, 200)
    known = _dictionary().get(name, (0, ""))[1].startswith(_NAME_TAGS)
    return not is_word(name, 1) and (known or row.extra.get("capital") == "yes")


def _curated(row: Row, name: str) -> bool:
    return len(name) >= 3


def _company(row: Row, name: str) -> bool:
    if name.endswith("公司") or len(name) >= 8:
        return True
    if len(name) < 3:
        return False
    if row.extra.get("list") == "own":
        return True
    if is_word(name, 1):
        return False
    suffix = _COMPANY_SUFFIX.search(name)
    brand = name[: suffix.start()] if suffix else ""
    if row.extra.get("list") != "exchange":
        return bool(suffix) or len(name) >= 4
    return len(brand) >= 2 and brand not in _dictionary()


def _university(row: Row, name: str) -> bool:
    return len(name) >= 4 and name.endswith(("大学", "学院", "学校", "大", "）"))


def _institute(row: Row, name: str) -> bool:
    return len(name) >= 5


def _law(row: Row, name: str) -> bool:
    return len(name) >= 3


_RULES: dict[str, Callable[[Row, str], bool]] = {
    "places": _chinese_place,
    "countries": _country,
    "world_cities": _city,
    "companies": _company,
    "universities": _university,
    "institutes": _institute,
    "laws": _law,
}


def _outranks(row: Row, other: Row) -> bool:
    """Whether a shared name, met without context, means ``row`` and not ``other``."""
    if row is other or other.parent == row.id:
        return True
    rank = {"country": 2, "province": 1}
    return row.table in ("places", "countries") and rank.get(row.subtype, 0) > rank.get(other.subtype, 0)


def decide(rows: list[Row]) -> None:
    """Fills ``bare`` of every row."""
    holders: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for name in row.all_names():
            holders[name].append(row)
    never = {name for d in decided("context") for name in d.names}
    chosen = {(name, d.where) for d in decided("bare") for name in d.names}
    for row in rows:
        rule = _RULES.get(row.table, _curated)
        for name in row.all_names():
            picked = {(name, row.table), (name, row.name), (name, "")} & chosen
            alone = all(_outranks(row, other) for other in holders[name])
            if picked or (name not in never and alone and rule(row, name)):
                row.bare.append(name)
    _check(rows, holders, never, chosen)


def _check(rows: list[Row], holders: dict[str, list[Row]], never: set[str], chosen: set[tuple[str, str]]) -> None:
    """Every decision must still concern a name, and none may make a name bare for two things."""
    unknown = sorted(({name for name, _ in chosen} | never) - set(holders))
    if unknown:
        raise SystemExit(f"decisions.tsv: names that no row has: {' '.join(unknown)}")
    for name, sharing in sorted(holders.items()):
        owners = [row.name for row in sharing if name in row.bare]
        if len(owners) > 1:
            raise SystemExit(f"decisions.tsv: {name} is bare for {' and '.join(owners)}; choose one")
