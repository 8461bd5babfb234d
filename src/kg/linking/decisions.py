"""The user's word on which things are one: a small file, one decision a line, which every build obeys.

    same       俄国防部      俄罗斯国防部
    different  西湖          西湖区
    rename     希音          希音（SHEIN）
    retype     塔克拉玛干    Place

Tab-separated; ``#`` begins a remark. A name stands for every mention that is written so, whatever
its quotation marks; an id (project/1f2e3d4c5b6a, as ``kg show`` prints it) for that one thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal, cast

from kg.characters import normal
from kg.model import ENTITY_TYPES, EntityType

Verb = Literal["same", "different", "rename", "retype"]
VERBS: Final[tuple[Verb, ...]] = ("same", "different", "rename", "retype")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line. ``second`` is a name or id, the new name, or a type, as ``verb`` has it."""

    verb: Verb
    first: str
    second: str

    @property
    def line(self) -> str:
        return f"{self.verb}\t{self.first}\t{self.second}"


@dataclass(frozen=True, slots=True)
class Decisions:
    """All lines of the file in their order, looked up by name or id."""

    lines: tuple[Decision, ...] = ()
    _pairs: dict[frozenset[str], Verb] = field(default_factory=dict, compare=False, repr=False)
    _second: dict[tuple[Verb, str], str] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        for line in self.lines:
            if line.verb in ("same", "different"):
                self._pairs.setdefault(frozenset((refer(line.first), refer(line.second))), line.verb)
            else:
                self._second[line.verb, refer(line.first)] = line.second

    def pairs(self, verb: Verb) -> list[tuple[str, str]]:
        """Both sides of each line of ``verb``, as they are compared."""
        return [(refer(line.first), refer(line.second)) for line in self.lines if line.verb == verb]

    def apart(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether a line says of a name of ``one`` and a name of ``other`` that they are two things."""
        if not self._pairs:
            return False
        ours, theirs = [refer(name) for name in one], [refer(name) for name in other]
        return any(self._pairs.get(frozenset((a, b))) == "different" for a in ours for b in theirs)

    def others(self, name: str) -> list[str]:
        """The names of which a line says that they are another thing than what is called ``name``."""
        own = refer(name)
        pairs = [(line.first, line.second) for line in self.lines if line.verb == "different"]
        found = [two if refer(one) == own else one for one, two in pairs if own in (refer(one), refer(two))]
        return [other for other in found if not is_id(other)]

    def together(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether a line says of a name of ``one`` and a name of ``other`` that they are one thing."""
        ours, theirs = [refer(name) for name in one], [refer(name) for name in other]
        return any(self._pairs.get(frozenset((a, b))) == "same" for a in ours for b in theirs)

    def renamed(self, names: Iterable[str]) -> str | None:
        """The name that the user gave to a thing with one of these names or ids; of several the last line's."""
        if not self._second:
            return None
        found = {self._second.get(("rename", refer(name))) for name in names} - {None}
        lines = [line.second for line in self.lines if line.verb == "rename" and line.second in found]
        return lines[-1] if lines else None

    def type_of(self, name: str) -> EntityType | None:
        """The type that the user gave to what is written so."""
        return cast("EntityType | None", self._second.get(("retype", refer(name)))) if self._second else None

    def conflicts(self) -> list[str]:
        """Lines that contradict each other: what is the same by some lines and different by another."""
        group: dict[str, str] = {}

        def root(name: str) -> str:
            while group.get(name, name) != name:
                name = group[name]
            return name

        for one, other in self.pairs("same"):
            group[root(one)] = root(other)
        return [
            line.line.replace("\t", " ")
            for line in self.lines
            if line.verb == "different" and root(refer(line.first)) == root(refer(line.second))
        ]


NONE: Final = Decisions()


def refer(name: str) -> str:
    """A name or id in the form in which references are compared."""
    return name if is_id(name) else normal(name)


def is_id(name: str) -> bool:
    kind, slash, rest = name.partition("/")
    return bool(slash and rest) and kind in {type.lower() for type in ENTITY_TYPES}
