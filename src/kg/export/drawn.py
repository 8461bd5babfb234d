"""What stands on the picture at first: all of a graph that can be read, the most important of a larger one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import networkx as nx

from kg.export.payload import Json

MOST_DRAWN = 600  # nodes; more cannot be told apart on one screen
ALWAYS_DRAWN = 40  # so many of the most mentioned, though no edge ties them to the others


@dataclass(frozen=True, slots=True)
class Drawn:
    """The part of a graph that is drawn, in its order: the nodes most often mentioned, and the edges between them.

    Where not all are drawn, nodes without an edge to another one are left out, but for the very first.
    """

    nodes: dict[str, Json]
    edges: list[tuple[str, str, int, Json]]  # subject, object, the statement's number

    @staticmethod
    def of(graph: nx.MultiDiGraph[str], most: int = MOST_DRAWN) -> Drawn:
        """At most ``most`` of its nodes."""
        degrees = dict(graph.degree())
        rank = {node: (-data["weight"], -degrees[node], node) for node, data in graph.nodes(data=True)}
        order = sorted(rank, key=rank.__getitem__)
        chosen = set(order)
        if len(order) > most:
            between = graph.subgraph([node for node in order if degrees[node]][:most]).edges()
            chosen = {end for one, other in between if one != other for end in (one, other)}
            chosen.update(order[: min(ALWAYS_DRAWN, most)])
        nodes = {node: data for node, data in graph.nodes(data=True) if node in chosen}
        return Drawn(nodes, [edge for edge in graph.edges(keys=True, data=True) if {edge[0], edge[1]} <= chosen])

    def shape(self) -> nx.Graph[str]:
        """Who is joined to whom."""
        shape: nx.Graph[str] = nx.Graph()
        shape.add_nodes_from(self.nodes)
        shape.add_edges_from((subject, obj) for subject, obj, _, _ in self.edges)
        return shape

    def by_type(self) -> dict[str, int]:
        """Ranks type by type, the most often mentioned first."""
        return self._ranks(lambda node: str(self.nodes[node]["type"]))

    def by_weight(self) -> dict[str, int]:
        """Ranks, the most often mentioned first."""
        return self._ranks(lambda node: "")

    def _ranks(self, group: Callable[[str], str]) -> dict[str, int]:
        degrees = Counter(end for subject, obj, _, _ in self.edges for end in (subject, obj))
        rank = {node: (group(node), -data["weight"], -degrees[node], node) for node, data in self.nodes.items()}
        return {node: number for number, node in enumerate(sorted(rank, key=rank.__getitem__))}
