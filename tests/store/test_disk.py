"""The store on disk: it answers for the graph beside it or not at all, whole, whatever happens to a build."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

import samples
from kg import rdf
from kg.errors import OutputError
from kg.rdf import turtle
from kg.store import disk, inference, sparql, stamp
from kg.store.dataset import Dataset
from kg.store.files import write_whole
from kg.store.stamp import Stamp

LABEL = "SELECT ?name { project:centre skos:prefLabel ?name }"
DYING = """
import os, sys
from pathlib import Path
from kg.store import disk
disk.inference.infer = lambda store, axioms: os._exit(9)  # all is loaded, nothing is sealed
graph = Path(sys.argv[1])
disk.write(graph, graph.read_bytes())
"""


def data(label: str = "南京量子中心") -> bytes:
    """The sample's graph, its last entity called so."""
    knowledge = samples.knowledge()
    entities = (*knowledge.entities[:-1], replace(knowledge.entities[-1], label=label))
    return rdf.to_turtle(replace(knowledge, entities=entities))


def built(folder: Path, label: str = "南京量子中心") -> Path:
    """As a build leaves a folder."""
    graph = folder / "graph.ttl"
    write_whole(graph, data(label))
    disk.write(graph, data(label))
    return graph


def generations(folder: Path) -> list[str]:
    return sorted(entry.name for entry in (folder / "store").iterdir() if entry.is_dir())


def label(folder: Path) -> str:
    return sparql.rows(Dataset.open(folder), LABEL)[0]["name"]


