"""NIF 2.0 core: the texts, and the names and sentences in them, for tools of language technology.

A source text is a ``nif:Context``, a name in it a ``nif:Phrase`` with ``itsrdf:taIdentRef`` → its entity,
a sentence that something rests on a ``nif:Sentence``. IRIs are the source's with an RFC 5147 fragment,
``#char=812,870``; offsets count code points, as everywhere in a build. NIF has no string in pieces: a
name or a sentence that foreign matter interrupts is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox
from rdflib import PROV, RDF, XSD

from kg.errors import GraphError
from kg.model import ENTITY_TYPES
from kg.rdf import turtle
from kg.rdf.vocabulary import KG
from kg.store import sparql
from kg.store.dataset import Dataset

NIF: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ITSRDF: Final = "http://www.w3.org/2005/11/its/rdf#"

_SOURCES: Final = "SELECT ?source ?text WHERE { ?source schema:text ?text } ORDER BY ?source"
_MENTIONS: Final = """
SELECT DISTINCT ?source ?start ?end ?entity ?class WHERE {
  ?mention oa:hasBody ?entity ; oa:hasTarget ?target .
  FILTER NOT EXISTS { ?mention oa:hasTarget ?other FILTER(?other != ?target) }
  ?target oa:start ?start ; oa:end ?end ; dcterms:isPartOf/schema:isPartOf ?source .
  ?entity a ?class .
}
"""
_SENTENCES: Final = """
SELECT DISTINCT ?source ?start ?end WHERE {
  ?sentence oa:start ?start ; oa:end ?end ; dcterms:isPartOf/schema:isPartOf ?source .
  FILTER EXISTS { ?claim prov:wasDerivedFrom ?sentence }
}
"""


def write(dataset: Dataset) -> bytes:
    """Turtle. Raises GraphError where the build left its texts out: NIF is nothing without them."""
    texts = {row["source"]: row["text"] for row in sparql.rows(dataset, _SOURCES)}
    if not texts:
        raise GraphError(f"{dataset.name}: has no source texts, which NIF is about; build without --no-text")
    return turtle.write(_triples(dataset, texts), dataset.base, {"nif": NIF, "itsrdf": ITSRDF})


def _triples(dataset: Dataset, texts: dict[str, str]) -> Iterator[ox.Triple]:
    for source, text in texts.items():
        context = _string(source, 0, len(text))
        yield from _placed(context, "Context", 0, len(text))
        yield ox.Triple(context, _nif("isString"), ox.Literal(text))
        yield ox.Triple(context, _node(PROV.wasDerivedFrom), _node(source))
    for row in sparql.rows(dataset, _SENTENCES):
        yield from _within(texts, row, "Sentence")
    kinds = {str(KG[type]) for type in ENTITY_TYPES}
    for row in sparql.rows(dataset, _MENTIONS):
        if row["class"] in kinds:
            yield from _within(texts, row, "Phrase")
            phrase = _string(row["source"], int(row["start"]), int(row["end"]))
            yield ox.Triple(phrase, _node(f"{ITSRDF}taIdentRef"), _node(row["entity"]))
            yield ox.Triple(phrase, _node(f"{ITSRDF}taClassRef"), _node(row["class"]))


def _within(texts: dict[str, str], row: dict[str, str], kind: str) -> Iterator[ox.Triple]:
    """A string of a text, with its words and the context that it is a part of."""
    start, end, text = int(row["start"]), int(row["end"]), texts[row["source"]]
    string = _string(row["source"], start, end)
    yield from _placed(string, kind, start, end)
    yield ox.Triple(string, _nif("anchorOf"), ox.Literal(text[start:end]))
    yield ox.Triple(string, _nif("referenceContext"), _string(row["source"], 0, len(text)))


def _placed(string: ox.NamedNode, kind: str, start: int, end: int) -> Iterator[ox.Triple]:
    for type in (kind, "RFC5147String"):
        yield ox.Triple(string, _node(RDF.type), _nif(type))
    for property, offset in (("beginIndex", start), ("endIndex", end)):
        yield ox.Triple(string, _nif(property), ox.Literal(str(offset), datatype=_node(XSD.nonNegativeInteger)))


def _string(source: str, start: int, end: int) -> ox.NamedNode:
    return _node(f"{source}#char={start},{end}")


def _nif(term: str) -> ox.NamedNode:
    return _node(NIF + term)


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)
