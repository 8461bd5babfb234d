"""Where each node of a picture stands: computed beforehand, so that the page is calm at once.

Each connected part is spread by forces (Fruchterman and Reingold: neighbours attract, all repel,
and a community keeps together), the parts are packed into a wide rectangle, and nodes without
any edge stand in rows beneath.
All pairs are computed, so a step's time and memory grow with the square of the part; large parts
take fewer steps: 0.8 s of one core for a part of 500 nodes or of 1,000, 2.6 s at 2,000.

The same graph gives the same picture on every machine: nothing is random, and positions are
rounded in each step, so that the last bits of a sum, which differ between processors, cannot grow.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.export.packing import Points, Position, packed
from kg.memo import Memo, Plain, forgetful

SPACING = 130  # units between neighbours: at zoom 1 pixels, enough for a label of eight characters
_STRETCH = 1.25  # names are wider than high, so the picture is drawn out across
_HORIZON = 3.0  # where repulsion fades in the end, in distances of neighbours
_LARGE = 80  # nodes
_TOGETHER = 0.6  # pull towards the middle of the node's community, by distance
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def positions(
    graph: nx.Graph[str],
    rank: Mapping[str, int],
    groups: Sequence[Sequence[str]] = (),
    memo: Memo = forgetful,
) -> dict[str, Position]:
    """A position for every node of an undirected ``graph``; the lowest ``rank`` begins the rows.

    ``groups``: its communities. ``memo`` remembers the shape of each part; the positions are the same without it.
    """
    community = {node: number for number, group in enumerate(groups) for node in group}
    components = [sorted(part) for part in nx.connected_components(graph)]
    parts = [part for part in components if len(part) > 1]
    parts.sort(key=lambda part: (-len(part), part[0]))
    memo = _once(memo)  # pairs and stars are many and alike
    alone = sorted((part[0] for part in components if len(part) == 1), key=lambda node: rank[node])
    return packed([(part, _remembered(graph, part, community, memo)) for part in parts], alone)


def _once(memo: Memo) -> Memo:
    """The same memo, asked once for each key."""
    known: dict[str, Any] = {}

    def asked(key: str, make: Callable[[], Plain]) -> Plain:
        if key not in known:
            known[key] = memo(key, make)
        return cast("Plain", known[key])

    return asked


@dataclass(frozen=True, slots=True)
class _Part:
    """A connected part: its edges as pairs of places among its nodes, and each node's community."""

    ends: NDArray[np.int64]  # shape (edges, 2)
    community: NDArray[np.int64]  # shape (nodes,); a node without one is alone in its own

    @staticmethod
    def of(graph: nx.Graph[str], nodes: Sequence[str], community: Mapping[str, int]) -> _Part:
        index = {node: number for number, node in enumerate(nodes)}
        edges = sorted((number, index[other]) for number, node in enumerate(nodes) for other in graph.adj[node])
        names = [(0, community[node]) if node in community else (1, number) for number, node in enumerate(nodes)]
        places = {name: place for place, name in enumerate(sorted(set(names)))}
        return _Part(
            np.array([edge for edge in edges if edge[0] < edge[1]]), np.array([places[name] for name in names])
        )


def _remembered(graph: nx.Graph[str], nodes: Sequence[str], community: Mapping[str, int], memo: Memo) -> Points:
    """Where the ``nodes`` of one part stand."""
    part = _Part.of(graph, nodes, community)
    loops = [number for number, node in enumerate(nodes) if graph.has_edge(node, node)]  # they make a hub of a node
    shape = f"layout {len(nodes)} {loops}\n".encode() + part.ends.tobytes() + part.community.tobytes()
    key = hashlib.sha256(shape).hexdigest()
    spread = memo(key, lambda: _spread(graph.subgraph(nodes), nodes, part).astype("<f8").tobytes())
    points: Points = np.frombuffer(spread, dtype="<f8").reshape(-1, 2).copy()
    return points