@pytest.fixture
def no_turtle(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on a dataset comes from a store on disk or not at all."""

    def fail(path: Path) -> bytes:
        raise AssertionError(f"{path} was read")

    monkeypatch.setattr(turtle, "read", fail)


def test_a_build_is_asked_without_its_turtle(tmp_path: Path, no_turtle: None) -> None:
    built(tmp_path)
    dataset = Dataset.open(tmp_path)
    assert sparql.rows(dataset, LABEL) == [{"name": "南京量子中心"}]
    assert dataset.name == str(tmp_path / "graph.ttl")
    assert len(dataset) == len(set(rdf.triples(samples.knowledge())))


def test_the_store_and_the_turtle_say_the_same(tmp_path: Path) -> None:
    built(tmp_path)
    for inferred in (False, True):
        stored, loaded = Dataset.open(tmp_path, inferred=inferred), Dataset.of(data(), inferred=inferred)
        assert stored.prefixes == loaded.prefixes
        assert len(stored) == len(loaded)
        for pattern in ("?s ?p ?o", "GRAPH ?g { ?s ?p ?o }"):
            answers = [sorted(map(str, sparql.ask(each, f"SELECT * {{ {pattern} }}"))) for each in (stored, loaded)]
            assert answers[0] == answers[1]


def test_a_graph_that_was_exchanged_is_read_itself(tmp_path: Path) -> None:
    graph = built(tmp_path)
    write_whole(graph, data("别的中心"))
    assert label(tmp_path) == "别的中心"


def test_an_edit_in_place_is_seen_though_size_and_time_are_as_before(tmp_path: Path) -> None:
    graph = built(tmp_path)
    before = graph.stat()
    graph.write_bytes(data("南京量子中央"))
    os.utime(graph, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert graph.stat().st_size == before.st_size
    assert graph.stat().st_mtime_ns == before.st_mtime_ns
    assert label(tmp_path) == "南京量子中央"
    assert built(tmp_path, "又一中心") == graph
    assert label(tmp_path) == "又一中心"


def test_a_copy_of_the_folder_has_its_store(tmp_path: Path, no_turtle: None) -> None:
    graph = built(tmp_path / "one")
    copied = tmp_path / "other"
    disk.shutil.copytree(graph.parent, copied)
    assert label(copied) == "南京量子中心"


def test_a_reader_keeps_the_graph_that_it_opened(tmp_path: Path, no_turtle: None) -> None:
    built(tmp_path)
    reader = Dataset.open(tmp_path)
    built(tmp_path, "别的中心")
    assert sparql.rows(reader, LABEL) == [{"name": "南京量子中心"}]
    assert len(list(sparql.ask(reader, "SELECT * { ?s ?p ?o }"))) == len(reader)  # type: ignore[arg-type]
    assert label(tmp_path) == "别的中心"
    assert generations(tmp_path) == ["2"]


@pytest.mark.parametrize("before", [True, False])
def test_a_build_killed_half_way_changes_nothing_and_leaves_nothing_for_long(tmp_path: Path, before: bool) -> None:
    if before:
        built(tmp_path)
    graph = tmp_path / "graph.ttl"
    write_whole(graph, data("别的中心"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    killed = subprocess.run([sys.executable, "-c", DYING, graph], env=environment, check=False)
    assert killed.returncode == 9
    assert generations(tmp_path) == (["1", "2"] if before else ["1"])  # the half of it
    assert label(tmp_path) == "别的中心"  # from the Turtle
    if before:
        write_whole(graph, data())
        assert disk.find(graph)  # what was there before is still good
    built(tmp_path, "又一中心")
    assert label(tmp_path) == "又一中心"
    assert len(generations(tmp_path)) == 1
    assert len(list((tmp_path / "store").iterdir())) == 4  # with its source, the stamp and the lock


def test_a_small_change_is_made_in_a_copy_and_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path)
    monkeypatch.setattr(disk, "_load", lambda folder, data: pytest.fail("all was loaded again"))
    graph = built(tmp_path, "别的中心")
    found = disk.find(graph)
    assert found is not None
    assert set(found.store) == set(Dataset.of(data("别的中心"), inferred=True).store)


def test_what_no_longer_follows_is_taken_out(tmp_path: Path) -> None:
    built(tmp_path)
    shorter = replace(samples.knowledge(), statements=samples.knowledge().statements[:-1])
    graph = tmp_path / "graph.ttl"
    write_whole(graph, rdf.to_turtle(shorter))
    disk.write(graph, rdf.to_turtle(shorter))
    question = "SELECT * { ?body kg:undertakes ?project }"
    assert sparql.rows(Dataset.of(data(), inferred=True), question)
    assert not sparql.rows(Dataset.open(tmp_path, inferred=True), question)


def test_the_same_graph_again_keeps_the_generation(tmp_path: Path, no_turtle: None) -> None:
    built(tmp_path)
    built(tmp_path)
    assert generations(tmp_path) == ["1"]
    assert label(tmp_path) == "南京量子中心"


def test_a_damaged_store_is_passed_over_and_mended_by_the_next_build(tmp_path: Path) -> None:
    graph = built(tmp_path)
    for file in (tmp_path / "store" / "1").glob("*.sst"):
        file.write_bytes(b"")
    assert disk.find(graph) is None
    assert label(tmp_path) == "南京量子中心"
    built(tmp_path)
    assert disk.find(graph)


@pytest.mark.parametrize("text", [b"", b"{}", b"[]", b'{"format": 1, "generation": "../graph"}', b'{"format": 99}'])
def test_a_stamp_that_is_none_counts_for_nothing(tmp_path: Path, text: bytes) -> None:
    built(tmp_path)
    (tmp_path / "store" / stamp.FILE).write_bytes(text)
    assert Stamp.read(tmp_path / "store") is None
    assert label(tmp_path) == "南京量子中心"


def test_what_was_inferred_by_other_rules_is_out_of_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = built(tmp_path)
    monkeypatch.setattr(inference, "version", lambda: "another")
    assert disk.find(graph) is None


def test_a_reader_may_be_without_the_right_to_write(tmp_path: Path, no_turtle: None) -> None:
    built(tmp_path)
    folder = tmp_path / "store" / "1"
    names = sorted(file.name for file in folder.iterdir())
    label(tmp_path)
    assert sorted(file.name for file in folder.iterdir()) == names


def test_a_file_without_hard_links_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: str, target: str) -> None:
        raise PermissionError("no links on this disk")

    monkeypatch.setattr(disk.os, "link", refuse)
    built(tmp_path)
    built(tmp_path, "别的中心")
    assert label(tmp_path) == "别的中心"


def test_a_folder_of_the_user_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "2024").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="not a store of ours; move it away, or build with --no-store"):
        built(tmp_path)
    disk.remove(tmp_path / "graph.ttl")
    assert (tmp_path / "store" / "2024").read_text(encoding="utf-8") == "mine"


def test_a_store_is_removed_whole(tmp_path: Path) -> None:
    graph = built(tmp_path)
    disk.remove(graph)
    assert [file.name for file in tmp_path.iterdir()] == ["graph.ttl"]
    disk.remove(graph)
    assert label(tmp_path) == "南京量子中心"


def test_nothing_but_a_graph_of_its_own_is_in_the_default_graph(tmp_path: Path) -> None:
    found = disk.find(built(tmp_path))
    assert found is not None
    stated = {ox.Triple(q.subject, q.predicate, q.object) for q in found.store if q.graph_name == ox.DefaultGraph()}
    assert len(stated) == len(set(rdf.triples(samples.knowledge())))
    assert {quad.graph_name for quad in found.store} == {ox.DefaultGraph(), inference.GRAPH}
