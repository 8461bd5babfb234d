"""An answer is whole or refused; a query is evaluated no further than its limit."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.store import limits, results, sparql
from kg.store.dataset import Dataset

CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }"
VALUES = """
<urn:s> <urn:p> 1, 01, 1.50, 1e3, true, "1"^^<http://www.w3.org/2001/XMLSchema#boolean>,
  "abc"^^<http://www.w3.org/2001/XMLSchema#integer>, "INF"^^<http://www.w3.org/2001/XMLSchema#double>,
  "江苏\\t\\r\\n\\"引\\" \\\\ \\u0001 <b>,;"@zh, "x", <urn:o>, _:b .
"""


def rows(dataset: Dataset, query: str) -> ox.QuerySolutions:
    answer = sparql.ask(dataset, query)
    assert isinstance(answer, ox.QuerySolutions)
    return answer


def triples(dataset: Dataset, query: str) -> ox.QueryTriples:
    answer = sparql.ask(dataset, query)
    assert isinstance(answer, ox.QueryTriples)
    return answer


@pytest.mark.parametrize("format", ["json", "csv", "tsv"])
@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?o ?s ?unbound (1/0 AS ?error) { ?s ?p ?o } ORDER BY ?o",
        "SELECT * { ?s ?p ?o } ORDER BY DESC(?o)",
        "SELECT * {}",
        "SELECT ?x {}",
        "SELECT ?s { ?s <urn:none> ?o }",
    ],
)
def test_what_is_within_the_limit_is_the_same_to_the_byte(query: str, format: str) -> None:
    dataset = Dataset.of(VALUES.encode())
    limited = limits.rows(rows(dataset, query), 12)
    assert results.write(limited, format) == results.write(rows(dataset, query), format)


def test_one_row_more_is_refused_and_none_is_cut(sample: Dataset) -> None:
    most = len(list(rows(sample, "SELECT * { ?s ?p ?o }")))
    assert len(list(limits.rows(rows(sample, "SELECT * { ?s ?p ?o }"), most))) == most
    with pytest.raises(QueryError, match=f"^more than {most - 1} rows, the limit of an answer; add LIMIT"):
        limits.rows(rows(sample, "SELECT * { ?s ?p ?o }"), most - 1)
    assert len(limits.triples(triples(sample, "CONSTRUCT WHERE { ?s ?p ?o }"), most)) == most
    with pytest.raises(QueryError, match=f"^more than {most - 1} triples"):
        limits.triples(triples(sample, "CONSTRUCT WHERE { ?s ?p ?o }"), most - 1)


def test_what_has_no_end_is_left_at_the_limit(sample: Dataset) -> None:
    with pytest.raises(QueryError):
        limits.rows(rows(sample, f"SELECT * {CROSS}"), 100)
    with pytest.raises(QueryError):
        limits.triples(triples(sample, f"CONSTRUCT {{ ?a ?e ?r }} WHERE {CROSS}"), 100)
