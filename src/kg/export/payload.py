"""What the page knows, as plain JSON values: the whole graph, each sentence and article once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import networkx as nx

from kg.export.articles import Passage
from kg.export.network import Event, Measure, Quotation, Step

Json = dict[str, Any]

# What HTML or an old JavaScript engine could read as more than text. As escapes they are the same JSON.
_ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def script_json(value: object) -> str:
    """JSON that can stand between ``<script>`` tags whatever the texts contain."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text


def payload(graph: nx.MultiDiGraph[str], passages: Sequence[Passage], groups: Sequence[Sequence[str]]) -> Json:
    """Entities, statements, the articles' sentences and communities. Numbers in them are places in the lists.

    Sentences and reports stand in the order of the sources, so that an article's are side by side.
    """
    number = {node: place for place, node in enumerate(graph)}
    known = _Sentences(passages)
    return {
        "entities": [_entity(node, data, known) for node, data in graph.nodes(data=True)],
        "statements": [
            _statement(key, (subject, obj), data, known)
            for subject, obj, key, data in graph.edges(keys=True, data=True)
        ],
        "sentences": [_passage(passage, number) for passage in passages],
        "reports": [asdict(report) for report in graph.graph["reports"]],
        "communities": [[number[node] for node in group] for group in groups],
    }


def _sparse(values: Json) -> Json:
    """Without what is empty: the page takes what is missing for that."""
    return {name: value for name, value in values.items() if value or value == 0}


def kind(statement: Json) -> str:
    """How an edge looks: ``negated``, or its modality."""
    return "negated" if statement["polarity"] == "negated" else str(statement["modality"])


class _Sentences:
    """Where a quoted sentence stands among all of them."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._first: dict[int, int] = {}
        for place, passage in enumerate(passages):
            self._first.setdefault(passage.article, place)

    def quotation(self, quotation: Quotation) -> Json:
        return _sparse(
            {
                "sentence": self._first[quotation.report.place] + quotation.sentence,
                "confidence": quotation.confidence,
                "subject": quotation.subject,
                "object": quotation.object,
                "trigger": quotation.trigger,
            }
        )


def _passage(passage: Passage, number: Mapping[str, int]) -> Json:
    return _sparse(
        {
            "text": passage.text,
            "report": passage.article,
            "paragraph": passage.paragraph,
            "marks": [(number[mark.entity], mark.start, mark.end) for mark in passage.marks],
        }
    )


def _entity(node: str, data: Json, known: _Sentences) -> Json:
    return _sparse(
        {
            "id": node,
            "label": data["label"],
            "type": data["type"],
            "subtype": data["subtype"],
            "names": data["names"],
            "identifiers": data["identifiers"],
            "sameAs": data["same_as"],
            "weight": data["weight"],
            "reports": [report.place for report in data["reports"]],
            "figures": [_measure(measure, known) for measure in data["figures"]],
            "events": [_event(event, known) for event in data["events"]],
            "life": [_step(step, known) for step in data["life"]],
        }
    )


def _statement(number: int, ends: tuple[str, str], data: Json, known: _Sentences) -> Json:
    subject, obj = ends
    return _sparse(
        {
            "id": number,
            "subject": subject,
            "object": obj,
            "predicate": data["predicate"],
            "kind": kind(data),
            "confidence": data["confidence"],
            "role": data["role"],
            "attributedTo": data["attributed_to"],
            "evidence": [known.quotation(quotation) for quotation in data["evidence"]],
        }
    )


def _measure(measure: Measure, known: _Sentences) -> Json:
    return _sparse(
        {
            "metric": measure.metric,
            "value": measure.value,
            "unit": measure.unit,
            "period": measure.period,
            "change": measure.change,
            "basis": measure.basis,
            "bound": measure.bound,
            "modality": measure.modality,
            "quotation": known.quotation(measure.quotation),
        }
    )


def _event(event: Event, known: _Sentences) -> Json:
    return _sparse(
        {
            "name": event.name,
            "start": event.start,
            "until": event.until,
            "place": event.place,
            "modality": event.modality,
            "quotation": known.quotation(event.quotation),
        }
    )


def _step(step: Step, known: _Sentences) -> Json:
    return _sparse(
        {
            "status": step.status,
            "modality": step.modality,
            "start": step.start,
            "until": step.until,
            "evidence": [known.quotation(quotation) for quotation in step.evidence],
        }
    )
