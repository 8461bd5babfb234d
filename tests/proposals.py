"""Candidates marked in a text: ``记者走访[Organisation|蓝海公司]。``"""

from __future__ import annotations

from collections.abc import Iterable

import marked
from kg.extraction.candidates import Candidate


def parse(text: str, score: float = 0.9, reason: str = "tagger") -> tuple[str, list[Candidate]]:
    """The bare text and a candidate for each mark."""
    chars, mentions, _ = marked.parse(text)
    return chars, [Candidate(m.start, m.end, m.type, score, reason) for m in mentions]


def surfaces(text: str, candidates: Iterable[Candidate]) -> list[str]:
    """What each candidate stands on."""
    return [text[candidate.start : candidate.end] for candidate in candidates]
