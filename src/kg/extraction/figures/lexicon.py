"""The words around figures (graph/lexicon/figure-words.tsv): the one door to them."""

from __future__ import annotations

import re
from functools import cache

from kg import resources
from kg.errors import KnowledgeError

_COLUMNS = ("list", "word", "meaning")


@cache
def meanings(name: str) -> dict[str, str]:
    """The words of a list (regular expressions without groups), the longest first, each with its meaning."""
    rows = [row for row in resources.table("lexicon", "figure-words.tsv", columns=_COLUMNS) if row["list"] == name]
    if not rows:
        raise KnowledgeError(f"graph/lexicon/figure-words.tsv: no list {name}; add it or mend the name")
    rows.sort(key=lambda row: (-len(row["word"]), row["word"]))
    return {row["word"]: row["meaning"] for row in rows}


@cache
def any_of(*names: str) -> str:
    """Some lists as a piece of a regular expression: any one of their words, the longest first."""
    words = sorted({word for name in names for word in meanings(name)}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(words) + ")"


@cache
def _named(name: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One expression with a group a word, and what each word means, in the order of the groups."""
    listed = meanings(name)
    return re.compile("|".join(f"({word})" for word in listed)), tuple(listed.values())


def meaning(name: str, text: str) -> str:
    """What the first word of a list in ``text`` means; ``""`` where there is none."""
    expression, values = _named(name)
    match = expression.search(text)
    return values[(match.lastindex or 1) - 1] if match else ""
