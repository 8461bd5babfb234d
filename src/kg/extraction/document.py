"""The document itself as evidence: a name seen once is found again, and one string keeps one type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.candidates import Candidate
from kg.extraction.heads import drafts
from kg.model import EntityType

_SURE = 0.8  # a name must be believed so far to be looked for again
_AGAIN = 0.72


def propose(text: str, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Other places where a chosen name stands, bare of its brackets."""
    taken = {(c.start, c.end) for c in chosen}
    names: dict[tuple[str, EntityType], Candidate] = {}
    for candidate in chosen:
        if candidate.score >= _SURE:
            surface = text[candidate.start : candidate.end]
            for form in (surface, surface.strip("《》")):
                names.setdefault((form, candidate.type), candidate)
    for candidate in chosen:
        if candidate.subtype == "draft":  # from then on the text calls it just so
            for word in drafts():
                names.setdefault((word, "Policy"), replace(candidate, key=None))
    for (form, kind), model in names.items():
        if len(form) < 2:
            continue
        start = text.find(form)
        while start >= 0:
            if (start, start + len(form)) not in taken:
                yield Candidate(start, start + len(form), kind, _AGAIN, "document", model.subtype, model.key)
            start = text.find(form, start + len(form))


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
