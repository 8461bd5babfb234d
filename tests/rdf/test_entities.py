"""Entities: their classes, names and links."""

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

import chronicle
import samples
from kg import rdf
from kg.errors import GraphError
from kg.model import ENTITY_TYPES, Entity, Knowledge
from kg.rdf.entities import classes
from kg.rdf.iris import BASE
from kg.rdf.vocabulary import GEO, KG, SCHEMA

# The annotators' subtypes; every one has a class of its own.
SUBTYPES = {
    "Organisation": "government party company research university association media military",
    "Place": "country province prefecture county town region natural site",
    "Project": "facility infrastructure programme campaign pilot mission platform factory",
    "Policy": "law regulation plan opinion notice draft initiative",
}


def graph_of(*entities: Entity) -> Graph:
    return rdf.to_rdflib(Knowledge(entities=entities))


def test_each_subtype_has_a_class_of_its_own() -> None:
    for type, subtypes in SUBTYPES.items():
        finest = [classes(type, subtype) for subtype in subtypes.split()]
        assert len(set(finest)) == len(finest)
        for kinds in finest:
            assert kinds[0] == KG[type]
            assert len([kind for kind in kinds if kind.startswith(str(KG))]) >= 2


def test_each_type_is_schema_orgs_too() -> None:
    schema = {
        "Organisation": SCHEMA.Organization,
        "Place": SCHEMA.Place,
        "Project": SCHEMA.Project,
        "Policy": SCHEMA.CreativeWork,
        "Person": SCHEMA.Person,
    }
    for type in ENTITY_TYPES:
        assert classes(type, "") == (KG[type], schema[type])
        assert classes(type, "never heard of") == classes(type, "")


def test_a_law_is_legislation_and_a_plan_is_not() -> None:
    assert SCHEMA.Legislation in classes("Policy", "law")
    assert SCHEMA.CreativeWork not in classes("Policy", "law")
    assert classes("Policy", "plan") == (KG.Policy, KG.Plan, SCHEMA.CreativeWork)


def test_a_place_with_all_that_is_known_of_it() -> None:
    node = URIRef(f"{BASE}place/320000")
    found = set(rdf.to_rdflib(samples.knowledge()).predicate_objects(node))
    decimal = URIRef("http://www.w3.org/2001/XMLSchema#decimal")
    assert found == {
        (RDF.type, KG.Place),
        (RDF.type, KG.AdministrativeArea),
        (RDF.type, KG.Province),
        (RDF.type, SCHEMA.Place),
        (RDF.type, SCHEMA.AdministrativeArea),
        (SKOS.prefLabel, Literal("江苏省", lang="zh")),
        (RDFS.label, Literal("江苏省", lang="zh")),
        (SKOS.altLabel, Literal("江苏", lang="zh")),
        (DCTERMS.identifier, Literal("320000")),
        (OWL.sameAs, URIRef("http://www.wikidata.org/entity/Q16963")),
        (GEO.lat, Literal("32.06", datatype=decimal)),
        (GEO.long, Literal("118.76", datatype=decimal)),
    }


def test_the_preferred_name_is_not_a_further_one() -> None:
    graph = graph_of(Entity("organisation/x", "Organisation", "company", "希音", ("希音", "SHEIN")))
    assert set(graph.objects(None, SKOS.altLabel)) == {Literal("SHEIN", lang="en")}
    assert list(graph.objects(None, SKOS.prefLabel)) == [Literal("希音", lang="zh")]


def test_a_draft_is_a_version_of_the_final_text() -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    draft, final = URIRef(f"{BASE}policy/draft"), URIRef(f"{BASE}policy/plan")
    assert list(graph.subject_objects(DCTERMS.isVersionOf)) == [(draft, final)]


def test_a_link_that_is_no_iri_is_named() -> None:
    broken = Entity("place/x", "Place", "site", "某地", same_as=("not an iri",))
    with pytest.raises(GraphError, match="not an iri: not an IRI"):
        rdf.to_turtle(Knowledge(entities=(broken,)))
