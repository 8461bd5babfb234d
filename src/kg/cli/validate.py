"""``kg validate``: says in plain words what is wrong with a graph."""

from __future__ import annotations

from itertools import groupby
from typing import Final

import click

from kg.cli.tables import printable
from kg.rdf.validate import Finding, examine
from kg.store.dataset import graph_path

_SHOWN: Final = 10  # of each fault


@click.command(
    epilog="""\b
Exit status: 0 nothing wrong, 1 something found or no graph to look at.
Example:
  kg validate --graph out"""
)
@click.option("--graph", default="out", show_default=True, metavar="DIR", help="A build's folder.")
def validate(graph: str) -> None:
    """Check a graph against the contract: names, statements and their grounds, every offset."""
    path = graph_path(graph)
    report = examine(path)
    for what, findings in groupby(report.findings, key=lambda finding: finding.what):
        _print_findings(what, list(findings))
    for note in report.notes:
        click.echo(f"note: {note}")
    count = len(report.findings)
    verdict = f"{count} fault{'' if count == 1 else 's'}" if count else "nothing wrong"
    click.echo(f"{path}: {report.triples:,} triples, {verdict}")
    if count:
        raise click.exceptions.Exit(1)


def _print_findings(what: str, findings: list[Finding]) -> None:
    click.echo(f"{what}:")
    for finding in findings[:_SHOWN]:
        click.echo(f"  {printable(finding.where)}")
    if len(findings) > _SHOWN:
        click.echo(f"  and {len(findings) - _SHOWN} more")
