"""Where a name begins: to the left of its head stand nominal words, up to a verb, particle or mark."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from kg import lexicon
from kg.extraction import tokens

# tags of jieba's dictionary that may stand within a name
_NOMINAL = frozenset(
    [
        "n",
        "ns",
        "nr",
        "nt",
        "nz",
        "nrt",
        "nrfg",
        "vn",
        "b",
        "j",
        "a",
        "eng",
        "s",
        "f",
        "x",
        "m",
        "i",
        "l",
        "ng",
        "an",
        "q",
    ]
) | {""}
_LONGEST = 24  # characters before the head


class Words:
    """The words of a text and where each begins, so that a name can be followed to its left."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        ends = list(accumulate(map(len, words)))
        self._at = {end: number for number, end in enumerate(ends)}
        self._begins = [end - len(word) for end, word in zip(ends, words, strict=True)]

    def ends(self, position: int) -> bool:
        """Whether a word ends at ``position``."""
        return position in self._at

    def word_begin(self, position: int) -> int:
        """Where the word begins that the character at ``position`` stands in."""
        return self._begins[bisect_right(self._begins, position) - 1]

    def begin(self, end: int) -> int:
        """Where the nominal words that end at ``end`` begin; ``end`` itself where there are none."""
        start = end
        number = self._at.get(end)
        while number is not None and number >= 0:
            word = self._words[number]
            if not _may_stand(word) or end - start + len(word) > _LONGEST:
                break
            start -= len(word)
            number -= 1
        return start


def _may_stand(word: str) -> bool:
    if word in lexicon.words("issuing-verb"):  # which the dictionary takes for nouns
        return False
    tag = tokens.tag(word)
    return word[0].isalnum() and tag in _NOMINAL and not (len(word) == 1 and tag in ("", "m", "q", "f"))
