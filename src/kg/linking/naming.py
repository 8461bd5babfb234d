"""A name in the form in which two writings of it are equal: 湖南发改委 as 湖南省发展和改革委员会.

Looks at one name and at what its article is about, never at another name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg import lexicon, numerals
from kg.characters import normal
from kg.extraction import tokens
from kg.extraction.gazetteer import Gazetteer
from kg.linking import spelling
from kg.linking.context import OWN_COUNTRY, Context
from kg.linking.relative import SURNAME, by_level, is_abbreviation, meeting, national_bodies, post, relative
from kg.model import EntityType, Mention

_BRACKET = re.compile(r"^([^()]{2,})\(([^()]{2,12})\)$")
_POINTING = "全我该本"  # 全省, 我市: the area of that level
_WHOLE_COUNTRY = "全国"  # the paper's own country, or the one that the article is about
_LONGEST_COUNTRY = 12  # characters
_STATE_IN_FULL = re.compile(f"{lexicon.alternation('state-kind')}*{lexicon.alternation('state-form')}$")
_STATE = frozenset({"government", "party", "media", "military"})  # bodies that papers call by two characters: 总台


@dataclass(frozen=True, slots=True)
class Name:
    """What a name comes to in its article.

    ``canonical`` is equal for two writings of one name. A ``relative`` name (市教育局, 全会, 国会)
    says which thing it means only together with its text. ``key``: its entry in the gazetteer.
    ``also``: what it says in brackets, 哈马斯 of 巴勒斯坦伊斯兰抵抗运动（哈马斯）.
    """

    canonical: str
    relative: bool = False
    key: str | None = None
    also: tuple[str, ...] = ()


def name(surface: str, type: EntityType, context: Context, key: str | None = None) -> Name:
    """The name as its article means it. ``key``: its entry of the gazetteer, where recognition is certain of one."""
    written = numerals.ordinals(normal(surface))
    if key is not None and not _doubtful(written, type):
        return _known(key)
    bracket = _BRACKET.match(written) if key is None and type != "Policy" else None
    if bracket and not spelling.edition(bracket[2]):
        whole = name(bracket[1], type, context)
        return replace(whole, also=(name(bracket[2], type, context).canonical,))
    if type == "Place":
        return _place(written, context)
    if found := _unambiguous(surface, written, type, context):
        return found
    if type == "Person":
        bare = _without_post(written)
        return Name(bare, relative(bare, type))
    return _composed(surface, spelling.respelled(written, type), type, context)


def country(mention: Mention, context: Context) -> str | None:
    """The country that a place's mention names; None where it names another place or is not clear."""
    if normal(mention.surface) == _WHOLE_COUNTRY:
        return None
    key = name(mention.surface, "Place", context, mention.key).key
    return key if key and Gazetteer.load().entries[key].subtype == "country" else None


def _without_post(name: str) -> str:
    """希奇莱马总统 as 希奇莱马; 王主席 stays, for a surname alone is no name."""
    rest = name.removesuffix(post(name))
    return rest if len(rest) > SURNAME and not Gazetteer.load().called(rest) else name


def _composed(surface: str, written: str, type: EntityType, context: Context) -> Name:
    """A name of parts: whose body it is, what it begins with and ends in."""
    if type in ("Organisation", "Policy") and (found := _national(written, type, context)):
        return found
    if type == "Organisation":
        if found := _local(written, context):
            return found
        written = _without_own_country(written)
    spelled = spelling.lead(_abroad(written, context))
    if type == "Organisation":
        spelled = spelling.tail(spelled)
    entry = None if _doubtful(spelled, type) else spelling.entry(spelled, type)
    if entry is None and type == "Policy":
        spelled, entry = spelling.without_noun(surface, spelled)
    return _known(entry.id, spelled) if entry else Name(spelled, relative(spelled, type))


def _known(key: str, canonical: str = "") -> Name:
    return Name(canonical or numerals.ordinals(normal(Gazetteer.load().entries[key].name)), key=key)


def _doubtful(written: str, type: EntityType) -> bool:
    """Names that the gazetteer has, and that mean another thing in another article."""
    if type == "Place":
        return is_abbreviation(written) or written == _WHOLE_COUNTRY
    if type == "Project":
        return meeting(written)
    return type in ("Organisation", "Policy") and written in national_bodies()


def _unambiguous(surface: str, written: str, type: EntityType, context: Context) -> Name | None:
    """The name as the gazetteer has it, where only one thing is called so and the name is no common word."""
    entries = [entry for entry in Gazetteer.load().called(surface) if entry.type == type]
    if len(entries) != 1 or _doubtful(written, type):
        return None
    (entry,) = entries
    sure = len(surface) > 2 or surface in entry.bare or entry.subtype in _STATE or context.speaks_of(entry)
    return _known(entry.id) if sure else None


