"""The tagger's network in whole numbers: the same scores on every machine, in every batch.

Floating-point sums depend on their order, hence on the processor, the library and on what
else is in the batch; a near tie would then fall either way, and two builds would differ. So
activations are whole numbers in [0, ACTIVATION_MAX] and weights in [-127, 127], both held in
float32, in which sums below 2**24 are exact whatever their order. Training rounds in the
same way (``training/network.py``), so nothing is lost here.

    rows -> embeddings and flags -> a window of three -> residual windows (dilated) -> label scores
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.extraction.features import Rows

ACTIVATION_SCALE = 32  # an activation of 1.0 is held as 32
WEIGHT_SCALE = 64  # a weight of 1.0 is held as 64
ACTIVATION_MAX = 127
DILATIONS = (1, 2, 4, 8, 16)  # of the residual layers: together they see 32 characters to each side

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """Weights as whole numbers. ``tables`` maps a field of Rows to its embedding table."""

    tables: Mapping[str, Floats]
    flag_weights: Floats  # (FLAGS, hidden), on the grid of sums: a flag is 0 or 1
    first: Floats  # (width, 3 × hidden): for the row before, the row, the row after
    layers: tuple[Floats, ...]  # (hidden, 3 × hidden) each
    biases: tuple[Floats, ...]  # one for the first layer, one for each of layers
    head: Floats  # (hidden, labels)
    head_bias: Floats

    def scores(self, rows: Rows) -> Floats:
        """Label scores, n × labels, in natural units (a logit of 1.0 is 1.0)."""
        inputs = np.concatenate(
            [table.take(getattr(rows, name), axis=0) for name, table in self.tables.items()], axis=1
        )
        total = _window(inputs, self.first, 1)
        total += rows.flags.astype(np.float32) @ self.flag_weights
        total += self.biases[0]
        hidden = _activate(total)
        for weights, bias, dilation in zip(self.layers, self.biases[1:], DILATIONS, strict=True):
            total = _window(hidden, weights, dilation)
            total += bias
            hidden += _activate(total)
            np.minimum(hidden, ACTIVATION_MAX, out=hidden)
        return (hidden @ self.head + self.head_bias) / np.float32(ACTIVATION_SCALE * WEIGHT_SCALE)


def _activate(total: Floats) -> Floats:
    """Rounded to the grid of activations, negative ones to zero. Works in place."""
    total /= WEIGHT_SCALE
    total += np.float32(0.5)
    np.floor(total, out=total)
    return np.clip(total, 0, ACTIVATION_MAX, out=total)


def _window(values: Floats, weights: Floats, dilation: int) -> Floats:
    """Each row with the rows ``dilation`` before and after it, weighted; zeros beyond the ends.

    ``weights`` holds those for the row before, the row itself and the row after side by side.
    """
    parts = values @ weights
    hidden = parts.shape[1] // 3
    total = np.ascontiguousarray(parts[:, hidden : 2 * hidden])
    total[dilation:] += parts[:-dilation, :hidden]
    total[:-dilation] += parts[dilation:, 2 * hidden :]
    return total


def _side_by_side(weights: Floats) -> Floats:
    """(3 × width, hidden), one window above the other, as (width, 3 × hidden)."""
    return np.ascontiguousarray(np.concatenate(np.split(weights, 3), axis=1))


def doubtful(scores: Floats, sure: float) -> list[tuple[int, int]]:
    """Stretches in which the best label but the first is no further below the first than ``sure``, in order."""
    inside = np.concatenate(([False], scores[:, 1:].max(axis=1) - scores[:, 0] > sure, [False]))
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def load(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Network:
    """From the arrays that ``training/train.py`` writes. Raises KeyError where one is missing."""
    floats = {name: np.asarray(array, dtype=np.float32) for name, array in arrays.items() if "table" not in name}
    return Network(
        tables={
            name.removeprefix("table."): np.asarray(array, dtype=np.float32)
            for name, array in arrays.items()
            if name.startswith("table.")
        },
        flag_weights=floats["flags"] * ACTIVATION_SCALE,
        first=_side_by_side(floats["first"]),
        layers=tuple(_side_by_side(floats[f"layer.{number}"]) for number in range(len(DILATIONS))),
        biases=tuple(floats[f"bias.{number}"] for number in range(len(DILATIONS) + 1)),
        head=floats["head"],
        head_bias=floats["head_bias"],
    )
