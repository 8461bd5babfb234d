"""The requests of a push, carried out by pyoxigraph: what arrives is what was sent, whatever the texts hold."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import RemoteError
from kg.remote import methods
from kg.remote.batches import Batches
from kg.remote.methods import DEFAULT, GraphStore, Update
from kg.store.dataset import Dataset
from sparql_server import resolved_early

NEWS = "https://example.org/新闻?a=1&b=2"
TEXTS = st.text(st.characters(exclude_categories=("Cs",))) | st.text('\\uU"{}0041;\n', max_size=30)


def graph_of(text: str) -> Dataset:
    triple = ox.Triple(ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal(text, language="zh"))
    return Dataset.of(ox.serialize([triple], format=ox.RdfFormat.N_TRIPLES))


@pytest.mark.parametrize("seen", [bytes.decode, resolved_early], ids=["by the grammar", "escapes first"])
@given(text=TEXTS)
@example(text="\\u0022 } } ; DROP ALL ; INSERT DATA { #")
@example(text="\\\\u005cu0041")
def test_any_text_arrives_as_it_is(seen: Callable[[bytes], str], text: str) -> None:
    if seen is resolved_early:  # such a server takes no line break or control character, however it is written
        text = "".join(char for char in text if char.isprintable() or char > "\x9f")
    store = ox.Store()
    for request in Update(NEWS).requests(Batches.of(graph_of(text)).parts):
        store.update(seen(request.body))
    (quad,) = store
    assert quad.object.value == text
    assert quad.graph_name == ox.NamedNode(NEWS)


def test_an_update_that_arrives_twice_at_any_step_does_no_harm(sample: Dataset) -> None:
    requests = Update(NEWS).requests(Batches.of(sample, 30).parts)
    assert len(requests) > 4
    for twice in range(len(requests)):
        store = ox.Store()
        store.update(f"INSERT DATA {{ GRAPH <{NEWS}> {{ <http://e/old> <http://e/p> 1 }} }}")
        for number, request in enumerate(requests):
            for _ in range(2 if number == twice else 1):
                store.update(request.body.decode())
        assert {str(quad.triple) for quad in store} == {str(quad.triple) for quad in sample.store}
        assert {name.value for name in store.named_graphs()} == {NEWS}


def test_the_default_graph(sample: Dataset) -> None:
    store = ox.Store()
    store.update("INSERT DATA { GRAPH <http://e/g> { <http://e/s> <http://e/p> 1 } . <http://e/s> <http://e/p> 2 }")
    for request in Update(DEFAULT).requests(Batches.of(sample).parts):
        store.update(request.body.decode())
    assert len(store) == len(sample) + 1
    (first, *_) = GraphStore(DEFAULT).requests([b""])
    assert (first.method, first.query) == ("PUT", "default")


def test_the_first_batch_replaces_and_the_others_add() -> None:
    requests = GraphStore(NEWS).requests([b"1", b"2", b"3"])
    assert [request.method for request in requests] == ["PUT", "POST", "POST"]
    assert {request.query for request in requests} == {
        "graph=https%3A%2F%2Fexample.org%2F%E6%96%B0%E9%97%BB%3Fa%3D1%26b%3D2"
    }


@pytest.mark.parametrize("graph", ["news", "http://e/> } ; DROP ALL #", ""])
def test_a_graph_needs_an_iri(graph: str) -> None:
    with pytest.raises(RemoteError, match="not an IRI; give an absolute one, or default"):
        methods.checked(graph)
