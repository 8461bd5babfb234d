"""Packs the parts of a picture, and the nodes that belong to none, into one wide rectangle."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

Position = tuple[int, int]
Points = NDArray[np.float64]  # shape (nodes, 2)
Corner = tuple[float, float]
Level = tuple[float, float, float]  # of a skyline: from, to, depth

ASPECT = 1.5  # width to height of the whole picture
_MARGIN = 110  # room between two parts, for the names on their rims
_CELL, _SMALL_CELL = (240, 80), (96, 72)  # room of a node without edges: few with their names, many
_FEW = 48


@dataclass(frozen=True, slots=True)
class _Box:
    """Nodes spread over a rectangle from (0, 0) to (width, height)."""

    nodes: tuple[str, ...]
    points: Points
    width: float
    height: float


def packed(parts: Iterable[tuple[Sequence[str], Points]], alone: Sequence[str]) -> dict[str, Position]:
    """A position for each node of the parts (the largest first), and rows of those that stand alone."""
    boxes = [_framed(nodes, points) for nodes, points in parts]
    corners = _corners(boxes)
    placed: dict[str, Position] = {}
    for box, corner in zip(boxes, corners, strict=True):
        placed.update(_shifted(box, corner))
    return placed | _rows(alone, *_size(boxes, corners))


def _framed(nodes: Sequence[str], points: Points) -> _Box:
    points = points - points.min(axis=0) + _MARGIN / 2
    width, height = points.max(axis=0) + _MARGIN / 2
    return _Box(tuple(nodes), points, float(width), float(height))


def _corners(boxes: Sequence[_Box]) -> list[Corner]:
    """The corner of each box, in the width whose rectangle comes nearest to ASPECT."""
    if not boxes:
        return []
    widest, area = max(box.width for box in boxes), sum(box.width * box.height for box in boxes)
    widths = [max(widest, math.sqrt(area * ASPECT) * share / 10) for share in range(8, 17)]
    return min((_filled(boxes, width) for width in widths), key=lambda corners: _misfit(*_size(boxes, corners)))


def _size(boxes: Sequence[_Box], corners: Sequence[Corner]) -> Corner:
    """Width and height of everything."""
    placed = list(zip(boxes, corners, strict=True))
    width = max((x + box.width for box, (x, _) in placed), default=0.0)
    height = max((y + box.height for box, (_, y) in placed), default=0.0)
    return width, height


def _misfit(width: float, height: float) -> float:
    """How high the smallest ASPECT rectangle around everything is."""
    return max(width / ASPECT, height)


def _filled(boxes: Sequence[_Box], width: float) -> list[Corner]:
    """Boxes dropped in turn to where they come to rest highest (a skyline), then leftmost."""
    skyline: list[Level] = [(0.0, width, 0.0)]
    corners = []
    for box in boxes:
        depth, left = min(_rests(skyline, box.width, width))
        corners.append((left, depth))
        skyline = _covered(skyline, left, left + box.width, depth + box.height)
    return corners


def _rests(skyline: Sequence[Level], across: float, width: float) -> Iterator[Corner]:
    """Where a box may come to rest, its left edge where a level begins: (depth, left)."""
    for number, (left, _, _) in enumerate(skyline):
        if left + across > width + 1e-6:
            return
        depth, right = 0.0, left + across - 1e-6
        for start, _, level in islice(skyline, number, None):
            if start >= right:
                break
            depth = max(depth, level)
        yield depth, left


def _covered(skyline: Sequence[Level], left: float, right: float, depth: float) -> list[Level]:
    kept = [(start, min(end, left), old) for start, end, old in skyline if start < left]
    kept += [(max(start, right), end, old) for start, end, old in skyline if end > right]
    return sorted([*kept, (left, right, depth)])


def _shifted(box: _Box, corner: Corner) -> dict[str, Position]:
    moved = np.rint(box.points + np.array(corner)).astype(int).tolist()
    return {node: (point[0], point[1]) for node, point in zip(box.nodes, moved, strict=True)}


def _rows(nodes: Sequence[str], width: float, height: float) -> dict[str, Position]:
    """Rows of nodes without edges, beneath or beside the rest, whichever comes nearer to ASPECT."""
    across, down = cell = _CELL if len(nodes) <= _FEW else _SMALL_CELL
    if not width:
        return _grid(nodes, cell, max(round(math.sqrt(len(nodes) * ASPECT * down / across)), 1), (0, 0))
    beneath = max(round(width / across), 1)
    beside = math.ceil(len(nodes) / max(height // down, 1))
    if _misfit(width, height + math.ceil(len(nodes) / beneath) * down) <= _misfit(width + beside * across, height):
        return _grid(nodes, cell, beneath, (0, height))
    return _grid(nodes, cell, beside, (width, 0))


def _grid(nodes: Sequence[str], cell: Position, columns: int, corner: Corner) -> dict[str, Position]:
    (across, down), (left, top) = cell, corner
    return {
        node: (
            round(left + (number % columns + 0.5) * across),
            round(top + (number // columns + 0.5) * down),
        )
        for number, node in enumerate(nodes)
    }
