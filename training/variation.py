"""More of a small corpus: the same sentences with other names in them.

A name is exchanged for another of its type and finer class, from the corpus itself or from the
gazetteer, so that the network learns the places where names stand and not the names of a month.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from corpora import Sample, Span
from kg.extraction.gazetteer import Gazetteer
from kg.extraction.heads import subtype

SHARE = 0.45  # of the names of a sentence are exchanged
_EXCHANGED = ("Organisation", "Place", "Project", "Policy", "Person")


class Names:
    """Names by type and finer class."""

    def __init__(self, samples: Iterable[Sample]) -> None:
        lines = (Path(__file__).with_name("persons.tsv")).read_text(encoding="utf-8").splitlines()
        self._characters = dict(line.split("\t") for line in lines if not line.startswith("#"))
        self._pool: dict[tuple[str, str], list[str]] = {}
        found = {(kind, sample.text[start:end]) for sample in samples for start, end, kind in sample.spans}
        for entry in Gazetteer.load().entries.values():
            found |= {(entry.type, name) for name in entry.bare if 2 <= len(name) <= 20}
        for kind, name in sorted(found):
            if len(name) > 1:
                self._pool.setdefault((kind, subtype(name, kind)), []).append(name)

    def other(self, name: str, kind: str, draw: random.Random) -> str:
        if kind == "Person" and len(name) <= 3:
            return draw.choice(self._characters["surname"]) + "".join(
                draw.choices(self._characters["given"], k=draw.choice((1, 2, 2)))
            )
        pool = self._pool.get((kind, subtype(name, kind)), [name])
        # of some names, those of about the same length keep the sentence readable
        return min(draw.choices(pool, k=4), key=lambda other: abs(len(other) - len(name)))


def varied(sample: Sample, names: Names, draw: random.Random) -> Sample:
    """The sample with some of its names exchanged, every span where it now stands."""
    marks: list[tuple[int, int, str | None]] = [*sample.spans, *((s, e, None) for s, e in sample.ignored)]
    text, at = "", 0
    spans: list[Span] = []
    ignored: list[tuple[int, int]] = []
    for start, end, kind in sorted(marks, key=lambda mark: mark[:2]):
        text += sample.text[at:start]
        name = sample.text[start:end]
        if kind in _EXCHANGED and len(name) > 1 and draw.random() < SHARE:
            name = names.other(name, kind, draw)
        if kind is None:
            ignored.append((len(text), len(text) + len(name)))
        else:
            spans.append((len(text), len(text) + len(name), kind))
        text += name
        at = end
    return replace(sample, text=text + sample.text[at:], spans=tuple(spans), ignored=tuple(ignored))


def variants(samples: list[Sample], number: int, draw: random.Random) -> Iterator[Sample]:
    names = Names(samples)
    for _ in range(number):
        for sample in samples:
            if sample.spans:
                yield varied(sample, names, draw)
