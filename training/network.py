"""The tagger's network in torch, rounding as ``kg.extraction.network`` does.

One body, one head a corpus: each corpus was marked by a guide of its own (an address is no
place in MSRA, a position is a name in CLUENER), so each teaches the body what names look
like and its own head where its guide draws the line. Only the head of the project's own
guide is shipped.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from torch import nn

from kg.extraction.features import CHAR_BUCKETS, FLAGS, PAIR_BUCKETS, SHAPES, TAGS, WORD_BUCKETS
from kg.extraction.network import ACTIVATION_MAX, ACTIVATION_SCALE, DILATIONS, WEIGHT_SCALE

WIDTHS = {"char": 48, "pair": 32, "word": 32, "tag": 8, "shape": 8}
# how often a whole embedding is hidden in training: rare words and pairs are what new texts bring
HIDDEN = {"char": 0.05, "pair": 0.15, "word": 0.2}
BUCKETS = {
    "char": CHAR_BUCKETS,
    "pair": PAIR_BUCKETS,
    "word": WORD_BUCKETS,
    "tag": len(TAGS) + 1,
    "shape": SHAPES,
}


class _Round(torch.autograd.Function):
    """Rounding whose gradient is that of the identity."""

    @staticmethod
    def forward(_: object, values: torch.Tensor) -> torch.Tensor:
        return torch.floor(values + 0.5)

    @staticmethod
    def backward(_: object, gradient: torch.Tensor) -> torch.Tensor:
        return gradient


def rounded(values: torch.Tensor, scale: int) -> torch.Tensor:
    return torch.clamp(_Round.apply(values * scale), -127, 127) / scale


def activation(values: torch.Tensor) -> torch.Tensor:
    return torch.clamp(_Round.apply(values * ACTIVATION_SCALE), 0, ACTIVATION_MAX) / ACTIVATION_SCALE


class Tagger(nn.Module):
    def __init__(self, heads: Mapping[str, int], hidden: int) -> None:
        super().__init__()
        self.tables = nn.ModuleDict(
            {name: nn.Embedding(size, WIDTHS[name], sparse=True) for name, size in BUCKETS.items()}
        )
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.2)
        width = sum(WIDTHS[name] for name in BUCKETS)
        self.flags = nn.Parameter(torch.randn(FLAGS, hidden) * 0.1)
        self.first = nn.Parameter(torch.randn(3 * width, hidden) / (3 * width) ** 0.5)
        self.layers = nn.ParameterList(
            [nn.Parameter(torch.randn(3 * hidden, hidden) / (3 * hidden) ** 0.5) for _ in DILATIONS]
        )
        self.biases = nn.ParameterList([nn.Parameter(torch.zeros(hidden)) for _ in range(len(DILATIONS) + 1)])
        self.heads = nn.ModuleDict({name: nn.Linear(hidden, labels) for name, labels in heads.items()})
        self.dropout = nn.Dropout(0.25)

    def forward(self, rows: Mapping[str, torch.Tensor], head: str) -> torch.Tensor:
        """Batch × length × labels. ``rows`` holds integers batch × length, flags batch × length × FLAGS."""
        inputs = torch.cat([self._looked_up(name, rows[name]) for name in self.tables], dim=-1)
        inputs = self.dropout(inputs) * rows["mask"]
        total = _window(inputs, 1) @ rounded(self.first, WEIGHT_SCALE)
        total = total + rows["flags"] @ rounded(self.flags, WEIGHT_SCALE)
        hidden = activation(total + self.biases[0]) * rows["mask"]
        for weights, bias, dilation in zip(self.layers, self.biases[1:], DILATIONS, strict=True):
            step = _window(self.dropout(hidden), dilation) @ rounded(weights, WEIGHT_SCALE)
            limit = ACTIVATION_MAX / ACTIVATION_SCALE
            hidden = torch.clamp(hidden + activation(step + bias), max=limit) * rows["mask"]
        linear = self.heads[head]
        return self.dropout(hidden) @ rounded(linear.weight, WEIGHT_SCALE).T + linear.bias

    def _looked_up(self, name: str, numbers: torch.Tensor) -> torch.Tensor:
        """Embeddings; in training some are hidden whole, as if the word or pair had never been seen."""
        found = rounded(self.tables[name](numbers), ACTIVATION_SCALE)
        hidden = HIDDEN.get(name, 0.0) if self.training else 0.0
        if hidden:
            found = found * (torch.rand(*numbers.shape, 1) >= hidden)
        return found

    def arrays(self, head: str) -> dict[str, np.ndarray]:
        """Whole numbers for ``kg.extraction.network.load``."""

        def whole(values: torch.Tensor, scale: int, limit: float = 127) -> np.ndarray:
            return torch.clamp(torch.floor(values.detach() * scale + 0.5), -limit, limit).numpy()

        grid = ACTIVATION_SCALE * WEIGHT_SCALE
        linear = self.heads[head]
        found = {
            f"table.{name}": whole(table.weight, ACTIVATION_SCALE).astype(np.int8)
            for name, table in self.tables.items()
        }
        found["flags"] = whole(self.flags, WEIGHT_SCALE).astype(np.int8)
        found["first"] = whole(self.first, WEIGHT_SCALE).astype(np.int8)
        found |= {f"layer.{n}": whole(w, WEIGHT_SCALE).astype(np.int8) for n, w in enumerate(self.layers)}
        found |= {f"bias.{n}": whole(b, grid, 2**20).astype(np.int32) for n, b in enumerate(self.biases)}
        found["head"] = whole(linear.weight, WEIGHT_SCALE).astype(np.int8).T.copy()
        found["head_bias"] = whole(linear.bias, grid, 2**20).astype(np.int32)
        return found


def _window(values: torch.Tensor, dilation: int) -> torch.Tensor:
    padded = nn.functional.pad(values, (0, 0, dilation, dilation))
    length = values.shape[1]
    return torch.cat([padded[:, i * dilation : i * dilation + length] for i in range(3)], dim=-1)
