"""Bodies within bodies: 国家发展改革委|环资司 is one name, as is a body that begins within a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction import containment
from kg.extraction.boundaries import Words
from kg.extraction.candidates import Candidate
from kg.extraction.heads import subtype

_SURE = 0.5  # how far both parts must be believed
_BEHIND = 0.7  # a known body and the part that nominal words behind it name
_LONGEST_PART = 14
_SNAPPED = ("Organisation", "Project", "Policy")


def whole_words(words: Words, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Candidates of the tagger that begin within a word begin with it: 创|新驱动发展中心."""
    for candidate in candidates:
        start = words.word_begin(candidate.start)
        if candidate.type in _SNAPPED and candidate.reason == "tagger" and start < candidate.start:
            yield replace(candidate, start=start)
        else:
            yield candidate


def joined(text: str, words: Words, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, and each body with the part of it that is named right behind it."""
    pool = list(candidates)
    yield from pool
    yield from _parts_behind(text, words, pool)
    ends: dict[int, Candidate] = {}
    for candidate in pool:
        if candidate.type == "Organisation" and candidate.score >= _SURE:
            known = ends.get(candidate.end)
            if known is None or (len(candidate), candidate.score) > (len(known), known.score):
                ends[candidate.end] = candidate
    seen: set[tuple[int, int]] = set()
    for part in pool:
        whole = ends.get(part.start)
        if not whole or part.type != "Organisation" or part.score < _SURE or (whole.start, part.end) in seen:
            continue
        name = text[whole.start : part.end]
        if containment.is_part(text[part.start : part.end], "Organisation"):
            seen.add((whole.start, part.end))
            score = max(whole.score, part.score)
            yield Candidate(whole.start, part.end, "Organisation", score, "grammar", subtype(name, "Organisation"))


def _parts_behind(text: str, words: Words, pool: Iterable[Candidate]) -> Iterator[Candidate]:
    """交通运输部|南海航海保障中心: nominal words behind a known body that end as its parts do."""
    for whole in {(c.end, c.key): c for c in pool if c.type == "Organisation" and "gazetteer" in c.reason}.values():
        for end in range(whole.end + 3, min(whole.end + _LONGEST_PART, len(text)) + 1):
            rest = text[whole.end : end]
            if words.ends(end) and containment.is_part(rest, "Organisation") and words.begin(end) <= whole.end:
                name = text[whole.start : end]
                yield Candidate(whole.start, end, "Organisation", _BEHIND, "grammar", subtype(name, "Organisation"))
                break
