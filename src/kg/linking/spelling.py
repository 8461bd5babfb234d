"""One name, however it is written: what can be told from its characters alone.

What is replaced by what is knowledge: graph/linking/patterns.tsv, graph/lexicon/organ-tails.tsv, the gazetteer.
"""

from __future__ import annotations

import re
from functools import cache

from kg import numerals, resources
from kg.characters import normal
from kg.extraction.gazetteer import Entry, Gazetteer
from kg.linking.context import OWN_COUNTRY
from kg.model import EntityType

_EDITION = re.compile(
    r"^(?:第\d+届第\d+次|第\d+[届次个]|(?:19|20)\d\d年?(?:度|第\d+[届次])?|党的[一二三四五六七八九十]+届(?=.{1,2}中全会))?"
)
_THIS = re.compile(r"^(?:本届|本次|此次|这届|该届|今年|当届|历届|上届)")
_IDEA_NOUNS = ("理念", "精神")  # an idea and the idea called so
_RULE_NOUNS = ("制度", "举措", "措施", "服务")  # 育儿补贴制度 is 育儿补贴
_TITLE_NOUNS = ("倡议", "理念", "政策", "战略")  # “…”倡议 names the same as what stands in the quotation marks
_LONGEST = 12  # characters of a short name that another name begins with
_STATE = "中华人民共和国"


def in_full(name: str, type: EntityType) -> str:
    """What papers call a thing without saying its name: 第27届高交会 by its name in full."""
    begin = len(edition(name)) if type == "Project" else 0
    return name[:begin] + _names().get((type, name[begin:]), name[begin:])


@cache
def _names() -> dict[tuple[str, str], str]:
    rows = resources.table("linking", "names.tsv", columns=("type", "name", "full"))
    return {(row["type"], row["name"]): row["full"] for row in rows}


def respelled(name: str, type: EntityType) -> str:
    """The name in normal form, in full where it needs no text for that, by the patterns of its type in their order."""
    name = in_full(name, type)
    for pattern, form in _patterns().get(type, ()):
        match = pattern.search(name)
        if match:
            name = name[: match.start()] + _filled(match, form) + name[match.end() :]
    return name


@cache
def _patterns() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in resources.table("linking", "patterns.tsv", columns=("type", "pattern", "form")):
        found.setdefault(row["type"], []).append((re.compile(row["pattern"]), row["form"]))
    return found


def _filled(match: re.Match[str], form: str) -> str:
    """The form with its groups: ``\\1`` as it stands, ``{1}`` a numeral in figures, ``{{1}}`` figures as a numeral."""

    def figures(group: re.Match[str]) -> str:
        return numerals.figures(match.group(int(group.group(1))))

    def numeral(group: re.Match[str]) -> str:
        return numerals.written(int(match.group(int(group.group(1)))))

    return match.expand(re.sub(r"\{(\d)\}", figures, re.sub(r"\{\{(\d)\}\}", numeral, form)))


def edition(name: str) -> str:
    """The edition that a name begins with: 第8届, 2025年, 第14届第3次, 党的二十届 before 四中全会; else ``""``."""
    match = _EDITION.match(name)
    return match.group() if match else ""


def series(name: str) -> str:
    """What a name is an edition of: 中国国际进口博览会 for 第8届中国国际进口博览会 and for 本届进博会."""
    return lead(_THIS.sub("", name[len(edition(name)) :]))


def lead(name: str) -> str:
    """A known short name at the beginning in full: 上合组织天津峰会, 海南自贸港极简审批条例, 第8届进博会."""
    begin = len(edition(name))
    rest = name[begin:]
    for end in range(min(len(rest), _LONGEST), 1, -1):
        entries = Gazetteer.load().called(rest[:end])
        if len(entries) == 1 and entries[0].id != OWN_COUNTRY and rest[:end] in map(normal, entries[0].bare):
            full = normal(customary(entries[0]))
            return name if rest.startswith(full) else name[:begin] + full + rest[end:]
    return name


def tail(name: str) -> str:
    """A local body's last words in full: 湖南省发改委 as 湖南省发展和改革委员会."""
    for short, full in _tails():
        if name.endswith(short) and len(name) > len(short) and not name.endswith(full):
            return name.removesuffix(short) + full
    return name


@cache
def _tails() -> tuple[tuple[str, str], ...]:
    rows = resources.table("lexicon", "organ-tails.tsv", columns=("short", "full"))
    return tuple(sorted(((row["short"], row["full"]) for row in rows), key=lambda pair: -len(pair[0])))


def without_noun(surface: str, name: str) -> tuple[str, Entry | None]:
    """共建“一带一路”倡议, “粤车南下”政策: by what stands in quotation marks, or by the known name before the noun."""
    bare = name.removeprefix("共建")
    nouns = _IDEA_NOUNS if "《" in surface else (*_IDEA_NOUNS, *_RULE_NOUNS)
    for noun in nouns:
        if bare.endswith(noun) and len(bare) >= len(noun) + 4:
            bare = name = bare.removesuffix(noun)
    for noun in ("", *_TITLE_NOUNS):
        rest = in_full(bare.removesuffix(noun), "Policy")
        known = entry(rest, "Policy")
        if known is not None:
            return rest, known
    for noun in _TITLE_NOUNS:
        if surface.endswith((f"”{noun}", f'"{noun}')) and surface[:1] in '“"':
            return name.removesuffix(noun), None
    return name, None


def entry(name: str, type: EntityType) -> Entry | None:
    """The only thing of that type which the gazetteer calls so; names of two characters are not sure enough."""
    entries = [found for found in Gazetteer.load().called(name) if found.type == type]
    return entries[0] if len(entries) == 1 and len(name) > 2 else None


def customary(entry: Entry) -> str:
    """A state organ's name as papers write it in full: 工业和信息化部, without the state before it."""
    if entry.id == OWN_COUNTRY:
        return entry.names[1]
    short = without_state(entry.name)
    return short if entry.type == "Organisation" and short in entry.names else entry.name


def without_state(name: str) -> str:
    """民法典 of 中华人民共和国民法典."""
    return name.removeprefix(_STATE)
