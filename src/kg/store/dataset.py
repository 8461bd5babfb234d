"""A build's graph, loaded whole: what queries and views ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import GraphError
from kg.rdf import BASE, PREFIXES, turtle

GRAPH_FILE: Final = "graph.ttl"

# Every build says one of these, even of a text in which nothing was understood.
_OURS: Final = """
ASK { { ?source schema:sha256 ?hash } UNION { ?entity skos:prefLabel ?label } UNION { ?s a rdf:Statement } }
"""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The triples of one graph in memory, and the prefixes that a query may use undeclared."""

    name: str  # the file's, for messages
    store: ox.Store
    prefixes: Mapping[str, str]
    turtle: bytes = field(repr=False)  # as read

    @classmethod
    def open(cls, folder: Path | str) -> Dataset:
        """Load a build's folder, or a Turtle file itself.

        Raises GraphError where there is none, where it is not Turtle (naming the line), and
        where it is not the graph of a build.
        """
        path = graph_path(folder)
        dataset = cls.of(turtle.read(path), str(path))
        if not dataset.store.query(_OURS, prefixes=PREFIXES):
            raise GraphError(f"{path}: not the graph of a build; make one with kg build")
        return dataset

    @classmethod
    def of(cls, data: bytes, name: str = GRAPH_FILE) -> Dataset:
        """The graph of these bytes, whatever it says. Raises GraphError where they are not Turtle."""
        return cls(name, turtle.parse(data, name), {**_declared(data), **PREFIXES}, data)

    @property
    def base(self) -> str:
        """What the build's IRIs begin with, as its prefixes tell; the usual base where they do not."""
        return self.prefixes.get("source", f"{BASE}source/").removesuffix("source/")

    def triples(self) -> Iterator[ox.Triple]:
        """The graph as written. The store has its numbers in a form of its own: 557.40 is 557.4 there."""
        return (quad.triple for quad in ox.parse(input=self.turtle, format=ox.RdfFormat.TURTLE))

    def __len__(self) -> int:
        return len(self.store)


def graph_path(folder: Path | str) -> Path:
    """The graph of a build's folder; a Turtle file stands for itself."""
    path = Path(folder)
    return path if path.suffix == ".ttl" and not path.is_dir() else path / GRAPH_FILE


def _declared(data: bytes) -> dict[str, str]:
    """The graph's own prefixes, so that ``place:110000`` is this build's whatever its base."""
    parser = ox.parse(input=data, format=ox.RdfFormat.TURTLE)
    next(parser, None)  # the declarations stand before the first triple
    return dict(parser.prefixes)
