"""该工程, 本次招聘会, 平台: a noun that begins a clause and means what was named in full before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction import clauses, tokens
from kg.extraction.figures import lexicon
from kg.model import Mention

_MEANT = ("Project", "Policy")
_NOUNS = (4, 3, 2)  # characters of the noun, the longest first


@dataclass(frozen=True, slots=True)
class Meant:
    """A noun at ``start`` of its sentence, and the mention before it that it means."""

    start: int
    mention: Mention


def meant(text: str, position: int, mentions: Sequence[Mention], named: Sequence[Mention]) -> Meant | None:
    """The last noun before a position of a numeric sentence that begins a clause and ends a name told before."""
    begins = [0, *(match.end() for match in clauses.MARK.finditer(text, 0, position))]
    for begin in reversed(begins):
        words = _lead().sub("", text[begin:position])
        start = position - len(words)
        found = _named(words[: max(_NOUNS)], named)
        if found and not any(m.start <= start < m.end for m in mentions):
            return Meant(start, found)
    return None


def _named(words: str, named: Sequence[Mention]) -> Mention | None:
    """The last of the names that ends with the noun that ``words`` begin with."""
    for length in _NOUNS:
        noun = words[:length]
        if not tokens.tag(noun).startswith("n"):
            continue  # 改造 of 改造进入尾声 is a verb
        for mention in reversed(named):
            if mention.type in _MEANT and len(mention.surface) > len(noun) and mention.surface.endswith(noun):
                return mention
    return None


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(f"^(?:{lexicon.any_of('lead', 'pointing')}|[“”《、\\s])+")
