"""``kg export``: where the files go, what is refused, the same bytes twice."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from kg.cli.export import export
from kg.errors import GraphError, OutputError
from kg.export.formats import FORMATS


def run(*arguments: str) -> Result:
    return CliRunner().invoke(export, arguments, catch_exceptions=False)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_writes_the_same_bytes_twice(format: str, chronicle_folder: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assert run("--format", format, "--graph", chronicle_folder, "--out", str(tmp_path / name)).exit_code == 0
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() != b""


def test_a_file_beside_the_graph_unless_another_is_named(folder: str, tmp_path: Path) -> None:
    assert run("--format", "graphml", "--graph", folder).output == f"written: {tmp_path / 'export.graphml'}\n"
    named = tmp_path / "new" / "news.graphml"
    run("--format", "graphml", "--graph", folder, "--out", str(named))
    assert nx.read_graphml(named).number_of_nodes() == 8


def test_tables_come_in_a_folder_with_the_command_that_imports_them(folder: str, tmp_path: Path) -> None:
    output = run("--format", "csv", "--graph", folder, "--out", str(tmp_path / "import")).output
    assert sorted(path.name for path in (tmp_path / "import").iterdir()) == ["nodes.csv", "relationships.csv"]
    assert "next: neo4j-admin database import full --array-delimiter=U+001F" in output


def test_a_pipe_gets_the_bytes_and_nothing_else(folder: str, tmp_path: Path) -> None:
    result = run("--format", "turtle", "--graph", folder, "--out", "-")
    assert result.stdout_bytes == (tmp_path / "graph.ttl").read_bytes()


def test_two_files_are_too_many_for_a_pipe(folder: str) -> None:
    result = run("--format", "csv", "--graph", folder, "--out", "-")
    assert result.exit_code == 2
    assert "2 files have no place in one pipe; name a folder with --out" in result.output


def test_the_graph_itself_is_never_overwritten(folder: str, tmp_path: Path) -> None:
    before = (tmp_path / "graph.ttl").read_bytes()
    with pytest.raises(OutputError, match="is the graph itself; give another --out"):
        run("--format", "turtle", "--rdf12", "--graph", folder, "--out", str(tmp_path / "graph.ttl"))
    assert (tmp_path / "graph.ttl").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("jsonld", "--rdf12"), "--rdf12 says nothing in jsonld; it is for turtle, ntriples, nquads, trig"),
        (("turtle", "--name", "http://e/g"), "--name says nothing in turtle; it is for nquads, trig, jsonld"),
        (("nif", "--denied"), "--denied says nothing in nif; it is for graphml, gexf, csv, cypher"),
    ],
)
def test_an_option_that_would_say_nothing_is_wrong_use(arguments: tuple[str, ...], message: str, folder: str) -> None:
    result = run("--format", *arguments, "--graph", folder)
    assert result.exit_code == 2
    assert message in result.output


def test_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such graph; make one with kg build"):
        run("--format", "gexf", "--graph", str(tmp_path / "none"))
