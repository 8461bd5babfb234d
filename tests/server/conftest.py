"""Servers of the graphs made by hand. The one for most tests is started once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import samples
from kg import rdf
from serving import Server, serving


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    (folder / "graph.ttl").write_bytes(rdf.to_turtle(samples.knowledge()))
    return folder


@pytest.fixture(scope="session")
def server(sample_folder: Path) -> Iterator[Server]:
    with serving(sample_folder, "--rows", "50", "--timeout", "20") as started:
        yield started
