"""All that a graph knows of one entity, put together for a reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.store import sparql
from kg.store.dataset import Dataset

# the words of ?sentence, and where they are from
GROUND: Final = """
  OPTIONAL { ?sentence oa:exact ?exact }
  OPTIONAL { ?sentence rdf:value ?joined }
  OPTIONAL { ?sentence rdfs:label ?register . FILTER(LANG(?register) = "zh") }
  OPTIONAL { ?sentence dcterms:isPartOf/schema:headline ?headline }
  OPTIONAL { ?sentence dcterms:isPartOf/schema:datePublished ?date }
"""
_ABOUT: Final = """
SELECT ?property ?value WHERE {{ VALUES ?entity {{ {entity} }} ?entity ?property ?value }}
ORDER BY ?property ?value
"""
_SAID: Final = """
SELECT DISTINCT ?statement ?from ?to ?subject ?predicate ?object ?confidence ?modality ?polarity ?role ?speaker
WHERE {{
  VALUES ?entity {{ {entity} }}
  {{ ?statement rdf:subject ?entity }} UNION {{ ?statement rdf:object ?entity }}
  ?statement rdf:subject ?from ; rdf:predicate ?predicate ; rdf:object ?to ;
    kg:confidence ?confidence ; kg:modality ?modality ; kg:polarity ?polarity .
  ?from skos:prefLabel ?subject . ?to skos:prefLabel ?object .
  OPTIONAL {{ ?statement schema:roleName ?role }}
  OPTIONAL {{ ?statement kg:attributedTo/skos:prefLabel ?speaker }}
}} ORDER BY ?predicate ?subject ?object ?polarity ?modality ?statement
"""
_GROUNDS: Final = """
SELECT DISTINCT ?statement ?sentence ?start ?exact ?joined ?register ?headline ?date WHERE {{
  VALUES ?entity {{ {entity} }}
  {{ ?statement rdf:subject ?entity }} UNION {{ ?statement rdf:object ?entity }}
  ?statement prov:wasDerivedFrom ?sentence .
  OPTIONAL {{ ?sentence oa:start ?start }}
  {ground}
}} ORDER BY ?statement ?date ?headline ?start ?sentence
"""
_NAMED: Final = """
SELECT DISTINCT ?statement ?sentence ?from ?to WHERE {{
  VALUES ?entity {{ {entity} }}
  {{ ?statement rdf:subject ?entity }} UNION {{ ?statement rdf:object ?entity }}
  ?statement rdf:subject|rdf:object ?end ; prov:wasDerivedFrom ?sentence .
  ?sentence oa:start ?first ; oa:end ?last ; dcterms:isPartOf ?article .
  ?mention oa:hasBody ?end ; oa:hasTarget ?target .
  ?target dcterms:isPartOf ?article ; oa:start ?from ; oa:end ?to .
  FILTER(?from >= ?first && ?to <= ?last)
}} ORDER BY ?from ?to
"""
_ARTICLES: Final = """
SELECT ?headline ?date ?file (COUNT(DISTINCT ?mention) AS ?mentions) WHERE {{
  VALUES ?entity {{ {entity} }}
  ?mention oa:hasBody ?entity ; oa:hasTarget/dcterms:isPartOf ?article .
  ?article schema:isPartOf/schema:name ?file .
  OPTIONAL {{ ?article schema:headline ?headline }}
  OPTIONAL {{ ?article schema:datePublished ?date }}
}} GROUP BY ?article ?headline ?date ?file ORDER BY ?date ?headline ?article
"""
_LIFE: Final = """
SELECT DISTINCT ?change ?status ?from ?until ?modality ?exact ?joined ?register ?headline ?date WHERE {{
  VALUES ?entity {{ {entity} }}
  ?change kg:changes ?entity ; kg:status ?status ; kg:modality ?modality .
  OPTIONAL {{ ?change schema:startDate ?day ; kg:datePrecision ?precision }}
  OPTIONAL {{ ?change schema:endDate ?until }}
  BIND(IF(?precision = "year", 4, IF(?precision = "month", 7, 10)) AS ?length)
  BIND(SUBSTR(STR(?day), 1, ?length) AS ?from)
  ?change prov:wasDerivedFrom ?sentence .
  {ground}
}} ORDER BY ?from ?change ?date ?headline ?sentence
"""
_Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a statement rests on: a sentence as read on, or the name of a register."""

    text: str
    marks: tuple[tuple[int, int], ...]  # where subject and object are named, in ``text``
    headline: str
    date: str


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in words. ``role`` and ``speaker`` are empty where there is none."""

    subject: str
    predicate: str  # locatedIn
    object: str
    confidence: str
    modality: str
    polarity: str
    role: str
    speaker: str
    grounds: tuple[Ground, ...]
    ends: tuple[str, str]  # the IRIs of subject and object


@dataclass(frozen=True, slots=True)
class Step:
    """A status of a policy: ``start`` as exact as it is told, ``until`` its last day; empty where none is told."""

    status: str
    start: str
    until: str
    modality: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """An article that mentions the entity, and how often."""

    headline: str
    date: str
    file: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Card:
    """One entity. The tuples are sorted; ``position`` is latitude and longitude, or empty."""

    iri: str
    label: str
    classes: tuple[str, ...]  # of kg:, by local name
    names: tuple[str, ...]
    identifiers: tuple[str, ...]
    links: tuple[str, ...]
    position: tuple[str, ...]
    life: tuple[Step, ...]  # of a policy, those without a day first
    statements: tuple[Said, ...]
    articles: tuple[Appearance, ...]

    @property
    def mentions(self) -> int:
        return sum(article.mentions for article in self.articles)


def card(dataset: Dataset, iri: str) -> Card:
    """The entity of this IRI. Raises ValueError where ``iri`` is no IRI."""
    entity = str(ox.NamedNode(iri))
    values = _values(dataset, entity)
    kinds = values[dataset.prefixes["rdf"] + "type"]
    own = dataset.prefixes["kg"]
    return Card(
        iri=iri,
        label=next(iter(values[dataset.prefixes["skos"] + "prefLabel"]), iri),
        classes=tuple(kind.removeprefix(own) for kind in kinds if kind.startswith(own)),
        names=tuple(values[dataset.prefixes["skos"] + "altLabel"]),
        identifiers=tuple(values[dataset.prefixes["dcterms"] + "identifier"]),
        links=tuple(values[dataset.prefixes["owl"] + "sameAs"]),
        position=tuple(v for p in ("lat", "long") for v in values[dataset.prefixes["geo"] + p]),
        life=tuple(_life(dataset, entity)),
        statements=tuple(_statements(dataset, entity)),
        articles=tuple(
            Appearance(row.get("headline", ""), row.get("date", ""), row["file"], int(row["mentions"]))
            for row in sparql.rows(dataset, _ARTICLES.format(entity=entity))
            if "file" in row
        ),
    )


def align(raw: str, joined: str, marks: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Ranges of ``raw`` as ranges of ``joined``, which is ``raw`` without some of its white space."""
    to_joined, at = [], 0
    for char in raw:
        to_joined.append(at)
        if at < len(joined) and joined[at] == char:
            at += 1
    to_joined.append(at)
    return tuple((to_joined[start], to_joined[end]) for start, end in marks)


