"""Who and what takes part in a happening, and where it happens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg import lexicon
from kg.extraction import clauses
from kg.extraction.events.triggers import Trigger
from kg.model import Mention

# 应赞比亚政府邀请, 据新华社报道: whoever asks or tells takes no part
_APART = re.compile("应[^，,]{1,40}邀请|据[^，,]+")
_AT = re.compile("(?:在|于|位于|来到|赴)[^，,]{0,6}$")
_WITH = re.compile("[同与向对]")
_OF = re.compile("[^，,]{0,5}的")


def involved(text: str, begin: int, trigger: Trigger, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions from the date's clause to the trigger's that take part, from left to right.

    ``begin``: where the date's clause begins. Not 国务院 in 国务院总理李强, nor 浙江 in 浙江乌镇, nor what only
    tells which person is meant: 来华出席论坛的 before a person's name.
    """
    apart = [match.span() for match in _APART.finditer(text, begin, trigger.stop)]
    here = [
        mention
        for mention in mentions
        if begin <= mention.start
        and mention.end <= trigger.stop
        and not any(start <= mention.start < end for start, end in apart)
    ]
    return tuple(m for m in here if not _holds(m, here) and not _belongs(text, m, trigger, here))


def place(text: str, trigger: Trigger, taking_part: Sequence[Mention]) -> Mention | None:
    """The place that 在 puts before the words that say it."""
    for mention in reversed(taking_part):
        before = text[clauses.begin(text, mention.start) : mention.start]
        if mention.type == "Place" and mention.end <= trigger.start and _AT.search(before):
            return mention
    return None


def _holds(mention: Mention, here: Sequence[Mention]) -> bool:
    """A place right before what lies in it."""
    return mention.type == "Place" and any(mention.end == other.start for other in here)


def _belongs(text: str, mention: Mention, trigger: Trigger, here: Sequence[Mention]) -> bool:
    """Whether it only says whose post a person behind it has, or which person that is."""
    person = next((m for m in here if m.type == "Person" and m.start >= mention.end), None)
    if person is None or mention.type == "Person" or mention.end <= trigger.start < person.start:
        return False
    between = text[mention.end : person.start]
    if clauses.MARK.search(between) or _WITH.search(between):
        return False
    return between.endswith(lexicon.words("post")) or _OF.match(between) is not None
