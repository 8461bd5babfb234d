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
DILATIONS = (1, 2, 4, 8)  # of the residual layers

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """Weights as whole numbers. ``tables`` maps a field of Rows to its embedding table."""

    tables: Mapping[str, npt.NDArray[np.int8]]
    flag_weights: npt.NDArray[np.int8]  # (FLAGS, hidden): a flag is 0 or 1.0
    first: Floats  # (3 × width, hidden)
    layers: tuple[Floats, ...]  # (3 × hidden, hidden) each
    biases: tuple[Floats, ...]  # one for the first layer, one for each of layers
    head: Floats  # (hidden, labels)
    head_bias: Floats

    def scores(self, rows: Rows) -> Floats:
        """Label scores, n × labels, in natural units (a logit of 1.0 is 1.0)."""
        width = sum(table.shape[1] for table in self.tables.values())
        inputs = np.empty((len(rows), width), dtype=np.float32)
        column = 0
        for name, table in self.tables.items():
            inputs[:, column : column + table.shape[1]] = table[getattr(rows, name)]
            column += table.shape[1]
        total = _window(inputs, 1) @ self.first
        total += rows.flags.astype(np.float32) @ (self.flag_weights.astype(np.float32) * ACTIVATION_SCALE)
        hidden = _activate(total + self.biases[0])
        for weights, bias, dilation in zip(self.layers, self.biases[1:], DILATIONS, strict=True):
            hidden = np.minimum(hidden + _activate(_window(hidden, dilation) @ weights + bias), ACTIVATION_MAX)
        return (hidden @ self.head + self.head_bias) / np.float32(ACTIVATION_SCALE * WEIGHT_SCALE)


def _activate(total: Floats) -> Floats:
    """Rounded to the grid of activations, negative ones to zero."""
    return np.clip(np.floor(total / WEIGHT_SCALE + np.float32(0.5)), 0, ACTIVATION_MAX)


def _window(values: Floats, dilation: int) -> Floats:
    """Each row beside the rows ``dilation`` before and after it, zeros beyond the ends."""
    rows, width = values.shape
    wide = np.zeros((rows, 3 * width), dtype=np.float32)
    wide[dilation:, :width] = values[: max(rows - dilation, 0)]
    wide[:, width : 2 * width] = values
    wide[: max(rows - dilation, 0), 2 * width :] = values[dilation:]
    return wide


@dataclass(frozen=True, slots=True)
class Committee:
    """Networks trained apart, whose scores are averaged: what one has learnt by chance the others outvote."""

    members: tuple[Network, ...]

    def scores(self, rows: Rows) -> Floats:
        """As those of a network; exact too, since halves of exact sums are exact."""
        total = self.members[0].scores(rows)
        for member in self.members[1:]:
            total += member.scores(rows)
        return total / np.float32(len(self.members))


def load(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Committee:
    """From the arrays that ``training/train.py`` writes: ``NUMBER/NAME`` for each member.

    Raises KeyError where a member lacks an array, ValueError where there is no member.
    """
    members: dict[str, dict[str, npt.NDArray[np.generic]]] = {}
    for name in arrays:
        number, _, own = name.partition("/")
        members.setdefault(number, {})[own] = arrays[name]
    if not members:
        raise ValueError("no member")
    return Committee(tuple(_member(members[number]) for number in sorted(members)))


def _member(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Network:
    floats = {name: np.asarray(array, dtype=np.float32) for name, array in arrays.items() if "table" not in name}
    return Network(
        tables={
            name.removeprefix("table."): np.asarray(array, dtype=np.int8)
            for name, array in arrays.items()
            if name.startswith("table.")
        },
        flag_weights=np.asarray(arrays["flags"], dtype=np.int8),
        first=floats["first"],
        layers=tuple(floats[f"layer.{number}"] for number in range(len(DILATIONS))),
        biases=tuple(floats[f"bias.{number}"] for number in range(len(DILATIONS) + 1)),
        head=floats["head"],
        head_bias=floats["head_bias"],
    )
