"""What texts tell of one entity beside statements: its figures and its dated events, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.store import sparql
from kg.store.cards import GROUND, Ground, quoted
from kg.store.dataset import Dataset

_FIGURES: Final = """
SELECT DISTINCT ?figure ?measures ?value ?unit ?period ?change ?basis ?bound ?modality
  ?exact ?joined ?register ?headline ?date ?start WHERE {{
  ?figure schema:observationAbout {entity} ; schema:value ?value ; kg:modality ?modality ;
    prov:wasDerivedFrom ?sentence .
  OPTIONAL {{ ?figure schema:measuredProperty ?measures }}
  OPTIONAL {{ ?figure schema:unitText ?unit }}
  OPTIONAL {{ ?figure schema:observationPeriod ?period }}
  OPTIONAL {{ ?figure kg:change ?change }}
  OPTIONAL {{ ?figure kg:changeBasis ?basis }}
  OPTIONAL {{ ?figure kg:bound ?bound }}
  OPTIONAL {{ ?sentence oa:start ?start }}
  {ground}
}} ORDER BY DESC(?date) ?headline ?start ?figure
"""
_EVENTS: Final = """
SELECT DISTINCT ?event ?from ?until ?name ?modality ?other ?exact ?joined ?register ?headline ?date WHERE {{
  ?event a schema:Event ; kg:involves {entity} ; schema:name ?name ; schema:startDate ?day ;
    kg:datePrecision ?precision ; kg:modality ?modality ; prov:wasDerivedFrom ?sentence .
  OPTIONAL {{ ?event schema:endDate ?until }}
  OPTIONAL {{ ?event kg:involves ?thing . ?thing skos:prefLabel ?other . FILTER(?thing != {entity}) }}
  BIND(IF(?precision = "year", 4, IF(?precision = "month", 7, 10)) AS ?length)
  BIND(SUBSTR(STR(?day), 1, ?length) AS ?from)
  {ground}
}} ORDER BY DESC(?day) DESC(?date) ?event ?other
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure in words; what the text does not say is empty."""

    measures: str
    value: str  # with its unit: 557.4亿元
    period: str
    change: str  # +14.8%, with what it is against: +14.8% 同比
    bound: str
    modality: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event: ``start`` as exact as it is told, ``until`` its last day, empty where it is none of several."""

    start: str
    until: str
    name: str
    modality: str
    others: tuple[str, ...]  # who and what else takes part
    ground: Ground


def figures(dataset: Dataset, iri: str) -> tuple[Measure, ...]:
    """The figures of the entity. Raises ValueError where ``iri`` is no IRI."""
    query = _FIGURES.format(entity=ox.NamedNode(iri), ground=GROUND)
    return tuple(
        Measure(
            measures=row.get("measures", ""),
            value=row["value"] + row.get("unit", ""),
            period=row.get("period", ""),
            change=" ".join(filter(None, (row.get("change"), row.get("basis")))),
            bound=row.get("bound", ""),
            modality=row["modality"],
            ground=quoted(row),
        )
        for row in sparql.rows(dataset, query)
    )


def events(dataset: Dataset, iri: str) -> tuple[Event, ...]:
    """The events that the entity takes part in. Raises ValueError where ``iri`` is no IRI."""
    return tuple(_events(dataset, str(ox.NamedNode(iri))))


def _events(dataset: Dataset, entity: str) -> Iterator[Event]:
    rows: dict[str, list[dict[str, str]]] = {}
    for row in sparql.rows(dataset, _EVENTS.format(entity=entity, ground=GROUND)):
        rows.setdefault(row["event"], []).append(row)
    for group in rows.values():
        first, others = group[0], tuple(row["other"] for row in group if "other" in row)
        yield Event(first["from"], first.get("until", ""), first["name"], first["modality"], others, quoted(first))
