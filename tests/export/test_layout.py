from __future__ import annotations

import itertools
import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.layout import SPACING, positions


def rank(graph: nx.Graph) -> dict[str, int]:
    return {node: number for number, node in enumerate(sorted(graph))}


def graph_of(*edges: str, alone: str = "") -> nx.Graph:
    graph = nx.Graph()
    graph.add_edges_from((edge[0], edge[1]) for edge in edges)
    graph.add_nodes_from(alone)
    return graph


def test_an_empty_graph_has_no_positions() -> None:
    assert positions(nx.Graph(), {}) == {}


def test_neighbours_stand_nearer_than_strangers() -> None:
    graph = graph_of("ab", "bc", "cd", "de")
    places = positions(graph, rank(graph))
    assert math.dist(places["a"], places["b"]) < math.dist(places["a"], places["e"]) / 2


def test_a_chain_lies_across() -> None:
    graph = graph_of("ab", "bc", "cd", "de")
    (ax, ay), (ex, ey) = (positions(graph, rank(graph))[node] for node in "ae")
    assert abs(ax - ex) > 10 * abs(ay - ey)


def test_parts_and_nodes_without_edges_stand_apart() -> None:
    """The frames of two parts never overlap, and each node without edges has a place of its own."""
    graph = graph_of("ab", "bc", "ca", "de", "fg", alone="xyz")
    places = positions(graph, rank(graph))
    frames = [frame([places[node] for node in part]) for part in nx.connected_components(graph)]
    for one, other in itertools.combinations(frames, 2):
        assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def frame(points: list[tuple[int, int]]) -> tuple[int, int, int, int]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def test_nodes_without_edges_stand_in_rows_by_rank() -> None:
    graph = graph_of(alone="abc")
    places = positions(graph, {"c": 0, "a": 1, "b": 2})
    assert sorted(places, key=lambda node: (places[node][1], places[node][0])) == ["c", "a", "b"]


def test_a_node_whose_only_edge_leads_to_itself_has_a_place() -> None:
    graph = graph_of("aa", "bc")
    assert set(positions(graph, rank(graph))) == {"a", "b", "c"}


@pytest.mark.parametrize("size", [30, 120])
def test_no_two_nodes_of_a_tree_cover_each_other(size: int) -> None:
    graph = nx.Graph((str(number), str(number // 3)) for number in range(1, size))
    places = positions(graph, rank(graph))
    nearest = min(math.dist(a, b) for a, b in itertools.combinations(places.values(), 2))
    assert nearest > SPACING / 6


def test_a_community_keeps_together() -> None:
    """A ring cut into two halves: with them the halves stand farther from each other than without."""
    ring = [str(number) for number in range(12)]
    graph = nx.Graph(zip(ring, ring[1:] + ring[:1], strict=True))
    halves = [ring[:6], ring[6:]]

    def spread(places: dict[str, tuple[int, int]]) -> float:
        middles = [[sum(axis) / 6 for axis in zip(*(places[node] for node in half), strict=True)] for half in halves]
        within = sum(
            math.dist(places[node], middle) for half, middle in zip(halves, middles, strict=True) for node in half
        )
        return math.dist(*middles) / within

    assert spread(positions(graph, rank(graph), halves)) > spread(positions(graph, rank(graph)))


def test_what_is_remembered_of_the_layout_changes_nothing() -> None:
    graph = graph_of("ab", "cd", "ef", "xy", "yz")
    known: dict[str, bytes] = {}
    made: list[str] = []

    def memo(key: str, make):
        if key not in known:
            made.append(key)
            known[key] = make()
        return known[key]

    first = positions(graph, rank(graph), memo=memo)
    assert first == positions(graph, rank(graph), memo=memo) == positions(graph, rank(graph))
    assert len(made) == 2  # pairs are alike


edges = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=12)


@settings(max_examples=25)
@given(edges, st.randoms(use_true_random=False))
def test_the_order_of_nodes_and_edges_does_not_matter(pairs: list[tuple[str, str]], chance) -> None:
    graph, other = nx.Graph(pairs), nx.Graph()
    shuffled = [tuple(chance.sample(pair, 2)) for pair in chance.sample(pairs, len(pairs))]
    other.add_edges_from(shuffled)
    assert positions(graph, rank(graph)) == positions(other, rank(other))
