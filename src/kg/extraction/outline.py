"""A sentence reduced to what its names do in it: lists and chains of names are one unit each.

    连接江苏省南京市、安徽省合肥市和武汉的沪汉蓉高铁  ->  连接 L 的 P

Within a unit, 江苏省 is outer (the chain goes on to 南京市): what the sentence says of the unit,
it says of the last name of each chain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from kg.characters import simplified
from kg.extraction import tokens
from kg.extraction.gazetteer import Gazetteer
from kg.model import EntityType, Mention

SIGN: dict[EntityType, str] = {"Organisation": "O", "Place": "L", "Project": "P", "Policy": "Y", "Person": "H"}
# units stand in the reduced text as private characters, so that Latin letters of the text are not taken for them
_PRIVATE = {kind: chr(0xE100 + number) for number, kind in enumerate(SIGN)}
_LETTER = str.maketrans({_PRIVATE[kind]: letter for kind, letter in SIGN.items()})
_SIGNS = frozenset(_PRIVATE.values())
# as notices are signed, white space joins names too
_JOINT = re.compile(r"(?:[（(][^（()）\n]{1,20}[）)])?(?:、|和|与|及|以及|暨|，以及|及其|[ \u3000]{1,4})?")
QUOTES = re.compile(r"[“”‘’\"'《》〈〉「」『』\s]")
_VERBS = ("v", "vn")
_REMARK = re.compile(r"[（(][^（()）\n]{1,20}[）)]")


class Outline:
    """``mentions`` in the order of the sentence; ``unit`` and ``outer`` are by mention."""

    def __init__(self, chars: str, mentions: Sequence[Mention]) -> None:
        self.chars = simplified(chars)
        self.mentions = tuple(mentions)
        self.unit, self.outer = _units(self.chars, self.mentions)
        self.size = [self.unit.count(number) for number in range(self.unit[-1] + 1)] if self.mentions else []
        self.text, self._at = self._reduced()
        cut, self._word_at = _cut(self.text)
        self.words = [_shape(word) for word in cut]  # numbers all alike, quotation marks as nothing
        self._verbs = list(accumulate((tokens.tag(word) in _VERBS for word in cut), initial=0))

    def gap(self, first: int, second: int) -> str:
        """The reduced text between the units of two mentions, the first one before the second."""
        return self.text[self._at[self.unit[first]] + 1 : self._at[self.unit[second]]]

    def words_between(self, first: int, second: int) -> list[str]:
        begin, end = self._ends(first, second)
        return self.words[begin + 1 : end]

    def verbs_between(self, first: int, second: int) -> int:
        begin, end = self._ends(first, second)
        return self._verbs[end] - self._verbs[begin + 1]

    def word_before(self, mention: int) -> str:
        """The word before the unit of a mention, ``^`` where it opens the sentence."""
        at = self._word_at[self._at[self.unit[mention]]]
        return self.words[at - 1] if at else "^"

    def words_behind(self, mention: int, limit: int) -> list[str]:
        at = self._word_at[self._at[self.unit[mention]]] + 1
        return self.words[at : at + limit]

    def _ends(self, first: int, second: int) -> tuple[int, int]:
        return self._word_at[self._at[self.unit[first]]], self._word_at[self._at[self.unit[second]]]

    def _reduced(self) -> tuple[str, list[int]]:
        """The reduced text, and where each unit's sign stands in it."""
        pieces: list[str] = []
        at: list[int] = []
        done = length = 0
        for index, mention in enumerate(self.mentions):
            if self.unit[index] == len(at):
                piece = self.chars[done : mention.start] + _PRIVATE[mention.type]
                pieces.append(piece)
                length += len(piece)
                at.append(length - 1)
            done = mention.end
        pieces.append(self.chars[done:])
        return "".join(pieces), at


@lru_cache(maxsize=1 << 15)
def _shape(word: str) -> str:
    if word.replace(".", "").isdigit():
        return "0"
    return QUOTES.sub("", word)


def letters(reduced: str) -> str:
    """A piece of a reduced text with its signs as letters: O L P Y H."""
    return reduced.translate(_LETTER)


def _units(chars: str, mentions: Sequence[Mention]) -> tuple[list[int], list[bool]]:
    unit: list[int] = []
    outer = [False] * len(mentions)
    for index, mention in enumerate(mentions):
        before = mentions[index - 1] if index else None
        if before is None or before.type != mention.type:
            unit.append(unit[-1] + 1 if unit else 0)
            continue
        between = chars[before.end : mention.start]
        if not between:
            outer[index - 1] = _chained(before, mention)
            unit.append(unit[-1] + (not outer[index - 1]))
        elif _JOINT.fullmatch(between) and not _REMARK.fullmatch(between):
            unit.append(unit[-1])
        else:
            unit.append(unit[-1] + 1)
    return unit, outer


def _chained(outer: Mention, inner: Mention) -> bool:
    """江苏省|南京市; not 中|俄."""
    if outer.type != "Place" or len(inner.surface) == 1:
        return False
    if outer.key and inner.key:
        return not Gazetteer.load().keeps_apart(inner.key, outer.key)
    return True


def _cut(reduced: str) -> tuple[list[str], list[int]]:
    """The words of a reduced text, each sign one of them, and the number of the word at each place."""
    words: list[str] = []
    for piece in re.split(f"([{''.join(sorted(_SIGNS))}])", reduced):
        if piece in _SIGNS:
            words.append(letters(piece))
        elif piece:
            words.extend(tokens.words(piece))
    at: list[int] = []
    for number, word in enumerate(words):
        at.extend([number] * len(word))
    return words, [*at, len(words)]
