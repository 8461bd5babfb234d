"""What an article is about, as far as it decides what its short names mean: which countries, which areas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.characters import normal
from kg.extraction.gazetteer import Entry, Gazetteer
from kg.extraction.prominence import foremost, is_area
from kg.model import Article, Mention

OWN_COUNTRY = "place/CN"
_LARGE = frozenset({"country", "province", "prefecture"})
_BEGINNING = 3  # characters
_SEVERAL = 2  # times that an article names the country whose bodies it calls by no country
_AREAS = {
    "省": "省",
    "市": "市",
    "县": "县",
    "区": "区",
    "州": "自治州",
    "旗": "旗",
    "自治区": "自治区",
}  # how the full name ends


@dataclass(frozen=True, slots=True)
class Context:
    """The places that an article names beyond doubt, with those that hold them: how often each.

    ``names`` are all names of the article in normal form, ``dateline`` the place that it was sent from.
    """

    named: Counter[str]
    names: frozenset[str] = frozenset()
    dateline: str | None = None
    beside: str | None = None  # the only country that the sentence names, or the one before it

    @staticmethod
    def of(article: Article, mentions: Sequence[Mention]) -> Context:
        gazetteer = Gazetteer.load()
        named: Counter[str] = Counter()
        places = [m for m in mentions if m.type == "Place"]
        certain = [key for m in places if (key := _abbreviated(m) if _short(m) else _only(m.surface) or m.key)]
        certain.extend(key for m in mentions if m.type != "Place" and (key := _leading(m.surface)))
        dateline = None
        if article.dateline_place:
            entries = [e for e in gazetteer.by_name(article.dateline_place.chars) if e.type == "Place"]
            dateline = entries[0].id if entries else None
            certain.extend(entry.id for entry in entries[:1])
        for key in certain:
            named[key] += 1
            for ancestor in gazetteer.ancestors(key):
                if ancestor != OWN_COUNTRY:
                    named[ancestor] += 1
        return Context(named, frozenset(normal(m.surface) for m in mentions), dateline)

    def choose(self, entries: Sequence[Entry], name: str = "") -> str | None:
        """The only one, or the one whose holders the article names most; None where that is a tie.

        ``name``: as it is written. A district is hardly ever called so without its 区: 西湖 is a lake.
        """
        entries = [entry for entry in entries if entry.name != f"{name}区" or entry.name in self.names]
        if len(entries) == 1:
            return entries[0].id if entries[0].name == name or self._fits(entries[0]) else None
        usual = [entry for entry in entries if name in entry.bare]
        if len(usual) == 1 and not any(e.name != name and e.name in self.names for e in entries if e is not usual[0]):
            return usual[0].id  # 河南 is the province, and 太湖 the lake
        ranked = sorted(((self._weight(entry), entry.id) for entry in entries), reverse=True)
        if ranked and ranked[0][0] > 0 and ranked[0][0] > ranked[1][0]:
            return ranked[0][1]
        return None

    def short(self, char: str, *, side: bool, only_named: bool = False) -> str | None:
        """The place that one character stands for: the only one that the article names, or the only one there is.

        ``side``: 乌方, a country's side of an affair; that may be any country whose name begins so.
        """
        gazetteer = Gazetteer.load()
        ids = list(gazetteer.abbreviations.get(char, ()))
        if side:
            ids = [id for id in ids if gazetteer.entries[id].subtype == "country"]
            ids += [id for id in _countries().get(char, ()) if id not in ids and self.named[id]]
        named = [id for id in set(ids) if self.named[id]]
        if named:
            return foremost(self.named, named)
        return ids[0] if len(ids) == 1 and not only_named else None

    def area(self, level: str) -> str | None:
        """The only area of China of a level (省, 自治区, 市 …) that the article names, or clearly the first."""
        ending = _AREAS.get(level)
        if ending is None:
            return None
        entries = Gazetteer.load().entries
        return foremost(self.named, (id for id in self.named if is_area(id) and entries[id].name.endswith(ending)))

    def owner(self, body: str) -> str | None:
        """The country whose ``body`` (外交部, 国会) an article means that does not say so; None where it is not clear.

        Without a ``body``: the country that 全国 means. An article about several means the one beside.
        """
        return self._owner(body) or self.beside

    def _owner(self, body: str) -> str | None:
        said = [id for id in _states() if any(name + body in self.names for name in _called(id))] if body else []
        if said:
            return said[0] if len(said) == 1 else None
        foreign = self._foreign()
        ours = not body or bool(Gazetteer.load().called(body))
        if ours and (self._at_home() or not foreign):
            return OWN_COUNTRY
        country = foremost(self.named, foreign)
        if country is None or self.named[country] < _SEVERAL:
            return None
        sent = (self.dateline, *Gazetteer.load().ancestors(self.dateline)) if self.dateline else ()
        return country if not ours or not sent or country in sent else None

    def speaks_of(self, entry: Entry) -> bool:
        """Whether another name of the article begins as the entry's does: 联大 beside 联合国秘书长 is 联合国大会."""
        return any(name.startswith(entry.name[:_BEGINNING]) for name in self.names)

    def _foreign(self) -> list[str]:
        """The other countries that the article names."""
        entries = Gazetteer.load().entries
        return [id for id in self.named if id != OWN_COUNTRY and entries[id].subtype == "country"]

    def _at_home(self) -> bool:
        """Whether the article names its own country, a part of it, or was sent from there."""
        return any(id == OWN_COUNTRY or is_area(id) for id in self.named)

    def _weight(self, entry: Entry) -> float:
        """How often the article names what holds the place, a level of the hierarchy on average."""
        holders = [id for id in Gazetteer.load().ancestors(entry.id) if id != OWN_COUNTRY]
        return sum(self.named[id] for id in holders) / len(holders) if holders else 0.0

    def _fits(self, entry: Entry) -> bool:
        """A lone county may still be another place of that name, unless the text is about its region."""
        return entry.subtype not in ("county", "town") or self._weight(entry) > 0 or len(entry.name) > 3


