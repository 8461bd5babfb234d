"""Words that point to a place by its level: 全省, 我区, 该市, where the text names only one that it can be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from kg import resources
from kg.extraction.candidates import Candidate
from kg.extraction.gazetteer import Gazetteer, Hit
from kg.extraction.prominence import foremost, is_area

_SCORE = 0.75


def propose(text: str, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """The pointing words of ``text`` with the place that they point to; none where it is not clear."""
    expression, endings = _words()
    entries = Gazetteer.load().entries
    named: Counter[str] | None = None
    for match in expression.finditer(text):
        if named is None:
            named = _named(hits)
        key = foremost(named, (id for id in named if entries[id].name.endswith(endings[match.group()])))
        if key:
            yield Candidate(match.start(), match.end(), "Place", _SCORE, "document", entries[key].subtype, key)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """The pointing words, and the endings of the full names that each may mean (graph/lexicon/pointing.tsv)."""
    rows = resources.table("lexicon", "pointing.tsv", columns=("word", "endings"))
    endings = {row["word"]: tuple(row["endings"].split("|")) for row in rows}
    longest = sorted(endings, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest))), endings


def _named(hits: Sequence[Hit]) -> Counter[str]:
    """How often each area of China is named, within longer names too (江西 in 江西省发展改革委)."""
    named: Counter[str] = Counter()
    for start in {hit.start for hit in hits}:
        here = [hit for hit in hits if hit.start == start and (hit.bare or len(hit.name) > 2)]
        longest = max(here, key=lambda hit: hit.end, default=None)
        if longest and is_area(longest.entries[0]):
            named[longest.entries[0]] += 1
    return named
