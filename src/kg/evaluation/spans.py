"""Mentions: the exact stretch and the type, as the field's benchmarks count them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.evaluation.gold import Gold
from kg.evaluation.tally import Tally
from kg.model import Mention, Source

_Wanted = dict[tuple[int, int], tuple[frozenset[str], bool, str]]  # span -> types as right, optional, type


def judge(gold: Gold, source: Source, mentions: Iterable[Mention], tally: Tally) -> None:
    """Add one text's counts. The reference's spans are its names wherever they stand in the articles."""
    found: dict[tuple[int, int], dict[tuple[int, int], str]] = {}
    for mention in mentions:
        found.setdefault((mention.article, mention.sentence), {})[mention.start, mention.end] = mention.type
    for article in source.articles:
        for sentence in article.sentences:
            here = found.get((article.index, sentence.index), {})
            _count(_wanted(gold, sentence.text.chars), here, tally)


def _wanted(gold: Gold, chars: str) -> _Wanted:
    """The longest names first, none overlapping."""
    names = {name: entity for entity in gold.entities for name in entity.names if len(name) > 1}
    taken = [False] * len(chars)
    wanted = {}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        for match in re.finditer(re.escape(name), chars):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = [True] * len(name)
                entity = names[name]
                wanted[match.span()] = (entity.types, entity.optional, entity.type)
    return wanted


def _count(wanted: _Wanted, found: dict[tuple[int, int], str], tally: Tally) -> None:
    for span, (types, optional, kind) in wanted.items():
        right = found.get(span) in types
        if not optional:
            tally.wanted[kind] += 1
            tally.right[kind] += right
            tally.found[kind] += right
    for span, kind in found.items():
        if span[1] - span[0] == 1:
            continue  # one character (中, 俄) is no name of the reference's: its place is not known
        if span not in wanted or (kind not in wanted[span][0] and not wanted[span][1]):
            tally.found[kind] += 1
