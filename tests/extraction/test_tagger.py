"""From scores to stretches: the best sequence of labels that is one at all."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import resources
from kg.errors import KnowledgeError
from kg.extraction import features, tagger, tokens
from kg.extraction.features import Rows
from kg.extraction.tagger import Tagged
from kg.model import ENTITY_TYPES

Floats = npt.NDArray[np.float32]
PLACES = "BIES"
# O, then begin, inside, end and single of each type: B-Organisation …
LABELS = ["O", *(f"{place}-{kind}" for kind in ENTITY_TYPES for place in PLACES)]


@dataclass(frozen=True)
class Oracle:
    """A network that says what it is told, row by row: the row's ``char`` is its number."""

    table: Floats

    def scores(self, rows: Rows) -> Floats:
        return self.table[rows.char]


def numbered(length: int) -> Rows:
    column = np.arange(length)
    return Rows(column, column, column, column, column, np.zeros((length, features.FLAGS), dtype=np.uint8))


def tag(monkeypatch: pytest.MonkeyPatch, table: Floats, text: str = "") -> list[Tagged]:
    """What the tagger makes of a row of scores for each character of ``text`` (of any text, where none is given)."""
    monkeypatch.setattr(tagger, "_network", lambda: Oracle(table))
    return tagger.tag(text or "字" * len(table), numbered(len(table)))


def sure(*labels: str, by: float = 12.0) -> Floats:
    """Scores in which each row's label leads by ``by``; of two labels (``E-Place/I-Place``) the first leads by 1."""
    table = np.zeros((len(labels), len(LABELS)), dtype=np.float32)
    for row, told in enumerate(labels):
        for behind, label in enumerate(told.split("/")):
            table[row, LABELS.index(label)] = by - behind
    return table


def spans(tagged: list[Tagged]) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.type) for one in tagged]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ("O O O", []),
        ("O B-Place E-Place O", [(1, 3, "Place")]),
        ("B-Policy I-Policy I-Policy E-Policy", [(0, 4, "Policy")]),
        ("S-Place O S-Person", [(0, 1, "Place"), (2, 3, "Person")]),
        ("B-Place E-Place B-Project E-Project", [(0, 2, "Place"), (2, 4, "Project")]),
        ("S-Place S-Place", [(0, 1, "Place"), (1, 2, "Place")]),
        ("B-Organisation E-Organisation O O O B-Person E-Person", [(0, 2, "Organisation"), (5, 7, "Person")]),
    ],
)
def test_labels_are_stretches(monkeypatch: pytest.MonkeyPatch, labels: str, names: list[tuple[int, int, str]]) -> None:
    assert spans(tag(monkeypatch, sure(*labels.split()))) == names


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        # what may not stand there yields to the next best
        ("O I-Place/S-Place O", [(1, 2, "Place")]),
        ("B-Place I-Place/E-Place O", [(0, 2, "Place")]),
        ("B-Place/O O O", []),
        ("B-Place E-Project/E-Place O", [(0, 2, "Place")]),
        ("E-Place/B-Place E-Place", [(0, 2, "Place")]),
    ],
)
def test_what_is_no_sequence_of_labels_gives_way(
    monkeypatch: pytest.MonkeyPatch, labels: str, names: list[tuple[int, int, str]]
) -> None:
    assert spans(tag(monkeypatch, sure(*labels.split()))) == names


def follow(one: str, other: str) -> bool:
    """Whether a label may stand right before another; ``O`` stands for the edges of a text too."""
    opened = one[0] in "BI"
    return (other[0] in "IE") == opened and (not opened or one[2:] == other[2:])


SEQUENCES = [
    [LABELS.index(label) for label in labels]
    for labels in product(LABELS, repeat=3)
    if all(follow(one, other) for one, other in pairwise(("O", *labels, "O")))
]


def labels(tagged: list[Tagged], length: int) -> list[int]:
    found = ["O"] * length
    for one in tagged:
        for position in range(one.start, one.end):
            first, last = position == one.start, position + 1 == one.end
            place = "S" if first and last else "B" if first else "E" if last else "I"
            found[position] = f"{place}-{one.type}"
    return [LABELS.index(label) for label in found]


