"""The short word lists of graph/lexicon/words.tsv: the one door to them."""

from __future__ import annotations

import re
from functools import cache

from kg import resources
from kg.errors import KnowledgeError


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a list, the longest first, then by their characters. Raises KnowledgeError on no such list."""
    found = _lists().get(name)
    if not found:
        raise KnowledgeError(f"graph/lexicon/words.tsv: no list {name}; add it or mend the name")
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def _lists() -> dict[str, set[str]]:
    """All lists by name: the table is read once, however many of them are asked for."""
    lists: dict[str, set[str]] = {}
    for row in resources.table("lexicon", "words.tsv", columns=("list", "word")):
        lists.setdefault(row["list"], set()).add(row["word"])
    return lists


@cache
def alternation(name: str) -> str:
    """A list as a piece of a regular expression: any one of its words."""
    return "(?:" + "|".join(map(re.escape, words(name))) + ")"
