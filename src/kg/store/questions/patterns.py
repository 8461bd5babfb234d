"""The ways to ask for a query: regular expressions with slots for its parameters.

    {place}有哪些(?:重大|重点)?(?:项目|工程)
    {since..until}发生了什么

A slot is a parameter's name. Of a period, ``{since..until}`` binds its first and its last day,
``{since..}`` the first and ``{..until}`` the last alone. What stands between slots is an expression of its
own: no group may reach over a slot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.characters import fold
from kg.errors import KnowledgeError
from kg.store import queries
from kg.store.queries import NamedQuery, Parameter

_SLOT: Final = re.compile(r"\{(?:(?P<one>\w+)|(?P<first>\w*)\.\.(?P<last>\w*))\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """One parameter as it stands, or the ends of a period: ``first`` and ``last``, of which one may be None."""

    one: Parameter | None = None
    first: Parameter | None = None
    last: Parameter | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """``parts`` are one more than ``slots``: what stands before, between and behind them."""

    query: NamedQuery
    whole: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]
    slots: tuple[Slot, ...]

    def cuts(self, text: str) -> Iterator[tuple[tuple[int, int], ...]]:
        """Every way to cut ``text``, whole, along the pattern: the slots' ranges, none of them empty."""
        if self.whole.fullmatch(text):
            yield from self._cuts(text, 0, 0)

    def _cuts(self, text: str, at: int, number: int) -> Iterator[tuple[tuple[int, int], ...]]:
        part = self.parts[number]
        if number == len(self.slots):
            if part.fullmatch(text, at):
                yield ()
            return
        for start in range(at, len(text)):
            if part.fullmatch(text, at, start):
                for end in range(start + 1, len(text) + 1):
                    for rest in self._cuts(text, end, number + 1):
                        yield ((start, end), *rest)


@cache
def all() -> tuple[Pattern, ...]:
    """Every pattern of every named query. Raises KnowledgeError where one is not well made."""
    return tuple(read(query, line) for query in queries.catalogue().values() for line in query.patterns)


def read(query: NamedQuery, line: str) -> Pattern:
    """Raises KnowledgeError, naming the query and the line, where ``line`` is no pattern of it."""
    if fold(line) != line:
        raise KnowledgeError(f"{query.name}.rq: '# ask-zh: {line}' has traditional or full-width characters; fold them")
    at, parts, slots = 0, [], []
    for found in _SLOT.finditer(line):
        parts.append(line[at : found.start()])
        slots.append(_slot(query, line, found))
        at = found.end()
    parts.append(line[at:])
    try:
        compiled = tuple(map(re.compile, parts))
        whole = re.compile(".+".join(f"(?:{part})" for part in parts), re.DOTALL)
    except re.error as error:
        raise KnowledgeError(f"{query.name}.rq: '# ask-zh: {line}': {error}") from error
    return Pattern(query, whole, compiled, tuple(slots))


def _slot(query: NamedQuery, line: str, found: re.Match[str]) -> Slot:
    known = {parameter.name: parameter for parameter in query.parameters}
    one, first, last = (found[group] or None for group in ("one", "first", "last"))
    named = [name for name in (one, first, last) if name]
    if not named or not known.keys() >= set(named):
        raise KnowledgeError(f"{query.name}.rq: '# ask-zh: {line}': {found[0]} names no parameter of the query")
    return Slot(*(known[name] if name else None for name in (one, first, last)))
