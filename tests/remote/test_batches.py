"""A graph in pieces: nothing lost, nothing twice, none too large."""

from __future__ import annotations

import pytest

from kg.errors import GraphError
from kg.export import serialisations
from kg.remote import batches
from kg.remote.batches import Batches
from kg.store.dataset import Dataset


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_the_parts_are_the_graph(sample: Dataset, size: int) -> None:
    found = Batches.of(sample, size)
    assert b"".join(found.parts) == serialisations.write(sample, "ntriples")
    assert all(0 < part.count(b" .\n") <= size for part in found.parts)
    assert found.triples == len(sample)


def test_a_part_is_no_larger_than_servers_take_unless_one_triple_is() -> None:
    longest = "长" * batches.BYTES
    triples = [f'<http://e/{number}> <http://e/p> "{"短" * 200_000}" .' for number in range(4)]
    dataset = Dataset.of("\n".join([f'<http://e/9> <http://e/p> "{longest}" .', *triples]).encode())
    sizes = [len(part) for part in Batches.of(dataset).parts]
    assert len(sizes) == 5
    assert sum(size > batches.BYTES for size in sizes) == 1


def test_the_digest_tells_graphs_and_cuts_apart(sample: Dataset) -> None:
    other = Dataset.of(sample.turtle + b"<http://e/s> <http://e/p> 1 .\n")
    found = [Batches.of(sample), Batches.of(sample, 50), Batches.of(other)]
    assert len({each.digest for each in found}) == 3
    assert Batches.of(sample).digest == found[0].digest


def test_a_blank_node_is_refused() -> None:
    with pytest.raises(GraphError, match=r"graph\.ttl: holds a blank node"):
        Batches.of(Dataset.of(b"[] <http://e/p> 1 ."))
