"""Entities as triples: classes, names, identifiers, position."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, URIRef

from kg import resources
from kg.errors import KnowledgeError
from kg.model import Entity, Knowledge
from kg.rdf import literals
from kg.rdf.iris import Iris
from kg.rdf.terms import Triple
from kg.rdf.vocabulary import GEO, KG, SCHEMA

_TABLE: Final = ("lexicon", "classes.tsv")


def triples(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    """All that is known of each entity by itself. Raises KnowledgeError on a bad class or link."""
    for entity in knowledge.entities:
        node = iris.entity(entity.id)
        for kind in classes(entity.type, entity.subtype):
            yield node, RDF.type, kind
        yield from _names(node, entity)
        yield from _links(node, entity)
        if entity.draft_of is not None:
            yield node, DCTERMS.isVersionOf, iris.entity(entity.draft_of)


def classes(type: str, subtype: str) -> tuple[URIRef, ...]:
    """The contract's class, the finer ones, then schema.org's; an unknown subtype adds none."""
    table = _classes()
    return table.get((type, subtype)) or table[type, ""]


def _names(node: URIRef, entity: Entity) -> Iterator[Triple]:
    label = literals.name(entity.label)
    yield node, SKOS.prefLabel, label
    yield node, RDFS.label, label
    for alias in entity.alt_labels:
        if alias != entity.label:
            yield node, SKOS.altLabel, literals.name(alias)


def _links(node: URIRef, entity: Entity) -> Iterator[Triple]:
    for identifier in entity.identifiers:
        yield node, DCTERMS.identifier, literals.plain(identifier)
    for iri in entity.same_as:
        yield node, OWL.sameAs, URIRef(iri)
    if entity.position is not None:
        yield node, GEO.lat, literals.decimal(entity.position.lat)
        yield node, GEO.long, literals.decimal(entity.position.long)


@cache
def _classes() -> dict[tuple[str, str], tuple[URIRef, ...]]:
    rows = resources.table(*_TABLE, columns=("type", "subtype", "class", "schema"))
    try:
        return {
            (row["type"], row["subtype"]): (
                KG[row["type"]],
                *(KG[term] for term in row["class"].split()),
                *(SCHEMA[term] for term in row["schema"].split()),
            )
            for row in rows
        }
    except AttributeError as error:  # how a closed namespace says that it has no such term
        raise KnowledgeError(f"{resources.path(*_TABLE)}: {error}") from error
