"""Words that stand for a thing of an earlier sentence: 该项目, 大桥由…, and nothing at all (由…承建).

A stand-in is found only where the earlier text leaves no choice: the nearest sentence before,
at most two back, that names things of the type names only one whose name may end so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from kg import resources
from kg.characters import simplified
from kg.model import Article, EntityType, Mention

_BACK = 2  # sentences
_ANY = "*"
_POINTS = "(?:该|此|这一|这个|这项|这条|这座|这家|这次)"


@dataclass(frozen=True, slots=True)
class StandIn:
    """``[start, end)`` of a sentence's characters, empty where nothing stands there, and what is meant."""

    form: str  # pointing, phrase, noun, verb
    start: int
    end: int
    antecedent: Mention


@dataclass(frozen=True, slots=True)
class _Word:
    form: str
    type: EntityType
    endings: tuple[str, ...]


def find(article: Article, mentions: Mapping[int, Sequence[Mention]]) -> dict[int, list[StandIn]]:
    """The stand-ins by sentence. ``mentions``: those of each sentence, in its order."""
    found: dict[int, list[StandIn]] = {}
    for sentence in article.sentences:
        if sentence.role == "headline" or sentence.incomplete:
            continue
        here = mentions.get(sentence.index, ())
        for start, end, word in _words(simplified(sentence.text.chars), here):
            before = [mentions.get(sentence.index - back, ()) for back in range(1, _BACK + 1)]
            if word.form in ("pointing", "phrase"):
                before.insert(0, [mention for mention in here if mention.end <= start])
            antecedent = _antecedent(word, before)
            if antecedent is not None:
                found.setdefault(sentence.index, []).append(StandIn(word.form, start, end, antecedent))
    return found


def _words(chars: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, _Word]]:
    """What may stand for something, outside the names: one at the beginning, any number that points."""
    pointing, opening, known = _lexicon()
    free = [True] * len(chars)
    for mention in mentions:
        free[mention.start : mention.end] = [False] * (mention.end - mention.start)
    match = opening.match(chars)
    if match and all(free[: match.end()]):
        word = known["verb" if match.lastgroup == "verb" else "noun", match.group(match.lastgroup or 0)]
        yield match.start(), match.start() if word.form == "verb" else match.end(), word
    for match in pointing.finditer(chars):
        if all(free[match.start() : match.end()]):
            if match.lastgroup == "phrase":
                yield match.start(), match.start() + 1, known["phrase", match.group()]
            else:
                yield match.start(), match.end(), known["pointing", match.group("pointing")]


def _antecedent(word: _Word, before: Sequence[Sequence[Mention]]) -> Mention | None:
    """The one thing that is meant; of its mentions the last."""
    for group in before:
        typed = [mention for mention in group if mention.type == word.type]
        ending = [m for m in typed if m.surface.rstrip('”》’"）)').endswith(word.endings)]
        meant = ending or (typed if _ANY in word.endings else [])
        if typed:
            return meant[-1] if len({mention.surface for mention in meant}) == 1 else None
    return None


@cache
def _lexicon() -> tuple[re.Pattern[str], re.Pattern[str], Mapping[tuple[str, str], _Word]]:
    """What points, what opens a sentence, and every word of graph/lexicon/stand-ins.tsv."""
    rows = resources.table("lexicon", "stand-ins.tsv", columns=("form", "word", "type", "endings"))
    known = {
        (row["form"], row["word"]): _Word(
            row["form"], cast("EntityType", row["type"]), tuple(row["endings"].split("|"))
        )
        for row in rows
    }
    words = {
        form: "|".join(sorted((w for f, w in known if f == form), key=lambda w: (-len(w), w)))
        for form in ("pointing", "phrase", "noun", "verb")
    }
    opening = re.compile(rf"(?P<noun>{words['noun']})(?![的和与、])|(?P<verb>{words['verb']})")
    return re.compile(rf"{_POINTS}(?P<pointing>{words['pointing']})|(?P<phrase>{words['phrase']})"), opening, known
