"""甲、乙产量分别增长3%和5%: as many names as numbers, each number of the name in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction import clauses
from kg.extraction.figures import lexicon, periods
from kg.extraction.figures.quantities import Quantity
from kg.model import Mention

_EACH = re.compile("分别")
_TOWARD = "对向自从"  # 对美国、日本出口: the figures are of neither
_NEXT = re.compile("[、，]?(?:和|及|与|以及)?")
# 计算机、船舶及装置、电池 are three things, or four: as many as there are numbers. 和 closes a list
_MARKS = (re.compile("、|以及|和|及|与"), re.compile("、|和"))
_OTHERS = re.compile("等.*$")  # 中亚等新兴市场: what the listed ones are of


@dataclass(frozen=True, slots=True)
class Part:
    """One thing of a list. ``metric``: what is measured of it, ``""`` where the words do not tell."""

    metric: str
    mention: Mention | None = None
    among_names: bool = False  # it or another of the list is a mention


def parts(text: str, quantities: Sequence[Quantity], mentions: Sequence[Mention]) -> dict[int, Part]:
    """Starts of quantities of a numeric sentence, and the thing of a list that each belongs to."""
    found: dict[int, Part] = {}
    for each in _EACH.finditer(text):
        numbers = _run(text, each.end(), quantities)
        things = _things(text, each.start(), len(numbers), mentions) if len(numbers) > 1 else []
        found.update(zip((number.start for number in numbers), things, strict=False))
    return found


def _run(text: str, position: int, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities behind a position of its clause that nothing but marks keeps apart."""
    found: list[Quantity] = []
    for quantity in quantities:
        if quantity.begin < position:
            continue
        before = found[-1].stop if found else position
        between = text[before : quantity.begin]
        if _NEXT.fullmatch(between) is None if found else clauses.MARK.search(between):
            break
        found.append(quantity)
    return found


def _things(text: str, position: int, count: int, mentions: Sequence[Mention]) -> list[Part]:
    """The things listed before a position in its clause; none where they are not as many as the numbers."""
    start, end = _stretch(text, position)
    toward = next((m.start for m in mentions if start < m.start < end and text[m.start - 1] in _TOWARD), None)
    for marks in _MARKS:
        pieces = list(_split(text, start if toward is None else toward, end, marks))
        if len(pieces) == count and all(first < last for first, last in pieces):
            return list(_parts(text, pieces, mentions if toward is None else ()))
    return []


def _stretch(text: str, position: int) -> tuple[int, int]:
    """Where a list before a position can stand: in its clause, behind a time and words that lead in."""
    begin = clauses.begin(text, position)
    words = _trail().sub("", text[begin:position])
    told = _lead().sub("", periods.without(words))
    return begin + len(words) - len(told), begin + len(words)


def _split(text: str, start: int, end: int, marks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for mark in marks.finditer(text, start, end):
        yield start, mark.start()
        start = mark.end()
    yield start, end


def _parts(text: str, pieces: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> Iterator[Part]:
    """Each piece with what is measured: what stands behind the last name, or the piece's own."""
    names = [next((m for m in mentions if m.start == start and m.end <= end), None) for start, end in pieces]
    last, end = names[-1], pieces[-1][1]
    shared = text[last.end : end] if last else _measure(text[pieces[-1][0] : end])
    for name, piece in zip(names, pieces, strict=True):
        words = text[slice(*piece)]
        own = _measure(words) if name is None else ""
        if name:
            yield Part(shared, name, among_names=True)
        else:
            called = _OTHERS.sub("", words.removesuffix(own))
            yield Part(called + (own or shared) if own or shared else "", among_names=any(names))


def _measure(words: str) -> str:
    match = _measures().search(words)
    return match.group() if match else ""


@cache
def _measures() -> re.Pattern[str]:
    return re.compile(f"{lexicon.any_of('measure')}$")


@cache
def _trail() -> re.Pattern[str]:
    return re.compile(f"{lexicon.any_of('comparison', 'level')}+$")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(f"^(?:{lexicon.any_of('lead')}|\\s)+")
