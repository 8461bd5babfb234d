"""Within one article: which mentions name one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.characters import fold, simplified
from kg.extraction.gazetteer import Entry, Gazetteer
from kg.linking import aliases, geography
from kg.model import Article, EntityType, Mention

# 高能同步辐射光源（HEPS）, 国家互联网信息办公室（以下简称“网信办”）
_BRACKET = re.compile(r"[（(]\s*(?:以下简称|简称|下称|又称|也称|原名)?[：:]?[“\"「]?$")


@dataclass(slots=True)
class Cluster:
    """Mentions of one article that name one thing. ``key``: its entry of the gazetteer."""

    type: EntityType
    mentions: list[Mention] = field(default_factory=list)
    key: str | None = None

    @property
    def names(self) -> list[str]:
        """Each surface form once, in the order of the text."""
        return list(dict.fromkeys(mention.surface for mention in self.mentions))

    @property
    def fullest(self) -> str:
        """The longest name in normal form; of two as long, the first in the order of their characters."""
        return min({aliases.normal(name) for name in self.names}, key=lambda name: (-len(name), name))


def clusters(article: Article, mentions: Sequence[Mention]) -> list[Cluster]:
    """The article's things in the order in which the text names them.

    A single character that may stand for several places, none of which the article names, is
    none of its things: nobody could say which.
    """
    groups: dict[tuple[EntityType, str], Cluster] = {}
    for mention in mentions:
        place = (mention.type, aliases.normal(mention.surface))
        groups.setdefault(place, Cluster(mention.type)).mentions.append(mention)
    found = list(groups.values())
    context = geography.Context.of(article, mentions)
    for cluster in found:
        cluster.key = _key(cluster, context)
    found = _joined_by_key([cluster for cluster in found if cluster.key or not _abbreviation(cluster.fullest)])
    found = _joined(found, _in_brackets(article, found))
    found = _joined(found, _shortened(found))
    for cluster in found:
        cluster.mentions.sort(key=_place)
    return sorted(found, key=lambda cluster: _place(cluster.mentions[0]))


def _place(mention: Mention) -> tuple[int, int]:
    return mention.sentence, mention.start


def _key(cluster: Cluster, context: geography.Context) -> str | None:
    """The entry that the name means here, None where it is none or may be several."""
    given = {mention.key for mention in cluster.mentions if mention.key}
    if len(given) == 1:
        return given.pop()
    gazetteer = Gazetteer.load()
    name = cluster.mentions[0].surface
    if _abbreviation(fold(name)):
        return context.among(gazetteer.abbreviations.get(fold(name[0]), ()))
    entries = [entry for entry in gazetteer.by_name(name) if entry.type == cluster.type]
    if not entries:
        entries = [entry for entry in gazetteer.by_name(aliases.normal(name)) if entry.type == cluster.type]
    if cluster.type == "Place":
        return context.choose(entries)
    return entries[0].id if len(entries) == 1 and _stands_alone(entries[0], name) else None


def _abbreviation(name: str) -> bool:
    """中, 乌方: one character that stands for a country, alone or for its side of an affair."""
    return len(name) == 1 or (len(name) == 2 and name[1] == "方" and name[0] in Gazetteer.load().abbreviations)


def _stands_alone(entry: Entry, name: str) -> bool:
    return len(name) >= 3 or name in entry.bare


def _joined_by_key(found: list[Cluster]) -> list[Cluster]:
    by_key: dict[str, Cluster] = {}
    kept = []
    for cluster in found:
        if cluster.key and cluster.key in by_key:
            by_key[cluster.key].mentions.extend(cluster.mentions)
            continue
        if cluster.key:
            by_key[cluster.key] = cluster
        kept.append(cluster)
    return kept


def _joined(found: list[Cluster], pairs: Iterable[tuple[Cluster, Cluster]]) -> list[Cluster]:
    """The clusters with the two of each pair made one; those of two entries are never joined."""
    home = {id(cluster): cluster for cluster in found}

    def root(cluster: Cluster) -> Cluster:
        while home[id(cluster)] is not cluster:
            cluster = home[id(cluster)]
        return cluster

    for shorter, longer in pairs:
        one, other = root(shorter), root(longer)
        if one is other or (one.key and other.key and one.key != other.key):
            continue
        other.mentions.extend(one.mentions)
        other.key = other.key or one.key
        home[id(one)] = other
    return [cluster for cluster in found if home[id(cluster)] is cluster]


def _in_brackets(article: Article, found: list[Cluster]) -> Iterable[tuple[Cluster, Cluster]]:
    """甲（乙）: the name in brackets right behind a name of the same type."""
    owner = {(m.sentence, m.start): cluster for cluster in found for m in cluster.mentions}
    ends: dict[tuple[int, int], tuple[Cluster, Mention]] = {
        (m.sentence, m.end): (cluster, m) for cluster in found for m in cluster.mentions
    }
    cluster_ends = {(m.sentence, m.start): m.end for cluster in found for m in cluster.mentions}
    pairs = []
    for (number, start), cluster in owner.items():
        chars = simplified(article.sentences[number].text.chars)
        match = _BRACKET.search(chars, max(0, start - 12), start)
        closed = chars[cluster_ends[number, start] :][:2].strip('”」"’')[:1] in ("）", ")")
        before = ends.get((number, match.start())) if match and closed else None
        if before and before[0].type == cluster.type:
            pairs.append((cluster, before[0]))
    return pairs


def _shortened(found: list[Cluster]) -> list[tuple[Cluster, Cluster]]:
    """A shorter name and the one longer name that it may stand for; two candidates are none."""
    names = {id(cluster): cluster.fullest for cluster in found}
    blocks: dict[tuple[EntityType, str], list[Cluster]] = {}
    for cluster in found:
        for key in aliases.blocks(names[id(cluster)]):
            blocks.setdefault((cluster.type, key), []).append(cluster)
    pairs = []
    for cluster in found:
        if cluster.key and cluster.type != "Policy":
            continue
        name = names[id(cluster)]
        near = {id(c): c for key in {name[:1], name[-1:]} for c in blocks.get((cluster.type, key), ())}
        longer = [c for c in near.values() if c is not cluster and aliases.same(name, names[id(c)], cluster.type)]
        longest = [c for c in longer if not any(c is not d and names[id(c)] in names[id(d)] for d in longer)]
        if len(longest) == 1:
            pairs.append((cluster, longest[0]))
    return sorted(pairs, key=lambda pair: -len(names[id(pair[0])]))
