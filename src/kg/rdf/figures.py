"""Figures and dated happenings as triples: schema.org's observations and events."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import PROV, RDF, URIRef

from kg.model import Figure, Knowledge, SentenceRef
from kg.rdf import literals
from kg.rdf.iris import Iris
from kg.rdf.terms import Triple
from kg.rdf.vocabulary import KG, QUDT_UNIT, SCHEMA


def observation_triples(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    """Each number with what it measures."""
    for linked in knowledge.figures:
        figure = linked.figure
        node = iris.observation(linked.source, figure)
        yield node, RDF.type, SCHEMA.Observation
        yield node, SCHEMA.value, literals.decimal(figure.value)
        yield node, KG.modality, literals.plain(figure.modality)
        if linked.about is not None:
            yield node, SCHEMA.observationAbout, iris.entity(linked.about)
        yield from _words(node, figure)
        yield from _counted_out(node, figure)
        ref = SentenceRef(linked.source, figure.article, figure.sentence)
        yield node, PROV.wasDerivedFrom, iris.sentence(ref)


def event_triples(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    """Each dated happening. A month's or a year's first day stands for it, as its precision says."""
    for linked in knowledge.events:
        event = linked.event
        node = iris.event(linked.source, event)
        yield node, RDF.type, SCHEMA.Event
        yield node, SCHEMA.name, literals.chinese(event.name)
        yield node, SCHEMA.startDate, literals.day(event.date)
        yield node, KG.datePrecision, literals.plain(event.precision)
        yield node, KG.dateExpression, literals.chinese(event.expression)
        yield node, KG.modality, literals.plain(event.modality)
        if event.until is not None:
            yield node, SCHEMA.endDate, literals.day(event.until)
        if event.anchor is not None:
            yield node, KG.dateAnchor, literals.day(event.anchor)
        if linked.place is not None:
            yield node, SCHEMA.location, iris.entity(linked.place)
        for id in linked.involves:
            yield node, KG.involves, iris.entity(id)
        ref = SentenceRef(linked.source, event.article, event.sentence)
        yield node, PROV.wasDerivedFrom, iris.sentence(ref)


def _words(node: URIRef, figure: Figure) -> Iterator[Triple]:
    """What the text says beside the number; what it does not say is left out."""
    if figure.metric:
        yield node, SCHEMA.measuredProperty, literals.chinese(figure.metric)
    if figure.unit:
        yield node, SCHEMA.unitText, literals.plain(figure.unit)
    if figure.period:
        yield node, SCHEMA.observationPeriod, literals.plain(figure.period)
    if figure.year is not None:
        yield node, SCHEMA.observationDate, literals.year(figure.year)
    if figure.change:
        yield node, KG.change, literals.plain(figure.change)
    if figure.basis:
        yield node, KG.changeBasis, literals.plain(figure.basis)
    if figure.bound:
        yield node, KG.bound, literals.plain(figure.bound)


def _counted_out(node: URIRef, figure: Figure) -> Iterator[Triple]:
    """The unit for machines; where the text gives a scale (亿元), beside the number without one."""
    if figure.amount:
        yield node, KG.amount, literals.decimal(figure.amount)
    if figure.code:
        yield node, KG.amountUnit if figure.amount else SCHEMA.unitCode, QUDT_UNIT[figure.code]
