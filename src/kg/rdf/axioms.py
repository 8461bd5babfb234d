"""What the ontology lets follow: classes and properties above others, inverse, symmetric and transitive ones."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS

from kg import resources

_TYPE: Final = ox.NamedNode(str(RDF.type))
_SUBCLASS: Final = ox.NamedNode(str(RDFS.subClassOf))
_SUBPROPERTY: Final = ox.NamedNode(str(RDFS.subPropertyOf))
_INVERSE: Final = ox.NamedNode(str(OWL.inverseOf))
_SYMMETRIC: Final = ox.NamedNode(str(OWL.SymmetricProperty))
_TRANSITIVE: Final = ox.NamedNode(str(OWL.TransitiveProperty))

Hierarchy = Mapping[ox.NamedNode, frozenset[ox.NamedNode]]


@dataclass(frozen=True, slots=True)
class Axioms:
    """The two hierarchies give all that stands above a term, near and far, without the term itself."""

    superclasses: Hierarchy
    superproperties: Hierarchy
    inverses: Hierarchy  # both ways; a symmetric property is its own inverse
    transitive: frozenset[ox.NamedNode]
    version: str  # a hash of the ontology: the same axioms, the same version

    @staticmethod
    @cache
    def load() -> Axioms:
        """Those of ``graph/ontology.ttl``."""
        return Axioms.of(resources.path("ontology.ttl").read_bytes())

    @staticmethod
    def of(ontology: bytes) -> Axioms:
        """Those of an ontology in Turtle. What it says of classes without a name (unions) is no axiom here."""
        said: dict[ox.NamedNode, list[tuple[ox.NamedNode, ox.NamedNode]]] = defaultdict(list)
        for triple in ox.parse(input=ontology, format=ox.RdfFormat.TURTLE):
            if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode):
                said[triple.predicate].append((triple.subject, triple.object))
        symmetric = [(term, term) for term, kind in said[_TYPE] if kind == _SYMMETRIC]
        inverse = [pair for one, other in said[_INVERSE] for pair in ((one, other), (other, one))]
        return Axioms(
            superclasses=_above(said[_SUBCLASS]),
            superproperties=_above(said[_SUBPROPERTY]),
            inverses=_grouped([*symmetric, *inverse]),
            transitive=frozenset(term for term, kind in said[_TYPE] if kind == _TRANSITIVE),
            version=hashlib.sha256(ontology).hexdigest(),
        )


def _above(pairs: Iterable[tuple[ox.NamedNode, ox.NamedNode]]) -> Hierarchy:
    direct = _grouped(pairs)
    above: dict[ox.NamedNode, frozenset[ox.NamedNode]] = {}
    for term in direct:
        found: set[ox.NamedNode] = set()
        waiting = [*direct[term]]
        while waiting:
            upper = waiting.pop()
            if upper not in found:
                found.add(upper)
                waiting.extend(direct.get(upper, ()))
        above[term] = frozenset(found - {term})
    return above


def _grouped(pairs: Iterable[tuple[ox.NamedNode, ox.NamedNode]]) -> Hierarchy:
    groups: dict[ox.NamedNode, set[ox.NamedNode]] = defaultdict(set)
    for one, other in pairs:
        groups[one].add(other)
    return {one: frozenset(others) for one, others in groups.items()}
