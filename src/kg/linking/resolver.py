"""Across articles and sources: clusters that name one thing become one entity.

An entity's id is its entry in the gazetteer, else a hash of its type and fullest name, so
neither the order of the sources nor what else is built can change it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from kg import resources
from kg.extraction import tokens
from kg.extraction.gazetteer import Entry, Gazetteer
from kg.linking import aliases
from kg.linking.coreference import Cluster
from kg.model import Entity, EntityType

_OWN_COUNTRY = "place/CN"
_STATE = "中华人民共和国"


def entity_id(cluster: Cluster, source: str) -> str:
    """``place/320000`` of the gazetteer, or ``project/`` and twelve hexadecimal digits.

    A body named only by its level (市教育局) is one thing within its ``source`` (a hash), and another
    in every other: two cities have two.
    """
    if cluster.key:
        return cluster.key
    name = cluster.fullest
    return hashed(cluster.type, f"{name}\n{source}" if cluster.type == "Organisation" and _relative(name) else name)


@cache
def _level_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = resources.table("lexicon", "relative-names.tsv", columns=("form", "word"))
    begins, ends = (tuple(row["word"] for row in rows if row["form"] == form) for form in ("begin", "end"))
    return begins, ends


def _relative(name: str) -> bool:
    begins, ends = _level_words()
    if not (name.startswith(begins) and name.endswith(ends)) or Gazetteer.load().by_name(name):
        return False
    first = tokens.words(name)[0]  # 市|教育局 and 县委, but not 市场, 区块链, 镇江
    return first in begins or (first.endswith(ends) and tokens.tag(first) != "ns")


def hashed(type: EntityType, name: str) -> str:
    digest = hashlib.sha256(f"{type}\n{name}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{type.lower()}/{digest[:12]}"


def entity(id: str, clusters: Sequence[Cluster]) -> Entity:
    """One entity of all the clusters that have its id."""
    surfaces = Counter(mention.surface for cluster in clusters for mention in cluster.mentions)
    if id in Gazetteer.load().entries:
        return known(id, surfaces)
    label = min(surfaces, key=lambda name: (-len(aliases.normal(name)), -surfaces[name], name))
    subtypes = Counter(m.subtype for c in clusters for m in c.mentions if m.subtype)
    subtype = min(subtypes, key=lambda name: (-subtypes[name], name)) if subtypes else ""
    return Entity(
        id=id,
        type=clusters[0].type,
        subtype=subtype,
        label=label,
        alt_labels=tuple(sorted(name for name in surfaces if name != label)),
    )


def _customary(entry: Entry) -> str:
    """A state organ's name as papers write it in full: 工业和信息化部, without the state before it."""
    if entry.id == _OWN_COUNTRY:
        return entry.names[1]
    short = entry.name.removeprefix(_STATE)
    return short if entry.type == "Organisation" and short in entry.names else entry.name


def known(id: str, surfaces: Iterable[str] = ()) -> Entity:
    """A thing of the gazetteer, with the names by which the texts call it."""
    entry = Gazetteer.load().entries[id]
    label = _customary(entry)
    return Entity(
        id=id,
        type=entry.type,
        subtype=entry.subtype,
        label=label,
        alt_labels=tuple(sorted({name for name in surfaces if name != label})),
        identifiers=tuple(sorted(entry.identifiers)),
        same_as=(f"http://www.wikidata.org/entity/{entry.qid}",) if entry.qid else (),
        position=entry.position,
        in_gazetteer=True,
    )