def _spread(graph: nx.Graph[str], nodes: Sequence[str], part: _Part) -> Points:
    """Forces on one connected part, its longer axis laid across."""
    points = _sunflower(graph, nodes)
    steps = int(np.clip(4e7 / len(nodes) ** 2, 60, 250))
    for step in range(steps):
        left = 1 - step / steps
        stride = 0.1 * math.sqrt(len(nodes)) * left + 0.02
        horizon = _HORIZON + math.sqrt(len(nodes)) * left
        points = np.round(points + _limited(_forces(points, part, horizon), stride), 4)
    spread: Points = _evened(_across(points)) * np.array([SPACING * _STRETCH, SPACING])
    return spread


def _sunflower(graph: nx.Graph[str], nodes: Sequence[str]) -> Points:
    """A start without chance: outwards on a spiral, from the best connected node to the farthest."""
    hub = max(nodes, key=lambda node: (graph.degree[node], node))
    order = [hub, *(child for _, child in nx.bfs_edges(graph, hub, sort_neighbors=sorted))]
    turn = np.arange(len(order))
    spiral: Points = np.stack([np.cos(turn * _GOLDEN_ANGLE), np.sin(turn * _GOLDEN_ANGLE)], axis=1)
    place = {node: number for number, node in enumerate(order)}
    spiral *= np.sqrt(turn + 0.5)[:, None]
    start: Points = spiral[[place[node] for node in nodes]]
    return start


def _forces(points: Points, part: _Part, horizon: float) -> Points:
    """The sum of forces on each node; 1 is the distance at which two neighbours rest.

    Repulsion fades beyond ``horizon``: wide at first, it unfolds the whole; narrow at last, it lets
    the rim come in and evens out the density.
    """
    x, y = np.ascontiguousarray(points.T)
    apart_x, apart_y = np.subtract.outer(x, x), np.subtract.outer(y, y)
    square = apart_x**2
    square += apart_y**2
    np.maximum(square, 1e-4, out=square)
    square *= 1 + square / horizon**2
    apart_x /= square
    apart_y /= square
    forces = np.stack([apart_x.sum(axis=1), apart_y.sum(axis=1)], axis=1)
    forces -= 0.02 * (points - points.mean(axis=0)) * math.sqrt(len(points))
    forces += _TOGETHER * (_middles(points, part.community) - points)
    pull = points[part.ends[:, 0]] - points[part.ends[:, 1]]
    pull *= np.sqrt((pull**2).sum(axis=1, keepdims=True))
    np.add.at(forces, part.ends[:, 0], -pull)
    np.add.at(forces, part.ends[:, 1], pull)
    return forces


def _middles(points: Points, community: NDArray[np.int64]) -> Points:
    """For each node the middle of its community."""
    sizes = np.bincount(community)
    sums = np.stack([np.bincount(community, weights=points[:, axis]) for axis in (0, 1)], axis=1)
    middles: Points = (sums / sizes[:, None])[community]
    return middles


def _limited(forces: Points, stride: float) -> Points:
    """Forces as moves of at most ``stride``."""
    length = np.sqrt((forces**2).sum(axis=1, keepdims=True))
    moves: Points = forces * np.minimum(1, stride / np.maximum(length, 1e-9))
    return moves


def _across(points: Points) -> Points:
    """Turned so that the longer axis lies across, as screens and labels do."""
    x, y = (points - points.mean(axis=0)).T
    angle = 0.5 * math.atan2(2 * float((x * y).sum()), float((x * x).sum() - (y * y).sum()))
    cos, sin = round(math.cos(angle), 6), round(math.sin(angle), 6)
    return np.round(np.stack([cos * x + sin * y, cos * y - sin * x], axis=1), 3)


def _evened(points: Points) -> Points:
    """Large parts crowd in the middle: half of each node's way to the radius that an even disc gives."""
    if len(points) < _LARGE:
        return points
    radius = np.sqrt((points**2).sum(axis=1))
    rank = np.argsort(np.argsort(radius, kind="stable"), kind="stable")
    even = np.sqrt((rank + 0.5) / len(points)) * np.quantile(radius, 0.95)
    share = 0.5 * (1 + even / np.maximum(radius, 1e-3))
    evened: Points = np.round(points * share[:, None], 3)
    return evened
