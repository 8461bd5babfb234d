"""What a name says of another name in it: 工信部办公厅 is part of 工信部, 西安至延安高铁 joins 西安 and 延安.

The name within must stand on its own somewhere in the article. Most of these clues are true of
the names and not of a sentence; how far each is to be believed is trained like all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg import lexicon, resources
from kg.contract import permitted
from kg.extraction import clues, heads
from kg.extraction.pairs import Candidate
from kg.model import Mention

_ISSUES = ("关于", "等", "办公厅关于")
_INNER = ("Organisation", "Project", "Place", "Policy")


def candidates(mentions: Sequence[Mention]) -> Iterator[Candidate]:
    """Pairs of the mentions of one article; the evidence is each sentence that has the longer name."""
    first: dict[str, Mention] = {}
    counts: dict[str, int] = {}
    for mention in mentions:
        if mention.type in _INNER and len(mention.surface) > 1:
            first.setdefault(mention.surface, mention)
            counts[mention.surface] = counts.get(mention.surface, 0) + 1
    seen: set[tuple[str, int]] = set()
    for mention in mentions:
        if (mention.surface, mention.sentence) not in seen and mention.type != "Person":
            seen.add((mention.surface, mention.sentence))
            for inner in _within(mention, first):
                yield from _candidate(mention, inner, counts[inner.surface])


def _within(mention: Mention, names: dict[str, Mention]) -> Iterator[Mention]:
    """The other names in the mention's, none within another, from left to right."""
    bare = heads.strip(mention.surface)
    start = 0
    while start < len(bare):
        for end in range(len(bare), start + 1, -1):
            inner = names.get(bare[start:end])
            if inner is not None and bare[start:end] != bare and inner.surface != mention.surface:
                yield inner
                start = end - 1
                break
        start += 1


def _candidate(outer: Mention, inner: Mention, count: int) -> Iterator[Candidate]:
    predicates = permitted(outer.type, inner.type)
    if predicates:
        yield Candidate(
            subject=outer,
            object=inner,
            sentence=outer.sentence,
            predicates=predicates,
            clues=tuple(_clues(outer, inner, count)),
            matches={},
        )


def _clues(outer: Mention, inner: Mention, count: int) -> Iterator[str]:
    bare = heads.strip(outer.surface)
    before, _, rest = bare.partition(inner.surface)
    types = f"{outer.type}-{inner.type}"
    where = "within" if before else "begins"
    yield "name:"
    yield f"name:{types}"
    yield f"name:{where}:{types}"
    yield f"name:kinds:{outer.subtype}-{inner.subtype}"
    yield f"name:{where}:kinds:{outer.type}-{outer.subtype}-{inner.subtype}"
    yield f"name:end:{types}:{rest[-2:]}"
    yield f"name:head:{types}:{heads.head(outer.surface, outer.type)}"
    yield f"name:next:{types}:{rest[:1]}"
    if before:
        yield f"name:before:{types}:{before[-1]}"
    yield f"name:times:{types}:{min(count, 3)}"
    yield f"name:{'same' if outer.sentence == inner.sentence else 'other'}-sentence"
    if not before:
        yield from _sure(outer, inner, rest)


def _sure(outer: Mention, inner: Mention, rest: str) -> Iterator[str]:
    """What holds whatever else the names are, as a pattern does."""
    if outer.type == inner.type and is_part(rest, outer.type):
        yield from clues.of_pattern("partOf/in-the-name", "partOf")
    elif outer.type == "Policy" and inner.type == "Organisation" and rest.startswith(_ISSUES):
        yield from clues.of_pattern("issuedBy/in-the-name", "issuedBy")
    elif outer.type == "Project" and inner.type == "Organisation" and inner.subtype in ("company", ""):
        yield from clues.of_pattern("undertakenBy/in-the-name", "undertakenBy")


def is_part(rest: str, type: str) -> bool:
    """Whether what a name goes on with names a part of the thing before it: 环资司, not 小米公司."""
    return rest.endswith(_parts(type)) and not rest.endswith(lexicon.words("company-suffix"))


@cache
def _parts(type: str) -> tuple[str, ...]:
    rows = resources.table("lexicon", "parts.tsv", columns=("whole", "rest_ends"))
    return tuple(row["rest_ends"] for row in rows if row["whole"] == type)
