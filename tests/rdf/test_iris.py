"""IRIs follow from what a thing says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from chronicle import statements
from kg.errors import GraphError
from kg.model import Span
from kg.rdf.iris import BASE, Iris, digest


def test_an_entitys_iri_is_its_id_under_the_base() -> None:
    assert str(Iris().entity("place/110000")) == f"{BASE}place/110000"
    assert str(Iris("urn:mine/").entity("place/110000")) == "urn:mine/place/110000"


@given(st.text(min_size=1))
def test_any_id_makes_an_iri_and_two_ids_make_two(id: str) -> None:
    iri = str(Iris().entity(id))
    assert NamedNode(iri).value == iri
    assert iri != str(Iris().entity(id + "%"))


@pytest.mark.parametrize("base", ["", "id/", "https://example.org/id", "https://example.org/a b/", "http:// "])
def test_a_base_that_cannot_begin_an_iri_is_refused(base: str) -> None:
    with pytest.raises(GraphError, match="not a base"):
        Iris(base)


def test_parts_are_told_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("ab", "c") == digest("ab", "c")


def test_a_statements_iri_follows_what_it_says_not_how_sure_it_is() -> None:
    iris, said = Iris(), statements()[0]
    assert iris.statement(replace(said, confidence=0.1)) == iris.statement(said)
    for other in (
        replace(said, modality="planned"),
        replace(said, polarity="negated"),
        replace(said, role="会长"),
        replace(said, attributed_to="person/zhang"),
        replace(said, object="organisation/ndrc"),
    ):
        assert iris.statement(other) != iris.statement(said)


def test_the_same_words_elsewhere_are_another_selector() -> None:
    iris = Iris()
    places = {
        iris.selector("a", 0, Span(1, 3)),
        iris.selector("a", 1, Span(1, 3)),
        iris.selector("b", 0, Span(1, 3)),
        iris.selector("a", 0, Span(1, 4)),
    }
    assert len(places) == 4
