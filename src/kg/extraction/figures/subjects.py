"""Which mention a figure is of: what its clause begins with, else its sentence, else what the one before was about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.figures import clauses, lexicon, periods
from kg.model import Mention

_BEARERS = ("Organisation", "Place", "Project", "Policy")
_TOLD_BEFORE = re.compile("(?:据|从|由|根据|按照|自)$")
# between a name and the word that it speaks: 俄国防部4日在通报中称
_TOLD_BEHIND = 12


def subject(text: str, position: int, mentions: Sequence[Mention], earlier: Mention | None) -> Mention | None:
    """The mention of a folded sentence that a figure at a position is of.

    ``mentions``: the sentence's, from left to right. ``earlier``: what the sentences before were about.
    """
    bearers = [m for m in mentions if m.end <= position and _bears(text, m)]
    heads = [m for m in bearers if _begins_clause(text, m, bearers)]
    return _innermost(heads[-1] if heads else bearers[0], bearers) if bearers else earlier


def topic(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """What a sentence is about, for the sentences behind it; None where no name begins it."""
    bearers = [m for m in mentions if _bears(text, m)]
    heads = [m for m in bearers if _begins_clause(text, m, bearers)]
    return _innermost(heads[0], bearers) if heads else None


def _bears(text: str, mention: Mention) -> bool:
    """Not a person, a time (“十四五”期间), nor whoever tells (据新华社报道; 国防部4日称)."""
    if mention.type not in _BEARERS or periods.holds(text, mention.start, mention.end):
        return False
    if _TOLD_BEFORE.search(text[: mention.start]):
        return False
    behind = clauses.behind(text, mention.end)[:_TOLD_BEHIND]
    return re.search(lexicon.any_of("attribution"), behind) is None


def _begins_clause(text: str, mention: Mention, bearers: Sequence[Mention]) -> bool:
    """Whether nothing but words that lead in, times and outer places stand before it in its clause."""
    begin = clauses.begin(text, mention.start)
    outer = [m for m in bearers if begin <= m.start and m.end <= mention.start]
    begin = max([begin, *(m.end for m in outer if m.end == mention.start)])
    return _lead().fullmatch(periods.without(text[begin : mention.start])) is not None


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(f"(?:{lexicon.any_of('lead')}|[“”《、\\s])*")


def _innermost(mention: Mention, bearers: Sequence[Mention]) -> Mention:
    """辽宁沈阳: the last of places side by side, and what stands in them."""
    for later in bearers:
        if later.start == mention.end and mention.type == "Place":
            mention = later
    return mention
