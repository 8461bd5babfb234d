"""A question as it is compared: one kind of characters, without white space, politeness and final particles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg import lexicon
from kg.characters import fold
from kg.rdf.literals import clean

# White space and commas, but not between letters and digits: Blue Ocean stays as it is.
_LOOSE: Final = re.compile(r"(?<![!-+\--~])[\s,]+|[\s,]+(?![!-+\--~])")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Wording:
    """``text`` is folded (kg.characters), as patterns are; ``asked`` is as written, character by character."""

    text: str
    asked: str

    def is_chinese(self) -> bool:
        return bool(_HAN.search(self.text))

    def cut(self, start: int, end: int) -> Wording:
        return Wording(self.text[start:end], self.asked[start:end])


def of(question: str) -> Wording:
    """The question without what says nothing of its content; empty where that is all there is.

    >>> of("請問，江蘇有哪些項目呢？")
    Wording(text='江苏有哪些项目', asked='江蘇有哪些項目')
    """
    asked = clean(question)
    kept = [at for left, right in _kept(fold(asked)) for at in range(left, right)]
    return _bare(Wording("".join(fold(asked)[at] for at in kept), "".join(asked[at] for at in kept)))


def _kept(text: str) -> list[tuple[int, int]]:
    """The ranges of ``text`` between its loose characters."""
    gaps = [(found.start(), found.end()) for found in _LOOSE.finditer(text)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    return list(zip(starts, ends, strict=True))


def _bare(wording: Wording) -> Wording:
    found = _frame().fullmatch(wording.text)
    return wording.cut(*found.span("content")) if found else wording


@cache
def _frame() -> re.Pattern[str]:
    openings, closings = lexicon.alternation("question-opening"), lexicon.alternation("question-closing")
    return re.compile(f"{openings}*(?P<content>.*?){closings}*", re.DOTALL)
