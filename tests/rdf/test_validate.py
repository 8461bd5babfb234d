"""Whatever is wrong with a graph is found, by each check on purpose; a build has nothing wrong."""

from datetime import date
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, Graph, Literal, URIRef

import chronicle
import samples
from kg import rdf, resources
from kg.errors import GraphError
from kg.model import Knowledge
from kg.rdf import literals, turtle
from kg.rdf import validate as validation
from kg.rdf.iris import BASE
from kg.rdf.validate import examine, validate
from kg.rdf.vocabulary import GEO, KG, OA, SCHEMA

CHECKS = sorted(file.stem for file in (resources.graph_folder() / "checks").glob("*.rq"))


def node(id: str) -> URIRef:
    return URIRef(BASE + id)


COUNCIL, PLAN, LAW, NET, JIANGSU, SUZHOU = (
    node(id)
    for id in (
        "organisation/council",
        "policy/plan",
        "policy/law",
        "project/net",
        "place/320000",
        "place/320500",
    )
)
NOWHERE = node("place/nowhere")


def selector(graph: Graph) -> URIRef:
    return min(graph.subjects(RDF.type, OA.TextPositionSelector))


def mention(graph: Graph) -> URIRef:
    return min(graph.subjects(RDF.type, OA.Annotation))


def statement(graph: Graph, predicate: str = "issuedBy") -> URIRef:
    return min(graph.subjects(RDF.predicate, KG[predicate]))


def event(graph: Graph) -> URIRef:
    return min(graph.subjects(RDF.type, SCHEMA.Event))


def figure(graph: Graph) -> URIRef:
    return min(graph.subjects(RDF.type, SCHEMA.Observation))


def shift(graph: Graph) -> None:
    graph.set((selector(graph), OA.exact, Literal("别的字", lang="zh")))


def run_backwards(graph: Graph) -> None:
    graph.set((selector(graph), OA.end, literals.integer(0)))


def broken_sentence(graph: Graph) -> None:
    (sentence,) = set(graph.subjects(DCTERMS.hasPart))
    graph.remove((sentence, RDF.value, None))


def deny(graph: Graph) -> None:
    graph.set((statement(graph), KG.polarity, Literal("negated")))


def no_source(graph: Graph) -> None:
    graph.remove((statement(graph), PROV.wasDerivedFrom, None))


def nobody(graph: Graph) -> None:
    graph.set((mention(graph), OA.hasBody, NOWHERE))


def lost_article(graph: Graph) -> None:
    (article,) = set(graph.objects(selector(graph), DCTERMS.isPartOf))
    graph.remove((article, SCHEMA.isPartOf, None))


