"""Finds ``graph/`` and reads its tables. The one place that knows where knowledge lies.

An installed wheel carries the folder as ``kg/_graph``; an editable install or a checkout
has it beside ``src/``. Both are looked for, in that order.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

from kg.errors import KnowledgeError

_PACKAGE = Path(__file__).resolve().parent


@cache
def graph_folder() -> Path:
    """The folder ``graph/``. Raises KnowledgeError where the installation lacks it."""
    for folder in (_PACKAGE / "_graph", _PACKAGE.parents[1] / "graph"):
        if (folder / "ontology.ttl").is_file():
            return folder
    raise KnowledgeError(f"{_PACKAGE}: the folder graph/ is missing; reinstall zhimai")


def path(*parts: str) -> Path:
    """A file or folder of ``graph/``. Raises KnowledgeError where it is missing."""
    file = graph_folder().joinpath(*parts)
    if not file.exists():
        raise KnowledgeError(f"{file}: missing; reinstall zhimai")
    return file


def table(*parts: str, columns: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """Rows of a TSV with a header line. Lines that begin with ``#`` are comments.

    Raises KnowledgeError where a row has not as many cells as the header, or where one of
    ``columns`` is missing from it.
    """
    file = path(*parts)
    lines = [
        (number, line)
        for number, line in enumerate(io.StringIO(file.read_text(encoding="utf-8")), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        raise KnowledgeError(f"{file}: empty")
    reader = csv.reader((line for _, line in lines), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(reader)
    missing = [column for column in columns if column not in header]
    if missing:
        raise KnowledgeError(f"{file}: no column {', '.join(missing)} in its first row")
    rows = []
    for (number, _), cells in zip(lines[1:], reader, strict=True):
        if len(cells) != len(header):
            raise KnowledgeError(f"{file}:{number}: {len(cells)} cells, {len(header)} expected")
        rows.append(dict(zip(header, cells, strict=True)))
    return rows
