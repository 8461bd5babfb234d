"""The ontology's axioms, as far as anything is inferred from them."""

import pyoxigraph as ox

from kg.rdf.axioms import Axioms
from kg.rdf.vocabulary import KG, ORG, SCHEMA

ONTOLOGY = b"""
@prefix : <http://e/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:County rdfs:subClassOf :Area , [ owl:unionOf ( :Area :Town ) ] . :Area rdfs:subClassOf :Place .
:near rdfs:subPropertyOf :knows . :knows rdfs:subPropertyOf :near .
:holds owl:inverseOf :within . :within a owl:TransitiveProperty . :near a owl:SymmetricProperty .
"""


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(name if ":" in name else f"http://e/{name}")


def test_what_stands_above_is_near_and_far() -> None:
    assert Axioms.of(ONTOLOGY).superclasses == {
        node("County"): {node("Area"), node("Place")},
        node("Area"): {node("Place")},
    }


def test_a_circle_puts_nothing_above_itself() -> None:
    assert Axioms.of(ONTOLOGY).superproperties == {
        node("near"): {node("knows")},
        node("knows"): {node("near")},
    }


def test_an_inverse_holds_both_ways_and_a_symmetric_property_is_its_own() -> None:
    assert Axioms.of(ONTOLOGY).inverses == {
        node("holds"): {node("within")},
        node("within"): {node("holds")},
        node("near"): {node("near")},
    }
    assert Axioms.of(ONTOLOGY).transitive == {node("within")}


def test_the_version_is_of_the_axioms() -> None:
    assert Axioms.of(ONTOLOGY).version == Axioms.of(ONTOLOGY).version
    assert Axioms.of(ONTOLOGY).version != Axioms.of(ONTOLOGY + b"# more").version


def test_those_of_the_project() -> None:
    axioms = Axioms.load()
    assert axioms.superclasses[node(KG.Country)] >= {node(KG.AdministrativeArea), node(KG.Place), node(SCHEMA.Place)}
    assert axioms.superproperties[node(KG.cooperatesWith)] == {node(ORG.linkedTo)}
    assert axioms.transitive == {node(KG.locatedIn)}
    others = {str(one.value): {str(other.value) for other in found} for one, found in axioms.inverses.items()}
    assert others[str(KG.cooperatesWith)] == {str(KG.cooperatesWith)}
    for stated, inferred in (
        (KG.locatedIn, KG.locationOf),
        (KG.partOf, KG.hasPart),
        (KG.issuedBy, KG.issued),
        (KG.undertakenBy, KG.undertakes),
        (KG.appliesTo, KG.scopeOf),
        (KG.basedOn, KG.basisOf),
        (KG.supports, KG.supportedBy),
        (KG.affiliatedWith, KG.hasAffiliate),
    ):
        assert others[str(stated)] == {str(inferred)}
        assert others[str(inferred)] == {str(stated)}
