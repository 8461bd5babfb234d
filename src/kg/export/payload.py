"""What the page knows, as plain JSON values: the whole graph, each sentence and article once."""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import asdict
from typing import Any, Generic, TypeVar

import networkx as nx

from kg.export.labels import labels
from kg.export.network import Fact, Quotation, Report

Json = dict[str, Any]
_Item = TypeVar("_Item", bound=Hashable)

# What HTML or an old JavaScript engine could read as more than text. As escapes they are the same JSON.
_ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def script_json(value: object) -> str:
    """JSON that can stand between ``<script>`` tags whatever the texts contain."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text


def payload(graph: nx.MultiDiGraph[str]) -> Json:
    """Entities, statements, sentences, reports and labels. Numbers in them are places in the lists."""
    sentences: _Table[tuple[str, Report]] = _Table()
    reports: _Table[Report] = _Table()
    entities = [_entity(node, data, sentences, reports) for node, data in graph.nodes(data=True)]
    statements = [
        _statement(number, (subject, obj), data, sentences)
        for subject, obj, number, data in graph.edges(keys=True, data=True)
    ]
    return {
        "entities": entities,
        "statements": statements,
        "sentences": [{"text": text, "report": reports.place(report)} for text, report in sentences.items],
        "reports": [asdict(report) for report in reports.items],
        "labels": asdict(labels()),
    }


def kind(statement: Json) -> str:
    """How an edge looks: ``negated``, or its modality."""
    return "negated" if statement["polarity"] == "negated" else str(statement["modality"])


class _Table(Generic[_Item]):
    """Distinct values, each with its place."""

    def __init__(self) -> None:
        self._places: dict[_Item, int] = {}

    @property
    def items(self) -> list[_Item]:
        return list(self._places)

    def place(self, item: _Item) -> int:
        return self._places.setdefault(item, len(self._places))


def _entity(node: str, data: Json, sentences: _Table[tuple[str, Report]], reports: _Table[Report]) -> Json:
    return {
        "id": node,
        "label": data["label"],
        "type": data["type"],
        "subtype": data["subtype"],
        "names": data["names"],
        "identifiers": data["identifiers"],
        "sameAs": data["same_as"],
        "weight": data["weight"],
        "reports": [reports.place(report) for report in data["reports"]],
        "figures": [_fact(fact, sentences) for fact in data["figures"]],
        "events": [_fact(fact, sentences) for fact in data["events"]],
        "life": [asdict(step) for step in data["life"]],
    }


def _statement(number: int, ends: tuple[str, str], data: Json, sentences: _Table[tuple[str, Report]]) -> Json:
    subject, obj = ends
    return {
        "id": number,
        "subject": subject,
        "object": obj,
        "predicate": data["predicate"],
        "kind": kind(data),
        "confidence": data["confidence"],
        "role": data["role"],
        "attributedTo": data["attributed_to"],
        "evidence": [_quotation(quotation, sentences) for quotation in data["evidence"]],
    }


def _fact(fact: Fact, sentences: _Table[tuple[str, Report]]) -> Json:
    return {"what": fact.what, "value": fact.value, "quotation": _quotation(fact.quotation, sentences)}


def _quotation(quotation: Quotation, sentences: _Table[tuple[str, Report]]) -> Json:
    return {
        "sentence": sentences.place((quotation.text, quotation.report)),
        "confidence": quotation.confidence,
        "subject": quotation.subject,
        "object": quotation.object,
        "trigger": quotation.trigger,
    }
