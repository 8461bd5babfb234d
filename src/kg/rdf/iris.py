"""IRIs: an entity's from its id, everything else's from a hash of what it says.

Nothing is counted, random or taken from a clock, so one thing has one IRI in every build
of the same text.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from rdflib import URIRef

from kg.errors import GraphError
from kg.model import Figure, Happening, SentenceRef, Span, Statement, StatusChange

BASE: Final = "https://w3id.org/zhimai/id/"
# Folders of the base: each gets a prefix in Turtle.
KINDS: Final = (
    "article",
    "event",
    "mention",
    "observation",
    "organisation",
    "person",
    "place",
    "policy",
    "project",
    "selector",
    "sentence",
    "source",
    "statement",
    "status",
)

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+[/#]")
_DIGITS = 20  # 80 bits: two among a thousand million things collide with a chance of one in a million


def digest(*parts: object) -> str:
    """The parts' hash, hexadecimal. Parts are told apart: ``("ab", "c")`` is not ``("a", "bc")``."""
    text = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes the IRIs of one build. Raises GraphError where ``base`` cannot begin an IRI."""

    base: str = BASE

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise GraphError(f"{self.base}: not a base for IRIs; give an absolute one that ends in / or #")

    def prefixes(self) -> dict[str, str]:
        """A prefix for each kind of thing: ``place`` to ``…/id/place/``."""
        return {kind: f"{self.base}{kind}/" for kind in KINDS}

    def entity(self, id: str) -> URIRef:
        """``place/110000`` under the base; what an IRI may not hold is percent-encoded."""
        return URIRef(self.base + quote(id, safe="/", errors="surrogatepass"))

    @property
    def gazetteer(self) -> URIRef:
        return URIRef(f"{self.base}gazetteer")

    def source(self, sha256: str) -> URIRef:
        return self._hashed("source", sha256)

    def article(self, sha256: str, index: int) -> URIRef:
        return self._hashed("article", sha256, index)

    def sentence(self, ref: SentenceRef) -> URIRef:
        return self._hashed("sentence", ref.source, ref.article, ref.sentence)

    def selector(self, sha256: str, article: int, span: Span) -> URIRef:
        return self._hashed("selector", sha256, article, span.start, span.end)

    def mention(self, sha256: str, article: int, spans: tuple[Span, ...], entity: str) -> URIRef:
        places = [offset for span in spans for offset in (span.start, span.end)]
        return self._hashed("mention", sha256, article, entity, *places)

    def statement(self, statement: Statement) -> URIRef:
        """Two statements that differ in modality, polarity, role or speaker are two."""
        return self._hashed(
            "statement",
            statement.subject,
            statement.predicate,
            statement.object,
            statement.modality,
            statement.polarity,
            statement.role or "",
            statement.attributed_to or "",
        )

    def observation(self, sha256: str, figure: Figure) -> URIRef:
        where = (figure.article, figure.sentence, figure.start, figure.end)
        return self._hashed("observation", sha256, *where, figure.value, figure.unit, figure.metric)

    def event(self, sha256: str, event: Happening) -> URIRef:
        what = (event.date.isoformat(), event.precision, event.name, event.expression, *(event.trigger or ()))
        return self._hashed("event", sha256, event.article, event.sentence, *what)

    def status(self, change: StatusChange) -> URIRef:
        """What a sentence tells and what the gazetteer knows are two, though they be of one day."""
        days = [when.isoformat() if when else "" for when in (change.since, change.until)]
        known = "" if change.evidence else "gazetteer"
        return self._hashed("status", change.policy, change.status, *days, change.precision, change.modality, known)

    def _hashed(self, kind: str, *parts: object) -> URIRef:
        return URIRef(f"{self.base}{kind}/{digest(*parts)}")
