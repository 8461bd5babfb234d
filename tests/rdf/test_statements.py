"""Statements: a plain triple for what is affirmed, and a node that says why it is believed."""

from dataclasses import replace

import pytest
from rdflib import PROV, RDF, Graph, Literal, URIRef

import chronicle
import samples
from kg import rdf
from kg.model import Statement
from kg.rdf import literals
from kg.rdf.iris import BASE, Iris
from kg.rdf.vocabulary import KG, SCHEMA


def node(id: str) -> URIRef:
    return URIRef(BASE + id)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return rdf.to_rdflib(samples.knowledge())


def about(graph: Graph, subject: str, predicate: str) -> URIRef:
    """The one statement node with this subject and predicate."""
    (found,) = set(graph.subjects(RDF.subject, node(subject))) & set(graph.subjects(RDF.predicate, KG[predicate]))
    return found


def test_an_affirmed_statement_stands_twice(graph: Graph) -> None:
    assert (node("policy/quantum"), KG.issuedBy, node("organisation/ndrc-js")) in graph
    said = about(graph, "policy/quantum", "issuedBy")
    (sentence,) = graph.objects(said, PROV.wasDerivedFrom)
    assert set(graph.predicate_objects(said)) == {
        (RDF.type, RDF.Statement),
        (RDF.subject, node("policy/quantum")),
        (RDF.predicate, KG.issuedBy),
        (RDF.object, node("organisation/ndrc-js")),
        (KG.confidence, literals.decimal("0.93")),
        (KG.modality, Literal("asserted")),
        (KG.polarity, Literal("affirmed")),
        (KG.pattern, Literal("issue")),
        (PROV.wasDerivedFrom, sentence),
    }


def test_what_is_denied_has_no_plain_triple(graph: Graph) -> None:
    assert (None, KG.cooperatesWith, None) not in graph
    said = about(graph, "organisation/ndrc-js", "cooperatesWith")
    assert graph.value(said, KG.polarity) == Literal("negated")


def test_what_is_planned_has_both(graph: Graph) -> None:
    assert (node("project/centre"), KG.locatedIn, node("place/320100")) in graph
    assert graph.value(about(graph, "project/centre", "locatedIn"), KG.modality) == Literal("planned")


def test_what_no_sentence_says_comes_from_the_gazetteer_with_its_version(graph: Graph) -> None:
    assert (node("place/320100"), KG.locatedIn, node("place/320000")) in graph
    (source,) = graph.objects(about(graph, "place/320100", "locatedIn"), PROV.wasDerivedFrom)
    assert (source, RDF.type, PROV.Entity) in graph
    assert graph.value(source, SCHEMA.version)


def test_without_such_a_statement_there_is_no_gazetteer() -> None:
    knowledge = samples.knowledge()
    stated = replace(knowledge, statements=tuple(s for s in knowledge.statements if s.evidence))
    assert (None, RDF.type, PROV.Entity) not in rdf.to_rdflib(stated)


def test_role_and_speaker_stand_on_the_statement() -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    assert graph.value(about(graph, "person/zhang", "affiliatedWith"), SCHEMA.roleName) == Literal("院长", lang="zh")
    assert graph.value(about(graph, "project/net", "locatedIn"), KG.attributedTo) == node("organisation/ndrc")


def test_each_sentence_that_says_it_is_a_source() -> None:
    knowledge = samples.knowledge()
    evidence = tuple(item for statement in knowledge.statements for item in statement.evidence)
    said = Statement("policy/quantum", "issuedBy", "organisation/ndrc-js", 0.99, evidence)
    graph = rdf.to_rdflib(replace(knowledge, statements=(said,)))
    sources = set(graph.objects(Iris().statement(said), PROV.wasDerivedFrom))
    assert sources == {Iris().sentence(item.where) for item in evidence}
    assert len(sources) == 3