@pytest.mark.parametrize("seed", range(12))
def test_no_other_sequence_of_labels_scores_higher(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    table = np.random.default_rng(seed).normal(0, 2, (3, len(LABELS))).astype(np.float32)
    best = max(SEQUENCES, key=lambda sequence: sum(table[row, label] for row, label in enumerate(sequence)))
    assert len(SEQUENCES) > 200
    assert labels(tag(monkeypatch, table), 3) == best


def test_the_score_is_the_mean_of_the_probabilities(monkeypatch: pytest.MonkeyPatch) -> None:
    """The geometric one: 0.9 and 0.4 make 0.6."""
    table = np.full((2, len(LABELS)), -100, dtype=np.float32)
    for row, (label, probability) in enumerate([("B-Place", 0.9), ("E-Place", 0.4)]):
        table[row, 0] = math.log(1 - probability)
        table[row, LABELS.index(label)] = math.log(probability)
    (found,) = tag(monkeypatch, table)
    assert found.score == pytest.approx(0.6, abs=1e-5)


def test_scores_count_by_their_differences_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """However far from zero they stand."""
    table = sure("B-Place", "E-Place", "O")
    assert tag(monkeypatch, table + np.float32(5000)) == tag(monkeypatch, table)


@pytest.mark.parametrize("stretch", [6, 8, 11, 29])
def test_a_long_text_is_tagged_line_by_line(monkeypatch: pytest.MonkeyPatch, stretch: int) -> None:
    """No stretch ends within a name: there is a line break between any two sentences."""
    table = sure(*["B-Place", "I-Place", "E-Place", "S-Person", "O"] * 6)
    text = "字字字字\n" * 6
    whole = tag(monkeypatch, table, text)
    assert len(whole) == 12
    monkeypatch.setattr(tagger, "_STRETCH", stretch)
    assert tag(monkeypatch, table, text) == whole


def test_a_line_longer_than_a_stretch_is_cut_where_it_must(monkeypatch: pytest.MonkeyPatch) -> None:
    table = sure(*["S-Place", "O"] * 10)
    monkeypatch.setattr(tagger, "_STRETCH", 7)
    assert [one.start for one in tag(monkeypatch, table)] == list(range(0, 20, 2))


TEXTS = st.text(st.characters() | st.sampled_from("江苏省南京市国家发展改革委印发《办法》，。"), max_size=80)


def stretches(text: str) -> Iterator[Tagged]:
    yield from tagger.tag(text, features.rows(text, tokens.words(text), []))


@settings(max_examples=40)
@given(TEXTS)
def test_stretches_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = list(stretches(text))
    assert all(0 <= one.start < one.end <= len(text) and 0 < one.score <= 1 for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_the_trained_tagger_finds_something() -> None:
    """Which stretches exactly is measured, not promised; benchmarks/accuracy/ has the floors."""
    assert list(stretches("国家主席习近平在北京人民大会堂会见美国总统。"))
    assert list(stretches("")) == []


@pytest.mark.parametrize("content", [b"not an archive", b"version https://git-lfs.github.com/spec/v1\n"])
def test_a_file_that_is_no_tagger_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "tagger.npz"
    file.write_bytes(content)
    with pytest.raises(KnowledgeError, match=r"tagger\.npz: not a tagger .*; reinstall zhimai"):
        read(monkeypatch, file)


def test_an_archive_without_the_weights_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "tagger.npz"
    np.savez(file, head=np.zeros(3))
    with pytest.raises(KnowledgeError, match=r"tagger\.npz: not a tagger \(.*flags.*\); reinstall zhimai"):
        read(monkeypatch, file)


def read(monkeypatch: pytest.MonkeyPatch, file: Path) -> list[Tagged]:
    """Tag with the model in ``file``, whatever was read before."""
    monkeypatch.setattr(resources, "path", lambda *_: file)
    monkeypatch.setattr(tagger, "_network", tagger._network.__wrapped__)
    return tagger.tag("字", numbered(1))
