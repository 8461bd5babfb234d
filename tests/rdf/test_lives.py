"""The lives of policies: a plain status for what has come about, and a node that says when and on whose word."""

from dataclasses import replace

from rdflib import DCTERMS, PROV, RDF, Literal, URIRef

import legislation
from kg import rdf
from kg.model import SentenceRef
from kg.rdf import literals
from kg.rdf.iris import BASE, Iris
from kg.rdf.validate import validate
from kg.rdf.vocabulary import KG, SCHEMA

GRAPH = rdf.to_rdflib(legislation.knowledge())
DATA = URIRef(f"{BASE}policy/data")


def test_what_is_announced_is_no_status_of_the_policy_yet() -> None:
    assert set(GRAPH.objects(DATA, KG.status)) == {Literal("issued")}
    announced = {GRAPH.value(step, KG.status) for step in GRAPH.subjects(KG.modality, Literal("planned"))}
    assert announced == {Literal("inForce"), Literal("repealed")}


def test_a_step_says_from_when_to_when_and_on_whose_word() -> None:
    (step,) = (step for step in GRAPH.subjects(KG.changes, DATA) if (step, KG.status, Literal("inForce")) in GRAPH)
    page = legislation.source()
    assert set(GRAPH.predicate_objects(step)) == {
        (RDF.type, KG.StatusChange),
        (KG.changes, DATA),
        (KG.status, Literal("inForce")),
        (KG.confidence, literals.decimal("0.90")),
        (KG.modality, Literal("planned")),
        (KG.pattern, Literal("policies/rule")),
        (KG.datePrecision, Literal("day")),
        (KG.dateExpression, Literal("2026年1月1日", lang="zh")),
        (SCHEMA.startDate, Literal("2026-01-01", datatype=literals.day(legislation.DAY).datatype)),
        (SCHEMA.endDate, Literal("2030-12-31", datatype=literals.day(legislation.DAY).datatype)),
        (PROV.wasDerivedFrom, Iris().sentence(SentenceRef(page.sha256, 0, 1))),
    }


def test_what_the_gazetteer_knows_rests_on_it() -> None:
    (step,) = GRAPH.subjects(KG.changes, URIRef(f"{BASE}policy/water"))
    gazetteer = Iris().gazetteer
    assert GRAPH.value(step, PROV.wasDerivedFrom) == gazetteer
    assert (gazetteer, RDF.type, PROV.Entity) in GRAPH


def test_a_draft_is_a_version_of_the_final_text_and_a_number_is_an_identifier() -> None:
    assert GRAPH.value(URIRef(f"{BASE}policy/harbours-draft"), DCTERMS.isVersionOf) == URIRef(f"{BASE}policy/harbours")
    assert GRAPH.value(DATA, DCTERMS.identifier) == Literal("国务院令第820号")


def test_the_graph_keeps_the_contract(tmp_path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_bytes(rdf.to_turtle(legislation.knowledge()))
    assert validate(file) == []


def test_a_step_that_ends_before_it_begins_and_a_status_without_a_step_are_found(tmp_path) -> None:
    graph = rdf.to_rdflib(legislation.knowledge())
    (step,) = (s for s in graph.subjects(KG.changes, DATA) if graph.value(s, SCHEMA.endDate))
    graph.set((step, SCHEMA.endDate, literals.day(legislation.DAY)))
    graph.add((DATA, KG.status, Literal("amended")))
    file = tmp_path / "graph.ttl"
    file.write_text(graph.serialize(format="turtle"), encoding="utf-8")
    found = {finding.check: finding.what for finding in validate(file)}
    assert found == {
        "shapes": "a change of status has at most one first day, not after its last one",
        "status-without-change": "a policy has a status that nothing says when or why it came about",
    }


def test_a_policys_part_is_written_anew_where_its_life_changes() -> None:
    knowledge = legislation.knowledge()
    shorter = replace(knowledge, changes=knowledge.changes[1:])
    assert rdf.to_turtle(knowledge) != rdf.to_turtle(shorter)
