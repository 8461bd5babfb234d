"""Photo captions: paragraphs, or parts of one, that end with who took the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.model import Text
from kg.reading import bylines, dates
from kg.reading.bylines import Credit

LONGEST = 250  # characters of a caption
_SENTENCE_END = re.compile(r"[。！？!?][”’」』）)]*\s*")
_SENTENCES = 4  # more than these are a report with a picture, not a caption


@dataclass(frozen=True, slots=True)
class Part:
    """``text`` of a paragraph: a caption where it has a credit."""

    text: Text
    credit: Credit | None = None


@cache
def _start() -> re.Pattern[str]:
    """How captions begin: with a date, or by pointing at the picture."""
    return re.compile(
        rf"(?:当地时间)?{dates.day_pattern()}|(?:\d{{4}}年)?\d{{1,2}}月(?!\d)|[上下左右]?图[①-⑳一二三四\d]*(?:为|是|中|：|:)|这是|▲"
    )


def begins_as_caption(chars: str) -> bool:
    return _start().match(chars) is not None


def parts(text: Text) -> Iterator[Part]:
    """``text`` in its order, the captions in it apart. One part without credit where there are none."""
    at = 0
    for start, end, credit in bylines.photo_credits(text):
        if start < at:
            continue
        begin = _begin(text.chars, at, start, whole=at == 0 and end >= len(text.chars.rstrip()))
        if begin is None:
            continue
        yield from _parts(text, at, begin, None)
        yield from _parts(text, begin, start, credit)
        at = end
    yield from _parts(text, at, len(text), None)


def _parts(text: Text, start: int, end: int, credit: Credit | None) -> Iterator[Part]:
    chars = text.chars[start:end]
    stripped = chars.strip()
    if stripped:
        first = start + chars.index(stripped[0])
        yield Part(text.slice(first, first + len(stripped)), credit)


def _begin(chars: str, start: int, end: int, whole: bool) -> int | None:
    """Where the caption begins whose credit stands at ``end``; None where there is none.

    A paragraph that ends with its credit is a caption as a whole when it is short. Otherwise
    the caption was run into the text: its last sentences, from the last one that begins as
    captions do.
    """
    near = max(start, end - LONGEST)
    starts = [start] if near == start else []
    starts += [found.end() for found in _SENTENCE_END.finditer(chars, near, end) if found.end() < end]
    if not starts or not chars[start:end].strip():
        return None
    if whole and near == start and len(starts) <= _SENTENCES:
        return start
    dated = [one for one in starts if begins_as_caption(chars[one : one + 40])]
    return dated[-1] if dated else starts[-1]
