"""What the server asks of a worker, and what it gets: values that travel between the two processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kg.server.negotiation import Offer
from kg.store.cards import Card
from kg.store.things import Thing


@dataclass(frozen=True, slots=True)
class Query:
    """SPARQL, and how rows and triples are to be written; None where the client takes none of that kind."""

    text: str
    rows: Offer | None
    triples: Offer | None


@dataclass(frozen=True, slots=True)
class Dump:
    """A whole graph, to be written to a file. ``graph`` is an IRI, or None for the default graph."""

    graph: str | None
    offer: Offer
    path: str


@dataclass(frozen=True, slots=True)
class Describe:
    """The triples about a thing, by what follows the base in its IRI."""

    local: str
    offer: Offer


@dataclass(frozen=True, slots=True)
class Look:
    """All that a page shows of a thing."""

    local: str


@dataclass(frozen=True, slots=True)
class Find:
    """The entities of a name, or those with names like it."""

    name: str


Task: TypeAlias = Query | Dump | Describe | Look | Find


@dataclass(frozen=True, slots=True)
class Written:
    """An answer as a file's bytes; none where the file itself was asked for."""

    data: bytes
    media: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A thing, and its card where it is an entity. ``base`` begins the IRIs that this server answers for."""

    base: str
    thing: Thing
    card: Card | None


@dataclass(frozen=True, slots=True)
class Found:
    """Entities: label, classes, IRI. ``exact`` where the name is theirs and not only like it."""

    base: str
    exact: bool
    entities: tuple[tuple[str, tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """No answer: the query is wrong, nothing has the name, no acceptable form fits, or the disk has no room."""

    reason: Literal["query", "absent", "form", "disk"]
    line: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A worker's first word: it has the graph, or ``fault`` says why it has not."""

    fault: str | None


Reply: TypeAlias = Written | Seen | Found | Failed
