"""The command ``kg``: parse, call, print, exit. One module a command.

Exit status: 0 done, 1 a failure (also: part of the input could not be read), 2 wrong use.
"""

from __future__ import annotations

import sys

import click

from kg import __version__
from kg.cli.ask import ask
from kg.cli.build import build
from kg.cli.decide import different, rename, retype, same
from kg.cli.evaluate import evaluate
from kg.cli.export import export
from kg.cli.push import push
from kg.cli.query import query
from kg.cli.serve import serve
from kg.cli.show import show
from kg.cli.validate import validate
from kg.errors import ZhimaiError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def commands() -> None:
    """Chinese newspaper text in, a knowledge graph with evidence out."""


for command in (build, ask, query, show, serve, same, different, rename, retype, validate, evaluate, export, push):
    commands.add_command(command)


def main() -> None:
    """Entry point: an error that we raise on purpose is one line, never a traceback."""
    try:
        commands(prog_name="kg")
    except ZhimaiError as error:
        click.echo(f"kg: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
