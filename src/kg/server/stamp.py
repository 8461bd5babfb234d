"""Tells cheaply whether the graph on disk is still the same."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from kg.store.dataset import graph_path

# Of each file: time of change, size and number; None where there is none.
Stamp: TypeAlias = tuple[tuple[int, int, int] | None, ...]


def stamp(folder: Path) -> Stamp:
    """Another value for another graph, without reading it: files that a build replaces have new numbers."""
    graph = graph_path(folder)
    store = graph.parent / "store" / "stamp.json"  # of the store on disk, where a build keeps one beside its graph
    return tuple(_file(path) for path in (graph, store))


def _file(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
