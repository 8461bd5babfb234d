"""kg evaluate: how right the build is on annotated texts."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kg.evaluation import nodes
from kg.evaluation.measure import measure
from kg.evaluation.tally import Tally


@click.command()
@click.argument("references", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="List what is missed and what is spurious.")
def evaluate(references: tuple[Path, ...], errors: bool) -> None:
    """Build each annotated text on its own and compare.

    REFERENCES are NAME.json files, each with its NAME.txt beside it, or folders of them.

    \b
    Example:
      kg evaluate benchmarks/accuracy/texts --errors
    """
    result, mentions = measure(_files(references))
    _print(result, mentions)
    if errors:
        click.echo("\n".join(result.errors))


def _files(references: tuple[Path, ...]) -> list[Path]:
    found = [file for path in references for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    if not found:
        raise click.UsageError("no .json reference there; name the files, or a folder that holds them")
    return found


def _print(result: nodes.Result, mentions: Tally) -> None:
    table = Table(box=None)
    for heading in ("", "P", "R", "F1", "right", "found", "wanted"):
        table.add_column(heading, justify="left" if not heading else "right")
    for title, tally in (
        ("things", result.entities),
        ("mentions", mentions),
        ("statements", result.statements),
    ):
        for key in (None, *tally.keys()):
            score = tally.score(key)
            name = f"  {key}" if key else title
            figures = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
            table.add_row(name, *figures, str(score.right), str(score.found), str(score.wanted))
    Console(highlight=False).print(table)
    share = result.named / result.matched if result.matched else 0.0
    click.echo(f"canonical name right: {share:.3f} of {result.matched}")
