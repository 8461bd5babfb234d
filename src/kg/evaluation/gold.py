"""A reference answer: one JSON a text, beside the text itself (NAME.json, NAME.txt).

    entities    id, type, name, mentions (each distinct surface form), optional, also (types as right)
    relations   s, p, o, optional

What careful annotators would dispute is ``optional``: neither rewarded nor punished.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kg.characters import normal
from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class GoldEntity:
    id: str
    type: str
    types: frozenset[str]  # its type and those as right
    name: str
    names: tuple[str, ...]
    optional: bool

    @property
    def keys(self) -> frozenset[str]:
        """Its names in the form in which names are compared."""
        return frozenset(normal(name).lower() for name in (self.name, *self.names))


@dataclass(frozen=True, slots=True)
class GoldStatement:
    subject: str
    predicate: str
    object: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Gold:
    text: Path
    entities: tuple[GoldEntity, ...]
    statements: tuple[GoldStatement, ...]


def load(file: Path) -> Gold:
    """Raises InputError where the file is no reference answer or its text is missing."""
    text = file.with_suffix(".txt")
    if not text.is_file():
        raise InputError(f"{file}: its text {text.name} is not beside it; put it there")
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        entities = tuple(_entity(entry) for entry in record["entities"])
        known = {entity.id for entity in entities}
        statements = tuple(
            GoldStatement(r["s"], r["p"], r["o"], bool(r.get("optional"))) for r in record.get("relations", ())
        )
        unknown = {end for s in statements for end in (s.subject, s.object)} - known
        if unknown:
            raise KeyError(sorted(unknown)[0])
        return Gold(text, entities, statements)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{file}: not a reference answer ({error!r}); see benchmarks/README.md") from error


def _entity(entry: dict[str, object]) -> GoldEntity:
    kind, also, mentions = str(entry["type"]), entry.get("also", []), entry["mentions"]
    if not isinstance(also, list) or not isinstance(mentions, list):
        raise TypeError("also and mentions are lists")
    return GoldEntity(
        id=str(entry["id"]),
        type=kind,
        types=frozenset({kind, *map(str, also)}),
        name=str(entry["name"]),
        names=tuple(map(str, mentions)),
        optional=bool(entry.get("optional")),
    )
