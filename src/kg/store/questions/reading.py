"""The one query that a question asks for, or why there is none. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final

from kg.store import names
from kg.store.dataset import Dataset
from kg.store.queries import KINDS, NamedQuery
from kg.store.questions import patterns, wording
from kg.store.questions.nearest import Example, nearest
from kg.store.questions.patterns import Pattern
from kg.store.questions.slots import Resolver, Unknown, Value
from kg.store.questions.wording import Wording

_LONGEST: Final = 100  # characters: cutting one along two slots takes the square of them


@dataclass(frozen=True, slots=True)
class Reading:
    """A named query with its values as it takes them, IRIs for entities, and as people read them."""

    query: NamedQuery
    values: Mapping[str, str]
    shown: Mapping[str, str]

    def sparql(self, dataset: Dataset) -> str:
        """The query with its values, without the comments at its head."""
        lines = self.query.bound(dataset, self.values).split("\n")
        return "\n".join(dropwhile(lambda line: not line or line.startswith("#"), lines))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no query answers, in one line; what to choose from; questions that could be answered."""

    reason: str
    choices: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fit:
    """A query whose pattern is the whole question, and what its slots may be."""

    query: NamedQuery
    values: tuple[Value, ...]


def read(dataset: Dataset, question: str) -> Reading | Refusal:
    """What the question asks of this graph."""
    asked = wording.of(question)
    if not asked.is_chinese():
        return Refusal("questions are asked in Chinese; kg query --list shows what can be asked by name")
    if len(asked.text) > _LONGEST:
        return Refusal(f"the question is longer than {_LONGEST} characters; ask in parts")
    unknown: list[Unknown] = []
    for resolver in (Resolver(dataset), Resolver(dataset, loosely=True)):
        unknown.clear()
        fits = _fits(resolver, asked, unknown)
        if fits or not unknown:
            break
    if len(fits) > 1:
        return Refusal("several queries fit; ask by the name of one", tuple(_line(dataset, fit) for fit in fits))
    if fits:
        return _settled(dataset, fits[0])
    if unknown:
        return _unknown(dataset, _closest(unknown), nearest(asked))
    return Refusal("no query is asked for in these words", examples=nearest(asked))


def _fits(resolver: Resolver, asked: Wording, unknown: list[Unknown]) -> list[_Fit]:
    """Every query and set of values that the whole question fits; what would have to be known goes to ``unknown``."""
    found: dict[tuple[str, tuple[Value, ...]], _Fit] = {}
    for pattern in patterns.all():
        for cut in pattern.cuts(asked.text):
            values = _filled(resolver, pattern, [asked.cut(*span) for span in cut])
            if isinstance(values, Unknown):
                unknown.append(values)
            else:
                found.setdefault((pattern.query.name, values), _Fit(pattern.query, values))
    return list(found.values())


def _filled(resolver: Resolver, pattern: Pattern, cut: list[Wording]) -> tuple[Value, ...] | Unknown:
    values: list[Value] = []
    for slot, words in zip(pattern.slots, cut, strict=True):
        found = resolver.values(slot, words)
        if isinstance(found, Unknown):
            return found
        values.extend(found)
    return tuple(values)


def _settled(dataset: Dataset, fit: _Fit) -> Reading | Refusal:
    """The reading, where each name is one thing's."""
    for value in fit.values:
        if len(value.choices) > 1:
            shared = (
                f"{value.parameter.name}: several things have that name; ask again with the IRI of one in its place"
            )
            return Refusal(shared, tuple(f"{names.label(dataset, iri)}  {iri}" for iri in value.choices))
    values = {value.parameter.name: value.choices[0] for value in fit.values}
    return Reading(fit.query, values, dict(_shown(dataset, fit)))


def _shown(dataset: Dataset, fit: _Fit) -> Iterator[tuple[str, str]]:
    for value in fit.values:
        entity = value.parameter.type in KINDS
        yield value.parameter.name, "、".join(names.label(dataset, one) if entity else one for one in value.choices)


def _line(dataset: Dataset, fit: _Fit) -> str:
    """``projects-in-place place=江苏省  某地的项目``."""
    told = " ".join(f"{name}={value}" for name, value in _shown(dataset, fit))
    return f"{' '.join(filter(None, (fit.query.name, told)))}  {fit.query.titles['zh']}"


def _closest(unknown: list[Unknown]) -> Unknown:
    """A relative day if there is one, else the shortest words; an entity where they might be several kinds."""
    relative = [one for one in unknown if one.type == "relative"]
    if relative:
        return relative[0]
    words = min((one.words for one in unknown), key=len)
    types = {one.type for one in unknown if one.words == words}
    return Unknown(types.pop() if len(types) == 1 else "entity", words)


def _unknown(dataset: Dataset, unknown: Unknown, examples: tuple[Example, ...]) -> Refusal:
    """Why words of the question are nothing that the graph knows, with names like them."""
    if unknown.type == "relative":
        reason = f"{unknown.words}: an archive does not count from today; write the day, month or year: 2025年12月3日"
        return Refusal(reason, examples=examples)
    if unknown.type not in KINDS:
        return Refusal(f"{unknown.words}: no {unknown.type} as it is asked for here", examples=examples)
    like = names.near(dataset, unknown.words, KINDS[unknown.type])
    reason = f"{unknown.words}: no {unknown.type} of that name in {dataset.name}{'; near it are' if like else ''}"
    return Refusal(reason, tuple(like), examples)
