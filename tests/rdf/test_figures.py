"""Figures and events."""

from dataclasses import replace
from datetime import date

from rdflib import PROV, RDF, Literal, URIRef

import chronicle
from kg import rdf
from kg.model import SentenceRef
from kg.rdf import literals
from kg.rdf.iris import BASE, Iris
from kg.rdf.vocabulary import KG, SCHEMA


def test_a_number_with_its_meaning() -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    (figure,) = graph.subjects(RDF.type, SCHEMA.Observation)
    assert set(graph.predicate_objects(figure)) == {
        (RDF.type, SCHEMA.Observation),
        (SCHEMA.observationAbout, URIRef(f"{BASE}project/net")),
        (SCHEMA.measuredProperty, Literal("营收", lang="zh")),
        (SCHEMA.value, literals.decimal("557.4")),
        (SCHEMA.unitText, Literal("亿元")),
        (KG.amount, literals.decimal("55740000000")),
        (KG.amountUnit, URIRef("http://qudt.org/vocab/unit/CCY_CNY")),
        (SCHEMA.observationPeriod, Literal("前9个月")),
        (SCHEMA.observationDate, literals.year(2025)),
        (KG.change, Literal("+14.8%")),
        (KG.changeBasis, Literal("同比")),
        (KG.bound, Literal("over")),
        (KG.modality, Literal("asserted")),
        (PROV.wasDerivedFrom, Iris().sentence(SentenceRef(chronicle.HASH, 0, 1))),
    }


def test_what_the_text_does_not_say_of_a_figure_is_left_out() -> None:
    linked = chronicle.figure()
    silent = {"period": "", "year": None, "change": "", "basis": "", "bound": "", "unit": "", "amount": "", "code": ""}
    bare = replace(linked, about=None, figure=replace(linked.figure, **silent))
    graph = rdf.to_rdflib(replace(chronicle.knowledge(), figures=(bare,)))
    (figure,) = graph.subjects(RDF.type, SCHEMA.Observation)
    said = set(graph.predicates(figure))
    assert said == {RDF.type, SCHEMA.measuredProperty, SCHEMA.value, KG.modality, PROV.wasDerivedFrom}


def test_a_unit_code_is_that_of_the_value() -> None:
    """亿元 is no unit of QUDT's: a value in it has no code, but the number counted out has one."""
    linked = chronicle.figure()
    plain = replace(linked, figure=replace(linked.figure, value="188", unit="千瓦", amount="", code="KiloW"))
    graph = rdf.to_rdflib(replace(chronicle.knowledge(), figures=(plain,)))
    (figure,) = graph.subjects(RDF.type, SCHEMA.Observation)
    assert graph.value(figure, SCHEMA.unitCode) == URIRef("http://qudt.org/vocab/unit/KiloW")
    assert set(graph.predicates(figure)).isdisjoint({KG.amount, KG.amountUnit})


def test_a_dated_happening() -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    (event,) = graph.subjects(RDF.type, SCHEMA.Event)
    assert set(graph.predicate_objects(event)) == {
        (RDF.type, SCHEMA.Event),
        (SCHEMA.name, Literal("完成验收", lang="zh")),
        (SCHEMA.startDate, literals.day(date(2025, 12, 3))),
        (KG.datePrecision, Literal("day")),
        (KG.dateExpression, Literal("12月3日", lang="zh")),
        (KG.dateAnchor, literals.day(date(2025, 12, 5))),
        (KG.modality, Literal("asserted")),
        (KG.involves, URIRef(f"{BASE}organisation/ndrc")),
        (KG.involves, URIRef(f"{BASE}project/net")),
        (PROV.wasDerivedFrom, Iris().sentence(SentenceRef(chronicle.HASH, 0, 4))),
    }


def test_a_planned_happening_of_several_days_at_a_place() -> None:
    linked = chronicle.event()
    planned = replace(linked.event, until=date(2025, 12, 5), anchor=None, modality="planned")
    known = replace(chronicle.knowledge(), events=(replace(linked, event=planned, place="place/320500"),))
    graph = rdf.to_rdflib(known)
    (event,) = graph.subjects(RDF.type, SCHEMA.Event)
    assert graph.value(event, SCHEMA.endDate) == literals.day(date(2025, 12, 5))
    assert graph.value(event, SCHEMA.location) == URIRef(f"{BASE}place/320500")
    assert graph.value(event, KG.modality) == Literal("planned")
    assert graph.value(event, KG.dateAnchor) is None
