"""What each kind of evidence proposes: a stretch of text, a type, a score and a reason."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import EntityType


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A possible mention ``[start, end)`` of the article's text (its sentences joined).

    ``score`` is an estimate, from 0 to 1, that a careful reader would underline just this
    stretch as a name of this type.
    """

    start: int
    end: int
    type: EntityType
    score: float
    reason: str  # tagger, gazetteer, grammar, document
    subtype: str = ""
    key: str | None = None  # the entry of the gazetteer, where there is only one

    def __len__(self) -> int:
        return self.end - self.start
