"""Extractions in, knowledge out: every mention tied to one entity, every claim to its statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.gazetteer import Gazetteer
from kg.linking import aliases, coreference, geography, hierarchy, resolver, statements
from kg.linking.coreference import Cluster
from kg.model import (
    Claim,
    Credit,
    Entity,
    EntityType,
    Extraction,
    Knowledge,
    Linked,
    Mention,
    Statement,
)

_GAZETTEER_CONFIDENCE = 1.0


def link(extractions: Iterable[Extraction]) -> Knowledge:
    """One knowledge of all sources, whatever their order.

    Of two sources with the same bytes one counts, under the name that comes first.
    """
    unique: dict[str, Extraction] = {}
    for extraction in sorted(extractions, key=lambda e: (e.source.sha256, e.source.name)):
        unique.setdefault(extraction.source.sha256, extraction)
    ordered = list(unique.values())
    clusters: dict[str, list[Cluster]] = {}
    homes: dict[tuple[str, Mention], str] = {}
    for extraction in ordered:
        for cluster in _clusters(extraction):
            id = resolver.entity_id(cluster, extraction.source.sha256)
            clusters.setdefault(id, []).append(cluster)
            homes.update(((extraction.source.sha256, mention), id) for mention in cluster.mentions)
    entities = {id: resolver.entity(id, group) for id, group in clusters.items()}
    credits = [credit for extraction in ordered for credit in _credits(extraction, entities)]
    said = hierarchy.sound(statements.gather(_claims(ordered, homes), entities))
    return Knowledge(
        sources=tuple(extraction.source for extraction in ordered),
        entities=tuple(entities[id] for id in sorted(entities)),
        mentions=tuple(
            Linked(source, mention, id)
            for (source, mention), id in sorted(homes.items(), key=lambda item: (item[0][0], _place(item[0][1])))
        ),
        statements=tuple(sorted((*said, *_holders(entities, said)), key=lambda s: (s.subject, s.predicate, s.object))),
        credits=tuple(credits),
        gazetteer_version=Gazetteer.load().version,
    )


def _place(mention: Mention) -> tuple[int, int, int]:
    return (mention.article, mention.sentence, mention.start)


def _clusters(extraction: Extraction) -> Iterator[Cluster]:
    by_article: dict[int, list[Mention]] = {}
    for mention in extraction.mentions:
        by_article.setdefault(mention.article, []).append(mention)
    for number, mentions in sorted(by_article.items()):
        yield from coreference.clusters(extraction.source.articles[number], mentions)


def _claims(
    extractions: Iterable[Extraction], homes: dict[tuple[str, Mention], str]
) -> Iterator[tuple[str, Claim, statements.Resolve]]:
    for extraction in extractions:
        source = extraction.source.sha256

        def resolve(mention: Mention, source: str = source) -> str | None:
            return homes.get((source, mention))

        for claim in extraction.claims:
            yield source, claim, resolve


def _credits(extraction: Extraction, entities: dict[str, Entity]) -> Iterator[Credit]:
    """Who wrote and published each article; those that no article speaks of become entities here."""
    for article in extraction.source.articles:
        authors = tuple(_credited(entities, "Person", text.chars) for text in article.reporters)
        publisher = _credited(entities, "Organisation", article.outlet) if article.outlet else None
        if authors or publisher:
            yield Credit(extraction.source.sha256, article.index, authors, publisher)


def _credited(entities: dict[str, Entity], type: EntityType, name: str) -> str:
    known = [entry for entry in Gazetteer.load().by_name(name) if entry.type == type]
    id = known[0].id if len(known) == 1 else resolver.hashed(type, aliases.normal(name))
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
    for id, holder in geography.parents(places, entities.keys()):
        if (id, holder) not in stated:
            yield Statement(id, "locatedIn", holder, _GAZETTEER_CONFIDENCE, ())
