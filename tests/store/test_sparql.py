"""Questions and their answers; faults are shown where they stand."""

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.store import sparql
from kg.store.dataset import Dataset


def test_rows_are_texts_by_variable_and_what_is_unbound_is_absent(sample: Dataset) -> None:
    query = """
        SELECT ?name ?other { ?place a kg:Place ; skos:prefLabel ?name .
                              OPTIONAL { ?place kg:locatedIn/skos:prefLabel ?other } } ORDER BY ?name
    """
    assert sparql.rows(sample, query) == [{"name": "南京市", "other": "江苏省"}, {"name": "江苏省"}]


def test_a_label_is_found_as_an_object(sample: Dataset) -> None:
    query = 'SELECT ?place { ?place skos:prefLabel|skos:altLabel "江苏"@zh }'
    assert [row["place"].rsplit("/", 1)[1] for row in sparql.rows(sample, query)] == ["320000"]


def test_yes_and_no_and_triples(sample: Dataset) -> None:
    assert sparql.ask(sample, "ASK { ?x a kg:Policy }")
    assert not sparql.ask(sample, "ASK { ?x kg:cooperatesWith ?y }")
    assert isinstance(sparql.ask(sample, "CONSTRUCT WHERE { ?x kg:issuedBy ?y }"), ox.QueryTriples)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x {\n ?政策 a ?b .. }", "line 2, column 12, near '. }': not SPARQL"),
        ("SELECT ?x {\n ?x a ?y FILTER ?x > 3 }", "line 2, column 10, near 'FILTER ?x > 3 }': not SPARQL"),
        ("SELECT ?x {\n\t?x a ?y }}", "line 2, column 11, near '}': not SPARQL"),
        ("SELECT ?x WHERE\n ?x a ?y }", "line 2, column 2, near '?x a ?y }': not SPARQL: expected \"{\""),
        ("SELECT ?x { ?x a <b> }", "line 1, column 21, near '}': an IRI is not absolute"),
        (
            "SELECT ?x (COUNT(?y) AS ?n) { ?x a ?y }",
            "line 1, column 40, at its end: a selected variable is neither grouped nor counted",
        ),
        ("  ", "the query is empty"),
    ],
)
def test_the_fault_is_shown_where_the_query_itself_has_it(query: str, message: str, sample: Dataset) -> None:
    with pytest.raises(QueryError) as raised:
        sparql.ask(sample, query)
    assert str(raised.value).startswith(message)


def test_an_unknown_prefix_is_named(sample: Dataset) -> None:
    with pytest.raises(QueryError, match=r"^line 1, column 18: no prefix foo: is declared; known are dcterms:"):
        sparql.ask(sample, "SELECT ?x { ?x a foo:Place }")


def test_a_query_may_declare_prefixes_of_its_own(sample: Dataset) -> None:
    query = "PREFIX z: <https://w3id.org/zhimai/ns#> SELECT ?x { ?x a z:Policy }"
    assert len(sparql.rows(sample, query)) == 1


def test_an_update_is_no_query(sample: Dataset) -> None:
    size = len(sample)
    with pytest.raises(QueryError, match="not SPARQL"):
        sparql.ask(sample, "DELETE WHERE { ?s ?p ?o }")
    assert len(sample) == size


def test_each_message_is_one_line(sample: Dataset) -> None:
    for query in ("", "SELECT", "SELECT (1 AS ?x", "SELECT * { ?s <a b> ?o }", "政", "\udce9"):
        with pytest.raises(QueryError) as raised:
            sparql.ask(sample, query)
        assert "\n" not in str(raised.value)
        assert len(str(raised.value)) < 300


def test_only_a_select_gives_rows(sample: Dataset) -> None:
    with pytest.raises(QueryError, match="write it as a SELECT"):
        sparql.rows(sample, "ASK { ?s ?p ?o }")
