"""Extractions in, knowledge out: every mention tied to one entity, every claim to its statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from kg.characters import normal
from kg.extraction.gazetteer import Gazetteer
from kg.linking import (
    coreference,
    documents,
    geography,
    hierarchy,
    lives,
    merging,
    reprints,
    resolver,
    statements,
    things,
)
from kg.linking.coreference import Cluster
from kg.linking.decisions import NONE, Decisions
from kg.linking.retyping import retyped
from kg.linking.things import Occurrence, hashed
from kg.memo import Memo, forgetful
from kg.model import (
    Claim,
    Credit,
    Entity,
    EntityType,
    Extraction,
    Knowledge,
    Linked,
    LinkedEvent,
    LinkedFigure,
    Mention,
    Source,
    Statement,
)

_GAZETTEER_CONFIDENCE = 1.0
_Homes = dict[tuple[str, Mention], str]  # (source, mention) -> id


@dataclass(frozen=True, slots=True)
class Told:
    """What linking takes of one source. It follows from the source, the decisions and graph/ alone."""

    extraction: Extraction
    occurrences: tuple[Occurrence, ...]
    lines: tuple[int, ...]  # by which its reprints are known

    @property
    def source(self) -> Source:
        return self.extraction.source


def told(extraction: Extraction, decisions: Decisions = NONE) -> Told:
    """An extraction as the user's decisions have it, its names tied article by article."""
    extraction = retyped(extraction, decisions)
    return Told(extraction, occurrences(extraction, decisions), reprints.lines(extraction.source))


def link(extractions: Iterable[Extraction], decisions: Decisions = NONE) -> Knowledge:
    """One knowledge of all sources, whatever their order.

    Of two sources with the same bytes one counts, under the name that comes first.
    """
    return tie((told(extraction, decisions) for extraction in extractions), decisions)


def tie(sources: Iterable[Told], decisions: Decisions = NONE, memo: Memo = forgetful) -> Knowledge:
    """The same of sources that are told already. ``memo`` remembers comparisons; the knowledge is the same without."""
    unique: dict[str, Told] = {}
    for one in sorted(sources, key=lambda one: (one.source.sha256, one.source.name)):
        unique.setdefault(one.source.sha256, one)
    ordered = [one.extraction for one in unique.values()]
    found = things.gather(occurrence for one in unique.values() for occurrence in one.occurrences)
    first = _homes(found)
    things.with_posts(found, _posts(ordered, first))
    merged, links = merging.merge(found, decisions, memo, {hash: one.source.name for hash, one in unique.items()})
    homes = {place: merged[id] for place, id in first.items()}
    clusters: dict[str, list[Cluster]] = {}
    for id, thing in found.items():
        clusters.setdefault(merged[id], []).extend(thing.clusters)
    entities = {id: resolver.entity(id, group, decisions) for id, group in clusters.items()}
    credits = [credit for extraction in ordered for credit in _credits(extraction, entities)]
    families = reprints.families({hash: one.lines for hash, one in unique.items()})

    def resolve(source: str, mention: Mention) -> str | None:
        return homes.get((source, mention))

    entities |= lives.numbered(entities, ordered, resolve)
    entities |= lives.drafts(entities)
    claims = ((extraction.source.sha256, claim) for extraction in ordered for claim in extraction.claims)
    said = hierarchy.sound(statements.gather(claims, resolve, entities, families))
    return Knowledge(
        sources=tuple(extraction.source for extraction in ordered),
        entities=tuple(entities[id] for id in sorted(entities)),
        mentions=tuple(_linked(homes)),
        statements=tuple(sorted((*said, *_holders(entities, said)), key=lambda s: (s.subject, s.predicate, s.object))),
        figures=tuple(figure for extraction in ordered for figure in _figures(extraction, homes)),
        events=tuple(event for extraction in ordered for event in _events(extraction, homes)),
        changes=lives.changes(ordered, resolve, entities, families),
        credits=tuple(credits),
        links=links,
        gazetteer_version=Gazetteer.load().version,
    )


