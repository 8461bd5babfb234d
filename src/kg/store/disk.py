"""A build's graph in Oxigraph on disk, so that a question need not read the Turtle first.

    out/graph.ttl           the graph, for exchange; the store answers for these bytes and no others
    out/store/stamp.json    which generation counts, and which graph.ttl it was made of
    out/store/17/           the generation: the graph, and in a named graph what follows from it
    out/store/17.ttl        the graph that it was made of: a link, for the next build to compare with
    out/store/.zhimai       held by the build that writes; by it the folder is known for ours

A generation is never written to once the stamp names it, and one that it does not name does not count. So a
reader sees the old graph or the new one, whole, whenever a build is killed; one that has the old generation
open keeps it, for its files are open. What a killed build left is removed by the next.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import OutputError
from kg.rdf import turtle
from kg.rdf.axioms import Axioms
from kg.store import inference, stamp
from kg.store.difference import Difference
from kg.store.files import as_output_error
from kg.store.stamp import Stamp

if sys.platform != "win32":
    import fcntl

FOLDER: Final = "store"
_LOCK: Final = ".zhimai"
_TRIES: Final = 3
_LOGS: Final = shutil.ignore_patterns("LOG*")  # RocksDB's diary, one a generation
# What opening a store raises: no file, no permission; damage.
_UNUSABLE: Final = (OSError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Embedded:
    """A store on disk, opened read-only: stated triples in its default graph, the inferred in their own."""

    store: ox.Store
    prefixes: dict[str, str]  # as graph.ttl declares them


def find(graph: Path) -> Embedded | None:
    """The store beside a Turtle file, where it was made of the very bytes that are in it now; else None."""
    home = graph.parent / FOLDER
    for _ in range(_TRIES):  # a build may take the generation away before it is open
        found = Stamp.read(home)
        if found is None or found.rules != inference.version() or not found.fits(graph):
            return None
        store = _opened(home, found)
        if store is not None:
            return Embedded(store, dict(found.prefixes))
    return None


def write(graph: Path, data: bytes) -> None:
    """Make the store beside ``graph`` that of ``data``, which a build has just written there.

    What little differs from the last build's graph is changed in a copy of its store; where much does,
    or there is none, all is loaded in bulk. Raises OutputError.
    """
    home = graph.parent / FOLDER
    with as_output_error(home), _alone(home) as lock:
        last = Stamp.read(home)
        _sweep(home, last)
        made = hashlib.sha256(data).hexdigest(), inference.version()
        if last and (last.sha256, last.rules) == made and _opened(home, last):
            generation = last.generation
        else:
            generation = _generation(home, last, graph, data)
        lock.touch()
        identity = stamp.proven(graph, data, since=lock.stat().st_mtime_ns)
        found = Stamp(generation, *made, turtle.declared(data), identity)
        found.write(home)
        _sweep(home, found)


def remove(graph: Path) -> None:
    """Take away the store beside ``graph``, where there is one of ours. Raises OutputError."""
    home = graph.parent / FOLDER
    if (home / _LOCK).exists():
        with as_output_error(home):
            shutil.rmtree(home)


def _opened(home: Path, found: Stamp) -> ox.Store | None:
    try:
        return ox.Store.read_only(str(home / found.generation))
    except _UNUSABLE:
        return None


def _generation(home: Path, last: Stamp | None, graph: Path, data: bytes) -> str:
    """A new generation of ``data``, on disk: its name."""
    name = str(int(last.generation) + 1 if last else 1)
    _share(str(graph), str(home / f"{name}.ttl"))  # first, since a link shows in what identifies the file
    if last is None or not _amended(home, last, home / name, data):
        _load(home / name, data)
    return name


def _load(folder: Path, data: bytes) -> None:
    store = ox.Store(str(folder))
    store.bulk_load(input=data, format=ox.RdfFormat.TURTLE)
    store.bulk_extend(list(inference.infer(store, Axioms.load())))
    store.flush()
    store.optimize()  # a hundredth of a second, and all that is read from then on a third quicker


def _amended(home: Path, last: Stamp, folder: Path, data: bytes) -> bool:
    """A copy of the last generation with what differs changed; False, and nothing there, where that cannot be."""
    try:
        old = (home / f"{last.generation}.ttl").read_bytes()
        if hashlib.sha256(old).hexdigest() != last.sha256:  # edited in place: it is one file with graph.ttl
            return False
        difference = Difference.between(old, data)
        if difference is None:
            return False
        shutil.copytree(home / last.generation, folder, copy_function=_share, ignore=_LOGS)
        _amend(ox.Store(str(folder)), difference)
    except _UNUSABLE:
        shutil.rmtree(folder, ignore_errors=True)
        return False
    return True


def _amend(store: ox.Store, difference: Difference) -> None:
    for quad in difference.gone:
        store.remove(quad)
    store.extend(difference.new)
    follows = set(inference.infer(store, Axioms.load()))
    new = [quad for quad in follows if quad not in store]
    if inference.size(store) + len(new) > len(follows):
        for quad in set(store.quads_for_pattern(None, None, None, inference.GRAPH)) - follows:
            store.remove(quad)
    store.extend(new)
    store.flush()


def _share(source: str, target: str) -> str:
    """Link what is never written to again; copy the rest, and everything where there are no links."""
    if source.endswith((".sst", ".ttl")):
        try:
            os.link(source, target)
            return target
        except OSError:
            pass
    return shutil.copyfile(source, target)


@contextmanager
def _alone(home: Path) -> Iterator[Path]:
    """The folder for one build at a time, and the file that it holds; the others wait. A killed one holds nothing."""
    home.mkdir(parents=True, exist_ok=True)
    path = home / _LOCK
    if not path.exists() and any(home.iterdir()):
        raise OutputError(f"{home}: not a store of ours; move it away, or build with --no-store")
    with path.open("wb") as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield path


def _sweep(home: Path, keep: Stamp | None) -> None:
    """Remove all but the stamp, the lock and the generation that is kept, as far as others let go of it."""
    kept = {stamp.FILE, _LOCK, *((keep.generation, f"{keep.generation}.ttl") if keep else ())}
    for entry in home.iterdir():
        if entry.name in kept:
            continue
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)
