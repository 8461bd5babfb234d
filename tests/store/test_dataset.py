"""A graph is loaded whole, or one line says why not."""

from pathlib import Path

import pytest

import samples
from kg import rdf
from kg.errors import GraphError
from kg.store import sparql
from kg.store.dataset import Dataset, graph_path


def test_a_folder_and_its_graph_are_the_same(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(rdf.to_turtle(samples.knowledge()))
    assert len(Dataset.open(tmp_path)) == len(Dataset.open(path)) == len(set(rdf.triples(samples.knowledge())))


def test_a_folder_may_be_called_as_a_file_is(tmp_path: Path) -> None:
    folder = tmp_path / "odd.ttl"
    folder.mkdir()
    assert graph_path(folder) == folder / "graph.ttl"
    assert graph_path(tmp_path / "mine.ttl") == tmp_path / "mine.ttl"


def test_a_missing_graph_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"graph\.ttl: no such graph; make one with kg build"):
        Dataset.open(tmp_path / "nowhere")


def test_a_malformed_graph_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(rdf.to_turtle(samples.knowledge())[:-40])
    with pytest.raises(GraphError, match=r"graph\.ttl:\d+: not Turtle") as raised:
        Dataset.open(tmp_path)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("data", [b"", b"<http://a> <http://b> <http://c> .\n"])
def test_a_foreign_graph_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(data)
    with pytest.raises(GraphError, match="not the graph of a build"):
        Dataset.open(tmp_path)


def test_its_own_base_is_what_the_prefixes_stand_for() -> None:
    other = Dataset.of(rdf.to_turtle(samples.knowledge(), base="https://example.org/"))
    assert sparql.rows(other, "SELECT ?name { place:320000 skos:prefLabel ?name }") == [{"name": "江苏省"}]
