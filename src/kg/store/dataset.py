"""A build's graph: what queries and views ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import GraphError
from kg.rdf import BASE, PREFIXES, turtle
from kg.rdf.axioms import Axioms
from kg.store import disk, inference

GRAPH_FILE: Final = "graph.ttl"

# Every build says one of these, even of a text in which nothing was understood.
_OURS: Final = """
ASK { { ?source schema:sha256 ?hash } UNION { ?entity skos:prefLabel ?label } UNION { ?s a rdf:Statement } }
"""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The triples of one graph, and the prefixes that a query may use undeclared.

    The default graph of ``store`` is what the build states. What follows from it by the ontology (kg.store.inference)
    may stand in a named graph beside it; ``inferred`` says that it does, and that a query is to see both as one.
    """

    name: str  # the file's, for messages
    store: ox.Store
    prefixes: Mapping[str, str]
    inferred: bool = False
    _data: bytes | None = field(default=None, repr=False)  # the Turtle, where it was read already

    @classmethod
    def open(cls, folder: Path | str, *, inferred: bool = False) -> Dataset:
        """A build's folder, or a Turtle file itself: from the store on disk beside it, read-only.

        Where the store is missing, or was made of other bytes than the Turtle now has, the Turtle is
        loaded into memory. Raises GraphError where there is none, where it is not Turtle
        (naming the line), and where it is not the graph of a build.
        """
        path = graph_path(folder)
        found = disk.find(path)
        if found is not None:
            return cls(str(path), found.store, {**found.prefixes, **PREFIXES}, inferred)
        dataset = cls.of(turtle.read(path), str(path), inferred=inferred)
        if not dataset.store.query(_OURS, prefixes=PREFIXES):
            raise GraphError(f"{path}: not the graph of a build; make one with kg build")
        return dataset

    @classmethod
    def of(cls, data: bytes, name: str = GRAPH_FILE, *, inferred: bool = False) -> Dataset:
        """The graph of these bytes in memory, whatever it says. Raises GraphError where they are not Turtle."""
        store = turtle.parse(data, name)
        if inferred:
            store.bulk_extend(list(inference.infer(store, Axioms.load())))
        return cls(name, store, {**turtle.declared(data), **PREFIXES}, inferred, data)

    @property
    def turtle(self) -> bytes:
        """The file's bytes. Raises GraphError where it can no longer be read."""
        return turtle.read(Path(self.name)) if self._data is None else self._data

    @property
    def base(self) -> str:
        """What the build's IRIs begin with, as its prefixes tell; the usual base where they do not."""
        return self.prefixes.get("source", f"{BASE}source/").removesuffix("source/")

    def triples(self) -> Iterator[ox.Triple]:
        """The graph as written. The store has its numbers in a form of its own: 557.40 is 557.4 there."""
        return (quad.triple for quad in ox.parse(input=self.turtle, format=ox.RdfFormat.TURTLE))

    def __len__(self) -> int:
        """The triples that a query sees."""
        graph = None if self.inferred else ox.DefaultGraph()
        return sum(1 for _ in self.store.quads_for_pattern(None, None, None, graph))


def graph_path(folder: Path | str) -> Path:
    """The graph of a build's folder; a Turtle file stands for itself."""
    path = Path(folder)
    return path if path.suffix == ".ttl" and not path.is_dir() else path / GRAPH_FILE
