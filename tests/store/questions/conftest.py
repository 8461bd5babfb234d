"""The names of benchmarks/ask, loaded."""

from pathlib import Path

import pytest

from kg.store.dataset import Dataset

NAMES = Path(__file__).parents[3] / "benchmarks" / "ask" / "names.ttl"


@pytest.fixture(scope="session")
def named() -> Dataset:
    return Dataset.of(NAMES.read_bytes(), NAMES.name)
