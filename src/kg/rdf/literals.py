"""Literals: text with its language, numbers, dates.

Turtle is UTF-8 and so cannot hold half a surrogate pair, which a file name may contain. Each
is written as U+FFFD: one code point for one, so that offsets stay what they were. Control
characters are kept; Turtle writes them as escapes, and only SPARQL's XML results, which
cannot hold them, replace them (kg.store.results).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from rdflib import XSD, Literal

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_HAN: Final = re.compile(r"[\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]")


def clean(text: str) -> str:
    """The text as UTF-8 can hold it, as many code points long."""
    return _SURROGATE.sub("\ufffd", text)


def plain(text: str) -> Literal:
    return Literal(clean(text))


def chinese(text: str) -> Literal:
    return Literal(clean(text), lang="zh")


def name(label: str) -> Literal:
    """A name in the language it is in: English where it has Latin letters and no Chinese ones."""
    language = "en" if _LATIN.search(label) and not _HAN.search(label) else "zh"
    return Literal(clean(label), lang=language)


def integer(number: int) -> Literal:
    return Literal(str(number), datatype=XSD.integer, normalize=False)


def decimal(digits: str) -> Literal:
    """A number as written: ``557.40`` keeps its zero."""
    return Literal(digits, datatype=XSD.decimal, normalize=False)


def share(number: float) -> Literal:
    """A share of one, with two digits."""
    return decimal(f"{number:.2f}")


def day(when: date) -> Literal:
    return Literal(when.isoformat(), datatype=XSD.date, normalize=False)


def year(number: int) -> Literal:
    return Literal(f"{number:04}", datatype=XSD.gYear, normalize=False)
