"""What follows from a graph: each rule on a few triples, and what must not follow."""

import pyoxigraph as ox
import pytest

import samples
from kg import rdf
from kg.rdf import PREFIXES
from kg.rdf.axioms import Axioms
from kg.store import inference, sparql
from kg.store.dataset import Dataset

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()) + "@prefix : <http://e/> .\n"


def inferred(turtle: str) -> set[str]:
    """What follows, as ``subject predicate object`` with the prefixes of the project."""
    store = ox.Store()
    store.load(input=HEAD + turtle, format=ox.RdfFormat.TURTLE)
    quads = list(inference.infer(store, Axioms.load()))
    assert {quad.graph_name for quad in quads} <= {inference.GRAPH}
    assert len(quads) == len(set(quads))
    return {" ".join(short(term) for term in (quad.subject, quad.predicate, quad.object)) for quad in quads}


def short(term: object) -> str:
    assert isinstance(term, ox.NamedNode)
    prefixes = {**PREFIXES, "": "http://e/"}
    prefix, iri = next(item for item in prefixes.items() if term.value.startswith(item[1]))
    return f"{prefix}:{term.value.removeprefix(iri)}"


@pytest.mark.parametrize(
    ("stated", "follows"),
    [
        # superclasses
        (":a a kg:Caption", {":a rdf:type schema:NewsArticle"}),
        (":a a kg:Region", {":a rdf:type kg:Place", ":a rdf:type schema:Place"}),
        # superproperties, and the other end of each
        (":a schema:affiliation :b", set()),
        (":a kg:affiliatedWith :b", {":a schema:affiliation :b", ":b kg:hasAffiliate :a"}),
        (":a kg:issuedBy :b", {":a prov:wasAttributedTo :b", ":b kg:issued :a"}),
        (":a kg:partOf :b", {":a dcterms:isPartOf :b", ":b kg:hasPart :a", ":b dcterms:hasPart :a"}),
        # inverses
        (":a kg:undertakenBy :b", {":b kg:undertakes :a"}),
        (":a kg:appliesTo :b", {":b kg:scopeOf :a"}),
        (":a kg:basedOn :b", {":b kg:basisOf :a"}),
        (":a kg:supports :b", {":b kg:supportedBy :a"}),
        # symmetric, with what stands above
        (
            ":a kg:cooperatesWith :b",
            {":b kg:cooperatesWith :a", ":a org:linkedTo :b", ":b org:linkedTo :a"},
        ),
        # places within places
        (
            ":a kg:locatedIn :b . :b kg:locatedIn :c",
            {":a kg:locatedIn :c", ":b kg:locationOf :a", ":c kg:locationOf :b", ":c kg:locationOf :a"},
        ),
    ],
)
def test_a_rule(stated: str, follows: set[str]) -> None:
    assert inferred(f"{stated} .") == follows


def test_what_is_stated_is_not_inferred_again() -> None:
    assert inferred(":a kg:partOf :b ; dcterms:isPartOf :b . :b kg:hasPart :a ; dcterms:hasPart :a .") == set()
    assert inferred(":a a kg:Region , kg:Place , schema:Place .") == set()


def test_a_circle_of_places_ends_and_puts_none_into_itself() -> None:
    found = inferred(":a kg:locatedIn :b . :b kg:locatedIn :c . :c kg:locatedIn :a .")
    assert {line for line in found if "locatedIn" in line} == {
        ":a kg:locatedIn :c",
        ":b kg:locatedIn :a",
        ":c kg:locatedIn :b",
    }


def test_parts_of_parts_are_not_parts() -> None:
    """Only places lie within places at any depth: a firm's share in a venture is not its owner's."""
    assert ":a kg:partOf :c" not in inferred(":a kg:partOf :b . :b kg:partOf :c .")


def test_nothing_follows_from_what_is_denied() -> None:
    """The sample denies that two bodies cooperate: a statement node, and no plain triple."""
    dataset = Dataset.of(rdf.to_turtle(samples.knowledge()), inferred=True)
    assert sparql.rows(dataset, "SELECT * { ?s rdf:predicate kg:cooperatesWith ; kg:polarity 'negated' }")
    assert not sparql.rows(dataset, "SELECT * { ?one kg:cooperatesWith|org:linkedTo ?other }")


def test_a_name_in_a_literal_is_no_thing() -> None:
    assert inferred(':a kg:issuedBy "国务院"@zh .') == set()


def test_stated_alone_unless_both_are_asked_for() -> None:
    data = rdf.to_turtle(samples.knowledge())
    stated, both = Dataset.of(data), Dataset.of(data, inferred=True)
    question = "SELECT ?name { place:320000 kg:locationOf/skos:prefLabel ?name } ORDER BY ?name"
    assert sparql.rows(stated, question) == []
    assert [row["name"] for row in sparql.rows(both, question)] == ["南京市", "南京量子中心"]
    alone = f"SELECT ?s ?p ?o {{ GRAPH {inference.GRAPH} {{ ?s ?p ?o }} }}"
    assert sparql.rows(stated, alone) == []
    assert len(stated) + len(sparql.rows(both, alone)) == len(both)
