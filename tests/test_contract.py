"""What may be related to what, and that the ontology says the same."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDFS

from kg import contract, resources
from kg.model import ENTITY_TYPES, EntityType, Predicate

KG = Namespace("https://w3id.org/zhimai/ns#")
PREDICATES: tuple[Predicate, ...] = get_args(Predicate)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(resources.path("ontology.ttl"))


def classes(ontology: Graph, predicate: Predicate, end: URIRef) -> set[str]:
    """The classes that a domain or a range names, alone or as a union."""
    (value,) = ontology.objects(KG[predicate], end)
    union = ontology.value(value, OWL.unionOf)
    named = list(Collection(ontology, union)) if union is not None else [value]
    assert all((name, RDF.type, OWL.Class) in ontology for name in named)
    return {str(name).removeprefix(str(KG)) for name in named}


@pytest.mark.parametrize("predicate", PREDICATES)
def test_the_ends_are_the_domain_and_the_range_of_the_ontology(predicate: Predicate, ontology: Graph) -> None:
    permitted = [ends for ends in product(ENTITY_TYPES, repeat=2) if contract.permits(predicate, *ends)]
    assert {subject for subject, _ in permitted} == classes(ontology, predicate, RDFS.domain)
    assert {target for _, target in permitted} == classes(ontology, predicate, RDFS.range)


@pytest.mark.parametrize(("subject", "target"), product(ENTITY_TYPES, repeat=2))
def test_a_part_is_of_the_type_of_its_whole(subject: EntityType, target: EntityType) -> None:
    assert contract.permits("partOf", subject, target) == (subject == target != "Person")
