"""The sentences of an article, each with what it names."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Article, Mention, Sentence


def with_mentions(article: Article, mentions: Iterable[Mention]) -> list[tuple[Sentence, list[Mention]]]:
    """Every sentence in the order of the text, with its mentions from left to right; many have none."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    return [(s, sorted(by_sentence.get(s.index, ()), key=lambda mention: mention.start)) for s in article.sentences]