# How each check's fault is brought about.
FAULTS = {
    "circular": lambda g: g.add((JIANGSU, KG.locatedIn, SUZHOU)),
    "cooperates-once": lambda g: g.add((node("organisation/blue"), KG.cooperatesWith, node("organisation/institute"))),
    "denied-but-plain": deny,
    "itself": lambda g: g.set((statement(g, "basedOn"), RDF.object, PLAN)),
    "label": lambda g: g.set((PLAN, RDFS.label, Literal("别名", lang="zh"))),
    "mention-article": lambda g: g.remove((None, SCHEMA.mentions, NET)),
    "mention-entity": nobody,
    "mention-target": lambda g: g.remove((mention(g), OA.hasTarget, None)),
    "offsets": shift,
    "offsets-range": run_backwards,
    "one-class": lambda g: g.add((PLAN, RDF.type, KG.Project)),
    "one-name": lambda g: g.add((PLAN, SKOS.prefLabel, Literal("又一名", lang="zh"))),
    "part-of-its-like": lambda g: g.add((PLAN, KG.partOf, NET)),
    "plain-without-statement": lambda g: g.add((LAW, KG.issuedBy, COUNCIL)),
    "predicate-object": lambda g: g.set((statement(g), RDF.object, JIANGSU)),
    "predicate-subject": lambda g: g.set((statement(g), RDF.subject, JIANGSU)),
    "selector-complete": lambda g: g.remove((selector(g), OA.start, None)),
    "sentence-article": lost_article,
    "sentence-pieces": broken_sentence,
    "statement-entities": lambda g: g.set((statement(g), RDF.object, NOWHERE)),
    "statement-parts": lambda g: g.add((statement(g), KG.confidence, literals.decimal("0.1"))),
    "statement-source": no_source,
    "statement-without-plain": lambda g: g.remove((PLAN, KG.issuedBy, COUNCIL)),
    "status-not-plain": lambda g: g.remove((PLAN, KG.status, None)),
    "status-without-change": lambda g: g.add((LAW, KG.status, Literal("issued"))),
    "unknown-term": lambda g: g.add((PLAN, URIRef(f"{KG}issueBy"), COUNCIL)),
}
# Faults of one node, for SHACL: the message and how it is brought about.
SHAPES = {
    "exactly one preferred name": lambda g: g.remove((PLAN, SKOS.prefLabel, None)),
    "is its preferred name": lambda g: g.set((PLAN, RDFS.label, Literal("别名", lang="zh"))),
    "not the preferred one": lambda g: g.add((PLAN, SKOS.altLabel, Literal("《长江保护规划》", lang="zh"))),
    "an identifier is a text": lambda g: g.add((PLAN, DCTERMS.identifier, literals.integer(1))),
    "elsewhere is given by its IRI": lambda g: g.add((PLAN, OWL.sameAs, Literal("Q1"))),
    "latitude": lambda g: g.add((JIANGSU, GEO.lat, literals.decimal("91"))),
    "longitude": lambda g: g.add((JIANGSU, GEO.long, literals.decimal("-181"))),
    "schema.org's Organization": lambda g: g.remove((COUNCIL, RDF.type, SCHEMA.Organization)),
    "schema.org's Place": lambda g: g.remove((JIANGSU, RDF.type, SCHEMA.Place)),
    "schema.org's Project": lambda g: g.remove((NET, RDF.type, SCHEMA.Project)),
    "either schema.org's Legislation": lambda g: g.add((PLAN, RDF.type, SCHEMA.Legislation)),
    "schema.org's Person": lambda g: g.remove((node("person/zhang"), RDF.type, SCHEMA.Person)),
    "a policy's status": lambda g: g.add((PLAN, KG.status, Literal("lost"))),
    "one policy's": lambda g: g.set((min(g.subjects(RDF.type, KG.StatusChange)), KG.changes, NET)),
    "gives one status": lambda g: g.remove((min(g.subjects(RDF.type, KG.StatusChange)), KG.status, None)),
    "one subject": lambda g: g.remove((statement(g), RDF.subject, None)),
    "nine predicates": lambda g: g.set((statement(g), RDF.predicate, KG.involves)),
    "one confidence": lambda g: g.set((statement(g), KG.confidence, literals.decimal("1.01"))),
    "asserted, planned or possible": lambda g: g.set((statement(g), KG.modality, Literal("maybe"))),
    "affirmed or negated": lambda g: g.remove((statement(g), KG.polarity, None)),
    "says where it is from": no_source,
    "part of one source": lost_article,
    "one headline": lambda g: g.add((min(g.subjects(RDF.type, KG.Caption)), SCHEMA.headline, Literal("题"))),
    "64 hexadecimal digits": lambda g: g.set((min(g.subjects(SCHEMA.sha256)), SCHEMA.sha256, Literal("abc"))),
    "a figure has one value": lambda g: g.remove((None, SCHEMA.value, None)),
    "over, under or about": lambda g: g.set((min(g.subjects(KG.bound)), KG.bound, Literal("roughly"))),
    "of one period at most": lambda g: g.add((figure(g), SCHEMA.observationPeriod, Literal("去年"))),
    "of one year at most": lambda g: g.set((figure(g), SCHEMA.observationDate, literals.integer(2025))),
    "a figure is asserted": lambda g: g.set((figure(g), KG.modality, Literal("maybe"))),
    "unit code is one IRI": lambda g: g.add((figure(g), SCHEMA.unitCode, Literal("CNY"))),
    "unit of an amount": lambda g: g.set((figure(g), KG.amountUnit, Literal("CNY"))),
    "counted out once": lambda g: g.add((figure(g), KG.amount, literals.decimal("1"))),
    "tells its change once": lambda g: g.add((figure(g), KG.change, Literal("-1%"))),
    "measured against": lambda g: g.add((figure(g), KG.changeBasis, Literal("环比"))),
    "in which sentence it stands": lambda g: g.remove((figure(g), PROV.wasDerivedFrom, None)),
    "an event has one date": lambda g: g.remove((None, SCHEMA.startDate, None)),
    "exact to the day": lambda g: g.remove((None, KG.datePrecision, None)),
    "does not end before it starts": lambda g: g.add((event(g), SCHEMA.endDate, literals.day(date(2025, 12, 1)))),
    "an event ends once": lambda g: g.add((event(g), SCHEMA.endDate, Literal("12月5日"))),
    "stands in the text once": lambda g: g.remove((None, KG.dateExpression, None)),
    "counted from one date": lambda g: g.add((event(g), KG.dateAnchor, literals.day(date(2025, 12, 1)))),
    "an event has one modality": lambda g: g.remove((event(g), KG.modality, None)),
    "at one place": lambda g: g.add((event(g), SCHEMA.location, Literal("苏州"))),
    "a mention names one entity": lambda g: g.remove((mention(g), OA.hasBody, None)),
    "a selector starts": run_backwards,
}


