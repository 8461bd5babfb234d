"""The sentences of an article, each with what it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import Article, Mention, Sentence


def with_mentions(article: Article, mentions: Iterable[Mention]) -> list[tuple[Sentence, list[Mention]]]:
    """Every sentence in the order of the text, with its mentions from left to right; many have none."""
    named = by_sentence(mentions)
    return [(sentence, list(named.get(sentence.index, ()))) for sentence in article.sentences]


def by_sentence(mentions: Iterable[Mention]) -> Mapping[int, list[Mention]]:
    """An article's mentions by the index of their sentence, from left to right; no sentence without one."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    for group in found.values():
        group.sort(key=lambda mention: mention.start)
    return found
