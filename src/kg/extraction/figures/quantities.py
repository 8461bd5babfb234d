"""A number with its unit and what bounds it: 超25%, 3.5万多家, 近八成, 4至8℃."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extraction.figures import lexicon, numbers, units
from kg.extraction.figures.numbers import Number
from kg.extraction.figures.units import Kind

_VAGUE = re.compile("[余多来]")
# between two numbers of which only the second has its unit written: 1.1和0.6个百分点, 4至8℃
_AND = re.compile("(?:个?(?:和|、|与|及)|(?P<range>[至到~～—－-]{1,2}))$")
# what may follow an index, which has no unit: its end, or what became of it (从95.5降至88.7)
_ALONE = re.compile("[，。；、）(（]|$|[降升增提上下回涨跌]")
_RANGE = re.compile("[至到~～—－-]{1,2}$")
# the half of 3个半小时 stands before its unit, that of 两年半 behind it
_HALF = re.compile("个?半(?=[个小年天])")
_HALF_MORE = re.compile("半(?![年天个月日])")
_POINTS = re.compile(r"个(?=(?:和|、)\d+(?:\.\d+)?个百分点)")  # 4.5个和1.3个百分点
# what a unit may not be left out before: digits run on, a name or a formula
_JOINED_BEFORE = re.compile(r"[A-Za-z\d第×.+/:：-]$")
_JOINED_BEHIND = re.compile(r"[A-Za-z\d×+:：]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """``[start, end)`` holds number and unit; ``[begin, stop)`` the words that bound them too."""

    start: int
    end: int
    begin: int
    stop: int
    number: Number
    unit: str  # with its scale: 万家
    kind: Kind
    bound: str = ""  # over, under, about


def find(text: str) -> tuple[Quantity, ...]:
    """The quantities of a numeric text from left to right, none overlapping, figures or not."""
    found: list[Quantity] = []
    waiting: list[Number] = []
    for number in numbers.find(text):
        if found and number.start < found[-1].end:
            continue
        quantity = _quantity(text, number)
        if quantity is None:
            waiting.append(number)
            continue
        found.extend(_sharing(text, waiting, quantity))
        waiting = []
        found.append(quantity)
    return tuple(_ranges(text, sorted(found, key=lambda q: q.start)))


def _quantity(text: str, number: Number) -> Quantity | None:
    if number.share:
        return _bounded(text, number, number.end, "%", "share")
    position, vague = number.end, number.vague
    if (half := _HALF.match(text, position)) and not number.scale:
        number = replace(number, value=number.value + numbers.HALF)
        position = half.end()
    if more := _VAGUE.match(text, position):
        position, vague = more.end(), True
    if text[position : position + 1] == " ":
        position += 1
    number = replace(number, vague=vague)
    unit = units.at(text, position)
    if points := _POINTS.match(text, position):
        return _bounded(text, number, points.end(), "个百分点", "points")
    if unit is None:
        return _without_unit(text, number, position)
    end = unit.end
    if unit.kind == "time" and _HALF_MORE.match(text, end):
        number, end = replace(number, value=number.value + numbers.HALF), end + 1
    return _bounded(text, number, end, number.scale + unit.name, unit.kind)


def _without_unit(text: str, number: Number, position: int) -> Quantity | None:
    """3亿多银发族: a scale counts people and things by itself; an index has no unit."""
    if _JOINED_BEHIND.match(text, position) or _JOINED_BEFORE.search(text[: number.start]):
        return None
    if number.scale and not number.bare:
        return _bounded(text, number, position, number.scale, "count")
    if not number.han and number.value % 1 and _ALONE.match(text, position):
        return _bounded(text, number, position, "", "index")
    return None


def _bounded(text: str, number: Number, end: int, unit: str, kind: Kind) -> Quantity | None:
    if more := _VAGUE.match(text, end):
        number = replace(number, vague=True)
        end = more.end() if kind in ("ratio", "time", "size", "money") else end
    lists = ["bound-before", *(["bare-before"] if number.bare else []), *(["share-before"] if number.share else [])]
    begin, bound = _before(text, number.start, tuple(lists))
    behind = re.compile(lexicon.any_of("bound-after")).match(text, end)
    if behind:
        bound = bound or lexicon.meaning("bound-after", behind.group())
    if number.bare and not bound and not number.vague:
        return None
    stop = behind.end() if behind else end
    return Quantity(number.start, end, begin, stop, number, unit, kind, bound or ("over" if number.vague else ""))


def _before(text: str, position: int, lists: tuple[str, ...]) -> tuple[int, str]:
    """Where the word begins that bounds what stands at a position, and what it says; ``""`` where there is none."""
    match = re.compile(f"{lexicon.any_of(*lists)}$").search(text[:position])
    if match is None:
        return position, ""
    return match.start(), next(filter(None, (lexicon.meaning(name, match.group()) for name in lists)))


def _sharing(text: str, waiting: Iterable[Number], quantity: Quantity) -> list[Quantity]:
    """Numbers that share the unit of the quantity behind them, the nearest first."""
    found: list[Quantity] = []
    right = quantity
    for number in reversed(list(waiting)):
        between = text[number.end : right.start]
        if not _AND.match(between) or number.bare or (number.han and not number.scale):
            break
        scale = number.scale or (quantity.number.scale if _RANGE.match(between) else "")
        unit = scale + quantity.unit.removeprefix(quantity.number.scale)
        right = Quantity(
            number.start, number.end, number.start, number.end, replace(number, scale=scale), unit, quantity.kind
        )
        found.append(right)
    return found


def _ranges(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The two ends of 12%至13% bound what lies between them."""
    found = list(quantities)
    for number, (first, second) in enumerate(pairwise(quantities)):
        if first.unit == second.unit and _RANGE.fullmatch(text[first.end : second.start]):
            found[number] = replace(first, bound="over")
            found[number + 1] = replace(second, bound="under")
    return found
