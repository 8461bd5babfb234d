"""What a worker does with a task: asks the graph, within the limit of rows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf.literals import clean
from kg.server.negotiation import Offer
from kg.server.tasks import Describe, Dump, Failed, Find, Found, Look, Query, Reply, Seen, Task, Written
from kg.store import cards, limits, names, results, sparql, things
from kg.store.dataset import Dataset

_NOT_ROWS: Final = "the answer is triples, and Accept allows no form of RDF"
_NOT_TRIPLES: Final = "the answer is no triples, and Accept allows no form of SPARQL results"


def answer(dataset: Dataset, task: Task, most: int) -> Reply:
    """The answer; at most ``most`` rows or triples where a query asks for them."""
    match task:
        case Query():
            return _queried(dataset, task, most)
        case Dump():
            return _dumped(dataset, task)
        case Describe():
            return _described(dataset, task)
        case Look(local):
            return _seen(dataset, local)
        case Find(name):
            return _found(dataset, name)


def _queried(dataset: Dataset, task: Query, most: int) -> Reply:
    try:
        answer = sparql.ask(dataset, task.text)
        if isinstance(answer, ox.QueryTriples):
            if task.triples is None:
                return Failed("form", _NOT_ROWS)
            return _written(limits.triples(answer, most), task.triples)
        if task.rows is None:
            return Failed("form", _NOT_TRIPLES)
        rows = limits.rows(answer, most) if isinstance(answer, ox.QuerySolutions) else answer
        return Written(results.write(rows, task.rows.format), task.rows.media)
    except QueryError as error:
        return Failed("query", str(error))


def _described(dataset: Dataset, task: Describe) -> Reply:
    found = things.triples(dataset, things.base(dataset) + task.local)
    return _written(found, task.offer) if found else _absent(dataset, task.local)


def _written(triples: Iterable[ox.Triple], offer: Offer) -> Written:
    return Written(results.write_triples(triples, offer.format), offer.media)


def _dumped(dataset: Dataset, task: Dump) -> Reply:
    graph = ox.DefaultGraph() if task.graph is None else ox.NamedNode(task.graph)
    if isinstance(graph, ox.NamedNode) and not dataset.store.contains_named_graph(graph):
        return Failed("absent", f"{task.graph}: no graph of that name; ?default is the whole")
    try:
        results.write_graph(dataset.store, graph, task.offer.format, Path(task.path))
    except OSError as error:
        return Failed("disk", f"the graph could not be written to a file on its way: {error.strerror or error}")
    return Written(b"", task.offer.media)


def _seen(dataset: Dataset, local: str) -> Reply:
    base = things.base(dataset)
    thing = things.thing(dataset, base + local)
    if thing is None:
        return _absent(dataset, local)
    is_entity = any(property.iri == dataset.prefixes["skos"] + "prefLabel" for property in thing.about)
    return Seen(base, thing, cards.card(dataset, thing.iri) if is_entity else None)


def _found(dataset: Dataset, name: str) -> Reply:
    name = clean(name)
    exact = names.named(dataset, name)
    near = [] if exact else [iri for label in names.near(dataset, name) for iri in names.named(dataset, label)]
    found = [cards.card(dataset, iri) for iri in dict.fromkeys(exact or near)]
    return Found(things.base(dataset), bool(exact), tuple((card.label, card.classes, card.iri) for card in found))


def _absent(dataset: Dataset, local: str) -> Failed:
    return Failed("absent", f"{things.base(dataset)}{local}: not in this graph")
