"""What was not understood in a text: collected, counted at the end of a build, never swallowed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One thing a person can work off. ``start`` is a code point in the source, -1 for the whole."""

    source: str
    kind: str  # unbalanced-bracket, no-such-date, no-entity, cut-off …: kebab-case
    detail: str
    start: int = -1

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def count(issues: Iterable[Issue]) -> list[tuple[str, int]]:
    """How many of each kind, the most frequent first, ties by name."""
    return sorted(Counter(issue.kind for issue in issues).items(), key=lambda kv: (-kv[1], kv[0]))
