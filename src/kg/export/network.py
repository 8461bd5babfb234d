"""The graph as neutral nodes and edges: what every picture and table of it is made from.

The graph itself has ``reports``, one for each article, in the order of the sources.

A node is an entity's id, with ``label``, ``type``, ``subtype``, ``names`` (all its other names),
``identifiers``, ``same_as`` (IRIs), ``weight`` (mentions in all texts), ``reports`` (where it is
mentioned), ``figures`` (Measure), ``events`` (Event) and ``life`` (Step, of a policy). An edge is one statement,
its key the statement's place in the Knowledge, with ``predicate``, ``confidence`` (0 to 1), ``modality``,
``polarity``, ``role``, ``attributed_to`` (an id or None) and ``evidence`` (Quotation; none where the
gazetteer says it).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date

import networkx as nx

from kg.model import Article, Entity, Evidence, Knowledge, LinkedEvent, LinkedFigure, Precision, SentenceRef, Statement

Range = tuple[int, int]  # code points of a quoted sentence, half-open


@dataclass(frozen=True, slots=True)
class Report:
    """An article as a reader cites it."""

    headline: str  # its first words where it has no headline
    date: str | None  # ISO 8601
    outlet: str | None
    source: str  # the file's name
    place: int = 0  # among the articles of all sources


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence as evidence, with the ranges of its text that a reader looks for."""

    text: str
    report: Report
    sentence: int = 0  # its index in the article
    confidence: float | None = None  # None: nothing measures it (figures, events)
    subject: tuple[Range, ...] = ()
    object: tuple[Range, ...] = ()
    trigger: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure as its sentence writes it; what the text leaves open is the empty string."""

    metric: str
    value: str
    unit: str
    period: str
    change: str
    basis: str  # what the change is measured against
    bound: str  # over, under, about
    modality: str
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening; its days as exact as the text tells them, ``until`` the last of several."""

    name: str
    start: str
    until: str | None
    place: str | None  # id of an entity
    modality: str
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Step:
    """A status of a policy; ``start`` as exact as it is told, ``until`` its last day, None where none is told."""

    status: str
    modality: str
    start: str | None
    until: str | None
    evidence: tuple[Quotation, ...] = ()


def network(knowledge: Knowledge) -> nx.MultiDiGraph[str]:
    """All entities and statements of ``knowledge``, in its order; self-contained, no reference back."""
    quoter = _Quoter(knowledge)
    weights = Counter(linked.entity for linked in knowledge.mentions)
    figures, events = _figures(knowledge, quoter), _events(knowledge, quoter)
    lives = _lives(knowledge, quoter)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(reports=quoter.reports)
    for entity in knowledge.entities:
        graph.add_node(
            entity.id,
            **_names(entity),
            weight=weights[entity.id],
            reports=quoter.reports_of(entity.id),
            figures=tuple(figures[entity.id]),
            events=tuple(events[entity.id]),
            life=tuple(lives[entity.id]),
        )
    for number, statement in enumerate(knowledge.statements):
        graph.add_edge(
            statement.subject,
            statement.object,
            key=number,
            predicate=statement.predicate,
            confidence=statement.confidence,
            modality=statement.modality,
            polarity=statement.polarity,
            role=statement.role,
            attributed_to=statement.attributed_to,
            evidence=tuple(quoter.evidence(statement, evidence) for evidence in statement.evidence),
        )
    return graph


def _names(entity: Entity) -> dict[str, object]:
    return {
        "label": entity.label,
        "type": entity.type,
        "subtype": entity.subtype,
        "names": entity.alt_labels,
        "identifiers": entity.identifiers,
        "same_as": entity.same_as,
    }


