"""How a sentence words a claim: the pattern's trigger, else the word that weighs most; a person's post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import lexicon
from kg.characters import simplified
from kg.extraction import scoring, tokens
from kg.extraction.pairs import Candidate
from kg.extraction.patterns import Match
from kg.model import Predicate

IN_THE_NAME = "in-the-name"
SCORED = "scored"
_BEHIND = 12  # characters behind the second name in which the words may stand: 甲、乙联合印发


@dataclass(frozen=True, slots=True)
class Wording:
    """``name``: of the pattern; ``scored`` where none matched. ``trigger``: in the sentence's characters;
    ``said``: from there to the end of the predicate."""

    name: str
    trigger: tuple[int, int] | None = None
    said: tuple[int, int] | None = None
    role: str | None = None


def of(candidate: Candidate, predicate: Predicate, chars: str) -> Wording:
    if candidate.between is None:
        return Wording(IN_THE_NAME)
    matches = candidate.matches.get(predicate, ())
    if matches:
        best = max(matches, key=lambda match: (_weight(match), match.pattern.name))
        role = next((match.role for match in matches if match.role), None)
        role = role or _role(candidate, predicate, chars)
        return Wording(best.pattern.name.partition("/")[2], best.trigger, best.said, role)
    trigger = _heaviest(candidate, predicate, chars)
    said = (trigger[0], max(trigger[1], candidate.between[1])) if trigger else None
    return Wording(SCORED, trigger, said, _role(candidate, predicate, chars))


def _weight(match: Match) -> int:
    return scoring.load().weight(match.pattern.predicate, f"pattern:{match.pattern.name}")


def _heaviest(candidate: Candidate, predicate: Predicate, chars: str) -> tuple[int, int] | None:
    """The verb between the two names, else right behind them, that speaks most for the relation."""
    start, end = candidate.between or (0, 0)
    found = [(weight, -at, at + length) for weight, at, length in _verbs(candidate, predicate, chars, start, end)]
    if not found:
        found = [
            (weight, -at, at + length) for weight, at, length in _verbs(candidate, predicate, chars, end, end + _BEHIND)
        ]
    if not found:
        return None
    _, at, stop = max(found)
    return -at, stop


def _verbs(
    candidate: Candidate, predicate: Predicate, chars: str, start: int, end: int
) -> Iterator[tuple[int, int, int]]:
    """Weight, place and length of the verbs of two or more characters in a stretch of the sentence."""
    table = scoring.load()
    known = {clue.partition(":")[2]: 0 for clue in candidate.clues if clue.startswith(("word", "after"))}
    for clue in candidate.clues:
        kind, _, word = clue.partition(":")
        if kind.startswith(("word", "after")):
            known[word] += table.weight(predicate, clue)
    at = start
    for word in tokens.words(simplified(chars)[start:end]):
        if known.get(word, 0) > 0 and len(word) > 1 and tokens.tag(word).startswith("v"):
            yield known[word], at, len(word)
        at += len(word)


def _role(candidate: Candidate, predicate: Predicate, chars: str) -> str | None:
    """The post between a body and the person that it names next: 教授 of 江海大学教授李明."""
    if predicate != "affiliatedWith" or candidate.between is None:
        return None
    start, end = candidate.between
    match = _post().search(simplified(chars)[start:end])
    return chars[start + match.start() : start + match.end()] if match else None


@cache
def _post() -> re.Pattern[str]:
    """A post right before what follows, with what qualifies it: 党委副书记."""
    return re.compile(rf"[^，,。；;、：:（(）)“”《》]{{0,14}}{lexicon.alternation('post')}(?=.{{0,2}}$)")
