"""A build in parts that share no subject, so that each can be written by itself.

A part is what one source says of itself and where, or what is known of one entity; its triples
follow from the part alone, so a part that did not change need not be written again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Final, Protocol, TypeVar, get_args, get_type_hints

from kg.model import Extraction, Knowledge, SentenceRef, Statement, StatusChange
from kg.rdf import anchors, articles, entities, lives, statements
from kg.rdf import figures as numbers
from kg.rdf.iris import Iris, digest
from kg.rdf.terms import Triple

# what a Knowledge holds beside its sources
_TUPLES: Final = tuple(each.name for each in fields(Knowledge) if each.default == () and each.name != "sources")


@dataclass(frozen=True, slots=True)
class Part:
    """``within``: the knowledge of this part alone; ``cited``: the sentences of it that anything rests on."""

    within: Knowledge
    cited: tuple[SentenceRef, ...] = ()

    @property
    def key(self) -> str:
        """Equal for parts with the same triples, of sources that were read alike: by the same code, for one date.

        What an extraction holds follows from its source, so a source's part is told by its hash, its
        name and what linking added.
        """
        sources = tuple((source.sha256, source.name) for source in self.within.sources)
        known = [(name, getattr(self.within, name)) for name in _TUPLES if getattr(self.within, name)]
        added = [(name, _added(items)) for name, items in known] if sources else known
        return digest(sources, [(ref.article, ref.sentence) for ref in self.cited], added)

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


def _added(items: tuple[Any, ...]) -> list[Any]:
    """Values of one class without those of their fields that an extraction holds."""
    kind: type = type(items[0])
    names = _own_fields(kind)
    return list(map(attrgetter(*names), items)) if names else list(items)


@cache
def _own_fields(kind: type) -> tuple[str, ...]:
    """Names of the fields beside those that an extraction holds; none where it holds none of them."""
    held = {each for hint in get_type_hints(Extraction).values() for each in get_args(hint) if is_dataclass(each)}
    hints = get_type_hints(kind)
    own = tuple(name for name, hint in hints.items() if hint not in held)
    return own if len(own) < len(hints) else ()


class _OfSource(Protocol):
    @property
    def source(self) -> str: ...


_Item = TypeVar("_Item", bound=_OfSource)


def _grouped(items: Iterable[_Item]) -> dict[str, tuple[_Item, ...]]:
    found: dict[str, list[_Item]] = {}
    for item in items:
        found.setdefault(item.source, []).append(item)
    return {source: tuple(group) for source, group in found.items()}
