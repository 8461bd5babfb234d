"""What a figure measures: 服务进出口总额 before 59362.2亿元, 国家绿色工厂 behind 6430家."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction import clauses, tokens
from kg.extraction.figures import lexicon, periods
from kg.extraction.figures.changes import Measured
from kg.extraction.figures.respective import Part
from kg.model import Mention

_LONGEST = 24
_FROM = ("从", "由")
_STOPS = re.compile("[，。；：！？,;:!?、（）()《》]")
# words that end a noun phrase behind a number, by their tag in the dictionary
_VERBAL = ("v", "d", "p", "c", "r", "u", "y", "f", "t")


def metric(text: str, measured: Measured, mentions: Sequence[Mention], floor: int, part: Part | None = None) -> str:
    """The noun phrase that a figure of a numeric sentence measures, as the text has it; ``""`` where none is near.

    ``floor``: where the figure before it ends; what stands before that is not the figure's own. ``part``: the
    name of a list that is the figure's.
    """
    quantity = measured.quantity
    before = (part.metric if part else "") or _before(text, measured, mentions, floor)
    if part and part.metric and not measured.verb:
        return before
    if measured.verb:
        return before + text[slice(*measured.verb)]
    behind = _behind(text, quantity.stop)
    counted = quantity.kind in ("count", "persons", "time") or text[: quantity.begin].endswith("的")
    return (behind or before) if counted else (before or behind)


def _before(text: str, measured: Measured, mentions: Sequence[Mention], floor: int) -> str:
    """From the last mark, name or time before the figure up to the word that leads to it."""
    end = measured.verb[0] if measured.verb else measured.quantity.begin
    if measured.change.startswith(_FROM):
        end = text.rfind(measured.change, 0, measured.quantity.end)
    if end < floor:  # 分别增长32.5%、41.7%: one verb for several figures
        floor = 0
    begin = max(clauses.begin(text, end), min(floor, end))
    words = _trail().sub("", text[begin:end])
    inside = [m.end - begin for m in mentions if begin <= m.start and m.end <= begin + len(words)]
    after_name = words[max(inside, default=0) :]
    words = _lead().sub("", periods.without(after_name)) or _lead().sub("", words)
    return words[-_LONGEST:] if _lead().sub("", words) else ""


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(f"^(?:{lexicon.any_of('lead')}|[“”、\\s])+")


@cache
def _trail() -> re.Pattern[str]:
    listed = lexicon.any_of("level", "comparison", "bound-before", "degree")
    return re.compile(f"(?:{listed}|[\\s])+$")


def _behind(text: str, start: int) -> str:
    """The noun phrase that begins behind a figure: up to a mark, a verb, an adverb."""
    stretch = _STOPS.split(text[start : start + _LONGEST], maxsplit=1)[0].removeprefix("的")
    phrase = ""
    for word in tokens.words(stretch):
        if tokens.tag(word).startswith(_VERBAL) and not tokens.tag(word).startswith("vn"):
            break
        phrase += word
    return phrase.strip("“”")
