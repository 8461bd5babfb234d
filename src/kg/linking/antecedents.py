"""该国, 该机构, 本届论坛, 大会: names that point to a thing that the article has named before them.

该 points to the last thing of its kind, at most two sentences back; a bare 大会 to the only one that
the article has named so far. Where two come into question nothing is concluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from kg import resources
from kg.characters import normal
from kg.extraction import heads
from kg.extraction.gazetteer import Gazetteer
from kg.model import EntityType, Mention

_THAT: Final = re.compile(r"^(?:该|此|这一|这个|上述)(?=.)")
_THIS: Final = re.compile(r"^(?:本届|本次|此次|这次|这届|该届|当届)(?=..)")
_REACH: Final = 2  # sentences that 该 may point back over
_ANY: Final = "*"


def of(mentions: Sequence[Mention]) -> Mapping[Mention, Mention]:
    """Of one article's mentions in the order of its text: those that point, each with what it points to."""
    found: dict[Mention, Mention] = {}
    before: list[Mention] = []
    for mention in mentions:
        target = _pointed_to(mention, before)
        if target is not None:
            found[mention] = target
        elif not _noun(mention):
            before.append(mention)
    return found


def _noun(mention: Mention) -> str:
    """What a pointing name points with: 国 of 该国, 论坛 of 本届论坛, 大会; "" where it does not point."""
    name = normal(mention.surface)
    for mark in (_THAT, _THIS):
        if match := mark.match(name):
            return name[match.end() :]
    return name if mention.type == "Project" and heads.head(name, "Project") == name else ""


def _pointed_to(mention: Mention, before: Sequence[Mention]) -> Mention | None:
    noun = _noun(mention)
    if not noun:
        return None
    near = bool(_THAT.match(mention.surface))
    fitting = [m for m in before if m.type == mention.type and _fits(m, noun, near=near)]
    if near:
        fitting = [m for m in fitting if mention.sentence - m.sentence <= _REACH]
        fitting = [m for m in fitting if m.sentence == fitting[-1].sentence]
    return fitting[-1] if fitting and len(set(_identities(fitting))) == 1 else None


def _identities(mentions: Sequence[Mention]) -> Iterator[str]:
    for mention in mentions:
        yield mention.key or normal(mention.surface)


def _fits(mention: Mention, noun: str, *, near: bool) -> bool:
    name = normal(mention.surface)
    if name.endswith(noun) and len(name) > len(noun):
        return True
    kinds = _kinds().get((mention.type, noun), ()) if near else ()
    return bool(kinds) and (_ANY in kinds or _kind(mention) in kinds)


def _kind(mention: Mention) -> str:
    gazetteer = Gazetteer.load()
    called = [entry for entry in gazetteer.called(mention.surface) if entry.type == mention.type]
    known = gazetteer.entries.get(mention.key or "", called[0] if len(called) == 1 else None)
    return known.subtype if known else mention.subtype


@cache
def _kinds() -> dict[tuple[EntityType, str], tuple[str, ...]]:
    rows = resources.table("linking", "antecedents.tsv", columns=("type", "noun", "kinds"))
    return {(row["type"], row["noun"]): tuple(row["kinds"].split("|")) for row in rows}  # type: ignore[misc]
