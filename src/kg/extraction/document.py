"""The document itself as evidence: a name seen once is found again, and one string keeps one type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg import lexicon
from kg.extraction.boundaries import Words
from kg.extraction.candidates import Candidate
from kg.model import EntityType

_SURE = 0.8  # a name must be believed so far to be looked for again
_AGAIN = 0.72


def propose(text: str, words: Words, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Other places where a chosen name stands, bare of its brackets; the name before one in brackets."""
    yield from _before_brackets(text, words, chosen)
    taken = {(c.start, c.end) for c in chosen}
    names: dict[tuple[str, EntityType], Candidate] = {}
    for candidate in chosen:
        if candidate.score >= _SURE:
            surface = text[candidate.start : candidate.end]
            for form in (surface, surface.strip("《》")):
                names.setdefault((form, candidate.type), candidate)
    for candidate in chosen:
        if candidate.subtype == "draft":  # from then on the text calls it just so
            for word in lexicon.words("draft"):
                names.setdefault((word, "Policy"), replace(candidate, key=None))
    for (form, kind), model in names.items():
        if len(form) < 2:
            continue
        start = text.find(form)
        while start >= 0:
            if (start, start + len(form)) not in taken:
                yield Candidate(start, start + len(form), kind, _AGAIN, "document", model.subtype, model.key)
            start = text.find(form, start + len(form))


def _before_brackets(text: str, words: Words, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """希音 in 希音(SHEIN): the word before a Latin name that fills its brackets is the same thing's."""
    for candidate in chosen:
        start, end = candidate.start - 1, candidate.end
        fills = start > 1 and text[start] in "（(" and text[end : end + 1] in ("）", ")")
        if fills and text[candidate.start].isascii():
            begin = words.word_begin(start - 1)
            if start - begin == 1:  # an unknown name is often cut into characters
                begin = words.word_begin(begin - 1)
            if start - begin > 1 and "\u4e00" <= text[begin] <= "\u9fff":
                yield Candidate(begin, start, candidate.type, _AGAIN, "document", candidate.subtype)


def settle(text: str, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The same candidates, where one string has two types all of the one believed more in sum."""
    weight: dict[tuple[str, EntityType], float] = {}
    best: dict[tuple[str, EntityType], Candidate] = {}
    for candidate in chosen:
        place = (text[candidate.start : candidate.end], candidate.type)
        weight[place] = weight.get(place, 0.0) + candidate.score
        if place not in best or candidate.score > best[place].score:
            best[place] = candidate
    winner: dict[str, EntityType] = {}
    for (surface, kind), total in sorted(weight.items()):
        if surface not in winner or total > weight[surface, winner[surface]]:
            winner[surface] = kind
    settled = []
    for candidate in chosen:
        surface = text[candidate.start : candidate.end]
        model = best[surface, winner[surface]]
        if candidate.type != model.type:
            candidate = replace(candidate, type=model.type, subtype=model.subtype, key=model.key)
        settled.append(candidate)
    return settled
