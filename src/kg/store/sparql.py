"""Asks the graph. The usual prefixes need no declaration, and nothing leaves the machine."""

from __future__ import annotations

from typing import TypeAlias

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import PREFIXES
from kg.rdf.literals import clean
from kg.store import faults, guard
from kg.store.dataset import Dataset

Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def ask(dataset: Dataset, query: str) -> Answer:
    """The answer to a SPARQL 1.1 query: rows (SELECT), yes or no (ASK), or triples.

    Raises QueryError: one line with the line and column of the fault as the query's own text
    counts them, or the reason why it is refused (see kg.store.guard). What is inferred is
    seen, in the default graph and under its own name, where the dataset says so, and else not at all.
    """
    query = clean(query)
    guard.check(query)
    try:
        return dataset.store.query(
            query,
            prefixes=dict(dataset.prefixes),
            use_default_graph_as_union=dataset.inferred,
            named_graphs=None if dataset.inferred else [],
        )
    except SyntaxError as error:
        unknown = faults.unknown_prefix(query, dataset.prefixes, PREFIXES)
        raise QueryError(unknown or faults.explain(query, str(error))) from error


def rows(dataset: Dataset, query: str) -> list[dict[str, str]]:
    """The rows of a SELECT as plain strings by variable; what is unbound is not there.

    Raises QueryError, also for a query that is no SELECT.
    """
    answer = ask(dataset, query)
    if not isinstance(answer, ox.QuerySolutions):
        raise QueryError("the query gives no rows; write it as a SELECT")
    names = [variable.value for variable in answer.variables]
    return [
        {name: term_text(term) for name, term in zip(names, solution, strict=True) if term is not None}
        for solution in answer
    ]


def term_text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """An IRI without brackets, a literal's text without language and type."""
    return str(term) if isinstance(term, ox.Triple) else term.value
