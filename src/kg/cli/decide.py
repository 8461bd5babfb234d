"""``kg same``, ``different``, ``rename``, ``retype``: the user's word, a line each in a file that builds obey."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from kg.errors import GraphError
from kg.linking.decisions import Decision, Verb, is_id
from kg.model import ENTITY_TYPES
from kg.store import decisions, names
from kg.store.dataset import Dataset

_FILE: Final = click.option(
    "--decisions",
    "file",
    type=click.Path(path_type=Path),
    default=decisions.FILE,
    show_default=True,
    help="The file that the line goes to.",
)
_GRAPH: Final = click.option(
    "--graph", default="out", show_default=True, metavar="DIR", help="A build's folder: are there such names?"
)


def _options(command: Any) -> Any:
    return _FILE(_GRAPH(command))


@click.command(
    epilog="""\b
Example:
  kg same 俄国防部 俄罗斯国防部"""
)
@click.argument("first", metavar="NAME")
@click.argument("second", metavar="OTHER")
@_options
def same(first: str, second: str, file: Path, graph: str) -> None:
    """Say that NAME and OTHER are one thing. The next build makes them one node.

    Each is a name as the texts write it, or an id as kg show --why prints it.
    """
    _decide("same", first, second, file, graph)


@click.command(
    epilog="""\b
Example:
  kg different 西湖 西湖区"""
)
@click.argument("first", metavar="NAME")
@click.argument("second", metavar="OTHER")
@_options
def different(first: str, second: str, file: Path, graph: str) -> None:
    """Say that NAME and OTHER are two things. The next build keeps them apart.

    Each is a name as the texts write it, or an id as kg show --why prints it: for two things of one name.
    """
    _decide("different", first, second, file, graph)


@click.command(
    epilog="""\b
Example:
  kg rename 希音 "希音（SHEIN）" """
)
@click.argument("first", metavar="NAME")
@click.argument("second", metavar="NEW")
@_options
def rename(first: str, second: str, file: Path, graph: str) -> None:
    """Say that the thing called NAME is to be called NEW. Its other names stay."""
    _decide("rename", first, second, file, graph)


@click.command(
    epilog="""\b
Example:
  kg retype 塔克拉玛干 Place"""
)
@click.argument("first", metavar="NAME")
@click.argument("second", metavar="TYPE", type=click.Choice(ENTITY_TYPES))
@_options
def retype(first: str, second: str, file: Path, graph: str) -> None:
    """Say that what is written NAME is of another TYPE than the build took it for."""
    _decide("retype", first, second, file, graph)


def _decide(verb: Verb, first: str, second: str, file: Path, graph: str) -> None:
    added = decisions.append(Decision(verb, first, second), file)
    click.echo(f"{file}: {verb} {first} {second}" + ("" if added else " (stood there already)"))
    asked = (first, second) if verb in ("same", "different") else (first,)
    for name in asked:
        _warn_unless_known(name, graph)
    click.echo("next: kg build, with the same files as before")


def _warn_unless_known(name: str, graph: str) -> None:
    """A line where the graph has nothing of that name; nothing where there is no graph, or an id is asked for."""
    try:
        dataset = Dataset.open(graph)
    except GraphError:
        return
    if is_id(name) or names.named(dataset, name):
        return
    near = "、".join(names.near(dataset, name)[:3])
    click.echo(f"note: nothing in {graph} is named {name}{f'; near it: {near}' if near else ''}", err=True)
