"""Text and tables on a terminal or in a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import Final

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

# What could move the cursor, colour the screen or turn the direction of writing.
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]")
_BREAK: Final = re.compile(r"[\n\t]")
_NO_LIMIT: Final = 100_000  # columns: in a pipe no line is broken or cut


def console() -> Console:
    """Standard output: coloured and as wide as the window on a terminal, plain and unbroken else."""
    if sys.stdout.isatty():
        return Console(highlight=False, soft_wrap=False)
    return Console(highlight=False, width=_NO_LIMIT, force_terminal=False, no_color=True)


def printable(text: str) -> str:
    """One line that a terminal shows as it is, whatever a newspaper's text held; no longer, no shorter."""
    return _CONTROL.sub("\ufffd", _BREAK.sub(" ", text))


def print_table(screen: Console, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table without frame. Cells are text, never markup; Chinese counts two columns a character."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        made.add_column(Text(printable(column)), overflow="fold")
    for row in rows:
        made.add_row(*(Text(printable(cell)) for cell in row))
    with screen.capture() as captured:
        screen.print(made)
    for line in captured.get().splitlines():
        click.echo(line.rstrip(), color=screen.is_terminal)
