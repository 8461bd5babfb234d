"""The two graphs made by hand, loaded."""

import pytest

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
