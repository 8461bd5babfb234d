"""What the tagger sees of a sentence: one row of small integers a character.

The same code makes the rows in training and in use. Rows are computed for a whole text at
once; what costs time is one pass over its words and one over its gazetteer hits.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick
import numpy as np
import numpy.typing as npt

from kg import resources
from kg.characters import fold
from kg.extraction import tokens

CHAR_BUCKETS = 1 << 13
PAIR_BUCKETS = 1 << 16
WORD_BUCKETS = 1 << 16
# jieba's tags that say something of names; all others share the number 0
TAGS = ("n", "nr", "ns", "nt", "nz", "nrt", "nrfg", "v", "vn", "vd", "a", "ad", "d", "p", "c", "m", "q", "t",
        "f", "s", "r", "u", "uj", "ul", "j", "i", "l", "b", "eng", "x", "y", "zg", "g", "ng", "vg", "k")  # fmt: skip
_TAG_NUMBER = {tag: number for number, tag in enumerate(TAGS, start=1)}
SHAPES = 5  # outside, begin, middle, end, single
_TYPED = ("Organisation", "Place", "Project", "Policy")
_PLACES = ("begin", "inside", "end")
# gazetteer (matchable alone, or only in context) and heads, by type and place; then brackets
FLAGS = len(_TYPED) * len(_PLACES) * 3 + 3
_BRACKETS = (("《〈", "》〉"), ("“「『", "”」』"), ("（(", "）)"))

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name of the gazetteer in a text: ``[start, end)``, its type, and whether it stands on its own."""

    start: int
    end: int
    type: str
    bare: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """One row a character. ``flags`` is n × FLAGS, the others have length n."""

    char: Ints
    pair: Ints  # the character and the one before it
    word: Ints
    tag: Ints
    shape: Ints
    flags: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.char)

    def slice(self, start: int, end: int) -> Rows:
        return Rows(*(getattr(self, name)[start:end] for name in self.__slots__))


@cache
def _heads() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    kinds: dict[str, set[str]] = {}
    for row in resources.table("lexicon", "heads.tsv", columns=("head", "type")):
        kinds.setdefault(row["head"], set()).add(row["type"])
    for head, types in kinds.items():
        automaton.add_word(head, (len(head), tuple(sorted(types))))
    automaton.make_automaton()
    return automaton


def rows(text: str, words: Sequence[str], hits: Iterable[NameHit]) -> Rows:
    """The rows of ``text``, whose ``words`` joined are the text itself."""
    folded = fold(text)
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    # digits all look alike to the tagger: what matters is that there is a number
    codes = np.where((codes >= 0x30) & (codes <= 0x39), 0x30, codes)
    before = np.concatenate(([0], codes[:-1]))
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    numbers = np.array([_word(word) for word in words], dtype=np.int64).reshape(-1, 2)
    return Rows(
        char=_mix(codes) % CHAR_BUCKETS,
        pair=_mix(before * 0x110000 + codes) % PAIR_BUCKETS,
        word=np.repeat(numbers[:, 0], lengths),
        tag=np.repeat(numbers[:, 1], lengths),
        shape=_shapes(lengths),
        flags=_flags(text, hits),
    )


def _mix(keys: Ints) -> Ints:
    """A fixed scattering of integers (multiply and shift), not negative."""
    mixed = keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    return (mixed >> np.uint64(33)).astype(np.int64)


@cache
def _word(word: str) -> tuple[int, int]:
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) % WORD_BUCKETS, _TAG_NUMBER.get(tokens.tag(word), 0)


def _shapes(lengths: Ints) -> Ints:
    """1 begin, 2 middle, 3 end of a word, 4 a word of one character."""
    shape = np.full(int(lengths.sum()), 2, dtype=np.int64)
    ends = np.cumsum(lengths) - 1
    starts = ends - lengths + 1
    shape[starts] = 1
    shape[ends] = 3
    shape[starts[lengths == 1]] = 4
    return shape


def _flags(text: str, hits: Iterable[NameHit]) -> npt.NDArray[np.uint8]:
    flags = np.zeros((len(text), FLAGS), dtype=np.uint8)
    width = len(_PLACES)
    for hit in hits:
        block = (_TYPED.index(hit.type) * 2 + hit.bare) * width
        _mark(flags, block, hit.start, hit.end)
    offset = len(_TYPED) * 2 * width
    for last, (length, types) in _heads().iter(text):
        for kind in types:
            _mark(flags, offset + _TYPED.index(kind) * width, last + 1 - length, last + 1)
    for column, (opening, closing) in enumerate(_BRACKETS, start=FLAGS - len(_BRACKETS)):
        _inside(text, opening, closing, flags[:, column])
    return flags


def _mark(flags: npt.NDArray[np.uint8], column: int, start: int, end: int) -> None:
    flags[start, column] = 1
    flags[start:end, column + 1] = 1
    flags[end - 1, column + 2] = 1


def _inside(text: str, opening: str, closing: str, column: npt.NDArray[np.uint8]) -> None:
    """Mark what stands between an opening bracket and the next closing one."""
    for bracket, closer in zip(opening, closing, strict=True):
        start = text.find(bracket)
        while start >= 0:
            end = text.find(closer, start)
            if end < 0:
                break
            column[start + 1 : end] = 1
            start = text.find(bracket, end)