class _Quoter:
    """Quotes sentences of a Knowledge and knows where each entity stands in them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._ranges: dict[tuple[str, int, int, str], list[Range]] = defaultdict(list)  # by sentence and entity
        self._articles: dict[str, dict[tuple[str, int], None]] = defaultdict(dict)  # by entity
        articles = [(source, article) for source in knowledge.sources for article in source.articles]
        self._by_article = {
            (source.sha256, article.index): _report(article, source.name, place)
            for place, (source, article) in enumerate(articles)
        }
        for linked in knowledge.mentions:
            mention = linked.mention
            place = (linked.source, mention.article, mention.sentence, linked.entity)
            self._ranges[place].append((mention.start, mention.end))
            self._articles[linked.entity][linked.source, mention.article] = None

    @property
    def reports(self) -> tuple[Report, ...]:
        """All articles, in the order of the sources."""
        return tuple(self._by_article.values())

    def reports_of(self, entity: str) -> tuple[Report, ...]:
        """The articles that mention it, in the order of the sources."""
        return tuple(dict.fromkeys(self._by_article[article] for article in self._articles.get(entity, ())))

    def evidence(self, statement: Statement, evidence: Evidence) -> Quotation:
        return Quotation(
            self._knowledge.sentence(evidence.where).text.chars,
            self._by_article[evidence.where.source, evidence.where.article],
            evidence.where.sentence,
            evidence.confidence,
            self._at(evidence.where, statement.subject),
            self._at(evidence.where, statement.object),
            (evidence.trigger,) if evidence.trigger else (),
        )

    def fact(self, where: SentenceRef, entity: str, trigger: Range | None) -> Quotation:
        """The sentence of a figure, an event or a status, with the entity it is about as its subject."""
        return Quotation(
            self._knowledge.sentence(where).text.chars,
            self._by_article[where.source, where.article],
            where.sentence,
            subject=self._at(where, entity),
            trigger=(trigger,) if trigger else (),
        )

    def _at(self, where: SentenceRef, entity: str) -> tuple[Range, ...]:
        return tuple(sorted(self._ranges.get((where.source, where.article, where.sentence, entity), ())))


def _report(article: Article, source: str, place: int) -> Report:
    words = article.headline or next((sentence.text for sentence in article.sentences), None)
    headline = words.chars if words else source
    return Report(headline, article.date.isoformat() if article.date else None, article.outlet, source, place)


def _figures(knowledge: Knowledge, quoter: _Quoter) -> dict[str, list[Measure]]:
    found: dict[str, list[Measure]] = defaultdict(list)
    for linked in knowledge.figures:
        if linked.about is not None:
            found[linked.about].append(_measure(linked, linked.about, quoter))
    return found


def _measure(linked: LinkedFigure, entity: str, quoter: _Quoter) -> Measure:
    figure = linked.figure
    where = SentenceRef(linked.source, figure.article, figure.sentence)
    quotation = quoter.fact(where, entity, (figure.start, figure.end))
    return Measure(
        figure.metric,
        figure.value,
        figure.unit,
        figure.period,
        figure.change,
        figure.basis,
        figure.bound,
        figure.modality,
        quotation,
    )


def _events(knowledge: Knowledge, quoter: _Quoter) -> dict[str, list[Event]]:
    """Events by each entity that they involve, the earliest first."""
    found: dict[str, list[Event]] = defaultdict(list)
    for linked in sorted(knowledge.events, key=lambda linked: linked.event.date):
        for entity in linked.involves:
            found[entity].append(_event(linked, entity, quoter))
    return found


def _event(linked: LinkedEvent, entity: str, quoter: _Quoter) -> Event:
    event = linked.event
    where = SentenceRef(linked.source, event.article, event.sentence)
    start = _written(event.date, event.precision)
    until = _written(event.until, event.precision) if event.until else None
    return Event(event.name, start, until, linked.place, event.modality, quoter.fact(where, entity, event.trigger))


def _lives(knowledge: Knowledge, quoter: _Quoter) -> dict[str, list[Step]]:
    """The steps of each policy, each once, the earliest first, those without a day before all others."""
    found: dict[str, dict[Step, dict[Quotation, None]]] = defaultdict(dict)
    for change in knowledge.changes:
        start = _written(change.since, change.precision) if change.since else None
        until = change.until.isoformat() if change.until else None
        quotations = found[change.policy].setdefault(Step(change.status, change.modality, start, until), {})
        for evidence in change.evidence:
            quotations[quoter.fact(evidence.where, change.policy, evidence.trigger)] = None
    told = {
        policy: [replace(step, evidence=tuple(quotations)) for step, quotations in steps.items()]
        for policy, steps in found.items()
    }
    return defaultdict(list, told)


def _written(day: date, precision: Precision) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]
