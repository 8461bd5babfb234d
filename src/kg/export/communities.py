"""Which things belong together: groups with more edges within than between them."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

SMALLEST = 4  # nodes of a community that is worth a colour


def communities(graph: nx.Graph[str], rank: Mapping[str, int]) -> list[list[str]]:
    """Communities of an undirected ``graph``, the largest first, each from its lowest ``rank`` on.

    Found by modularity (Clauset, Newman and Moore), which takes no chance. Numbers stand for the
    nodes, because the order of a set of strings differs from one run to the next.
    """
    nodes = sorted((node for node in graph if graph.degree[node]), key=lambda node: rank[node])
    number = {node: place for place, node in enumerate(nodes)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    plain.add_edges_from(sorted({_ordered(number[one], number[other]) for one, other in graph.edges if one != other}))
    if not plain.number_of_edges():
        return []
    groups = [sorted(group) for group in nx.community.greedy_modularity_communities(plain)]
    groups.sort(key=lambda group: (-len(group), group[0]))
    return [[nodes[place] for place in group] for group in groups if len(group) >= SMALLEST]


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
