"""Within one article: which mentions name one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kg import lexicon
from kg.characters import normal, simplified
from kg.linking import aliases, antecedents, documents, naming, relative, spelling
from kg.linking.context import Context
from kg.linking.decisions import NONE, Decisions
from kg.linking.documents import Numbers
from kg.linking.naming import Name
from kg.model import Article, EntityType, Mention

# 高能同步辐射光源（HEPS）, 国家互联网信息办公室（以下简称“网信办”）
_BRACKET = re.compile(r"[（(]\s*(?:以下简称|简称|下称|又称|也称|原名)?[：:]?[“\"「]?$")
_BESIDE = 12  # characters within which a bracket's opening words stand before the name in it


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Two names, in normal form, that a rule found to be one thing's within the article."""

    name: str
    other: str
    why: str


@dataclass(slots=True)
class Cluster:
    """Mentions of one article that name one thing.

    ``key``: its entry of the gazetteer; ``canonical``, ``relative``: as in ``naming.Name``, of the
    name that tells most; ``aliases``: the canonical forms of its other names.
    """

    type: EntityType
    mentions: list[Mention] = field(default_factory=list)
    key: str | None = None
    canonical: str = ""
    relative: bool = False
    aliases: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)  # a person's, right before or behind the name
    joins: set[Join] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)  # under which a policy was issued

    @property
    def names(self) -> list[str]:
        """Each surface form once, in the order of the text."""
        return list(dict.fromkeys(mention.surface for mention in self.mentions))

    @property
    def fullest(self) -> str:
        """The longest name in normal form; of two as long, the first in the order of their characters."""
        return min({normal(name) for name in self.names}, key=lambda name: (-len(name), name))

    def absorb(self, other: Cluster, why: str) -> None:
        """Take in the mentions of ``other``, another name of the same thing."""
        self.joins |= other.joins
        self.numbers |= other.numbers
        self.joins.add(Join(other.fullest, self.fullest, why))
        mine, theirs = (not self.relative, self.key is not None), (not other.relative, other.key is not None)
        self.aliases |= {self.canonical, other.canonical, *other.aliases}
        self.mentions.extend(other.mentions)
        if not spelling.edition(self.canonical) or spelling.edition(other.canonical):
            if theirs > mine:
                self.canonical, self.relative = other.canonical, other.relative
            self.key = self.key or other.key  # but an edition is not its series
        self.aliases.discard(self.canonical)


def clusters(
    article: Article, mentions: Sequence[Mention], decisions: Decisions = NONE, numbers: Numbers | None = None
) -> list[Cluster]:
    """The article's things in the order in which the text names them.

    A single character that may stand for several places, none of which the article names, is
    none of its things: nobody could say which. What the user decided comes before every rule.
    ``numbers``: the document numbers that the text gives to its policies.
    """
    context = Context.of(article, mentions)
    pointing = antecedents.of(mentions)
    found = _by_name(mentions, pointing, context, decisions)
    if numbers:
        known = {m: numbers[meant] for m in mentions if (meant := pointing.get(m, m)) in numbers}
        found = [document for cluster in found for document in _by_document(cluster, known)]
    found = [cluster for cluster in found if cluster.key or not relative.is_abbreviation(cluster.fullest)]
    for why, pairs in _RULES.items():
        found = _joined(found, pairs(article, found), why, decisions)
    for cluster in found:
        cluster.mentions.sort(key=_place)
        if cluster.type == "Person":
            cluster.posts = {post for mention in cluster.mentions if (post := _post_beside(article, mention))}
    return sorted(found, key=lambda cluster: _place(cluster.mentions[0]))


def _place(mention: Mention) -> tuple[int, int]:
    return mention.sentence, mention.start


