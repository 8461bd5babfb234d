"""Statements as triples: the plain triple, and the node that says why it is believed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from rdflib import PROV, RDF, RDFS

from kg.model import Knowledge, Statement
from kg.rdf import literals
from kg.rdf.iris import Iris
from kg.rdf.terms import Triple
from kg.rdf.vocabulary import KG, SCHEMA


def triples(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    """Every statement; what is denied has no plain triple."""
    for statement in knowledge.statements:
        if statement.polarity == "affirmed":
            yield iris.entity(statement.subject), KG[statement.predicate], iris.entity(statement.object)
        yield from _reified(statement, iris)
        yield from _grounds(statement, iris)


def _reified(statement: Statement, iris: Iris) -> Iterator[Triple]:
    node = iris.statement(statement)
    yield node, RDF.type, RDF.Statement
    yield node, RDF.subject, iris.entity(statement.subject)
    yield node, RDF.predicate, KG[statement.predicate]
    yield node, RDF.object, iris.entity(statement.object)
    yield node, KG.confidence, literals.share(statement.confidence)
    yield node, KG.modality, literals.plain(statement.modality)
    yield node, KG.polarity, literals.plain(statement.polarity)
    if statement.role:
        yield node, SCHEMA.roleName, literals.chinese(statement.role)
    if statement.attributed_to is not None:
        yield node, KG.attributedTo, iris.entity(statement.attributed_to)


def _grounds(statement: Statement, iris: Iris) -> Iterator[Triple]:
    """The sentences that say it and the rules that read them; without any, the gazetteer."""
    node = iris.statement(statement)
    for evidence in statement.evidence:
        yield node, PROV.wasDerivedFrom, iris.sentence(evidence.where)
        yield node, KG.pattern, literals.plain(evidence.pattern)
    if not statement.evidence:
        yield node, PROV.wasDerivedFrom, iris.gazetteer


def gazetteer_triples(iris: Iris) -> Iterator[Triple]:
    """What statements of no sentence rest on. It comes with the package, so the package's version is its own."""
    yield iris.gazetteer, RDF.type, PROV.Entity
    yield iris.gazetteer, RDFS.label, literals.chinese("地名和机构名录")
    yield iris.gazetteer, RDFS.label, literals.name("gazetteer")
    yield iris.gazetteer, SCHEMA.version, literals.plain(version("zhimai"))
