"""The words that say what happened: 举行会谈, 开幕, 审议通过, 发表声明."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction import clauses
from kg.extraction.events import verbs
from kg.extraction.events.verbs import Token
from kg.model import Mention

_FURTHER = 2  # clauses behind the date's that may hold the verb
_OBJECT = 8  # characters of an object that belongs to the name
_NOUNS = ("n", "v", "a", "b", "i", "j", "l", "m", "q")  # beginnings of the tags of words in an object
_NAMED = ("n", "v")  # of those that make it one
_STOPS = "。；！？;!?"
_PAUSES = "，,：:"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SOURCE = re.compile("据|根据|按照|依据")
_ANNIVERSARY = re.compile("[^，,]{0,6}周年")


@dataclass(frozen=True, slots=True)
class Trigger:
    """``[start, end)``: the words in their sentence; ``stop``: where their clause ends."""

    start: int
    end: int
    stop: int


def find(text: str, start: int, stop: int, mentions: Sequence[Mention]) -> Trigger | None:
    """The first words of ``text[start:stop]``, between a date and the next, that tell a happening.

    They stand in the date's clause, or in one of the next where the date's own says nothing (今天，…). None
    where somebody says something before that, where it is hearsay (据…), or where there are none.
    """
    if _SOURCE.search(clauses.before(text, start)):
        return None
    for _ in range(1 + _FURTHER):
        end = min(start + len(clauses.behind(text, start)), stop)
        clause = verbs.read(text, start, end, mentions)
        for number, token in enumerate(clause):
            rest = clause[number + 1 :]
            if token.kind == "says":
                return None
            if token.kind in ("", "told", "passing") or verbs.goes_along(rest):
                continue
            if (last := _last(text, token, rest, end)) is not None:
                return Trigger(token.start, last, end)
        governed = any(verbs.governs(token, clause[number + 1 :]) for number, token in enumerate(clause))
        if governed or end >= stop or text[end] in _STOPS:
            return None
        start = end + 1
    return None


def _last(text: str, verb: Token, rest: Sequence[Token], end: int) -> int | None:
    """Where the words end that begin with a verb; None where it tells no happening."""
    while rest and rest[0].kind in (*verbs.MAIN, "weak") and not verbs.bound(rest[1:]):
        verb, rest = rest[0], rest[1:]
    if _ANNIVERSARY.match(text, verb.end):
        return None
    later = any(token.kind in verbs.MAIN and not verbs.bound(rest[n + 1 :]) for n, token in enumerate(rest))
    if verbs.bound(rest):
        return None if later or verbs.qualified(rest) is None else verb.end
    if verb.kind == "happens":
        return verb.end
    if verb.kind == "announces" and _only_words(rest, verb.end, text[end : end + 1]):
        return None
    taken = _object(rest, verb.end, end)
    if verb.kind == "weak" and (later or (taken is None and not any(token.mention for token in rest))):
        return None
    return taken or verb.end


def _only_words(rest: Sequence[Token], start: int, mark: str) -> bool:
    """Whether what is announced is what the text says next: 公布，…; 通报称; 发布数据显示."""
    if not rest:
        return mark != "" and mark in _PAUSES
    return rest[0].kind == "says" or any(token.kind == "told" and token.end <= start + _OBJECT for token in rest)


def _object(rest: Sequence[Token], start: int, end: int) -> int | None:
    """Where a short object without a name ends, which reaches to its clause's end or to 称: 举行|大规模集会."""
    stop, named = start, False
    for token in rest:
        if token.kind == "says":
            break
        if token.mention or end - start > _OBJECT:
            return None
        if token.word == "了":
            continue
        if not (token.tag.startswith(_NOUNS) or _NUMBER.fullmatch(token.word)):
            return None
        named = named or token.tag.startswith(_NAMED)
        stop = token.end
    return stop if named else None
