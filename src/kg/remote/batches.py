"""A graph cut into pieces that servers take in one request."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from kg.errors import GraphError
from kg.export import serialisations
from kg.store.dataset import Dataset

SIZE: Final = 2000  # triples; what Virtuoso compiles as one update, and all others take
BYTES: Final = 1 << 20  # of one batch, where one triple alone is not longer


@dataclass(frozen=True)
class Batches:
    """N-Triples in batches, the same for the same graph and size."""

    parts: tuple[bytes, ...]
    triples: int

    @classmethod
    def of(cls, dataset: Dataset, size: int = SIZE) -> Batches:
        """Raises GraphError for a blank node: sent twice it would be two, and a push may send a batch twice."""
        for triple in dataset.triples():
            if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
                raise GraphError(f"{dataset.name}: holds a blank node, which no build writes; build it again")
        lines = serialisations.write(dataset, "ntriples").splitlines(keepends=True)
        return cls(tuple(b"".join(part) for part in _cut(lines, size)), len(lines))

    @cached_property
    def digest(self) -> str:
        """Of the graph and of how it is cut."""
        sizes = " ".join(str(len(part)) for part in self.parts)
        total = hashlib.sha256(f"{sizes}\n".encode())
        for part in self.parts:
            total.update(part)
        return total.hexdigest()


def _cut(lines: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    part: list[bytes] = []
    length = 0
    for line in lines:
        if part and (len(part) == size or length + len(line) > BYTES):
            yield part
            part, length = [], 0
        part.append(line)
        length += len(line)
    if part:
        yield part
