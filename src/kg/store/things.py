"""Whatever an IRI of the graph names: what is said of it, and what points to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.rdf.iris import BASE
from kg.store import sparql
from kg.store.dataset import Dataset

_LABEL: Final = """
SELECT ?label WHERE {{
  VALUES ?thing {{ {thing} }}
  VALUES (?property ?rank) {{ (skos:prefLabel 1) (schema:headline 2) (schema:name 3) (rdfs:label 4) (oa:exact 5) }}
  ?thing ?property ?label
}} ORDER BY ?rank ?label LIMIT 1
"""
_ABOUT: Final = """
SELECT ?property ?value WHERE {{ VALUES ?thing {{ {thing} }} ?thing ?property ?value }}
ORDER BY ?property ?value LIMIT {most}
"""
_POINTING: Final = """
SELECT ?property ?value WHERE {{ VALUES ?thing {{ {thing} }} ?value ?property ?thing }}
ORDER BY ?property ?value LIMIT {most}
"""
_TRIPLES: Final = """
CONSTRUCT {{ ?subject ?property ?value }} WHERE {{
  VALUES ?thing {{ {thing} }}
  {{ ?thing ?property ?value . BIND(?thing AS ?subject) }}
  UNION {{ ?subject ?property ?thing . BIND(?thing AS ?value) }}
  UNION {{ ?subject rdf:subject|rdf:object ?thing ; ?property ?value }}
}}
"""
_MOST: Final = 500  # values on a page


@dataclass(frozen=True, slots=True)
class Property:
    """A predicate's IRI and its values: texts, or IRIs where ``linked``."""

    iri: str
    values: tuple[tuple[str, bool], ...]  # text, whether it is an IRI


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that has an IRI. ``label`` is the IRI itself where it has no name."""

    iri: str
    label: str
    about: tuple[Property, ...]
    pointing: tuple[Property, ...]  # the values are what points here


def thing(dataset: Dataset, iri: str) -> Thing | None:
    """None where the graph says nothing of the IRI. At most 500 values each way. Raises ValueError as NamedNode."""
    node = str(ox.NamedNode(iri))
    about = _properties(dataset, _ABOUT.format(thing=node, most=_MOST))
    if not about:
        return None
    labels = sparql.rows(dataset, _LABEL.format(thing=node))
    label = labels[0]["label"] if labels else iri
    return Thing(iri, label, about, _properties(dataset, _POINTING.format(thing=node, most=_MOST)))


def triples(dataset: Dataset, iri: str) -> list[ox.Triple]:
    """What is said of the thing, what points to it, and the statements about it; empty where it is unknown."""
    answer = sparql.ask(dataset, _TRIPLES.format(thing=ox.NamedNode(iri)))
    return list(answer) if isinstance(answer, ox.QueryTriples) else []


def base(dataset: Dataset) -> str:
    """What begins the IRIs of this graph's things, as its prefixes say."""
    return dataset.prefixes["place"].removesuffix("place/") if "place" in dataset.prefixes else BASE


def _properties(dataset: Dataset, query: str) -> tuple[Property, ...]:
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    answer = sparql.ask(dataset, query)
    if isinstance(answer, ox.QuerySolutions):
        for row in answer:
            value = row["value"]
            found[sparql.term_text(row["property"])].append((sparql.term_text(value), isinstance(value, ox.NamedNode)))
    return tuple(Property(iri, tuple(values)) for iri, values in found.items())