def _place(written: str, context: Context) -> Name:
    gazetteer = Gazetteer.load()
    country = context.owner("") or OWN_COUNTRY
    if written == _WHOLE_COUNTRY:
        return _known(country)
    if is_abbreviation(written):
        key = context.short(written[0], side=len(written) == 2 or written not in gazetteer.abbreviations)
        return _known(key) if key else Name(written, relative=True)
    if written[:1] in _POINTING and (area := context.area(written[1:])):
        return _known(area)
    if relative(written, "Place") and country != OWN_COUNTRY:
        return Name(written, relative=True)
    written = spelling.in_full(written, "Place")
    entries = [entry for entry in gazetteer.called(written) if entry.type == "Place"]
    key = context.choose(entries, written)
    if key is None and not entries:
        key = _state(written) or _behind_its_holder(written)
    if key is not None:
        return _known(key)
    if entries or relative(written, "Place"):
        return Name(written, relative=len(entries) > 1 or relative(written, "Place"))
    for level in ("市", "地区"):  # 岘港市, 汗尤尼斯地区
        if written.endswith(level) and len(written) >= len(level) + 2:
            return _place(written.removesuffix(level), context)
    return Name(_abroad(written, context))


def _state(name: str) -> str | None:
    """赞比亚共和国, 老挝人民民主共和国: the country of a state's name in full."""
    match = _STATE_IN_FULL.search(name)
    return _country_called(name[: match.start()]) if match else None


def _country_called(name: str) -> str | None:
    """The only country of that name."""
    ids = [entry.id for entry in Gazetteer.load().called(name) if entry.subtype == "country"]
    return ids[0] if len(ids) == 1 else None


def _behind_its_holder(name: str) -> str | None:
    """广东省深圳市 in one: the place, where what stands before it is a place that holds it."""
    gazetteer = Gazetteer.load()
    for end in range(2, len(name) - 1):
        holders = {entry.id for entry in gazetteer.called(name[:end]) if entry.type == "Place"}
        inner = [e.id for e in gazetteer.called(name[end:]) if holders & set(gazetteer.ancestors(e.id))]
        if len(inner) == 1:
            return inner[0]
    return None


def _national(name: str, type: EntityType, context: Context) -> Name | None:
    """外交部, 美参院: of the country that is named or that the article is about; else only of its own text."""
    bodies = national_bodies()
    if name in bodies:
        owner = context.owner(name)
    elif name[1:] in bodies and (key := context.short(name[0], side=True)):
        owner, name = key, name[1:]
    elif found := _owned(name):
        owner, name = found
    else:
        return None
    if owner is None:
        return Name(name, relative=True)
    entries = [entry for entry in Gazetteer.load().called(name) if entry.type == type]
    if owner == OWN_COUNTRY and len(entries) == 1:
        return _known(entries[0].id)
    return _in_full(Gazetteer.load().entries[owner].name + bodies[name], type)


def _owned(name: str) -> tuple[str, str] | None:
    """美国国会参议院 as the country and its body."""
    for end in range(min(len(name) - 1, _LONGEST_COUNTRY), 1, -1):
        if name[end:] in national_bodies() and (owner := _country_called(name[:end]) or _state(name[:end])):
            return owner, name[end:]
    return None


def _local(name: str, context: Context) -> Name | None:
    """省发改委: of the only province that the article names; of its own text where it names none or several."""
    if not by_level(name):
        return None
    level = "自治区" if name.startswith("自治区") else name[0]
    area = context.area(level)
    if area is None:
        return Name(name, relative=True)
    return _in_full(spelling.tail(Gazetteer.load().entries[area].name + name[len(level) :]), "Organisation")


def _in_full(name: str, type: EntityType) -> Name:
    """A name that says whose it is: as the gazetteer has it, where it does."""
    entry = spelling.entry(name, type)
    return _known(entry.id) if entry else Name(name)


def _without_own_country(name: str) -> str:
    """中国全国政协, 中国国务院新闻办公室: a known body of our own country with the country before it."""
    for country in ("中国", "我国"):
        rest = name.removeprefix(country)
        if rest != name and spelling.entry(rest, "Organisation"):
            return rest
    return name


def _abroad(name: str, context: Context) -> str:
    """俄国防部 as 俄罗斯国防部, where the article names the country and the rest is a name or words of its own."""
    if len(name) < 3:
        return name
    key = context.short(name[0], side=True, only_named=True)
    if key is None or key == OWN_COUNTRY or Gazetteer.load().entries[key].subtype != "country":
        return name
    rest, first = name[1:], tokens.words(name)[0]
    if rest in national_bodies() or (first == name[0] and all(len(word) > 1 for word in tokens.words(rest))):
        return Gazetteer.load().entries[key].name + rest
    return name
