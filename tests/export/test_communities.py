from __future__ import annotations

import networkx as nx

from kg.export.communities import SMALLEST, communities


def rank(graph: nx.Graph) -> dict[str, int]:
    return {node: number for number, node in enumerate(sorted(graph))}


def clique(*names: str) -> list[tuple[str, str]]:
    return [(one, other) for one in names for other in names if one < other]


def test_two_groups_with_one_edge_between_them_are_two_communities() -> None:
    graph = nx.Graph([*clique(*"abcde"), *clique(*"wxyz"), ("e", "w")])
    assert communities(graph, rank(graph)) == [list("abcde"), list("wxyz")]


def test_a_community_begins_with_its_lowest_rank() -> None:
    graph = nx.Graph(clique(*"abcd"))
    assert communities(graph, {"d": 0, "b": 1, "a": 2, "c": 3}) == [["d", "b", "a", "c"]]


def test_few_nodes_and_nodes_without_edges_are_none() -> None:
    graph = nx.Graph(clique(*"abc"))
    graph.add_nodes_from("xyz")
    assert len("abc") < SMALLEST
    assert communities(graph, rank(graph)) == []
    assert communities(nx.Graph([("a", "a")]), {"a": 0}) == []


def test_the_order_of_nodes_and_edges_does_not_matter() -> None:
    edges = [*clique(*"abcde"), *clique(*"klmno"), *clique(*"uvwxy"), ("e", "k"), ("o", "u")]
    graph, other = nx.Graph(edges), nx.Graph([(b, a) for a, b in reversed(edges)])
    assert communities(graph, rank(graph)) == communities(other, rank(other))
