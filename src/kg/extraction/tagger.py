"""The trained tagger: which stretches of a text look like names, and of what.

The network scores each character's labels (outside, or begin, inside, end, single of a
type); the best allowed sequence is found by Viterbi's algorithm. A character that the
network is sure stands outside every name splits the text, so only the doubtful stretches
are searched.
"""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from kg import resources
from kg.errors import KnowledgeError
from kg.extraction import network
from kg.extraction.features import Rows
from kg.model import ENTITY_TYPES, EntityType

# below this log-odds of being inside a name a character is taken to stand outside
_SURE = -6.0
_FORBIDDEN = np.float32(-1e9)
# the network sees a whole stretch at once; this bounds the memory that it takes (characters)
_STRETCH = 20_000

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch ``[start, end)``; ``score`` in (0, 1] is the geometric mean over its characters."""

    start: int
    end: int
    type: EntityType
    score: float


@cache
def _network() -> network.Network:
    file = resources.path("models", "tagger.npz")
    try:
        with np.load(file, allow_pickle=False) as arrays:
            return network.load(arrays)
    except (ValueError, KeyError, TypeError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise KnowledgeError(f"{file}: not a tagger ({error}); reinstall zhimai") from error


def tag(text: str, rows: Rows) -> list[Tagged]:
    """The names in a text, in order, none overlapping. ``rows`` are the text's."""
    found: list[Tagged] = []
    begin = 0
    while begin < len(text):
        end = _stretch(text, begin)
        # the matrices are small: several threads would mostly wait for each other, and burn the other cores
        with _threads().limit(limits=1, user_api="blas"):
            scores = _network().scores(rows.slice(begin, end))
        for first, last in network.doubtful(scores, _SURE):
            found.extend(_spans(_viterbi(scores[first:last]), scores[first:last], begin + first))
        begin = end
    return found


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def _stretch(text: str, begin: int) -> int:
    """Where the stretch from ``begin`` ends: with the text, else with a line."""
    if len(text) - begin <= _STRETCH:
        return len(text)
    line = text.rfind("\n", begin + 1, begin + _STRETCH)
    return line + 1 if line > 0 else begin + _STRETCH


def _transitions() -> Floats:
    """0 where one label may follow another, else forbidden. Labels: O, then B I E S of each type."""
    size = 1 + 4 * len(ENTITY_TYPES)
    table = np.full((size, size), _FORBIDDEN, dtype=np.float32)
    opens = [0, *(1 + 4 * kind + place for kind in range(len(ENTITY_TYPES)) for place in (0, 3))]
    closes = [0, *(1 + 4 * kind + place for kind in range(len(ENTITY_TYPES)) for place in (2, 3))]
    table[np.ix_(closes, opens)] = 0
    for kind in range(len(ENTITY_TYPES)):
        begin, inside, end = (1 + 4 * kind + place for place in (0, 1, 2))
        table[[begin, begin, inside, inside], [inside, end, inside, end]] = 0
    return table


_MAY_FOLLOW = _transitions()
_MAY_OPEN = _MAY_FOLLOW[0]
_MAY_CLOSE = _MAY_FOLLOW[:, 0]


def _viterbi(scores: Floats) -> list[int]:
    total = scores[0] + _MAY_OPEN
    back = np.empty(scores.shape, dtype=np.int64)
    columns = np.arange(scores.shape[1])
    for step in range(1, len(scores)):
        table = total[:, None] + _MAY_FOLLOW
        back[step] = table.argmax(axis=0)
        total = table[back[step], columns] + scores[step]
    label = int((total + _MAY_CLOSE).argmax())
    path = [label]
    for step in range(len(scores) - 1, 0, -1):
        label = int(back[step, label])
        path.append(label)
    return path[::-1]


def _spans(path: list[int], scores: Floats, shift: int) -> Iterator[Tagged]:
    """The names on a path over ``scores``, whose first character is at ``shift`` in the text."""
    exact = scores.astype(np.float64)
    taken = exact[np.arange(len(path)), path]
    logs = (taken - np.logaddexp.reduce(exact, axis=1)).tolist()
    opened = 0
    for position, label in enumerate(path):
        place = (label - 1) % 4 if label else -1
        if place in (0, 3):
            opened = position
        if place in (2, 3):
            mean = sum(logs[opened : position + 1]) / (position + 1 - opened)
            kind = ENTITY_TYPES[(label - 1) // 4]
            yield Tagged(shift + opened, shift + position + 1, kind, round(math.exp(mean), 6))
