"""Finds entities by any of their names."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

import pyoxigraph as ox

from kg.characters import normal
from kg.rdf.literals import clean
from kg.rdf.vocabulary import KG
from kg.store import sparql
from kg.store.dataset import Dataset

# A title is asked for with its brackets or without.
_QUOTES: Final = (("", ""), ("《", "》"), ("“", "”"))
_BRACKETS: Final = (str.maketrans("（）", "()"), str.maketrans("()", "（）"))
_LANGUAGES: Final = ("zh", "en")
_MOST: Final = 8

_NAMED: Final = """
SELECT DISTINCT ?entity WHERE {{
  VALUES ?name {{ {names} }}
  ?entity skos:prefLabel|skos:altLabel|dcterms:identifier ?name ; a {kind} .
}} ORDER BY ?entity
"""
_HOLDING: Final = """
SELECT DISTINCT ?label WHERE {{
  ?entity skos:prefLabel ?label ; skos:prefLabel|skos:altLabel ?name ; a {kind} .
  FILTER(CONTAINS(LCASE(STR(?name)), LCASE({words})))
}} ORDER BY STRLEN(STR(?label)) ?label LIMIT {most}
"""
_BEARING: Final = """
SELECT ?entity ?name WHERE {{ ?entity skos:prefLabel|skos:altLabel ?name ; a {kind} }} ORDER BY ?entity ?name
"""
_MEASURED: Final = """
ASK {{ VALUES ?name {{ {names} }} ?figure schema:measuredProperty ?name }}
"""
_ALL: Final = """
SELECT DISTINCT ?name WHERE {{ ?entity skos:prefLabel|skos:altLabel ?name ; a {kind} }} ORDER BY ?name
"""


def named(dataset: Dataset, name: str, type: str | None = None) -> list[str]:
    """IRIs of the entities that bear exactly this name or identifier, sorted; several for 朝阳区.

    ``type`` is one of kg.model.ENTITY_TYPES, or None for any. An entity's IRI is a name too.
    """
    query = _NAMED.format(names=" ".join(spellings(name)), kind=_kind(type))
    found = [row["entity"] for row in sparql.rows(dataset, query)]
    return found or _by_iri(dataset, name)


def near(dataset: Dataset, name: str, type: str | None = None) -> list[str]:
    """Preferred names that hold ``name``, the shortest first; else the names most like it. At most 8."""
    words = str(ox.Literal(clean(name)))
    holding = _HOLDING.format(words=words, kind=_kind(type), most=_MOST)
    found = [row["label"] for row in sparql.rows(dataset, holding)]
    if found:
        return found
    every = [row["name"] for row in sparql.rows(dataset, _ALL.format(kind=_kind(type)))]
    return get_close_matches(name, every, n=_MOST, cutoff=0.5)


def alike(dataset: Dataset, type: str | None = None) -> dict[str, list[str]]:
    """IRIs by every name in its normal form (kg.characters), sorted: one pass over all names of the type."""
    found: dict[str, list[str]] = {}
    for row in sparql.rows(dataset, _BEARING.format(kind=_kind(type))):
        bearers = found.setdefault(normal(row["name"]), [])
        if row["entity"] not in bearers:
            bearers.append(row["entity"])
    return found


def label(dataset: Dataset, iri: str) -> str:
    """The preferred name of an entity; its IRI where it has none."""
    found = sparql.rows(dataset, f"SELECT ?label {{ {ox.NamedNode(iri)} skos:prefLabel ?label }} ORDER BY ?label")
    return found[0]["label"] if found else iri


def measured(dataset: Dataset, name: str) -> bool:
    """Whether some figure measures just this (营收)."""
    return bool(sparql.ask(dataset, _MEASURED.format(names=" ".join(spellings(name)))))


def spellings(name: str) -> list[str]:
    """The literals of SPARQL under which a graph may hold the name, escaped."""
    outer = clean(name).strip()
    inner = outer.strip("《》“”")
    quoted = dict.fromkeys([outer, *(left + inner + right for left, right in _QUOTES)])
    quoted |= dict.fromkeys(text.translate(signs) for text in list(quoted) for signs in _BRACKETS)
    literals = [str(ox.Literal(text, language=language)) for text in quoted for language in _LANGUAGES]
    return [*literals, str(ox.Literal(inner))]


def _by_iri(dataset: Dataset, name: str) -> list[str]:
    try:
        node = ox.NamedNode(name)
    except ValueError:
        return []
    label = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    return [node.value] if any(dataset.store.quads_for_pattern(node, label, None)) else []


def _kind(type: str | None) -> str:
    return "?kind" if type is None else f"<{KG[type]}>"
