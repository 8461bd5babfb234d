"""How probable a relation is, by its clues."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.extraction import patterns, scoring
from kg.extraction.scoring import Scale, Table
from kg.model import PREDICATES


def test_more_weight_is_more_probable_and_nothing_is_certain() -> None:
    scale = Scale(always=-300, scale=100, shift=0, least=45)
    said = [scale.probability(weight) for weight in (-10_000, 0, 300, 100_000)]
    assert said == sorted(said)
    assert said[2] == 0.5
    assert said[3] < 1


def test_a_clue_that_the_table_does_not_know_weighs_nothing() -> None:
    weights = {predicate: {} for predicate in PREDICATES} | {"partOf": {"gap<:的": 200}}
    table = Table(weights, dict.fromkeys(PREDICATES, Scale(-100, 100, 0, 45)))
    assert table.probability("partOf", ["gap<:的", "gap<:和"]) == table.probability("partOf", ["gap<:的"])
    assert table.probability("partOf", ["gap<:的"]) > table.probability("partOf", ["gap<:和"])


def test_the_table_has_a_scale_and_a_threshold_for_every_predicate() -> None:
    scales = scoring.load().scales
    assert set(scales) == set(PREDICATES)
    assert all(0 < scale.least < 100 and scale.scale > 0 for scale in scales.values())


@pytest.mark.parametrize("predicate", PREDICATES)
def test_that_a_pattern_says_so_speaks_for_it(predicate: str) -> None:
    assert scoring.load().weight(predicate, f"pattern:any-{predicate}") > 0
    assert any(pattern.predicate == predicate for pattern in patterns.load())


def test_a_damaged_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "relations.tsv").write_text("clue\t" + "\t".join(PREDICATES) + "\nx" + "\t1" * 9 + "\n")
    monkeypatch.setattr(resources, "graph_folder", lambda: tmp_path)
    with pytest.raises(KnowledgeError, match=r"relations\.tsv: not a table of weights"):
        scoring.load.__wrapped__()
