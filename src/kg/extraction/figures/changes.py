"""Which quantities are changes of others: 557.4亿元，同比增长14.8%; 从699天缩短至1.64小时."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.figures import lexicon, numbers
from kg.extraction.figures.quantities import Quantity

_UNSAID = "—"  # the basis of a change that the text does not give, beside one that it does
_RELATIVE = ("share", "points", "ratio")
_START = re.compile("(?:从|由)[^，。；！？]{0,14}$")
_ARRIVES = re.compile("(?:至|到|为|成)[^，。；！？0-9]{0,3}$")


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity that is a figure of its own, and how it changed."""

    quantity: Quantity
    change: str = ""  # +14.8%; 从699天缩短至1.64小时
    basis: str = ""  # what it is compared with, as many as changes: 同比; 环比
    verb: tuple[int, int] | None = None  # the verb of change, where the quantity is the amount of a change


def settle(text: str, quantities: Sequence[Quantity]) -> tuple[Measured, ...]:
    """The quantities of a numeric sentence without those that only say how another one changed."""
    found: list[Measured] = []
    reach = 0  # end of the last figure with what was said of its change
    start: Quantity | None = None
    for number, quantity in enumerate(quantities):
        behind = quantities[number + 1] if number + 1 < len(quantities) else None
        if behind and _starts(text, quantity, behind):
            start = quantity
            continue
        verb = _verb(text, quantity)
        if verb is None and found and _listed(text, found[-1].quantity, quantity):
            verb = found[-1].verb
        if verb and found and _changes(text, found[-1], reach, verb, quantity):
            found[-1] = _with(found[-1], _signed(text, verb, quantity), _basis(text, verb))
            reach = quantity.stop
            continue
        change = _own_change(text, start, verb, quantity)
        basis = _basis(text, verb) if verb and change and start is None else ""
        found.append(Measured(quantity, change, basis, verb))
        start, reach = None, quantity.stop
    return tuple(found)


def _own_change(text: str, start: Quantity | None, verb: tuple[int, int] | None, quantity: Quantity) -> str:
    """How a figure says by itself that it changed: 从699天缩短至1.64小时, or the whole figure is a change."""
    if start is not None:
        before = text[: start.start]
        return text[max(before.rfind("从"), before.rfind("由")) : quantity.end]
    return _signed(text, verb, quantity) if verb and quantity.kind in _RELATIVE else ""


def _with(measured: Measured, change: str, basis: str) -> Measured:
    """The figure with one change more: 同比增长14.4%，环比下降3% are both its own."""
    if not measured.change:
        return replace(measured, change=change, basis=basis)
    bases = f"{measured.basis or _UNSAID}; {basis or _UNSAID}" if measured.basis or basis else ""
    return replace(measured, change=f"{measured.change}; {change}", basis=bases)


def _basis(text: str, verb: tuple[int, int]) -> str:
    """What the verb of a change says that it is compared with: 同比, 环比, 较9月末; ``""`` where nothing."""
    match = _bases().search(text[: verb[0]])
    return match.group(1) if match else ""


@cache
def _bases() -> re.Pattern[str]:
    return re.compile(f"({lexicon.any_of('basis')})(?:{lexicon.any_of('comparison', 'degree')}|[，,])*$")


def _starts(text: str, quantity: Quantity, behind: Quantity) -> bool:
    """Whether a quantity is what another one grew or shrank from, to the one behind it."""
    between = text[quantity.stop : behind.begin]
    if not _START.search(text[: quantity.begin]) or "，" in between or len(between) > 12:
        return False
    return bool(_ARRIVES.search(between)) and between not in ("至", "到")


def _listed(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity goes on with a list: 分别增长32.5%、41.7%和38.4%."""
    return last.unit == quantity.unit and text[last.stop : quantity.begin] in ("、", "和", "及", "与", "以及")


def _verb(text: str, quantity: Quantity) -> tuple[int, int] | None:
    """Where the verb stands of whose change the quantity is the amount; None where it is a level (增至)."""
    match = _verbs().search(text[: quantity.begin])
    return match.span(1) if match else None


@cache
def _verbs() -> re.Pattern[str]:
    verbs, degrees = lexicon.any_of("rise", "fall"), lexicon.any_of("degree")
    return re.compile(f"({verbs}){degrees}{{0,3}}\\s*$")


def _changes(text: str, figure: Measured, reach: int, verb: tuple[int, int], quantity: Quantity) -> bool:
    """Whether a quantity is the amount by which the last figure, told up to ``reach``, changed."""
    relative = quantity.kind in _RELATIVE or quantity.kind == figure.quantity.kind != "count"
    alike = relative or quantity.unit == figure.quantity.unit
    return figure.verb is None and alike and _same_thing(text[reach : verb[0]])


def _same_thing(between: str) -> bool:
    """Whether nothing new is named between a value and the verb of its change."""
    return _comparison().fullmatch(between) is not None


@cache
def _comparison() -> re.Pattern[str]:
    return re.compile(f"(?:人民币)?\\s*[，,、（(；]?(?:{lexicon.any_of('comparison')}[，,]?)*")


def _signed(text: str, verb: tuple[int, int], quantity: Quantity) -> str:
    word = text[slice(*verb)]
    sign = lexicon.meaning("rise", word) or lexicon.meaning("fall", word)
    return f"{sign}{numbers.decimal(quantity.number.value)}{quantity.unit}"
