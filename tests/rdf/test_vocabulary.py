"""The closed vocabulary, the ontology and what a build writes are one."""

import pytest
from rdflib import RDF, RDFS, Graph, URIRef

import chronicle
import samples
from kg import rdf, resources
from kg.rdf.vocabulary import KG, OA, PREFIXES, SCHEMA


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(resources.path("ontology.ttl"))


def written() -> set[URIRef]:
    """Every term of kg: in the two builds, predicates and objects alike."""
    triples = [*rdf.triples(samples.knowledge()), *rdf.triples(chronicle.knowledge())]
    terms = {term for triple in triples for term in triple[1:] if isinstance(term, URIRef)}
    return {term for term in terms if term.startswith(str(KG))}


def test_a_misspelt_term_is_an_error() -> None:
    for namespace, misspelt in ((KG, "issueBy"), (SCHEMA, "headLine"), (OA, "exactly")):
        with pytest.raises(AttributeError):
            getattr(namespace, misspelt)


def test_vocabulary_and_ontology_have_the_same_terms(ontology: Graph) -> None:
    defined = {str(term) for term in ontology.subjects(RDF.type) if str(term).startswith(str(KG))}
    assert defined == {str(KG[name]) for name in KG.__annotations__ if not name.startswith("_")}


def test_each_term_has_a_label_and_a_comment_in_both_languages(ontology: Graph) -> None:
    for name in KG.__annotations__:
        if name.startswith("_"):
            continue
        for said in (RDFS.label, RDFS.comment):
            languages = sorted(literal.language for literal in ontology.objects(KG[name], said))
            assert languages == ["en", "zh"], (name, said)


def test_each_term_that_a_build_writes_is_in_the_ontology(ontology: Graph) -> None:
    terms = written()
    assert {KG.issuedBy, KG.Prefecture, KG.attributedTo, KG.datePrecision, KG.change} <= terms
    assert all((term, RDFS.label, None) in ontology for term in terms)


def test_each_class_hangs_on_a_standard_one(ontology: Graph) -> None:
    for name in ("Organisation", "Place", "Project", "Policy", "Person", "Town", "Factory", "Law", "Caption"):
        above = ontology.transitive_objects(KG[name], RDFS.subClassOf)
        assert any(str(term).startswith(str(SCHEMA)) for term in above), name


def test_each_predicate_has_a_domain_and_a_range_and_a_standard_relative(ontology: Graph) -> None:
    for name in ("locatedIn", "partOf", "issuedBy", "undertakenBy", "appliesTo", "basedOn", "supports"):
        assert ontology.value(KG[name], RDFS.domain), name
        assert ontology.value(KG[name], RDFS.range), name
        ties = [
            *ontology.objects(KG[name], RDFS.subPropertyOf),
            *ontology.objects(KG[name], RDFS.seeAlso),
        ]
        assert any(str(tie).startswith(tuple(PREFIXES.values())) for tie in ties), name
