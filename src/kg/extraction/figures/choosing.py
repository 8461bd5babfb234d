"""Which quantities tell something: no dates, ages, ordinals and counts in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction import clauses
from kg.extraction.figures import lexicon
from kg.extraction.figures.quantities import Quantity
from kg.model import Mention

_GLUED_BEFORE = re.compile(r"[A-Za-z\d×.+/:：第届每]$")
# 数十, 几百: no number
_SOME = re.compile("[数几干]$")
# “停摆”进入第38天 has lasted 38 days; 第38天 alone is a day
_ENTERED = re.compile("进入[^，]{0,6}第$")
# 前9个月, 近5年, 过去24小时; 10年来, 3年前, 5天后: when, and not how long
_WHEN_BEFORE = re.compile("(?:(?<!提)前|近|过去|未来|今后|此后|最近|头|连续|每|第|下|上|最后)[约近]?$")
_WHEN_BEHIND = re.compile("[多余]?(?:来|间|前|后|内|里|以来|之前|之后|期间|的时间里|级)")
_TITLE = re.compile("《[^》]*$")
# 一个, 两种: a numeral below ten with a measure word rather names than counts
_SMALL = 10
_AROUND = 12  # how far from a number of people the word stands that says that they were hurt


def tells(text: str, quantity: Quantity, mentions: Sequence[Mention]) -> bool:
    """Whether a quantity of a numeric sentence is a figure."""
    if _named(quantity, mentions) or _TITLE.search(text[: quantity.start]):
        return False
    before = text[: quantity.start]
    if quantity.kind == "time":
        return _lasts(text, quantity)
    if _GLUED_BEFORE.search(before) or _names_a_contest(text, quantity):
        return False
    if quantity.number.han and _SOME.search(before):
        return False
    if quantity.kind == "size":
        return not (quantity.number.han and not quantity.number.scale and quantity.number.value < _SMALL)
    if quantity.number.share and quantity.number.partial:
        return bool(quantity.bound)
    if quantity.kind in ("grade", "index", "weak", ""):
        return _gauged(text, quantity)
    if quantity.kind in ("count", "persons"):
        return _counts(text, quantity)
    return True


def _named(quantity: Quantity, mentions: Sequence[Mention]) -> bool:
    """Whether the number is part of a name: 十五运会, 220兆瓦光伏电站."""
    return any(m.start < quantity.end and quantity.start < m.end for m in mentions)


def _lasts(text: str, quantity: Quantity) -> bool:
    """A length of time that something took; 前9个月, 2025年 and 3年来 say when."""
    if quantity.number.value >= 1000 or _WHEN_BEHIND.match(text, quantity.end):
        return False
    words = clauses.before(text, quantity.begin)
    if words.endswith("第"):
        return _ENTERED.search(words) is not None
    if _GLUED_BEFORE.search(words) or _WHEN_BEFORE.search(words):
        return False
    return re.search(lexicon.any_of("span"), words) is not None


def _gauged(text: str, quantity: Quantity) -> bool:
    """Magnitudes of earthquakes, and indices, which have no unit or are in points."""
    words = clauses.before(text, quantity.begin)
    if quantity.kind == "grade":
        around = words + text[quantity.end : quantity.end + 4]
        return bool(quantity.number.value % 1 and re.search(lexicon.any_of("tremor"), around))
    return quantity.kind == "index" and re.search(lexicon.any_of("gauge"), text[: quantity.begin]) is not None


def _names_a_contest(text: str, quantity: Quantity) -> bool:
    """200米自由泳, 55公斤级, 三米板, 八分之一决赛: what is played."""
    return re.compile(lexicon.any_of("contest")).match(text, quantity.end) is not None


def _counts(text: str, quantity: Quantity) -> bool:
    """Counts by figures; by numerals only from ten up or with a bound, and of people hurt."""
    if quantity.number.scale or quantity.bound:
        return True
    if quantity.number.han and quantity.number.value < _SMALL:
        return _hurt(text, quantity)
    return quantity.number.value > 1 or _hurt(text, quantity)


def _hurt(text: str, quantity: Quantity) -> bool:
    """Whether people were killed or injured, near a number of them."""
    if quantity.kind != "persons":
        return False
    around = clauses.before(text, quantity.begin)[-_AROUND:] + clauses.behind(text, quantity.end)[:_AROUND]
    return re.search(lexicon.any_of("hurt"), around) is not None
