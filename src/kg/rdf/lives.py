"""The lives of policies as triples: the status itself, and the node that says since when and why it is believed."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import PROV, RDF

from kg.model import Knowledge, StatusChange
from kg.rdf import literals
from kg.rdf.iris import Iris
from kg.rdf.terms import Triple
from kg.rdf.vocabulary import KG, SCHEMA


def triples(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    """Every step; one that is yet to come gives its policy no status."""
    for change in knowledge.changes:
        if change.modality == "asserted":
            yield iris.entity(change.policy), KG.status, literals.plain(change.status)
        yield from _node(change, iris)


def _node(change: StatusChange, iris: Iris) -> Iterator[Triple]:
    node = iris.status(change)
    yield node, RDF.type, KG.StatusChange
    yield node, KG.changes, iris.entity(change.policy)
    yield node, KG.status, literals.plain(change.status)
    yield node, KG.confidence, literals.share(change.confidence)
    yield node, KG.modality, literals.plain(change.modality)
    if change.since is not None:
        yield node, SCHEMA.startDate, literals.day(change.since)
        yield node, KG.datePrecision, literals.plain(change.precision)
    if change.until is not None:
        yield node, SCHEMA.endDate, literals.day(change.until)
    for expression in change.expressions:
        yield node, KG.dateExpression, literals.chinese(expression)
    for evidence in change.evidence:
        yield node, PROV.wasDerivedFrom, iris.sentence(evidence.where)
        yield node, KG.pattern, literals.plain(evidence.pattern)
    if not change.evidence:
        yield node, PROV.wasDerivedFrom, iris.gazetteer
