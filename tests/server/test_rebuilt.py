"""A graph that is built again while it is served."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import chronicle
from kg import rdf
from serving import Server, eventually, serving

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture
def folder(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "graph"))


def replace(folder: Path, turtle: bytes) -> None:
    """As a build does: the file is the old one or the new one, never a part."""
    beside = folder / "new.ttl"
    beside.write_bytes(turtle)
    beside.replace(folder / "graph.ttl")


def count(server: Server) -> str:
    answer = server.ask(COUNT, "text/csv")
    assert answer.status == 200, answer.text
    return answer.text


def test_it_is_served_as_soon_as_it_is_there_and_every_question_is_answered(folder: Path) -> None:
    with serving(folder) as server:
        old = count(server)
        replace(folder, rdf.to_turtle(chronicle.knowledge()))
        assert eventually(lambda: count(server) != old)
        new = count(server)
        assert not eventually(lambda: count(server) != new, seconds=1), "the old graph came back"


def test_one_that_is_broken_is_not_served_in_place_of_the_one_before(folder: Path) -> None:
    with serving(folder) as server:
        old = count(server)
        replace(folder, b"not Turtle")
        assert not eventually(lambda: count(server) != old, seconds=3)
        replace(folder, rdf.to_turtle(chronicle.knowledge()))
        assert eventually(lambda: count(server) != old)
