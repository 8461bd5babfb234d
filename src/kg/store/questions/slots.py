"""What the cut-out words of a question are: entities of the graph, days, numbers, words.

A place is also looked for with 省, 市 and the like behind it, where nothing bears its name as asked; never
without: 吉林市 is not 吉林.
Names in traditional characters or with other signs are found by one pass over all names, and only
where nothing else is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from kg import lexicon
from kg.characters import fold, normal, simplified
from kg.store import names
from kg.store.dataset import Dataset
from kg.store.queries import KINDS, Parameter
from kg.store.questions import periods
from kg.store.questions.patterns import Slot
from kg.store.questions.wording import Wording

_QUOTES: Final = "\"'“”‘’「」『』"
_OUTER: Final = re.compile(f"^[{_QUOTES}]+|[{_QUOTES}]+$")


@dataclass(frozen=True, slots=True)
class Value:
    """What a parameter may be: entities by IRI, several where they share the name; else one value."""

    parameter: Parameter
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that would have to be something and are not. ``type`` is the parameter's, or ``relative``."""

    type: str
    words: str


@dataclass(slots=True)
class Resolver:
    """Looks words up in one graph, each once. ``loosely``: by the normal forms of all names as well."""

    dataset: Dataset
    loosely: bool = False
    _found: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    _alike: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def values(self, slot: Slot, words: Wording) -> list[Value] | Unknown:
        if slot.one is None:
            return _ends(slot, words)
        parameter = slot.one
        if parameter.type in KINDS or parameter.type == "measure":
            key = parameter.type, words.asked
            if key not in self._found:
                self._found[key] = tuple(self._named(parameter.type, words))
            found = self._found[key]
            return [Value(parameter, found)] if found else Unknown(parameter.type, words.asked)
        value = _plain(parameter.type, words)
        return [Value(parameter, (value,))] if value is not None else _unread(parameter.type, words)

    def _named(self, type: str, words: Wording) -> list[str]:
        if type == "measure":
            return [form for form in _forms(words) if names.measured(self.dataset, form)][:1]
        kind = KINDS[type]
        asked = _forms(words)
        found = {iri for form in asked for iri in names.named(self.dataset, form, kind)}
        if not found and type in {"place", "entity"}:
            found = {iri for form in _with_suffix(asked) for iri in names.named(self.dataset, form, "Place")}
        if found:
            return sorted(found)
        if not self.loosely:
            return []
        if type not in self._alike:
            self._alike[type] = names.alike(self.dataset, kind)
        return self._alike[type].get(normal(words.asked), [])


def _forms(words: Wording) -> list[str]:
    """The words as asked, in simplified characters, and folded, without quotation marks around them."""
    asked = _OUTER.sub("", words.asked)
    return list(dict.fromkeys([asked, simplified(asked), fold(asked)]))


def _with_suffix(forms: list[str]) -> list[str]:
    """南京市, 南京县 and so on for 南京."""
    return [form + end for form in forms for end in lexicon.words("place-suffix")]


def _ends(slot: Slot, words: Wording) -> list[Value] | Unknown:
    period = periods.period(words.text)
    if period is None:
        return _unread("date", words)
    ends = ((slot.first, period.first), (slot.last, period.last))
    return [Value(parameter, (day.isoformat(),)) for parameter, day in ends if parameter is not None]


def _plain(type: str, words: Wording) -> str | None:
    """A day, a number or words as a query takes them; None where the words are none."""
    if type == "date":
        period = periods.period(words.text)
        return period.first.isoformat() if period and period.first == period.last else None
    if type == "integer":
        number = periods.number(words.text)
        return None if number is None else str(number)
    if type == "decimal":
        return words.text if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", words.text) else None
    return _OUTER.sub("", words.asked) or None


def _unread(type: str, words: Wording) -> Unknown:
    return Unknown("relative" if type in {"date", "integer"} and periods.is_relative(words.text) else type, words.asked)
