"""What may be related to what: the domains and ranges of graph/ontology.ttl, and which of them go together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from kg.model import EntityType, Predicate

_ENDS: Final[Mapping[Predicate, tuple[tuple[EntityType, EntityType], ...]]] = {
    "locatedIn": (("Organisation", "Place"), ("Project", "Place"), ("Place", "Place")),
    "partOf": (("Organisation", "Organisation"), ("Project", "Project"), ("Policy", "Policy"), ("Place", "Place")),
    "issuedBy": (("Policy", "Organisation"),),
    "undertakenBy": (("Project", "Organisation"),),
    "appliesTo": (("Policy", "Place"), ("Policy", "Organisation"), ("Project", "Place"), ("Project", "Organisation")),
    "basedOn": (("Policy", "Policy"), ("Project", "Policy")),
    "supports": (
        ("Policy", "Project"),
        ("Policy", "Organisation"),
        ("Organisation", "Project"),
        ("Organisation", "Organisation"),
    ),
    "cooperatesWith": (("Organisation", "Organisation"),),
    "affiliatedWith": (("Person", "Organisation"),),
}


def permits(predicate: Predicate, subject: EntityType, target: EntityType) -> bool:
    """Whether the predicate may lead from a thing of one type to one of the other."""
    return (subject, target) in _ENDS[predicate]


@cache
def permitted(subject: EntityType, target: EntityType) -> tuple[Predicate, ...]:
    """The predicates that may lead from a thing of one type to one of another."""
    return tuple(predicate for predicate in _ENDS if permits(predicate, subject, target))
