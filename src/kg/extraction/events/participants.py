"""Who and what takes part in a happening, and where it happens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg import lexicon
from kg.extraction.figures import clauses
from kg.model import Mention

_AT = re.compile("(?:在|于|位于)$")


def within(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of ``text[start:end]`` that take part.

    Not 国务院 in 国务院总理李强, 美国 in 美国总统, nor 浙江 in 浙江乌镇.
    """
    here = [m for m in mentions if start <= m.start and m.end <= end]
    for mention, after in zip(here, (*here[1:], None), strict=True):
        if after is None or not (_holds(text, mention, after) or _is_of_a_post(text, mention, here)):
            yield mention


def place(text: str, trigger: int, taking_part: Sequence[Mention]) -> Mention | None:
    """The place that 在 puts before the words that say it."""
    for mention in reversed(taking_part):
        if mention.type == "Place" and mention.end <= trigger:
            lead = text[clauses.begin(text, mention.start) : mention.start]
            if _AT.search(lead) or re.search("在[^，,]{0,10}$", lead):
                return mention
    return None


def _holds(text: str, mention: Mention, after: Mention) -> bool:
    return mention.type == "Place" and mention.end == after.start


def _is_of_a_post(text: str, mention: Mention, here: Sequence[Mention]) -> bool:
    if mention.type not in ("Organisation", "Place"):
        return False
    person = next((m for m in here if m.type == "Person" and m.start >= mention.end), None)
    if person is None:
        return False
    between = text[mention.end : person.start]
    return len(between) < 40 and "，" not in between and between.endswith(lexicon.words("post"))
