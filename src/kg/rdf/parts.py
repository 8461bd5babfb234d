"""A build in parts that share no subject, so that each can be written by itself.

A part is what one source says of itself and where, or what is known of one entity; its triples
follow from the part alone, so a part that did not change need not be written again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from kg.model import Knowledge, SentenceRef, Statement, StatusChange
from kg.rdf import anchors, articles, entities, lives, statements
from kg.rdf import figures as numbers
from kg.rdf.iris import Iris, digest
from kg.rdf.terms import Triple


@dataclass(frozen=True, slots=True)
class Part:
    """``within``: the knowledge of this part alone; ``cited``: the sentences of it that anything rests on."""

    within: Knowledge
    cited: tuple[SentenceRef, ...] = ()

    @property
    def key(self) -> str:
        """Equal for parts with the same triples. A source is told by its hash, its name and its articles' number."""
        sources = tuple((source.sha256, source.name, len(source.articles)) for source in self.within.sources)
        return digest(sources, self.cited, replace(self.within, sources=()))

    def triples(self, iris: Iris, *, with_text: bool) -> Iterator[Triple]:
        """Every triple of the part."""
        yield from entities.triples(self.within, iris)
        yield from statements.triples(self.within, iris)
        yield from lives.triples(self.within, iris)
        yield from articles.source_triples(self.within, iris, with_text=with_text)
        yield from articles.article_triples(self.within, iris)
        yield from anchors.sentence_triples(self.within, self.cited, iris)
        yield from anchors.mention_triples(self.within, iris)
        yield from numbers.observation_triples(self.within, iris)
        yield from numbers.event_triples(self.within, iris)


def of(knowledge: Knowledge) -> Iterator[Part]:
    """The parts: sources first, then entities, each kind in its order."""
    cited: dict[str, list[SentenceRef]] = defaultdict(list)
    for ref in anchors.cited(knowledge):
        cited[ref.source].append(ref)
    mentions, figures = _grouped(knowledge.mentions), _grouped(knowledge.figures)
    events, credits = _grouped(knowledge.events), _grouped(knowledge.credits)
    for source in knowledge.sources:
        name = source.sha256
        within = Knowledge(
            sources=(source,),
            mentions=mentions.get(name, ()),
            figures=figures.get(name, ()),
            events=events.get(name, ()),
            credits=credits.get(name, ()),
        )
        yield Part(within, tuple(cited[name]))
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in knowledge.statements:
        said[statement.subject].append(statement)
    steps: dict[str, list[StatusChange]] = defaultdict(list)
    for change in knowledge.changes:
        steps[change.policy].append(change)
    for entity in knowledge.entities:
        within = Knowledge(entities=(entity,), statements=tuple(said[entity.id]), changes=tuple(steps[entity.id]))
        yield Part(within)


class _OfSource(Protocol):
    @property
    def source(self) -> str: ...


_Item = TypeVar("_Item", bound=_OfSource)


def _grouped(items: Iterable[_Item]) -> dict[str, tuple[_Item, ...]]:
    found: dict[str, list[_Item]] = {}
    for item in items:
        found.setdefault(item.source, []).append(item)
    return {source: tuple(group) for source, group in found.items()}
