"""Characters that mean the same, one for one, so that every offset stays.

Names are looked for and compared in one form: simplified characters, half-width letters and
signs, quotation marks, dashes and middle dots of one kind. What is written into the graph is
always the text's own.
"""

from __future__ import annotations

from functools import cache

from kg import resources

# one character each: full-width forms, quotation marks, dashes, middle dots
_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLDED |= dict.fromkeys(map(ord, "“”„‟「」『』＂"), ord('"')) | dict.fromkeys(map(ord, "‘’‚‛＇"), ord("'"))
_FOLDED |= dict.fromkeys(map(ord, "—–‒―－‐‑"), ord("-")) | dict.fromkeys(map(ord, "・•‧∙"), ord("·"))


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
