"""The last word of a name, and what kind of thing it makes of the name (graph/lexicon/heads.tsv)."""

from __future__ import annotations

from functools import cache, lru_cache

from kg import lexicon, resources
from kg.model import EntityType

_OPENING, _CLOSING = "（(", "）)"


@cache
def _heads() -> dict[str, dict[str, str]]:
    """Type -> head -> subtype."""
    found: dict[str, dict[str, str]] = {}
    for row in resources.table("lexicon", "heads.tsv", columns=("head", "type", "subtype")):
        found.setdefault(row["type"], {})[row["head"]] = row["subtype"]
    return found


@cache
def _longest(type: str) -> int:
    return max(map(len, _heads()[type]))


@lru_cache(maxsize=1 << 16)
def head(name: str, type: EntityType) -> str:
    """The longest head of ``type`` that ``name`` ends in, ``""`` where there is none."""
    table = _heads().get(type)
    if table is None:
        return ""
    bare = strip(name)
    for start in range(max(0, len(bare) - _longest(type)), len(bare)):
        if bare[start:] in table:
            return bare[start:]
    return ""


def ending(name: str, type: EntityType, subtype: str) -> bool:
    """Whether the name ends in a head of that finer class, with something before it."""
    found = head(name, type)
    return bool(found) and found != name and _heads()[type][found] == subtype


def subtype(name: str, type: EntityType) -> str:
    """The finer class that the name's head gives; ``draft`` where the name says so in brackets."""
    if type == "Policy" and any(word in name for word in lexicon.words("draft")):
        return "draft"
    found = head(name, type)
    return _heads()[type][found] if found else ""


def strip(name: str) -> str:
    """A name without the brackets around it and without a remark in brackets at its end."""
    bare = name.strip('《》〈〉“”"「」『』 ')
    if bare and bare[-1] in _CLOSING:
        depth = 0
        for at in range(len(bare) - 1, 0, -1):
            depth += (bare[at] in _CLOSING) - (bare[at] in _OPENING)
            if depth == 0:
                return bare[:at].rstrip("》”")
    return bare