def check(graph: Graph, tmp_path: Path) -> list[validation.Finding]:
    path = tmp_path / "graph.ttl"
    path.write_bytes(turtle.serialise(graph))
    return validate(path)


@pytest.mark.parametrize("knowledge", [samples.knowledge(), chronicle.knowledge(), Knowledge()])
@pytest.mark.parametrize("with_text", [True, False])
def test_nothing_is_wrong_with_a_build(knowledge: Knowledge, with_text: bool, tmp_path: Path) -> None:
    assert check(rdf.to_rdflib(knowledge, with_text=with_text), tmp_path) == []


def test_each_check_has_a_fault_here() -> None:
    assert sorted(FAULTS) == CHECKS


@pytest.mark.parametrize("name", CHECKS)
def test_each_check_finds_its_fault(name: str, tmp_path: Path) -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    before = set(graph)
    FAULTS[name](graph)
    assert set(graph) != before
    assert name in {finding.check for finding in check(graph, tmp_path)}


@pytest.mark.parametrize("message", SHAPES)
def test_each_shape_finds_its_fault(message: str, tmp_path: Path) -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    before = set(graph)
    SHAPES[message](graph)
    assert set(graph) != before
    found = [finding.what for finding in check(graph, tmp_path) if finding.check == "shapes"]
    assert any(message in what for what in found), found


def test_a_finding_says_what_and_where_in_plain_words(tmp_path: Path) -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    graph.remove((PLAN, KG.issuedBy, COUNCIL))
    (finding,) = check(graph, tmp_path)
    assert finding.what == "an affirmed statement has no plain triple"
    assert finding.where == f"{statement(graph)} (《长江保护规划》 issuedBy 国务院)"


def test_the_report_says_what_could_not_be_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(rdf.to_turtle(chronicle.knowledge(), with_text=False))
    assert [note.split(" where ")[0] for note in examine(path).notes] == ["offsets not proven"]
    monkeypatch.setattr(validation, "SHAPES_LIMIT", 10)
    assert "shapes not checked" in examine(path).notes[-1]
    path.write_bytes(rdf.to_turtle(chronicle.knowledge()))
    monkeypatch.setattr(validation, "SHAPES_LIMIT", examine(path).triples - 1)
    assert "mentions and selectors checked by queries alone" in " ".join(examine(path).notes)


def test_what_is_not_turtle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("no turtle", encoding="utf-8")
    with pytest.raises(GraphError, match="not Turtle"):
        validate(path)
