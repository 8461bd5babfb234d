"""The words of a stretch of text, and which of them are verbs that may tell what happened.

Verbs and their kinds are in graph/lexicon/event-verbs.tsv; a name counts as one word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from kg import lexicon, resources
from kg.errors import KnowledgeError
from kg.extraction import tokens
from kg.model import Mention

Kind = Literal["takes", "happens", "announces", "weak", "told", "says", "passing", ""]
MAIN: tuple[Kind, ...] = ("takes", "happens", "announces")
_COMPOUND = 4  # characters of two verbs, or of a verb and its object, that the dictionary has as one word
_OF = "的"


@dataclass(frozen=True, slots=True)
class Token:
    """A word at ``[start, end)`` of its sentence, or a whole name."""

    start: int
    end: int
    word: str
    kind: Kind = ""
    mention: Mention | None = None

    @property
    def tag(self) -> str:
        """The word's tag in the dictionary; none for a name."""
        return "" if self.mention else tokens.tag(self.word)

    def among(self, words: tuple[str, ...]) -> bool:
        return self.mention is None and self.word in words


def read(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Token]:
    """The tokens of ``text[start:end]``; ``mentions``: the sentence's, from left to right."""
    found: list[Token] = []
    at = start
    for mention in mentions:
        if at <= mention.start and mention.end <= end:
            found.extend(_words(text, at, mention.start))
            found.append(Token(mention.start, mention.end, mention.surface, mention=mention))
            at = mention.end
    found.extend(_words(text, at, end))
    return found


def bound(rest: Sequence[Token]) -> bool:
    """Whether what follows a verb makes it part of a phrase: 成立的, 开幕后, 启动仪式."""
    if not rest or rest[0].mention:
        return False
    return rest[0].word == _OF or rest[0].word.startswith(lexicon.words("no-predicate"))


def qualified(rest: Sequence[Token]) -> Mention | None:
    """The name that a clause with 的 is about: 在南京成立 before 的量子中心."""
    return rest[1].mention if len(rest) > 1 and rest[0].among((_OF,)) else None


def goes_along(rest: Sequence[Token]) -> bool:
    """Whether a verb goes along with one that comes later: 出席 before 会议期间会见."""
    ends = lexicon.words("adverbial")
    at = next((number for number, token in enumerate(rest) if token.among(ends)), None)
    return at is not None and any(token.kind in MAIN for token in rest[at + 1 :])


def governs(token: Token, rest: Sequence[Token]) -> bool:
    """Whether a verb that no list has is its clause's own, so that the date is of what it says."""
    if token.kind == "passing" or len(token.word) < 2 or token.tag != "v":
        return False
    return not any(other.among((_OF, *lexicon.words("adverbial"))) for other in rest)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for word in tokens.words(text[start:end]):
        yield Token(start, start + len(word), word, _kind(word))
        start += len(word)


@cache
def _kinds() -> dict[str, Kind]:
    rows = resources.table("lexicon", "event-verbs.tsv", columns=("verb", "kind"))
    unknown = [row for row in rows if row["kind"] not in get_args(Kind)]
    if unknown:
        raise KnowledgeError(f"graph/lexicon/event-verbs.tsv: {unknown[0]['verb']}: no kind {unknown[0]['kind']}")
    return {row["verb"]: cast("Kind", row["kind"]) for row in rows}


def _kind(word: str) -> Kind:
    """Of 发表声明 and 应邀出席, which are one word each, that of the verb within."""
    kinds = _kinds()
    if word in kinds or len(word) != _COMPOUND:
        return kinds.get(word, "")
    takes_object = kinds.get(word[:2]) in ("takes", "announces")
    return "happens" if takes_object or kinds.get(word[2:]) in MAIN else ""
