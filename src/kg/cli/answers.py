"""Answers on a terminal, in a pipe, or in a file's format."""

from __future__ import annotations

import click
import pyoxigraph as ox

from kg.cli import tables
from kg.store import results, sparql
from kg.store.dataset import Dataset
from kg.store.sparql import Answer


def print_answer(dataset: Dataset, answer: Answer, format: str | None) -> None:
    """As ``table`` or in one of results.FORMATS; without a format triples are Turtle, all else is a table."""
    form = format or ("turtle" if isinstance(answer, ox.QueryTriples) else "table")
    if form != "table":
        click.echo(results.write(answer, form), nl=False)
    elif isinstance(answer, ox.QueryBoolean):
        click.echo("yes" if answer else "no")
    else:
        _print_rows(dataset, answer)


def _print_rows(dataset: Dataset, answer: ox.QuerySolutions | ox.QueryTriples) -> None:
    """Rows as a table, and on a terminal how many there are. Triples are rows of three."""
    if isinstance(answer, ox.QuerySolutions):
        columns = [variable.value for variable in answer.variables]
    else:
        columns = ["subject", "predicate", "object"]
    rows = [["" if term is None else _cell(dataset, term) for term in row] for row in answer]
    screen = tables.console()
    tables.print_table(screen, columns, rows)
    if screen.is_terminal:
        screen.print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}", style="dim")


def _cell(dataset: Dataset, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """A literal's text; an IRI shortened by the longest prefix that fits."""
    if not isinstance(term, ox.NamedNode):
        return sparql.term_text(term)
    fitting = [item for item in dataset.prefixes.items() if term.value.startswith(item[1])]
    if not fitting:
        return term.value
    prefix, namespace = max(fitting, key=lambda item: (len(item[1]), item[0]))
    return f"{prefix}:{term.value.removeprefix(namespace)}"
