"""Sentences with their mentions marked: ``[Place|江苏省|o][Place|兴化市|s]是水乡。``"""

from __future__ import annotations

import hashlib
import re
from typing import cast

from kg.model import Article, EntityType, Mention, Sentence, Source, Text

_MARK = re.compile(r"\[(\w+)\|([^\]|]+)(?:\|([soc]))?\]")


def parse(marked: str, sentence: int = 0) -> tuple[str, list[Mention], dict[Mention, str]]:
    """The bare sentence, its mentions, and the part (s, o, c or "") that each plays."""
    chars, at = "", 0
    mentions: list[Mention] = []
    parts: dict[Mention, str] = {}
    for match in _MARK.finditer(marked):
        chars += marked[at : match.start()]
        kind, surface, part = match.groups()
        mention = Mention(
            0, sentence, len(chars), len(chars) + len(surface), surface, cast("EntityType", kind), score=0.9
        )
        mentions.append(mention)
        parts[mention] = part or ""
        chars += surface
        at = match.end()
    return chars + marked[at:], mentions, parts


def article(*marked: str) -> tuple[Article, list[Mention]]:
    """An article of these sentences, and the mentions in it."""
    sentences, mentions, at = [], [], 0
    for number, line in enumerate(marked):
        chars, found, _ = parse(line, number)
        sentences.append(Sentence(number, Text(chars, tuple(range(at, at + len(chars))))))
        mentions.extend(found)
        at += len(chars)
    return Article(0, "report", None, tuple(sentences)), mentions


def source(*articles: Article) -> Source:
    text = "".join(sentence.text.chars for one in articles for sentence in one.sentences)
    return Source("page.txt", hashlib.sha256(text.encode()).hexdigest(), text, "utf-8", articles)
