from __future__ import annotations

from collections.abc import Callable

import pytest

import samples
from kg.export import drawn
from kg.export.drawn import Drawn
from kg.export.network import network
from kg.model import Knowledge


def test_a_graph_that_can_be_read_is_drawn_whole(many: Callable[[int], Knowledge]) -> None:
    graph = network(many(60))
    found = Drawn.of(graph)
    assert list(found.nodes) == list(graph)
    assert len(found.edges) == graph.number_of_edges()


def test_of_a_larger_one_the_most_mentioned_that_are_tied(
    many: Callable[[int], Knowledge], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn, "ALWAYS_DRAWN", 0)
    graph = network(many(60))
    found = Drawn.of(graph, 20)
    assert 2 <= len(found.nodes) <= 20
    assert set(found.nodes) == {end for subject, obj, _, _ in found.edges for end in (subject, obj)}
    assert max(graph, key=lambda node: graph.nodes[node]["weight"]) in found.nodes


def test_the_very_most_mentioned_though_nothing_ties_it() -> None:
    graph = network(samples.knowledge())
    (node,) = Drawn.of(graph, 1).nodes
    assert graph.nodes[node]["weight"] == max(graph.nodes[other]["weight"] for other in graph)


def test_what_is_drawn_comes_in_the_order_of_the_graph(many: Callable[[int], Knowledge]) -> None:
    """However few of all they are: the order of a set differs from one run to the next."""
    graph = network(many(60))
    found = Drawn.of(graph, 20)
    assert list(found.nodes) == [node for node in graph if node in found.nodes]


def test_ranks_begin_with_the_most_mentioned(many: Callable[[int], Knowledge]) -> None:
    found = Drawn.of(network(many(60)))
    weights = [found.nodes[node]["weight"] for node in found.by_weight()]
    assert weights == sorted(weights, reverse=True)
    types = [found.nodes[node]["type"] for node in found.by_type()]
    assert types == sorted(types)