def _by_name(
    mentions: Sequence[Mention], pointing: Mapping[Mention, Mention], context: Context, decisions: Decisions
) -> list[Cluster]:
    """Mentions of one entry of the gazetteer, or of one canonical name. ``pointing``: what some of them point to."""
    named: dict[tuple[EntityType, str, str | None, str | None], Name] = {}
    groups: dict[tuple[EntityType, str], Cluster] = {}
    countries = _countries(mentions, context)
    for mention in mentions:
        meant = pointing.get(mention, mention)
        if decisions.apart([mention.surface], [meant.surface]):
            meant = mention
        beside = countries.get(meant.sentence)
        place = (meant.type, meant.surface, meant.key, beside)
        if place not in named:
            named[place] = _name(meant, replace(context, beside=beside), decisions)
        name = named[place]
        cluster = groups.setdefault((mention.type, name.key or name.canonical), Cluster(mention.type))
        if not cluster.mentions:
            cluster.key, cluster.canonical, cluster.relative = name.key, name.canonical, name.relative
        cluster.mentions.append(mention)
        if meant is not mention:
            cluster.joins.add(Join(normal(mention.surface), normal(meant.surface), "points back to it"))
        cluster.aliases |= {*name.also, name.canonical} - {cluster.canonical}
    return list(groups.values())


def _by_document(cluster: Cluster, numbers: Numbers) -> Iterator[Cluster]:
    """The cluster with its document numbers, or one for each document, where it is none that the gazetteer knows."""
    found = documents.parts(cluster.mentions, numbers)
    if cluster.key:
        found = [(cluster.mentions, frozenset().union(*(own for _, own in found)))]
    for mentions, own in found:
        yield replace(cluster, mentions=list(mentions), numbers=set(own), aliases=set(cluster.aliases))


def _countries(mentions: Iterable[Mention], context: Context) -> dict[int, str]:
    """Sentence -> the only country that it names, else the one of the sentence before it."""
    named: dict[int, set[str]] = {}
    for mention in mentions:
        if mention.type == "Place" and (key := naming.country(mention, context)):
            named.setdefault(mention.sentence, set()).add(key)
    found: dict[int, str] = {}
    for sentence in {mention.sentence for mention in mentions}:
        here = named.get(sentence) or named.get(sentence - 1, set())
        if len(here) == 1:
            (found[sentence],) = here
    return found


def _name(mention: Mention, context: Context, decisions: Decisions) -> Name:
    """Its name, which is its own alone where the user says that it is not what it would come to."""
    name = naming.name(mention.surface, mention.type, context, mention.key)
    own = normal(mention.surface)
    for other in decisions.others(mention.surface):
        its = naming.name(other, mention.type, context)
        if (its.key or its.canonical) == (name.key or name.canonical) and own != name.canonical:
            return Name(own)
    return name


def _joined(
    found: list[Cluster], pairs: Iterable[tuple[Cluster, Cluster]], why: str, decisions: Decisions
) -> list[Cluster]:
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
        if decisions.apart(one.names, other.names) or documents.differ(one.numbers, other.numbers):
            continue
        other.absorb(one, why)
        home[id(one)] = other
    return [cluster for cluster in found if home[id(cluster)] is cluster]


def _in_brackets(article: Article, found: list[Cluster]) -> list[tuple[Cluster, Cluster]]:
    """甲（乙）: the name in brackets right behind a name of the same type."""
    ends = {(m.sentence, m.end): cluster for cluster in found for m in cluster.mentions}
    pairs = []
    for cluster in found:
        for mention in cluster.mentions:
            text = article.sentences[mention.sentence].text.chars
            closed = text[mention.end : mention.end + 2].strip('”」"’')[:1] in ("）", ")")
            if not closed or mention.start == 0:
                continue
            begin = max(0, mention.start - _BESIDE)
            match = _BRACKET.search(simplified(text[begin : mention.start]))
            before = ends.get((mention.sentence, begin + match.start())) if match else None
            if before is not None and before.type == cluster.type:
                pairs.append((cluster, before))
    return pairs


