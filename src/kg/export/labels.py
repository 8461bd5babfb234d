"""The words a reader sees for types and predicates, in Chinese and in English.

They are the ontology's own labels. Only what a statement's object says of its subject
(B 境内有 A, where A 位于 B) and what a policy's statuses are called have tables,
``inverses.tsv`` and ``statuses.tsv`` in ``graph/lexicon/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rdflib import OWL, RDF, RDFS, Graph, Literal

from kg import resources
from kg.errors import KnowledgeError
from kg.model import ENTITY_TYPES, PREDICATES
from kg.rdf.vocabulary import KG


@dataclass(frozen=True, slots=True)
class Label:
    """One term's word in each language of the page."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels by the names that kg.model uses, in its order."""

    type: dict[str, Label]
    subtype: dict[str, Label]  # none for a subtype without a class of its own
    predicate: dict[str, Label]
    inverse: dict[str, Label]  # what a predicate's object says of its subject
    status: dict[str, Label]  # of a policy
    symmetric: tuple[str, ...]  # predicates that say the same in both directions


@cache
def labels() -> Labels:
    """Every label. Raises KnowledgeError where the ontology or the table lacks one."""
    ontology = Graph().parse(resources.path("ontology.ttl"), format="turtle")
    predicates: dict[str, Label] = {name: _label(ontology, name) for name in PREDICATES}
    symmetric = tuple(name for name in PREDICATES if (KG[name], RDF.type, OWL.SymmetricProperty) in ontology)
    return Labels(
        type={name: _label(ontology, name) for name in ENTITY_TYPES},
        subtype={subtype: _label(ontology, name) for subtype, name in _finest_classes().items()},
        predicate=predicates,
        status=_words("statuses.tsv", "status"),
        inverse=_words("inverses.tsv", "predicate") | {name: predicates[name] for name in symmetric},
        symmetric=symmetric,
    )


def _label(ontology: Graph, name: str) -> Label:
    words = {word.language: str(word) for word in ontology.objects(KG[name], RDFS.label) if isinstance(word, Literal)}
    if not {"zh", "en"} <= words.keys():
        raise KnowledgeError(f"{resources.path('ontology.ttl')}: kg:{name} needs an rdfs:label @zh and @en")
    return Label(words["zh"], words["en"])


def _finest_classes() -> dict[str, str]:
    """The class that says most of a subtype: the last of its row."""
    rows = resources.table("lexicon", "classes.tsv", columns=("subtype", "class"))
    return {row["subtype"]: row["class"].split()[-1] for row in rows if row["subtype"] and row["class"]}


def _words(table: str, term: str) -> dict[str, Label]:
    """The words of a table of graph/lexicon/, by its column ``term``."""
    rows = resources.table("lexicon", table, columns=(term, "zh", "en"))
    return {row[term]: Label(row["zh"], row["en"]) for row in rows}
