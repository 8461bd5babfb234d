"""Which mention a figure is of: what its clause begins with, else its sentence, else what the one before was about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction import clauses
from kg.extraction.figures import definite, lexicon, periods
from kg.extraction.figures.quantities import Quantity
from kg.extraction.figures.told import Told
from kg.model import Mention

_BEARERS = ("Organisation", "Place", "Project", "Policy")
_UNDERTAKEN = ("Project", "Policy")
_COUNTS = ("count", "persons")
_OF = re.compile("的[“《]?")
_TOLD_BEFORE = re.compile("(?:据|从|由|根据|按照|自)$")
# between a name and the word that it speaks: 俄国防部4日在通报中称
_TOLD_BEHIND = 12


def subject(text: str, quantity: Quantity, mentions: Sequence[Mention], told: Told) -> Mention | None:
    """The mention that a figure of a numeric sentence is of. ``mentions``: the sentence's, from left to right."""
    described = _described(text, quantity, mentions)
    if described:
        return described
    position = quantity.start
    known = bearers(text, [m for m in mentions if m.end <= position])
    heads = [m for m in known if _begins_clause(text, m, known)]
    meant = definite.meant(text, position, mentions, told.named)
    if meant and (not heads or heads[-1].end <= meant.start):
        return meant.mention
    if heads:
        head = _innermost(heads[-1], known)
        return _undertaken(text, position, head, known) or head
    beside = [m for m in known if not _aside(text, m)]
    if beside:
        return _innermost(beside[0], known)
    return told.topic


def topic(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """What a sentence is about, for the sentences behind it; None where no name begins it."""
    known = bearers(text, mentions)
    heads = [m for m in known if _begins_clause(text, m, known)]
    return _innermost(heads[0], known) if heads else None


def bearers(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of a numeric sentence that its figures may be of."""
    return tuple(m for m in mentions if _bears(text, m))


def _described(text: str, quantity: Quantity, mentions: Sequence[Mention]) -> Mention | None:
    """苏北运河 of 全长404公里的苏北运河; 20家的 rather counts others."""
    if quantity.kind in _COUNTS or not (of := _OF.match(text, quantity.stop)):
        return None
    return next((m for m in bearers(text, mentions) if m.start in (quantity.stop + 1, of.end())), None)


def _bears(text: str, mention: Mention) -> bool:
    """Not a person, a time (“十四五”期间), nor whoever tells (据新华社报道; 国防部4日称)."""
    if mention.type not in _BEARERS or periods.holds(text, mention.start, mention.end):
        return False
    if _TOLD_BEFORE.search(text[: mention.start]):
        return False
    behind = clauses.behind(text, mention.end)[:_TOLD_BEHIND]
    return re.search(lexicon.any_of("attribution"), behind) is None


def _begins_clause(text: str, mention: Mention, known: Sequence[Mention]) -> bool:
    """Whether nothing but words that lead in, times and outer places stand before it in its clause."""
    begin = clauses.begin(text, mention.start)
    outer = next((m for m in known if begin <= m.start and m.end == mention.start), None)
    if outer:
        return _begins_clause(text, outer, known)
    return _lead().fullmatch(periods.without(text[begin : mention.start])) is not None


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(f"(?:{lexicon.any_of('lead')}|[“”《、\\s])*")


def _aside(text: str, mention: Mention) -> bool:
    """Whether a name only stands beside what the clause is about: 随着某工程推进，营收增长3%."""
    return re.search(f"{lexicon.any_of('aside')}$", text[: mention.start]) is not None


def _undertaken(text: str, position: int, head: Mention, known: Sequence[Mention]) -> Mention | None:
    """What the head did, where its clause ends with it: 某厅创新“一件事”，办理时限压缩79天 is of the latter."""
    begin = clauses.begin(text, position)
    done = [m for m in known if m.type in _UNDERTAKEN and head.end < m.start and m.end < begin]
    return next((m for m in reversed(done) if clauses.MARK.match(text, m.end) and not _aside(text, m)), None)


def _innermost(mention: Mention, known: Sequence[Mention]) -> Mention:
    """辽宁沈阳: the last of places side by side, and what stands in them."""
    for later in known:
        if later.start == mention.end and mention.type == "Place":
            mention = later
    return mention
