"""The public API: the same as the commands, typed."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

import kg
from kg.errors import QueryError

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def graph() -> kg.Graph:
    return kg.build([SEEDS])


def test_rows_of_a_select(graph: kg.Graph) -> None:
    names = {row["name"] for row in graph.query("SELECT ?name { ?p a kg:Policy ; skos:prefLabel|skos:altLabel ?name }")}
    assert "《关于加快场景培育和开放推动新场景大规模应用的实施意见》" in names


def test_named_queries_take_parameters(graph: kg.Graph) -> None:
    assert graph.query("policies-of", organisation="国务院")
    with pytest.raises(QueryError, match="no parameter"):
        graph.query("policies-of", colour="red")


def test_the_same_graph_in_every_form(graph: kg.Graph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert len(network) == len(graph.entities)
    assert network.number_of_edges() == len(graph.statements)
    assert graph.to_turtle().startswith(b"@prefix")
    assert graph.to_html().startswith("<!doctype html>")


def test_every_article_of_the_sample_page(graph: kg.Graph) -> None:
    (source,) = graph.knowledge.sources
    assert [article.kind for article in source.articles].count("caption") == 2
    assert len(source.articles) == 7


def test_a_cut_off_report_is_an_issue(graph: kg.Graph) -> None:
    assert [issue.kind for issue in graph.issues].count("cut-off") == 1
    assert graph.failures == ()
