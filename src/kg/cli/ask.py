"""``kg ask``: a question in Chinese, answered by the named query that it asks for."""

from __future__ import annotations

import shlex

import click

from kg.cli import answers, tables
from kg.store import results, sparql
from kg.store.dataset import Dataset
from kg.store.questions.reading import Reading, Refusal, read


@click.command(
    epilog="""\b
Examples:
  kg ask 江苏有哪些项目？
  kg ask 《长江保护法》是谁制定的？ --show-query
  kg ask 2025年12月3日有哪些报道？ --format csv > answer.csv"""
)
@click.argument("question", metavar="QUESTION")
@click.option("--graph", default="out", show_default=True, metavar="DIR", help="A build's folder.")
@click.option(
    "--format",
    "format",
    type=click.Choice(["table", *(form for form in results.FORMATS if form != "turtle")]),
    default="table",
    show_default=True,
    help="How to write the answer.",
)
@click.option("--show-query", "show_query", is_flag=True, help="Show the SPARQL that answers, too.")
def ask(question: str, graph: str, format: str, show_query: bool) -> None:
    """Ask a graph in Chinese.

    A question that fits just one named query, with names that the graph knows, is answered by it; the
    query stands above the answer, on standard error. Nothing is guessed: any other question gives the
    reason, the nearest questions that could be answered, and exit status 1.
    """
    dataset = Dataset.open(graph)
    found = read(dataset, question)
    if isinstance(found, Refusal):
        _print_refusal(found)
        raise click.exceptions.Exit(1)
    text = found.sparql(dataset)
    _dim(_command(found))
    if show_query:
        _dim(text.strip())
    answers.print_answer(dataset, sparql.ask(dataset, text), format)


def _command(found: Reading) -> str:
    """The same as a command, then what it tells and of whom: ``kg query … # 某地的项目: 江苏省``."""
    settings = [part for name, value in found.values.items() for part in ("--set", f"{name}={value}")]
    told = "、".join(found.shown.values())
    remark = found.query.titles["zh"] + (f": {told}" if told else "")
    return f"{shlex.join(('kg', 'query', found.query.name, *settings))}  # {remark}"


def _print_refusal(refusal: Refusal) -> None:
    click.echo(f"kg: {tables.printable(refusal.reason)}", err=True)
    for choice in refusal.choices:
        click.echo(f"  {tables.printable(choice)}", err=True)
    if refusal.examples:
        click.echo("Questions near it that can be answered:", err=True)
    for example in refusal.examples:
        click.echo(f"  {example.question}  ({example.query})", err=True)


def _dim(text: str) -> None:
    """On standard error, so that a file or pipe gets the answer alone."""
    for line in text.splitlines():
        click.secho(tables.printable(line), err=True, dim=True)
