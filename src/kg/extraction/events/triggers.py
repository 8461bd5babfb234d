"""The words that say what happened: 举行会谈, 开幕, 审议通过, 作宣讲报告 (graph/lexicon/event-verbs.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.extraction import tokens
from kg.extraction.figures import clauses
from kg.model import Mention

_TAKES, _HAPPENS, _ANNOUNCES, _SAYS, _PASSING = "takes", "happens", "announces", "says", "passing"
_FURTHER = 2  # clauses behind the date's that may hold the verb
_OBJECT = 8  # characters of an object that belongs to the name
_NOUNS = ("n", "vn", "an", "j", "l", "i", "b", "a", "v", "vn", "nz", "m", "q")
_SOURCE = re.compile("(?:据|根据|按照|依据)")


@dataclass(frozen=True, slots=True)
class Trigger:
    """``[start, end)``: the words; ``clause``: where their clause ends; ``head``: what a clause with 的 is about."""

    start: int
    end: int
    clause: int
    head: Mention | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str
    mention: Mention | None = None


@cache
def _kinds() -> dict[str, str]:
    rows = resources.table("lexicon", "event-verbs.tsv", columns=("verb", "kind"))
    return {row["verb"]: row["kind"] for row in rows}


def find(text: str, start: int, stop: int, mentions: Sequence[Mention]) -> Trigger | None:
    """The first words of ``text[start:stop]`` that tell a happening.

    ``start``: behind the date; ``stop``: the next date, or the sentence's end. None where the first verb that
    counts says that somebody says something, or where there is none.
    """
    if _SOURCE.search(clauses.before(text, start)):
        return None
    at = start
    for _ in range(1 + _FURTHER):
        end = min(at + len(clauses.behind(text, at)), stop)
        found = list(_tokens(text, at, end, mentions))
        for index, token in enumerate(found):
            kind = _kinds().get(token.word) if token.mention is None else None
            if kind is None or kind == _PASSING:
                continue
            if kind == _SAYS:
                return None
            trigger = _trigger(text, found, index, kind, end)
            if trigger:
                return trigger
        if end >= stop or text[end] in "。；！？;!?" or any(_predicate(token) for token in found):
            return None
        at = end + 1
    return None


def _predicate(token: _Token) -> bool:
    return (
        token.mention is None
        and len(token.word) > 1
        and tokens.tag(token.word) == "v"
        and _kinds().get(token.word) != _PASSING
    )


def _trigger(text: str, found: Sequence[_Token], index: int, kind: str, end: int) -> Trigger | None:
    token = found[index]
    behind = found[index + 1 :]
    head = None
    if behind and behind[0].word == "的":
        head = behind[1].mention if len(behind) > 1 else None
        if head is None:
            return None
    if kind == _ANNOUNCES and behind and _kinds().get(behind[0].word) == _SAYS:
        return None
    stop = token.end
    rest = list(behind)
    while rest and rest[0].mention is None and rest[0].start == stop and _kinds().get(rest[0].word) in (_TAKES, _HAPPENS):
        kind = _kinds()[rest[0].word]
        stop = rest.pop(0).end
    if kind == _TAKES:
        stop = _object(rest, stop, end) or stop
    return Trigger(token.start, stop, end, head)


def _object(rest: list[_Token], start: int, end: int) -> int:
    stop = 0
    for token in rest:
        if token.mention or token.end - start > _OBJECT:
            return 0
        if token.word in ("了",):
            continue
        if _kinds().get(token.word) == _SAYS:
            return stop
        if not tokens.tag(token.word).startswith(_NOUNS):
            return 0
        stop = token.end
    return stop


def _tokens(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[_Token]:
    at = start
    for mention in mentions:
        if mention.start < at or mention.end > end:
            continue
        yield from _words(text, at, mention.start)
        yield _Token(mention.start, mention.end, mention.surface, mention)
        at = mention.end
    yield from _words(text, at, end)


def _words(text: str, start: int, end: int) -> Iterator[_Token]:
    for word in tokens.words(text[start:end]):
        yield _Token(start, start + len(word), word)
        start += len(word)
