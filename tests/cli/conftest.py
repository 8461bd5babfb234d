"""A build's folder, as the commands find it."""

from pathlib import Path

import pytest

import chronicle
import samples
from kg import rdf


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "graph.ttl").write_bytes(rdf.to_turtle(samples.knowledge()))
    return str(tmp_path)


@pytest.fixture
def chronicle_folder(tmp_path: Path) -> str:
    (tmp_path / "graph.ttl").write_bytes(rdf.to_turtle(chronicle.knowledge()))
    return str(tmp_path)
