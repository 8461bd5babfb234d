"""Two graphs of builds, compared by the blocks that differ."""

from dataclasses import replace

import pyoxigraph as ox

import samples
from kg import rdf
from kg.model import Knowledge
from kg.store.difference import Difference


def turtle(**changes: object) -> bytes:
    return rdf.to_turtle(replace(samples.knowledge(), **changes))  # type: ignore[arg-type]


def quads(data: bytes) -> set[ox.Quad]:
    return set(ox.parse(input=data, format=ox.RdfFormat.TURTLE))


def renamed() -> bytes:
    entities = samples.knowledge().entities
    return turtle(entities=(*entities[:-1], replace(entities[-1], label="量子科学中心")))


def test_the_difference_makes_the_one_out_of_the_other() -> None:
    old, new = turtle(), renamed()
    difference = Difference.between(old, new)
    assert difference is not None
    assert (quads(old) - difference.gone) | difference.new == quads(new)
    labels = {"南京量子中心", "量子科学中心"}
    assert {quad.object.value for quad in difference.gone | difference.new} == labels  # type: ignore[union-attr]


def test_the_last_block_may_be_another() -> None:
    old = turtle()
    shorter = old[: old.rindex(b"\n\n")] + b"\n"
    for one, other in ((old, shorter), (shorter, old)):
        difference = Difference.between(one, other)
        assert difference is not None
        assert (quads(one) - difference.gone) | difference.new == quads(other)


def test_the_same_graph_differs_in_nothing() -> None:
    assert Difference.between(turtle(), turtle()) == Difference(frozenset(), frozenset())


def test_where_much_differs_there_is_nothing_to_gain() -> None:
    assert Difference.between(rdf.to_turtle(Knowledge()), turtle()) is None
    assert Difference.between(rdf.to_turtle(samples.knowledge(), base="https://example.org/"), turtle()) is None
