"""The network's scores are exact: the same alone, in a batch, and in whole numbers of any width."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import resources
from kg.extraction import features, network, tokens
from kg.extraction.features import Rows
from kg.extraction.network import ACTIVATION_MAX, ACTIVATION_SCALE, DILATIONS, WEIGHT_SCALE, Network

Whole = npt.NDArray[np.int64]
Arrays = dict[str, npt.NDArray[np.generic]]
FIELDS = {
    "char": features.CHAR_BUCKETS,
    "pair": features.PAIR_BUCKETS,
    "word": features.WORD_BUCKETS,
    "tag": len(features.TAGS) + 1,
    "shape": features.SHAPES,
}
# how far a row sees to each side
REACH = 1 + sum(DILATIONS)
HIDDEN, WIDTH, LABELS = 12, 3, 5


def small() -> Arrays:
    """Weights of a small network, drawn from their whole range."""
    draw = np.random.default_rng(7).integers
    arrays: Arrays = {f"table.{field}": draw(-127, 128, (size, WIDTH), dtype=np.int8) for field, size in FIELDS.items()}
    arrays["flags"] = draw(-127, 128, (features.FLAGS, HIDDEN), dtype=np.int8)
    arrays["first"] = draw(-30, 31, (3 * WIDTH * len(FIELDS), HIDDEN))
    for number in range(len(DILATIONS)):
        arrays[f"layer.{number}"] = draw(-40, 41, (3 * HIDDEN, HIDDEN))
    for number in range(len(DILATIONS) + 1):
        arrays[f"bias.{number}"] = draw(-2000, 2001, HIDDEN)
    arrays |= {"head": draw(-127, 128, (HIDDEN, LABELS)), "head_bias": draw(-2000, 2001, LABELS)}
    return arrays


def trained() -> Arrays:
    with np.load(resources.path("models", "tagger.npz"), allow_pickle=False) as arrays:
        return dict(arrays)


@pytest.fixture(scope="module", params=[small, trained], ids=["small", "trained"])
def net(request: pytest.FixtureRequest) -> Network:
    return network.load(request.param())


def rows(text: str) -> Rows:
    return features.rows(text, tokens.words(text), [])


def joined(*parts: Rows) -> Rows:
    """The same rows, one text behind the other."""
    return Rows(*(np.concatenate([getattr(part, field) for part in parts]) for field in Rows.__slots__))


def whole_numbers(net: Network, rows: Rows) -> Whole:
    """The scores times both scales, by the definition, in 64-bit integers and one row at a time."""
    tables = [table.astype(np.int64)[getattr(rows, field)] for field, table in net.tables.items()]
    first, *layers = map(stacked, (net.first, *net.layers))
    hidden = _layer(np.concatenate(tables, axis=1), 1, first, net.biases[0], rows.flags @ _flags(net))
    for weights, bias, dilation in zip(layers, net.biases[1:], DILATIONS, strict=True):
        hidden = np.minimum(hidden + _layer(hidden, dilation, weights, bias), ACTIVATION_MAX)
    return hidden @ net.head.astype(np.int64) + net.head_bias.astype(np.int64)


def stacked(weights: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Weights for the row before, the row and the row after, one above the other."""
    return np.concatenate(np.split(weights, 3, axis=1))


def _flags(net: Network) -> Whole:
    return net.flag_weights.astype(np.int64)


def _layer(values: Whole, dilation: int, weights: npt.ArrayLike, bias: npt.ArrayLike, more: Whole | int = 0) -> Whole:
    none = np.zeros(values.shape[1], dtype=np.int64)
    windows = [
        np.concatenate([values[at] if 0 <= at < len(values) else none for at in (row - dilation, row, row + dilation)])
        for row in range(len(values))
    ]
    total = np.array(windows) @ np.asarray(weights, dtype=np.int64) + np.asarray(bias, dtype=np.int64) + more
    return np.clip((2 * total + WEIGHT_SCALE) // (2 * WEIGHT_SCALE), 0, ACTIVATION_MAX)


SENTENCE = "新华社南京12月6日电（记者王小明）江苏省发展改革委印发《量子产业规划》，南京量子中心由省发展改革委承担。"
TEXTS = st.text(st.characters() | st.sampled_from(SENTENCE), max_size=40)
LONG = st.text(st.sampled_from(SENTENCE), min_size=2 * REACH + 1, max_size=2 * REACH + 20)


def test_the_scores_are_those_of_the_definition(net: Network) -> None:
    scores = net.scores(rows(SENTENCE))
    exact = whole_numbers(net, rows(SENTENCE))
    assert np.array_equal(scores * (ACTIVATION_SCALE * WEIGHT_SCALE), exact)
    assert len(np.unique(exact, axis=0)) > len(SENTENCE) // 2  # they do tell the characters apart


@settings(max_examples=10)
@given(before=TEXTS, text=LONG, after=TEXTS)
def test_scores_do_not_depend_on_what_else_is_in_the_batch(net: Network, before: str, text: str, after: str) -> None:
    """But for what a row sees: REACH rows to each side."""
    alone = net.scores(rows(text))
    beside = net.scores(joined(rows(before), rows(text), rows(after)))[len(before) : len(before) + len(text)]
    assert np.array_equal(beside[REACH:-REACH], alone[REACH:-REACH])


def test_one_text_scores_the_same_wherever_it_stands(net: Network) -> None:
    length = len(SENTENCE)
    many = net.scores(joined(*[rows(SENTENCE)] * 20))
    second = many[length : 2 * length]
    for number in range(2, 19):
        assert np.array_equal(many[number * length : (number + 1) * length], second)


def test_a_row_sees_as_far_as_its_windows_reach(net: Network) -> None:
    one, other = "江" * 100, "江" * 50 + "《" + "江" * 49
    scores = [net.scores(features.rows(text, list(text), [])) for text in (one, other)]
    differ = np.flatnonzero((scores[0] != scores[1]).any(axis=1))
    assert 50 - REACH <= differ.min() <= 50 <= differ.max() <= 51 + REACH


@pytest.mark.parametrize("length", [0, 1, 2, 8, REACH])
def test_a_text_shorter_than_the_windows_has_a_row_of_scores_a_character(net: Network, length: int) -> None:
    scores = net.scores(rows(SENTENCE[:length]))
    assert scores.shape == (length, len(net.head_bias))
    assert np.isfinite(scores).all()


def test_the_trained_weights_are_whole_numbers_whose_sums_are_exact() -> None:
    """Below 2**24 a sum of whole numbers in float32 is exact, whatever its order."""
    net = network.load(trained())
    flags = np.abs(net.flag_weights.astype(np.float64)).sum(axis=0)
    layers = zip(
        (*map(stacked, (net.first, *net.layers)), net.head),
        (*net.biases, net.head_bias),
        (flags, *[0] * (len(net.layers) + 1)),
        strict=True,
    )
    for weights, bias, more in layers:
        assert np.array_equal(weights, np.round(weights))
        assert np.array_equal(bias, np.round(bias))
        assert np.abs(weights).max() <= 127
        largest = 128 * np.abs(weights.astype(np.float64)).sum(axis=0) + np.abs(bias) + more
        assert largest.max() < 2**24


def test_the_trained_tables_have_a_row_for_every_number_that_a_character_may_have() -> None:
    net = network.load(trained())
    assert {field: len(table) for field, table in net.tables.items()} == FIELDS
    assert len(net.flag_weights) == features.FLAGS


def test_weights_that_lack_a_layer_are_no_network() -> None:
    arrays = small()
    del arrays["layer.2"]
    with pytest.raises(KeyError, match=r"layer\.2"):
        network.load(arrays)
