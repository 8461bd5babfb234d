"""Paragraphs -> sentences.

A sentence ends at 。！？；…… and their half-width forms, outside brackets and titles. Inside a
quotation it goes on to the quotation's end, and on to the speaker named behind it, as long as
that stays short. What has no punctuation is cut all the same, so that later stages stay linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.model import Text
from kg.reading import lexicon
from kg.reading.lexicon import alternation

LONGEST = 400  # characters of a sentence
_QUOTED = 150  # characters after which a quotation may be cut at its own full stops
_BRACKETED = 300  # characters after which a bracket is no longer waited for
_SPEAKER = 45  # characters between a quotation and the verb that names its speaker
_PAIRS = dict(zip("”’」』》〉）)】]", "“‘「『《〈（(【[", strict=True))
_OPENERS = frozenset(_PAIRS.values())
_QUOTES = frozenset("“‘「『")
_ALIKE = {"(": "（", ")": "）", "[": "【", "]": "】"}  # half and full width close each other
_SIGN = re.compile(
    r"(?P<url>(?:https?://|www\.)[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+)"
    r"|(?P<end>[。！？!?；;]+|…+|\.{3,}|(?<=[\u4e00-\u9fff”）)])[.．](?![\d.．])|(?<=[a-z)]{2})\.(?=\s+[\"“A-Z]|$))"
    r"|(?P<bracket>[“”‘’「」『』《》〈〉（）()【】\[\]])"
)
_CLOSING = re.compile(r"[”’」』》〉）)】\]]*")
_AFTER_ELLIPSIS = re.compile(r"等|的|之类")
_BLANK = re.compile(r"\s*")
_CUTS = ("；;", "，,", "、：:\u3000 \t\n")  # where a sentence is cut that is too long, the best first
_NUMBER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[.．]")


@cache
def _speaker() -> re.Pattern[str]:
    """王明说 directly behind a quotation."""
    verbs = alternation(list(lexicon.speech_verbs()))
    return re.compile(rf"[^。！？；…“”]{{0,{_SPEAKER}}}?(?:{verbs})[，。：:,]")


def unmatched(text: str) -> list[int]:
    """Where in ``text`` brackets, quotation marks or titles are opened and not closed, or the reverse."""
    open_, lost = _matched(text)
    return sorted([*open_, *lost])


def split(text: Text, semicolons: bool = True) -> Iterator[Text]:
    """The sentences of a paragraph. Only white space between them is left out.

    ``semicolons``: whether one ends a sentence; it does not between the items of a list.
    """
    start = 0
    for end in _ends(text.chars, semicolons):
        yield from _bounded(text, start, end)
        start = end
    yield from _bounded(text, start, len(text))


def _ends(chars: str, semicolons: bool) -> Iterator[int]:
    ignored = frozenset(unmatched(chars))
    depth: list[tuple[str, int]] = []
    start = 0
    for sign in _SIGN.finditer(chars):
        if sign.start() < start or sign["url"] or (not semicolons and sign.group()[-1] in "；;"):
            continue
        if sign["bracket"]:
            _turn(depth, sign, ignored)
            continue
        end = _with_closing(chars, start, sign.end())
        if depth and not _outgrown(depth, start, end) and not _closed(depth, chars[sign.end() : end]):
            continue
        if _goes_on(chars, sign, end) or _NUMBER.fullmatch(chars, start, end):
            continue
        depth.clear()
        start = end
        yield end


def _turn(depth: list[tuple[str, int]], sign: re.Match[str], ignored: frozenset[int]) -> None:
    char = sign["bracket"]
    if sign.start() in ignored:
        return
    if char in _OPENERS:
        depth.append((char, sign.start()))
    elif depth:
        depth.pop()


def _outgrown(depth: Sequence[tuple[str, int]], start: int, at: int) -> bool:
    """Whether the sentence is so long that its bracket is not waited for."""
    limit = _QUOTED if depth[0][0] in _QUOTES else _BRACKETED
    return at - max(start, depth[0][1]) > limit and at - start > limit


def _with_closing(chars: str, start: int, end: int) -> int:
    """``end`` moved behind the closing marks there; a straight one closes where one stands open."""
    closing = _CLOSING.match(chars, end)
    end = closing.end() if closing is not None else end
    return end + 1 if chars.startswith('"', end) and chars.count('"', start, end) % 2 else end


def _closed(depth: Sequence[tuple[str, int]], closing: str) -> bool:
    """Whether ``closing``, the marks behind a full stop, end every quotation that is open."""
    return depth[0][0] in _QUOTES and sum(1 for char in closing if char in _PAIRS) >= len(depth)


def _goes_on(chars: str, sign: re.Match[str], end: int) -> bool:
    """Whether the sentence goes on behind ``end``: with a comma, 等, or the speaker of its quotation."""
    if chars[end : end + 1] in tuple("，、,：:"):
        return True
    if sign.group()[0] in "….":
        return _AFTER_ELLIPSIS.match(chars, end) is not None
    return end > sign.end() and _speaker().match(chars, end) is not None


def _matched(chars: str) -> tuple[list[int], list[int]]:
    """Brackets opened and never closed, and closed without being open."""
    stack: list[tuple[str, int]] = []
    open_: list[int] = []
    lost: list[int] = []
    for sign in _SIGN.finditer(chars):
        char = sign["bracket"]
        if not char:
            continue
        if char in _OPENERS:
            stack.append((_ALIKE.get(char, char), sign.start()))
            continue
        opener = _PAIRS[char]
        wanted = _ALIKE.get(opener, opener)
        depth = next((back for back in range(1, min(len(stack), 8) + 1) if stack[-back][0] == wanted), None)
        if depth is None:
            lost.append(sign.start())
            continue
        open_.extend(at for _, at in stack[len(stack) - depth + 1 :])
        del stack[len(stack) - depth :]
    return [*open_, *(at for _, at in stack)], lost


def _bounded(text: Text, start: int, end: int) -> Iterator[Text]:
    """``text[start:end]`` without outer white space, cut where it is longer than LONGEST."""
    chars = text.chars
    while True:
        blank = _BLANK.match(chars, start, end)
        start = blank.end() if blank is not None else start
        if start >= end:
            return
        last = end if end - start <= LONGEST else _cut(chars, start)
        kept = start + len(chars[start:last].rstrip())
        yield text.slice(start, kept)
        start = last


def _cut(chars: str, start: int) -> int:
    """Where a sentence that is too long is cut: behind a mark in its second half, else anywhere."""
    for marks in _CUTS:
        last = max(chars.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in marks)
        if last >= 0:
            return last + 1
    return start + LONGEST