def _values(dataset: Dataset, entity: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in sparql.rows(dataset, _ABOUT.format(entity=entity)):
        found[row["property"]].append(row["value"])
    return found


def _life(dataset: Dataset, entity: str) -> Iterator[Step]:
    rows: dict[str, list[_Row]] = {}
    for row in sparql.rows(dataset, _LIFE.format(entity=entity, ground=GROUND)):
        rows.setdefault(row["change"], []).append(row)
    for group in rows.values():
        first, grounds = group[0], tuple(quoted(row) for row in group)
        yield Step(first["status"], first.get("from", ""), first.get("until", ""), first["modality"], grounds)


def quoted(row: Mapping[str, str]) -> Ground:
    """The sentence of a row that ``GROUND`` has filled, without marks."""
    text = row.get("joined") or row.get("exact") or row.get("register") or ""
    return Ground(text, (), row.get("headline", ""), row.get("date", ""))


def _statements(dataset: Dataset, entity: str) -> Iterable[Said]:
    named: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for row in sparql.rows(dataset, _NAMED.format(entity=entity)):
        named[row["statement"], row["sentence"]].append((int(row["from"]), int(row["to"])))
    grounds: dict[str, list[Ground]] = defaultdict(list)
    for row in sparql.rows(dataset, _GROUNDS.format(entity=entity, ground=GROUND)):
        marks = named[row["statement"], row["sentence"]]
        grounds[row["statement"]].append(_ground(row, marks))
    for row in sparql.rows(dataset, _SAID.format(entity=entity)):
        yield Said(
            row["subject"],
            row["predicate"].removeprefix(dataset.prefixes["kg"]),
            row["object"],
            row["confidence"],
            row["modality"],
            row["polarity"],
            row.get("role", ""),
            row.get("speaker", ""),
            tuple(grounds[row["statement"]]),
            (row["from"], row["to"]),
        )


def _ground(row: _Row, marks: list[tuple[int, int]]) -> Ground:
    """A sentence; one in pieces has no offsets of its own, and so no marks."""
    headline, date = row.get("headline", ""), row.get("date", "")
    if "exact" not in row:
        return Ground(row.get("joined") or row.get("register") or row["sentence"], (), headline, date)
    start, raw = int(row["start"]), row["exact"]
    text = row.get("joined", raw)
    shifted = [(begin - start, end - start) for begin, end in marks]
    return Ground(text, align(raw, text, shifted), headline, date)
