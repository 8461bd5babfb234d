"""Two ways to put a graph in the place of an old one, each as requests that may arrive twice.

``gsp``     The Graph Store HTTP Protocol: PUT the first batch to the graph's URL, POST the others there.
            Readers see the graph grow.
``update``  SPARQL Update: all batches go into a graph of our own, which is then copied over the old one.
            Readers see the old graph or the new one. It is a COPY and a DROP, and no MOVE: a MOVE that
            arrives twice, because the answer to the first was lost, would leave nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import RemoteError
from kg.remote.client import Request

DEFAULT: Final = "default"  # the name of the graph that has none

_TURTLE: Final = "text/turtle"  # N-Triples is Turtle, and Turtle is what every server takes
# Virtuoso looks at the text to see what it is, and takes one long literal for plain text without this.
_DECLARATION: Final = b"@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
_UPDATE: Final = "application/sparql-update"
# In a query \u0041 is an A wherever it stands, by the standard, and some parsers do see one in \\u0041.
_ESCAPE: Final = re.compile(rb"\\\\([uU])|\\.")


class Method(Protocol):
    """The requests that send a graph, in their order."""

    @property
    def name(self) -> str: ...

    def requests(self, parts: Sequence[bytes]) -> Sequence[Request]:
        """A request for each part, then those that end the push."""


@dataclass(frozen=True, slots=True)
class GraphStore:
    """``graph``: an IRI, or DEFAULT."""

    graph: str
    name: str = "gsp"

    def requests(self, parts: Sequence[bytes]) -> Sequence[Request]:
        query = DEFAULT if self.graph == DEFAULT else f"graph={quote(self.graph, safe='')}"
        return [
            Request("POST" if number else "PUT", _DECLARATION + part, _TURTLE, query)
            for number, part in enumerate(parts)
        ]


@dataclass(frozen=True, slots=True)
class Update:
    """``graph``: an IRI, or DEFAULT."""

    graph: str
    name: str = "update"

    @property
    def staging(self) -> str:
        """The graph that the batches gather in: always the same one, so that none is left over for long."""
        return f"urn:zhimai:staging:{hashlib.sha256(self.graph.encode()).hexdigest()[:20]}"

    def requests(self, parts: Sequence[bytes]) -> Sequence[Request]:
        staging = f"GRAPH <{self.staging}>"
        graph = "DEFAULT" if self.graph == DEFAULT else f"GRAPH {ox.NamedNode(self.graph)}"
        drop = f"DROP SILENT {staging}"
        inserts = [b"INSERT DATA { %b {\n%b} }" % (staging.encode(), _as_sparql(part)) for part in parts]
        first = b"%b ;\n%b" % (drop.encode(), inserts[0])
        texts = [first, *inserts[1:], f"COPY {staging} TO {graph}".encode(), drop.encode()]
        return [Request("POST", text, _UPDATE) for text in texts]


PROBE: Final = Request("POST", b"INSERT DATA {}", _UPDATE)  # changes nothing, wherever it arrives


def checked(graph: str) -> str:
    """A named graph's IRI, or DEFAULT. Raises RemoteError where it is neither."""
    try:
        return graph if graph == DEFAULT else ox.NamedNode(graph).value
    except ValueError as error:
        raise RemoteError(f"--to {graph}: not an IRI; give an absolute one, or {DEFAULT}") from error


def _as_sparql(part: bytes) -> bytes:
    return _ESCAPE.sub(lambda match: b"\\\\\\u%04X" % ord(match[1]) if match[1] else match[0], part)
