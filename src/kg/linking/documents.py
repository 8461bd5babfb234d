"""Policies of one title whose texts give them document numbers (文号): two 通知 of two years are two documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from kg.model import DocumentNumber, Mention

Numbers = Mapping[Mention, frozenset[str]]  # of the policies that a text gives one


def numbers(found: Iterable[DocumentNumber]) -> Numbers:
    """Each policy's mention with the numbers that its sentence gives it."""
    by_mention: dict[Mention, frozenset[str]] = {}
    for number in found:
        by_mention[number.policy] = by_mention.get(number.policy, frozenset()) | {number.number}
    return by_mention


def differ(one: Collection[str], other: Collection[str]) -> bool:
    """Whether both have numbers, and none in common."""
    return bool(one and other) and set(one).isdisjoint(other)


def parts(mentions: Sequence[Mention], known: Numbers) -> list[tuple[list[Mention], frozenset[str]]]:
    """The mentions of one title by document, each with its numbers; those with a number in common are one.

    Where the text tells of one document only, all are of it. Where it tells of several, a mention without
    a number is of none of them, for nobody could say which.
    """
    documents: list[tuple[list[Mention], frozenset[str]]] = []
    for mention in mentions:
        if own := known.get(mention):
            same = [document for document in documents if own & document[1]]
            documents = [document for document in documents if document not in same]
            documents.append(([*(m for ms, _ in same for m in ms), mention], own.union(*(found for _, found in same))))
    if len(documents) < 2:
        return [(list(mentions), frozenset(number for _, found in documents for number in found))]
    bare = [mention for mention in mentions if not known.get(mention)]
    return [*documents, *([(bare, frozenset[str]())] if bare else [])]