def occurrences(extraction: Extraction, decisions: Decisions = NONE) -> tuple[Occurrence, ...]:
    """What one source names, article by article: the mentions that are one thing together.

    Depends on the source, the decisions and graph/ alone.
    """
    found: list[Occurrence] = []
    numbers = documents.numbers(extraction.numbers)
    by_article: dict[int, list[Mention]] = {}
    for mention in extraction.mentions:
        by_article.setdefault(mention.article, []).append(mention)
    for number, mentions in sorted(by_article.items()):
        article = extraction.source.articles[number]
        clusters = coreference.clusters(article, mentions, decisions, numbers)
        found.extend(Occurrence(extraction.source.sha256, article.date, cluster) for cluster in clusters)
    return tuple(found)


def _homes(found: Mapping[str, things.Thing]) -> _Homes:
    return {
        (occurrence.source, mention): id
        for id, thing in found.items()
        for occurrence in thing.occurrences
        for mention in occurrence.cluster.mentions
    }


def _posts(extractions: Iterable[Extraction], homes: _Homes) -> Iterator[tuple[str, Claim, str]]:
    for extraction in extractions:
        for claim in extraction.claims:
            person = homes.get((extraction.source.sha256, claim.subject))
            body = homes.get((extraction.source.sha256, claim.object))
            if claim.predicate == "affiliatedWith" and claim.polarity == "affirmed" and person and body:
                yield person, claim, body


def _linked(homes: _Homes) -> Iterator[Linked]:
    """By source, and in the order of its text."""
    by_source: dict[str, list[Linked]] = {}
    for (source, mention), id in homes.items():
        by_source.setdefault(source, []).append(Linked(source, mention, id))
    place = attrgetter("mention.article", "mention.sentence", "mention.start")
    for source in sorted(by_source):
        yield from sorted(by_source[source], key=place)


def _figures(extraction: Extraction, homes: _Homes) -> Iterator[LinkedFigure]:
    source = extraction.source.sha256
    for figure in sorted(extraction.figures, key=lambda f: (f.article, f.sentence, f.start, f.end)):
        yield LinkedFigure(source, figure, homes.get((source, figure.about)) if figure.about else None)


def _events(extraction: Extraction, homes: _Homes) -> Iterator[LinkedEvent]:
    """Each with the things that its mentions name, a thing named twice once."""
    source = extraction.source.sha256
    for event in sorted(extraction.events, key=lambda e: (e.article, e.sentence, e.trigger or (0, 0), e.date)):
        involved = {homes[source, mention] for mention in event.involves if (source, mention) in homes}
        place = homes.get((source, event.place)) if event.place else None
        yield LinkedEvent(source, event, tuple(sorted(involved)), place)


def _credits(extraction: Extraction, entities: dict[str, Entity]) -> Iterator[Credit]:
    """Who wrote and published each article; those that no article speaks of become entities here."""
    for article in extraction.source.articles:
        authors = tuple(_credited(entities, "Person", text.chars) for text in article.reporters)
        publisher = _credited(entities, "Organisation", article.outlet) if article.outlet else None
        if authors or publisher:
            yield Credit(extraction.source.sha256, article.index, authors, publisher)


def _credited(entities: dict[str, Entity], type: EntityType, name: str) -> str:
    known = [entry for entry in Gazetteer.load().by_name(name) if entry.type == type]
    id = known[0].id if len(known) == 1 else hashed(type, normal(name))
    subtype = "media" if type == "Organisation" else ""
    entity = entities.get(id) or (resolver.known(id) if len(known) == 1 else Entity(id, type, subtype, name))
    if name not in (entity.label, *entity.alt_labels):
        entity = replace(entity, alt_labels=tuple(sorted((*entity.alt_labels, name))))
    entities[id] = entity
    return id


def _holders(entities: dict[str, Entity], said: Iterable[Statement]) -> Iterator[Statement]:
    """Where the gazetteer knows a place to lie, unless a sentence says it already."""
    stated = {(s.subject, s.object) for s in said if s.predicate == "locatedIn" and s.polarity == "affirmed"}
    places = [id for id in sorted(entities) if entities[id].type == "Place"]
    present = entities.keys()
    for id, holder in (*geography.parents(places, present), *geography.memberships(places, present)):
        if (id, holder) not in stated:
            yield Statement(id, "locatedIn", holder, _GAZETTEER_CONFIDENCE, ())
