"""How probable a relation is, by its clues: a table that one can read, made by training/relations.py.

``graph/models/relations.tsv`` has a row a clue and a column a predicate; a cell is the clue's weight
in hundredths of log-odds. The rows in brackets are settings:

    (always)      what every candidate starts with
    (scale)       hundredths; the sum is multiplied by it, so that it says what came true
    (shift)       hundredths of log-odds, added after that
    (least)       per cent; what is less probable is no claim
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.errors import KnowledgeError
from kg.model import PREDICATES, Predicate

FILE = ("models", "relations.tsv")
SETTINGS = ("(always)", "(scale)", "(shift)", "(least)")
UNIT = 100  # a log-odds of 1.0 is written as 100
_CERTAIN = 0.99


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole numbers: what one predicate's sums are turned into probabilities by."""

    always: int
    scale: int
    shift: int
    least: int

    def probability(self, weight: int) -> float:
        """Of a candidate whose clues weigh ``weight``; rounded, in [0, 0.99]."""
        odds = ((self.always + weight) * self.scale / UNIT + self.shift) / UNIT
        return min(round(1 / (1 + math.exp(-max(min(odds, 30.0), -30.0))), 3), _CERTAIN)


@dataclass(frozen=True, slots=True)
class Table:
    weights: Mapping[Predicate, Mapping[str, int]]
    scales: Mapping[Predicate, Scale]

    def weight(self, predicate: Predicate, clue: str) -> int:
        return self.weights[predicate].get(clue, 0)

    def probability(self, predicate: Predicate, clues: Iterable[str]) -> float:
        weigh = self.weights[predicate].get
        return self.scales[predicate].probability(sum([weigh(clue, 0) for clue in clues]))


@cache
def load() -> Table:
    """The trained table. Raises KnowledgeError where the file is malformed."""
    file = resources.path(*FILE)
    weights: dict[Predicate, dict[str, int]] = {predicate: {} for predicate in PREDICATES}
    try:
        for row in resources.table(*FILE, columns=("clue", *PREDICATES)):
            for predicate in PREDICATES:
                if row[predicate]:
                    weights[predicate][row["clue"]] = int(row[predicate])
        scales = {p: Scale(*(weights[p].pop(name) for name in SETTINGS)) for p in PREDICATES}
    except (ValueError, KeyError) as error:
        raise KnowledgeError(f"{file}: not a table of weights ({error}); reinstall zhimai") from error
    return Table(weights, scales)
