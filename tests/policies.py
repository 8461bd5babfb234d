"""Sentences about policies for the tests: what recognition would find in them is marked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import marked
from kg import lexicon
from kg.model import Article, Mention

DAY = date(2025, 11, 20)


def article(text: str, day: date | None = DAY) -> tuple[Article, list[Mention], list[Mention]]:
    """An article of the sentences of ``text``, its mentions, and those marked ``|s``; what is called a draft is one."""
    mentions, subjects = [], []
    sentences = re.findall("[^。]+。?", text)
    for number, sentence in enumerate(sentences):
        _, found, parts = marked.parse(sentence, number)
        for mention in found:
            named = replace(mention, subtype="draft") if _is_draft(mention) else mention
            mentions.append(named)
            if parts[mention] == "s":
                subjects.append(named)
    page, _ = marked.article(*sentences)
    return replace(page, date=day, year=day.year if day else None), mentions, subjects


def _is_draft(mention: Mention) -> bool:
    return mention.type == "Policy" and any(word in mention.surface for word in lexicon.words("draft"))
