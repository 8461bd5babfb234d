"""What a name says of another name in it: 工信部办公厅 is part of 工信部, 《国务院关于…的通知》 is its notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg import lexicon, resources
from kg.extraction import heads
from kg.model import Claim, Mention, Predicate

_PART = 0.75
_ISSUER = 0.85
_OWNER = 0.6
_ISSUES = ("关于", "等", "办公厅关于")


def claims(mentions: Sequence[Mention]) -> Iterator[Claim]:
    """Claims about the mentions of one article; the evidence is the sentence of the longer name."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.type in ("Organisation", "Project") and len(mention.surface) > 1:
            first.setdefault(mention.surface, mention)
    seen: set[tuple[str, int]] = set()
    for mention in mentions:
        for inner, predicate, confidence in _within(mention, first):
            if (mention.surface, mention.sentence) not in seen:
                yield _claim(mention, inner, predicate, confidence)
        seen.add((mention.surface, mention.sentence))


def _within(mention: Mention, names: dict[str, Mention]) -> Iterable[tuple[Mention, Predicate, float]]:
    """The longest other name that the mention's begins with, and what that makes of the two."""
    bare = heads.strip(mention.surface) if mention.type == "Policy" else mention.surface
    for end in range(len(bare) - 1, 1, -1):
        inner = names.get(bare[:end])
        if inner is None:
            continue
        rest = bare[end:]
        if inner.type == mention.type and is_part(rest, mention.type):
            return [(inner, "partOf", _PART)]
        if mention.type == "Policy" and inner.type == "Organisation" and rest.startswith(_ISSUES):
            return [(inner, "issuedBy", _ISSUER)]
        if mention.type == "Project" and inner.type == "Organisation" and inner.subtype in ("company", ""):
            return [(inner, "undertakenBy", _OWNER)]
        return []
    return []


def is_part(rest: str, type: str) -> bool:
    """Whether what a name goes on with names a part of the thing before it: 环资司, not 小米公司."""
    return rest.endswith(_parts(type)) and not rest.endswith(lexicon.words("company-suffix"))


@cache
def _parts(type: str) -> tuple[str, ...]:
    rows = resources.table("lexicon", "parts.tsv", columns=("whole", "rest_ends"))
    return tuple(row["rest_ends"] for row in rows if row["whole"] == type)


def _claim(subject: Mention, target: Mention, predicate: Predicate, confidence: float) -> Claim:
    return Claim(
        subject=subject,
        predicate=predicate,
        object=target,
        article=subject.article,
        sentence=subject.sentence,
        confidence=round(confidence * (subject.score * target.score) ** 0.5, 3),
        pattern=f"{predicate}/in-the-name",
    )