def _bracketed(_: Article, found: list[Cluster]) -> list[tuple[Cluster, Cluster]]:
    """A name and the longer one that has it in its own brackets: SHEIN, of 希音（SHEIN）."""
    owners: dict[tuple[EntityType, str], list[Cluster]] = {}
    for cluster in found:
        for alias in cluster.aliases:
            owners.setdefault((cluster.type, alias), []).append(cluster)
    pairs = [(cluster, owners.get((cluster.type, cluster.canonical), [])) for cluster in found]
    return [(cluster, owner[0]) for cluster, owner in pairs if len(owner) == 1 and owner[0] is not cluster]


def _shortened(_: Article, found: list[Cluster]) -> list[tuple[Cluster, Cluster]]:
    """A shorter name and the one longer name that it may stand for; two candidates are none."""
    names = {id(cluster): cluster.fullest for cluster in found}
    blocks: dict[tuple[EntityType, str], list[Cluster]] = {}
    for cluster in found:
        for key in aliases.blocks(names[id(cluster)]):
            blocks.setdefault((cluster.type, key), []).append(cluster)
    pairs = []
    for cluster in found:
        if cluster.key:
            continue
        name = names[id(cluster)]
        near = {id(c): c for key in {name[:1], name[-1:]} for c in blocks.get((cluster.type, key), ())}
        longer = [c for c in near.values() if c is not cluster and aliases.same(name, names[id(c)], cluster.type)]
        longest = [c for c in longer if not any(c is not d and names[id(c)] in names[id(d)] for d in longer)]
        if len(longest) == 1:
            pairs.append((cluster, longest[0]))
    return sorted(pairs, key=lambda pair: -len(names[id(pair[0])]))


def _editions(_: Article, found: list[Cluster]) -> list[tuple[Cluster, Cluster]]:
    """本届进博会 and the one edition of 中国国际进口博览会 that the article names."""
    series: dict[str, list[Cluster]] = {}
    for cluster in found:
        if cluster.type == "Project":
            series.setdefault(spelling.series(cluster.canonical), []).append(cluster)
    pairs: list[tuple[Cluster, Cluster]] = []
    for title, group in series.items():
        whole = [cluster for cluster in group if spelling.edition(cluster.canonical)]
        if len(whole) == 1:
            pairs.extend((c, whole[0]) for c in group if c is not whole[0] and (c.relative or c.canonical == title))
    return pairs


def _titles(article: Article, found: list[Cluster]) -> list[tuple[Cluster, Cluster]]:
    """习主席 and 总书记: the one person beside whose name the article puts that post."""
    people = [cluster for cluster in found if cluster.type == "Person"]
    pairs: list[tuple[Cluster, Cluster]] = []
    for cluster in people:
        post = relative.post(cluster.canonical) if cluster.relative else ""
        if not post:
            continue
        surname = cluster.canonical.removesuffix(post)
        bearers = [
            other
            for other in people
            if not other.relative and other.canonical.startswith(surname) and _bears(article, other, post)
        ]
        if len(bearers) == 1:
            pairs.append((cluster, bearers[0]))
    return pairs


def _bears(article: Article, person: Cluster, post: str) -> bool:
    for mention in person.mentions:
        text = article.sentences[mention.sentence].text.chars
        if text.startswith(post, mention.end) or text[: mention.start].endswith(post):
            return True
    return False


def _post_beside(article: Article, mention: Mention) -> str:
    """The post that stands right before the name, else right behind it: 总统, 副总统, 外长."""
    text = article.sentences[mention.sentence].text.chars
    words = lexicon.words("post")
    before = next((word for word in words if text.endswith(word, 0, mention.start)), "")
    if before and text.endswith(f"副{before}", 0, mention.start):
        before = f"副{before}"
    return before or next((word for word in words if text.startswith(word, mention.end)), "")


_Rule = Callable[[Article, list[Cluster]], list[tuple[Cluster, Cluster]]]
# in this order; what each says of the first name of a pair
_RULES: Final[Mapping[str, _Rule]] = {
    "in brackets behind it": _in_brackets,
    "in its own brackets": _bracketed,
    "short for it": _shortened,
    "this edition": _editions,
    "the post beside the name": _titles,
}
