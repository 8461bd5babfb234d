"""``kg query``: asks a graph in SPARQL, or by the name of a query."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from kg.cli import answers, tables
from kg.errors import QueryError
from kg.rdf.literals import clean
from kg.store import queries, results, sparql
from kg.store.dataset import Dataset


@dataclass(frozen=True, slots=True)
class _Question:
    """What the command line asks: one of a SPARQL text, a named query, a file."""

    words: str | None
    file: str | None
    settings: Mapping[str, str]

    def text(self, dataset: Dataset) -> str:
        """As SPARQL. Raises QueryError where nothing is asked, or two things are."""
        if (self.words is None) == (self.file is None):
            raise QueryError("give one thing to ask: SPARQL, a query's name (kg query --list) or --file")
        if self.words is not None and not any(char.isspace() or char == "{" for char in self.words.strip()):
            return queries.find(self.words.strip()).bound(dataset, self.settings)
        if self.settings:
            raise QueryError("--set is for a named query; kg query --list shows what each takes")
        return self.words if self.file is None and self.words is not None else _read(self.file or "-")


@click.command(
    epilog="""\b
Examples:
  kg query --list
  kg query projects-in-place --set place=江苏
  kg query 'SELECT ?name { ?policy a kg:Policy ; skos:prefLabel ?name }'
  kg query --inferred 'SELECT ?name { ?body kg:issued/skos:prefLabel ?name }'
  kg query --file question.rq --format csv > answer.csv"""
)
@click.argument("question", metavar="[SPARQL | NAME]", required=False)
@click.option("--file", "file", metavar="FILE", help="Read the SPARQL from a file; - is standard input.")
@click.option("--list", "listed", is_flag=True, help="Show the named queries and what each takes.")
@click.option("--graph", default="out", show_default=True, metavar="DIR", help="A build's folder.")
@click.option(
    "--format",
    "format",
    type=click.Choice(["table", *results.FORMATS]),
    help="How to write the answer.  [default: table; turtle for CONSTRUCT and DESCRIBE]",
)
@click.option(
    "--inferred/--no-inferred",
    default=False,
    show_default=True,
    help="Also ask what follows by the ontology: classes and properties above, inverses, places within places.",
)
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A named query's parameter.")
def query(
    question: str | None,
    file: str | None,
    listed: bool,
    graph: str,
    format: str | None,
    inferred: bool,
    settings: Sequence[str],
) -> None:
    """Ask a graph, in SPARQL 1.1 or by the name of a ready-made query.

    The usual prefixes (kg: schema: skos: prov: oa: dcterms: rdf: …) need no declaration.
    Nothing leaves the machine: SERVICE, LOAD and FROM are refused.

    With --inferred the graph is what is stated and what follows from it; the latter alone is
    GRAPH <https://w3id.org/zhimai/graph/inferred> { … }.
    """
    if listed:
        _print_catalogue()
        return
    asked = _Question(question, file, _settings(settings))
    dataset = Dataset.open(graph, inferred=inferred)
    answers.print_answer(dataset, sparql.ask(dataset, asked.text(dataset)), format)


def _settings(pairs: Iterable[str]) -> dict[str, str]:
    settings = {}
    for pair in pairs:
        name, equals, value = clean(pair).partition("=")
        if not equals or not name:
            raise QueryError(f"--set {pair}: not NAME=VALUE")
        settings[name.strip()] = value
    return settings


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise QueryError(f"{file}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: not UTF-8; save it as UTF-8") from error


def _print_catalogue() -> None:
    rows = [
        (named.name, f"{named.titles['zh']} · {named.titles['en']}", _taken(named))
        for named in queries.catalogue().values()
    ]
    tables.print_table(tables.console(), ("name", "what it tells", "--set"), rows)


def _taken(named: queries.NamedQuery) -> str:
    """``place=<place>``, or ``least=1`` where there is a default; in brackets what may be left out."""
    told = ((p.required, f"{p.name}={p.default or f'<{p.type}>'}") for p in named.parameters)
    return " ".join(taken if required else f"[{taken}]" for required, taken in told)
