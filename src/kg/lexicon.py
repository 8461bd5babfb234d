"""The short word lists of graph/lexicon/words.tsv: the one door to them."""

from __future__ import annotations

import re
from functools import cache

from kg import resources
from kg.errors import KnowledgeError


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a list, the longest first, then by their characters. Raises KnowledgeError on no such list."""
    rows = resources.table("lexicon", "words.tsv", columns=("list", "word"))
    found = {row["word"] for row in rows if row["list"] == name}
    if not found:
        raise KnowledgeError(f"graph/lexicon/words.tsv: no list {name}; add it or mend the name")
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def alternation(name: str) -> str:
    """A list as a piece of a regular expression: any one of its words."""
    return "(?:" + "|".join(map(re.escape, words(name))) + ")"
