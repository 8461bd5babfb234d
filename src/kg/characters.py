"""Characters that mean the same, one for one, so that every offset stays.

Three forms, each for one purpose: ``simplified`` where only the script may differ; ``numeric`` where
numbers and dates are read, and a full-width comma still ends a clause; ``fold`` where names are compared.

Names are looked for and compared in one form: simplified characters, half-width letters and
signs, quotation marks, dashes and middle dots of one kind. What is written into the graph is
always the text's own.
"""

from __future__ import annotations

import re
from functools import cache

from kg import resources

# one character each: full-width forms, quotation marks, dashes, middle dots
_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLDED |= dict.fromkeys(map(ord, "“”„‟「」『』＂"), ord('"')) | dict.fromkeys(map(ord, "‘’‚‛＇"), ord("'"))
_FOLDED |= dict.fromkeys(map(ord, "—–‒―－‐‑"), ord("-")) | dict.fromkeys(map(ord, "・•‧∙"), ord("·"))

# digits, per cent signs and points
_FIGURES = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF05, 0xFF0E)}
_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")  # １，２３４ is one number


@cache
def _simplified() -> dict[int, int]:
    rows = resources.table("lexicon", "traditional.tsv", columns=("traditional", "simplified"))
    return {ord(row["traditional"]): ord(row["simplified"]) for row in rows}


@cache
def _all() -> dict[int, int]:
    return _simplified() | _FOLDED


def simplified(text: str) -> str:
    """Traditional characters as simplified ones; everything else, punctuation too, as it is.

    >>> simplified("香港鐵路「北環綫」")
    '香港铁路「北环线」'
    """
    return text.translate(_simplified())


@cache
def _numeric() -> dict[int, int]:
    return _simplified() | _FIGURES


def numeric(text: str) -> str:
    """The form in which numbers and dates are read: simplified, digits with their signs half-width.

    Commas, colons and brackets stay as wide as they are: ，ends a clause, the comma of 1,234 does not.

    >>> numeric("增長１，２３４．５％，穩")
    '增长1,234.5%，稳'
    """
    return _COMMA.sub(",", text).translate(_numeric())


def fold(text: str) -> str:
    """The form in which names are compared.

    >>> fold("“Ｃ９１９”（大型）")
    '"C919"(大型)'
    >>> fold("國務院")
    '国务院'
    """
    return text.translate(_all())


_QUOTES = str.maketrans("", "", "\"'“”‘’「」『』《》〈〉 \t\r\n\u3000")


def normal(name: str) -> str:
    """A name folded, without white space and quotation marks.

    >>> normal("《“十四五”规划》")
    '十四五规划'
    """
    return fold(name).translate(_QUOTES)