def _only(name: str) -> str | None:
    """The only place that bears a name, from the prefecture upwards: a lone county may be a village too."""
    entries = [entry for entry in Gazetteer.load().by_name(name) if entry.type == "Place"]
    return entries[0].id if len(entries) == 1 and entries[0].subtype in _LARGE else None


def _short(mention: Mention) -> bool:
    """美, 美方. What recognition says of these is no evidence: only the rest of the text makes them clear."""
    return mention.surface[1:] in ("", "方")


def _abbreviated(mention: Mention) -> str | None:
    """The place of 美 or 美方, where only one is written with that character."""
    char = mention.surface[0]
    ids = Gazetteer.load().abbreviations.get(char, ())
    only = len(ids) == 1 and (len(mention.surface) == 1 or len(_countries().get(char, ())) <= 1)
    return ids[0] if only else None


def _leading(surface: str) -> str | None:
    """The other country, or the area in full, with which a name begins: 乌克兰国防部, 湖南省发改委; not 南京银行."""
    entries = Gazetteer.load().entries
    for end in range(min(len(surface) - 1, 8), 1, -1):
        key = _only(surface[:end])
        if key is not None:
            return key if entries[key].subtype == "country" or entries[key].name == surface[:end] else None
    return None


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """First character -> the countries whose names begin with it."""
    found: dict[str, list[str]] = {}
    for entry in Gazetteer.load().entries.values():
        if entry.type == "Place" and entry.subtype == "country":
            for char in dict.fromkeys(name[0] for name in entry.names):
                found.setdefault(char, []).append(entry.id)
    return {char: tuple(ids) for char, ids in found.items()}


@cache
def _states() -> tuple[str, ...]:
    """The ids of all countries, our own too."""
    return tuple(id for id, entry in Gazetteer.load().entries.items() if entry.subtype == "country")


@cache
def _called(country: str) -> tuple[str, ...]:
    """The names of a country, and its single character where no other country is written so."""
    gazetteer = Gazetteer.load()
    chars = [char for char, ids in gazetteer.abbreviations.items() if ids == (country,)]
    return (*gazetteer.entries[country].names, *chars)
