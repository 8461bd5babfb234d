"""The reader's words, from ``graph/lexicon/reading-*.tsv``: loaded once, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg import resources
from kg.errors import KnowledgeError

Place = Literal["line", "start", "end", "tail"]
RoleKind = Literal["reporter", "writer", "photographer", "staff", "attribute", "filler", "column"]


def alternation(words: list[str]) -> str:
    """A regular expression for any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def frequent_characters() -> frozenset[str]:
    rows = resources.table("lexicon", "reading-characters.tsv", columns=("script", "characters"))
    return frozenset("".join(row["characters"] for row in rows if row["script"] != "surnames"))


@cache
def surnames() -> frozenset[str]:
    """The first characters of the most common Chinese surnames."""
    rows = resources.table("lexicon", "reading-characters.tsv", columns=("script", "characters"))
    return frozenset("".join(row["characters"] for row in rows if row["script"] == "surnames"))


@dataclass(frozen=True, slots=True)
class Outlets:
    """Who can stand in a dateline. ``names``: form -> outlet, "" for the paper's word for itself."""

    names: dict[str, str]
    agencies: tuple[str, ...]
    suffixes: tuple[str, ...]


@cache
def outlets() -> Outlets:
    rows = resources.table("lexicon", "reading-outlets.tsv", columns=("form", "outlet", "kind"))
    names = {
        form: form
        for row in resources.table("gazetteer", "media.tsv", columns=("name", "aliases"))
        for form in (row["name"], *row["aliases"].split("|"))
        if len(form) >= 3 and "《" not in form
    }
    names.update((row["form"], row["outlet"].strip("-")) for row in rows if row["kind"] != "suffix")
    return Outlets(
        names,
        tuple(row["form"] for row in rows if row["kind"] == "agency"),
        tuple(row["form"] for row in rows if row["kind"] == "suffix"),
    )


@cache
def roles(kind: RoleKind) -> tuple[str, ...]:
    """The words of bylines and credits that are of one kind."""
    rows = resources.table("lexicon", "reading-roles.tsv", columns=("word", "kind"))
    return tuple(row["word"] for row in rows if row["kind"] == kind)


@cache
def speech_verbs() -> tuple[str, ...]:
    return tuple(row["verb"] for row in resources.table("lexicon", "reading-speech.tsv", columns=("verb",)))


@cache
def furniture(place: Place) -> re.Pattern[str]:
    """Matches a whole line (line, tail), or what of it is furniture (start, end)."""
    rows = resources.table("lexicon", "reading-furniture.tsv", columns=("place", "pattern", "example"))
    patterns = [row["pattern"] for row in rows if row["place"] == place]
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    try:
        return re.compile({"start": f"(?:{joined})", "end": f"(?:{joined})$"}.get(place, f"(?:{joined})$"))
    except re.error as error:
        raise KnowledgeError(f"reading-furniture.tsv: place {place}: {error}") from error
