"""The graphs made by hand, loaded."""

import pytest

import archive
import chronicle
import samples
from kg import rdf
from kg.store.dataset import Dataset


@pytest.fixture(scope="session")
def sample() -> Dataset:
    return Dataset.of(rdf.to_turtle(samples.knowledge()))


@pytest.fixture(scope="session")
def chronicled() -> Dataset:
    return Dataset.of(rdf.to_turtle(chronicle.knowledge()))


@pytest.fixture(scope="session")
def archived() -> Dataset:
    return Dataset.of(rdf.to_turtle(archive.knowledge()))
