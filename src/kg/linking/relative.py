"""Names that say which thing they mean only together with their text: 全会, 市教育局, 本届峰会, 东部."""

from __future__ import annotations

import re
from functools import cache

from kg import lexicon, resources
from kg.extraction import heads, tokens
from kg.extraction.gazetteer import Gazetteer
from kg.model import EntityType

_NUMBERED = re.compile(r"第\d+[届次]|(?:19|20)\d\d|[一二三四五六七八九十]+届")
_PLENUM = re.compile("^[一二三四五六七八九十]+中全会$")  # each congress has one of that number
_POINTING = re.compile(
    r"^(?:本(?=[届次省市县区州国案法院局会校公项年])|该|此次|这[届次一]|今年|去年|当届|历届|[上下]届)"
)
_DIRECTION = re.compile(r"^[东西南北中]{1,3}(?:部(?:地区|沿海)?|方地区)$")  # 中东部, 北方地区: a part of whatever area
_COMMON = frozenset({"n", "vn", "v", "l"})  # tags of words that are no names
SURNAME = 2  # characters that may stand before a post: 习主席, 欧阳书记


def relative(name: str, type: EntityType) -> bool:
    """Whether a name, in normal form with figures behind 第, means one thing here and another elsewhere."""
    if _POINTING.match(name):
        return True
    if type == "Person":
        return bool(post(name)) and len(name) - len(post(name)) <= SURNAME
    if heads.head(name, type) == heads.strip(name) or _common(name):
        return True
    if type == "Place":
        return name in lexicon.words("relative-place") or len(name) == 1 or bool(_DIRECTION.match(name))
    if type == "Project":
        return not _NUMBERED.search(name) and recurring(name) and not _at_a_place(name)
    return type == "Organisation" and (name in national_bodies() or by_level(name))


def post(name: str) -> str:
    """The post that a person's name ends in: 主席 of 王主席; else ``""``."""
    return next((word for word in lexicon.words("post") if name.endswith(word)), "")


def meeting(name: str) -> bool:
    """国务院常务会议: each another one, even of a name that the gazetteer knows."""
    return not _NUMBERED.search(name) and name.endswith(lexicon.words("meeting")) and not in_years(name)


def in_years(name: str) -> bool:
    """Whether what is called so is held at most once a year: games, a fair, a 工作会议."""
    return name.endswith(lexicon.words("series"))


def plenum(name: str) -> bool:
    """Whether a name is 四中全会, without the congress whose it is."""
    return _PLENUM.match(name) is not None


def recurring(name: str) -> bool:
    """Whether what is called so is held again and again."""
    return in_years(name) or name.endswith(lexicon.words("meeting"))


def _at_a_place(name: str) -> bool:
    """上海合作组织天津峰会: a summit that has the name of its place behind that of its body is one."""
    end = name.rfind("峰会")
    return any(
        entry.type == "Place" and entry.subtype in ("prefecture", "city", "province")
        for length in (2, 3, 4, 5)
        if end - length > 1
        for entry in Gazetteer.load().called(name[end - length : end])
    )


def is_abbreviation(name: str) -> bool:
    """中, 乌方: one character that stands for a place, alone or for a country's side of an affair."""
    return len(name) == 1 or (len(name) == 2 and name[1] == "方" and name not in lexicon.words("no-side"))


@cache
def national_bodies() -> dict[str, str]:
    """The bodies that many countries have, each with its name in full."""
    rows = resources.table("lexicon", "national-bodies.tsv", columns=("word", "full"))
    return {row["word"]: row["full"] or row["word"] for row in rows}


def by_level(name: str) -> bool:
    """市|教育局 and 县委, but not 市场, 区块链, 镇江."""
    begins, ends = _levels()
    if not (name.startswith(begins) and name.endswith(ends)) or Gazetteer.load().by_name(name):
        return False
    first = tokens.words(name)[0]
    return first in begins or (first.endswith(ends) and tokens.tag(first) != "ns")


@cache
def _levels() -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = resources.table("lexicon", "relative-names.tsv", columns=("form", "word"))
    begins, ends = (tuple(row["word"] for row in rows if row["form"] == form) for form in ("begin", "end"))
    return begins, ends


def _common(name: str) -> bool:
    """军乐团, 法案: one common noun of the language."""
    return tokens.tag(name) in _COMMON and not Gazetteer.load().called(name)
