"""Right, found, wanted: counted by a key, read as precision, recall and F1."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        total = self.found + self.wanted
        return 2 * self.right / total if total else 0.0


@dataclass(slots=True)
class Tally:
    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def score(self, key: str | None = None) -> Score:
        """Of one key, or of all together."""
        counts = (self.right, self.found, self.wanted)
        return Score(*(c[key] if key is not None else sum(c.values()) for c in counts))

    def keys(self) -> list[str]:
        return sorted(set(self.found) | set(self.wanted))
