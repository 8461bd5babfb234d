"""What the writers yield: triples of rdflib's terms."""

from __future__ import annotations

from typing import TypeAlias

from rdflib import Literal, URIRef

Triple: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal]
