"""Which place of several with one name an article means, and where each place lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.gazetteer import Entry, Gazetteer
from kg.model import Article, Mention

_OWN_COUNTRY = "place/CN"
_LARGE = frozenset({"country", "province", "prefecture"})


@dataclass(frozen=True, slots=True)
class Context:
    """The places that an article names beyond doubt, with those that hold them; how often each."""

    named: Counter[str]

    @staticmethod
    def of(article: Article, mentions: Sequence[Mention]) -> Context:
        gazetteer = Gazetteer.load()
        named: Counter[str] = Counter()
        certain = [key for m in mentions if m.type == "Place" and (key := m.key or _only(m.surface))]
        if article.dateline_place:
            entries = [e for e in gazetteer.by_name(article.dateline_place.chars) if e.type == "Place"]
            certain.extend(entry.id for entry in entries[:1])
        for key in certain:
            named[key] += 1
            for ancestor in gazetteer.ancestors(key):
                if ancestor != _OWN_COUNTRY:
                    named[ancestor] += 1
        return Context(named)

    def choose(self, entries: Sequence[Entry]) -> str | None:
        """The only one, or the one whose holders the article names most; None where that is a tie."""
        if len(entries) == 1:
            return entries[0].id if self._fits(entries[0]) else None
        ranked = sorted(((self._weight(entry), entry.id) for entry in entries), reverse=True)
        if ranked and ranked[0][0] > 0 and ranked[0][0] > ranked[1][0]:
            return ranked[0][1]
        return None

    def among(self, ids: Sequence[str]) -> str | None:
        """The only one of ``ids`` that the article names, or the only one there is."""
        named = [id for id in ids if self.named[id]]
        return named[0] if len(named) == 1 else ids[0] if len(ids) == 1 else None

    def _weight(self, entry: Entry) -> float:
        """How often the article names what holds the place, a level of the hierarchy on average."""
        ancestors = Gazetteer.load().ancestors(entry.id)
        holders = [id for id in ancestors if id != _OWN_COUNTRY]
        return sum(self.named[id] for id in holders) / len(holders) if holders else 0.0

    def _fits(self, entry: Entry) -> bool:
        """A lone county may still be another place of that name, unless the text is about its region."""
        return entry.subtype not in ("county", "town") or self._weight(entry) > 0 or len(entry.name) > 3


def _only(name: str) -> str | None:
    """The only place that bears a name, from the prefecture upwards: a lone county may be a village too."""
    entries = [entry for entry in Gazetteer.load().by_name(name) if entry.type == "Place"]
    return entries[0].id if len(entries) == 1 and entries[0].subtype in _LARGE else None


def parents(ids: Iterable[str], present: Collection[str]) -> Iterator[tuple[str, str]]:
    """(place, the nearest place of the gazetteer that holds it and is itself ``present``)."""
    gazetteer = Gazetteer.load()
    for id in ids:
        if id in gazetteer.entries:
            holder = next((a for a in gazetteer.ancestors(id) if a in present), None)
            if holder:
                yield id, holder
