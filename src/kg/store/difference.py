"""What differs between two graphs that builds wrote, without reading what is the same in both.

``kg.rdf.turtle`` writes all that is said of one subject as one block, the same bytes for the same triples.
So only blocks that one of the two lacks need be parsed. Of Turtle from elsewhere this would not be true.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.rdf import turtle

_MOST: Final = 0.1  # of the blocks; where more differ, writing all of a graph anew is as quick


@dataclass(frozen=True, slots=True)
class Difference:
    """The quads to take out of the older graph, and those to put in."""

    gone: frozenset[ox.Quad]
    new: frozenset[ox.Quad]

    @staticmethod
    def between(old: bytes, new: bytes) -> Difference | None:
        """None where a large part differs, or the declarations do."""
        (declared, *before), (declares, *after) = turtle.blocks(old), turtle.blocks(new)
        if declared != declares:
            return None
        known = set(before)
        lost, added = known.difference(after), [block for block in after if block not in known]
        if len(lost) + len(added) > _MOST * len(after):
            return None
        gone, come = _quads(declared, lost), _quads(declared, added)
        return Difference(gone - come, come - gone)


def _quads(declarations: bytes, blocks: Iterable[bytes]) -> frozenset[ox.Quad]:
    return frozenset(ox.parse(input=b"\n".join((declarations, *blocks)), format=ox.RdfFormat.TURTLE))
