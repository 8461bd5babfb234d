"""No query leaves the machine, however it is spelt."""

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store import guard

# pyoxigraph's parser takes each of these for a query with SERVICE in it.
OUTWARD = [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:9/>{ ?a ?b ?c } }",
    "PREFIX : <http://127.0.0.1:9/> SELECT * { ?s ?p ?o SERVICE:x{ ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o FILTER(?o<1)SERVICE#>\n<http://127.0.0.1:9/>{ ?a ?b ?c } }",
    "PREFIX ex: <http://x/> SELECT * { ?s ?p ex:a\\' . SERVICE <http://127.0.0.1:9/> { ?a ?b ex:b\\' } }",
    "SELECT * { ?s ?p <http://x/\\u0041#y> SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o # a comment\rSERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "SELECT * { ?s ?p '''a'b''' SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    'SELECT * { ?s ?p "" SERVICE <http://127.0.0.1:9/> { ?a ?b "" } }',
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE ?x { ?a ?b ?c } } }",
]
HARMLESS = [
    "SELECT ?service ?from ?load { ?service ?from ?load }",
    "SELECT * { ?s ?p 'SERVICE <http://x/> LOAD FROM' }",
    "SELECT * { ?s ?p '''a ' SERVICE ' b''' }",
    "SELECT * { ?s ?p ?o } # SERVICE <http://x/>",
    "SELECT * { ?s <http://example.org/service> ?o }",
    "PREFIX ex: <http://x/> SELECT * { ?s ex:service ex:from ; ex:load 'x'@en }",
    "SELECT * { ?s ?p ?o FILTER(?o < 3 && 1 < ?o) }",
]


@pytest.mark.parametrize("query", OUTWARD)
def test_service_is_refused_in_every_disguise(query: str) -> None:
    ox.Store().query(query)  # it is SPARQL indeed; an empty store calls nobody
    with pytest.raises(QueryError, match=r"^line \d+, column \d+: SERVICE asks another machine"):
        guard.check(query)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("SELECT * FROM <http://example.org/> { ?s ?p ?o }", "FROM names another graph"),
        ("SELECT * FROM NAMED <http://example.org/> { ?s ?p ?o }", "FROM names another graph"),
        ("load <http://example.org/>", "LOAD changes a graph"),
    ],
)
def test_from_and_load_are_refused(query: str, word: str) -> None:
    with pytest.raises(QueryError, match=word):
        guard.check(query)


@pytest.mark.parametrize("query", HARMLESS)
def test_the_words_may_stand_where_they_are_no_keywords(query: str) -> None:
    ox.Store().query(query)
    guard.check(query)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(st.sampled_from(["'", '"', "\\", "#", "<", ">", "a", ":", "?", "@", "\n", " ", ")", "1"])))
def test_what_stands_before_it_does_not_hide_it(parts: list[str]) -> None:
    """If it is SPARQL, and is none without the keyword, it is refused."""
    start = f"PREFIX : <http://x/> SELECT * {{ ?s ?p {''.join(parts)} "
    query = start + "SERVICE <http://x/> { ?a ?b ?c } }"
    assume(parses(query) and not parses(start + "SERWICE <http://x/> { ?a ?b ?c } }"))
    with pytest.raises(QueryError, match="SERVICE"):
        guard.check(query)


def parses(query: str) -> bool:
    try:
        ox.Store().query(query)
    except SyntaxError:
        return False
    return True


def test_the_place_counts_code_points_from_one() -> None:
    with pytest.raises(QueryError, match=r"^line 3, column 4: SERVICE"):
        guard.check("SELECT *\n{ # 政策𠀀\n 政 SERVICE <http://x/> {} }")


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ("SELECT * {" + "{" * 6000 + "}" * 6000 + "}", "groups"),
        ("SELECT * { ?s ?p ?o FILTER(" + "(" * 6000 + "1" + ")" * 6000 + ") }", "brackets in one another"),
        ("SELECT * { ?s ?p ?o " + "OPTIONAL {} " * 2000 + "}", "groups"),
        ("SELECT * { ?s " + "/".join(["<a:>"] * 6000) + " ?o }", "operators"),
        ("SELECT * { ?s ?p ?o }" + " " * 60_000, "characters"),
    ],
)
def test_what_would_crash_the_engine_is_too_large(query: str, what: str) -> None:
    with pytest.raises(QueryError, match=rf"^the query is too large: \d+ {what}, \d+ at most"):
        guard.check(query)


def test_a_large_question_is_not_too_large() -> None:
    guard.check("SELECT * { VALUES ?n { " + "'江苏'@zh " * 4000 + "} " + "OPTIONAL { ?s ?p ?o } " * 100 + "}")
