"""A server that can fail, and a graph to send to it in pieces."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import samples
from kg import rdf
from kg.store.dataset import Dataset
from sparql_server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def sample() -> Dataset:
    return Dataset.of(rdf.to_turtle(samples.knowledge()))
