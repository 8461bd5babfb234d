"""Logistic regression over named clues, with weights drawn to zero (elastic net), in NumPy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
STEPS = 250
RARE = 3  # a clue of fewer samples is none


@dataclass(frozen=True, slots=True)
class Matrix:
    """Which samples have which clues: one entry each, ordered by sample; clue 0 stands with all."""

    clues: tuple[str, ...]
    sample: npt.NDArray[np.int64]
    clue: npt.NDArray[np.int64]
    size: int

    @staticmethod
    def of(samples: Sequence[Iterable[str]]) -> Matrix:
        counts = Counter(name for sample in samples for name in sample)
        clues = ("", *sorted(name for name, count in counts.items() if count >= RARE))
        number = {name: index for index, name in enumerate(clues)}
        rows, columns = [], []
        for index, sample in enumerate(samples):
            found = [0, *(number[name] for name in sample if name in number)]
            rows.extend([index] * len(found))
            columns.extend(found)
        return Matrix(clues, np.array(rows), np.array(columns), len(samples))

    def times(self, weights: Floats) -> Floats:
        return np.bincount(self.sample, weights[self.clue], minlength=self.size)

    def back(self, residuals: Floats) -> Floats:
        return np.bincount(self.clue, residuals[self.sample], minlength=len(self.clues))


def fit(
    samples: Sequence[Iterable[str]],
    labels: Floats,
    importance: Floats,
    penalty: tuple[float, float],
    prior: Mapping[str, float],
) -> dict[str, float]:
    """The weights that are not zero; ``""`` is the one that stands with every sample.

    Accelerated proximal descent (FISTA) on the sum of the samples' losses. ``penalty``: on what a weight
    differs from its ``prior`` (else from zero), and on the square of it.
    """
    l1, l2 = penalty
    matrix = Matrix.of(samples)
    widest = np.bincount(matrix.sample, minlength=matrix.size).max()
    spread = np.bincount(matrix.clue, minlength=len(matrix.clues)).max()
    rate = 1.0 / (0.25 * np.sqrt(widest * spread) * np.sqrt(widest) / 2 + l2)
    shrink = np.full(len(matrix.clues), l1)
    shrink[0] = 0.0
    expected = np.array([prior.get(name, 0.0) for name in matrix.clues])
    weights = np.zeros(len(matrix.clues))  # beyond what is expected
    ahead, pace = weights.copy(), 1.0
    for _ in range(STEPS):
        said = 1.0 / (1.0 + np.exp(-matrix.times(expected + ahead)))
        slope = matrix.back(importance * (said - labels)) + l2 * ahead * (shrink > 0)
        moved = ahead - rate * slope
        new = np.sign(moved) * np.maximum(np.abs(moved) - rate * shrink, 0.0)
        quicker = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = new + (pace - 1) / quicker * (new - weights)
        weights, pace = new, quicker
    return {name: float(weight) for name, weight in zip(matrix.clues, expected + weights, strict=True) if weight}


def score(weights: dict[str, float], sample: Iterable[str]) -> float:
    return weights.get("", 0.0) + sum(weights.get(name, 0.0) for name in sample)
