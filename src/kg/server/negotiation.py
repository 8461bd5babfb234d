"""Which form of an answer the client prefers: the header Accept of RFC 9110, section 12.5.1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Offer:
    """A media type, and the format's name in kg.store.results."""

    media: str
    format: str


# The first is what a client gets that takes anything.
ROWS: Final = (
    Offer("application/sparql-results+json", "json"),
    Offer("application/sparql-results+xml", "xml"),
    Offer("text/csv", "csv"),
    Offer("text/tab-separated-values", "tsv"),
    Offer("application/json", "json"),
    Offer("application/xml", "xml"),
)
TRIPLES: Final = (
    Offer("text/turtle", "turtle"),
    Offer("application/n-triples", "ntriples"),
    Offer("application/rdf+xml", "rdfxml"),
    Offer("application/ld+json", "jsonld"),
)
PAGE: Final = Offer("text/html", "html")


def choose(accept: str, offers: Sequence[Offer]) -> Offer | None:
    """The offer of the highest quality, of equals the first; None where none is acceptable.

    Without wishes everything is. A range that is malformed counts as absent.
    """
    ranges = [known for text in (accept.strip() or "*/*").split(",") if (known := _range(text)) is not None]
    best = max(offers, key=lambda offer: _quality(offer.media, ranges))
    return best if _quality(best.media, ranges) > 0 else None


def _range(text: str) -> tuple[str, float] | None:
    media, *parameters = (part.strip().lower() for part in text.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = float(value)
            except ValueError:
                return None
    return (media, quality) if "/" in media and 0 <= quality <= 1 else None


def _quality(media: str, ranges: Iterable[tuple[str, float]]) -> float:
    """The quality of the range that fits most closely; 0 where none fits."""
    kind = media.partition("/")[0]
    fits = {media: 3, f"{kind}/*": 2, "*/*": 1}
    fitting = [(fits[name], quality) for name, quality in ranges if name in fits]
    return max(fitting)[1] if fitting else 0.0
