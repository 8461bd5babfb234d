"""Sources that print one story: their sentences are one witness, not several."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import Final

from kg.characters import normal
from kg.model import Source

_SHARED: Final = 0.5  # of the shorter source's sentences
_TELLING: Final = 12  # characters of a sentence that two stories hardly share by chance
_COMMON: Final = 50  # sources; a line that more of them print is furniture


def families(lines: Mapping[str, Collection[int]]) -> dict[str, str]:
    """Each source's hash -> the smallest hash of those that print the same story. ``lines``: of each source's hash."""
    printed: dict[int, list[str]] = defaultdict(list)
    for source in sorted(lines):
        for line in lines[source]:
            printed[line].append(source)
    together: Counter[tuple[str, str]] = Counter()
    for group in printed.values():
        if 1 < len(group) <= _COMMON:
            together.update((one, other) for number, one in enumerate(group) for other in group[number + 1 :])
    home = {source: source for source in lines}
    for (one, other), shared in sorted(together.items()):
        if shared >= _SHARED * min(len(lines[one]), len(lines[other])):
            first, second = sorted((_root(home, one), _root(home, other)))
            home[second] = first
    return {source: _root(home, source) for source in home}


def _root(home: dict[str, str], source: str) -> str:
    while home[source] != source:
        source = home[source]
    return source


def lines(source: Source) -> tuple[int, ...]:
    """The source's sentences as they are compared, each once and as 64 bits of its hash."""
    sentences = (sentence.text.chars for article in source.articles for sentence in article.sentences)
    compared = {line for chars in sentences if len(line := normal(chars)) >= _TELLING}
    return tuple(sorted(map(_hashed, compared)))


def _hashed(line: str) -> int:
    return int.from_bytes(hashlib.sha256(line.encode("utf-8", "surrogatepass")).digest()[:8], "big")
