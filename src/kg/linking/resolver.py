"""An entity of all the things that are one: its names, its class, what the gazetteer knows of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.characters import normal
from kg.extraction.gazetteer import Gazetteer
from kg.linking.coreference import Cluster
from kg.linking.decisions import NONE, Decisions
from kg.linking.spelling import customary
from kg.model import Entity


def entity(id: str, clusters: Sequence[Cluster], decisions: Decisions = NONE) -> Entity:
    """One entity of all the clusters that have its id; the name that the user gave comes before all others."""
    mentions = [mention for cluster in clusters for mention in cluster.mentions]
    surfaces = Counter([mention.surface for mention in mentions])
    given = decisions.renamed((id, *surfaces))
    if id in Gazetteer.load().entries:
        return known(id, surfaces, given)
    relative = _relative(clusters)
    telling = [name for name in surfaces if name not in relative] or list(surfaces)
    label = given or _fullest(telling, surfaces)
    subtypes = Counter([mention.subtype for mention in mentions if mention.subtype])
    subtype = min(subtypes, key=lambda name: (-subtypes[name], name)) if subtypes else ""
    return Entity(
        id=id,
        type=clusters[0].type,
        subtype=subtype,
        label=label,
        alt_labels=tuple(sorted(name for name in surfaces if name != label)),
    )


def _fullest(names: Sequence[str], times: Mapping[str, int]) -> str:
    """The longest name, of several as long the one most often used."""
    if len(names) == 1:
        return names[0]
    return min(names, key=lambda name: (-len(normal(name)), -times[name], name))


def _relative(clusters: Iterable[Cluster]) -> set[str]:
    """Surface forms of clusters that only their text makes clear: 本届峰会."""
    return {name for cluster in clusters if cluster.relative for name in cluster.names}


def known(id: str, surfaces: Iterable[str] = (), given: str | None = None) -> Entity:
    """A thing of the gazetteer, with the names by which the texts call it."""
    entry = Gazetteer.load().entries[id]
    label = given or customary(entry)
    names = {name for name in (*surfaces, *((customary(entry),) if given else ())) if name != label}
    return Entity(
        id=id,
        type=entry.type,
        subtype=entry.subtype,
        label=label,
        alt_labels=tuple(sorted(names)),
        identifiers=tuple(sorted(entry.identifiers)),
        same_as=(f"http://www.wikidata.org/entity/{entry.qid}",) if entry.qid else (),
        position=entry.position,
        in_gazetteer=True,
    )
