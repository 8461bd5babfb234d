"""The large graphs that questions are measured on: a build many times over, each copy with things of its own."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

import samples
from kg import rdf
from kg.store import sparql
from kg.store.dataset import Dataset

FILE = Path(__file__).parents[2] / "benchmarks" / "query" / "generate.py"
LOCATED = "SELECT ?a ?b { ?x kg:locatedIn/skos:prefLabel ?b ; skos:prefLabel ?a } ORDER BY ?a ?b"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("query_generate", FILE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_as_many_copies_as_it_takes(generate: ModuleType) -> None:
    build = rdf.to_turtle(samples.knowledge())
    size = len(Dataset.of(build))
    grown = Dataset.of(generate.graph(build, 2 * size))
    assert 2 * size * 0.9 < len(grown) <= 2 * size  # what is said of the vocabulary would stand once
    assert generate.graph(build, 2 * size) == generate.graph(build, 2 * size)
    assert generate.graph(build, size) == build


def test_each_copy_is_tied_within_itself(generate: ModuleType) -> None:
    build = rdf.to_turtle(samples.knowledge())
    pairs = [(row["a"], row["b"]) for row in sparql.rows(Dataset.of(build), LOCATED)]
    assert pairs == [("南京市", "江苏省"), ("南京量子中心", "南京市")]
    grown = Dataset.of(generate.graph(build, 2 * len(Dataset.of(build))))
    found = [(row["a"], row["b"]) for row in sparql.rows(grown, LOCATED)]
    assert found == sorted([*pairs, *((f"{one}·1", f"{other}·1") for one, other in pairs)])
