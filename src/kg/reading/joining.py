"""Broken lines made whole, each character keeping its offset in the source.

Two kinds of break occur. A page set in narrow columns breaks every line at the same width
(``wrap_width``); a page put together from columns breaks a paragraph here and there, often
with a blank line in the middle of a word. A line that stops within a sentence and does not
look like a heading goes on in the next, unless that one plainly begins something new.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from kg.model import Text
from kg.reading import shapes
from kg.reading.formats import Line

_FAR = 3  # blank lines over which no sentence goes on
_NARROWEST, _WIDEST = 20, 140  # cells of a column; a Chinese character takes two
_ENDS_ENGLISH = re.compile(r"[ -~]{12}$")
_BEGINS_ENGLISH = re.compile(r"[ -~]{12}")
_SLACK = 4  # cells that a full line may fall short: a word or a mark that did not fit


def cells(chars: str) -> int:
    """The width of ``chars`` on a page: two for a Chinese character, one for a Latin letter."""
    return len(chars.encode("gb18030", errors="replace"))


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which a page breaks its lines, in cells; None where lines are paragraphs."""
    widths = [cells(line.chars) for line in lines if len(line.chars) <= _WIDEST]
    broken = Counter(
        cells(line.chars) // 2
        for line, below in pairwise(lines)
        if below.gap <= 1 and len(line.chars) <= _WIDEST and not shapes.finished(line.chars)
    )
    if len(lines) < 5 or not broken:
        return None
    width = 2 * max(broken, key=lambda half: (2 * broken[half] + broken[half - 1], half)) + 1
    full = sum(1 for found in widths if width - _SLACK <= found <= width + 1)
    wider = len(lines) - sum(1 for found in widths if found <= width + 3)
    if not _NARROWEST <= width <= _WIDEST or full < max(3, len(lines) // 2) or wider * 10 > len(lines):
        return None
    return width


def continues(above: str, below: Line, width: int | None) -> bool:
    """Whether the text of ``above`` goes on in ``below``, the next line that says something."""
    if below.mark.startswith("#") or below.gap >= _FAR or shapes.is_item(below.chars):
        return False
    full = width is not None and cells(above[-_WIDEST:]) >= width - _SLACK
    if shapes.finished(above):
        return full and below.gap == 0 and not below.indented
    if shapes.never_first(below.chars) or shapes.closes(above, below.chars):
        return True
    if below.gap and shapes.is_dated(below.chars):
        return False
    return full or above[-1] in "，、," or not shapes.is_heading(above)


def joined(parts: Sequence[Text], source: str) -> Text:
    """``parts`` as one text. Between lines of English the white space that parted them stays."""
    if len(parts) == 1:
        return parts[0]
    chars: list[str] = []
    offsets: list[int] = []
    for part in parts:
        if chars and _ENDS_ENGLISH.search(chars[-1]) and _BEGINS_ENGLISH.match(part.chars):
            space = _space(source, offsets[-1] + 1, part.offsets[0])
            if space is not None:
                chars.append(source[space])
                offsets.append(space)
        chars.append(part.chars)
        offsets.extend(part.offsets)
    return Text("".join(chars), tuple(offsets))


def spaced(parts: Sequence[Text], source: str) -> Text:
    """``parts`` as one text, with one white space of the source between each two, where there is one."""
    chars: list[str] = []
    offsets: list[int] = []
    for part in parts:
        if offsets and (space := _space(source, offsets[-1] + 1, part.offsets[0])) is not None:
            chars.append(source[space])
            offsets.append(space)
        chars.append(part.chars)
        offsets.extend(part.offsets)
    return Text("".join(chars), tuple(offsets))


def grouped(lines: Iterable[Line], joins: Callable[[Text, Line], bool], source: str) -> list[Line]:
    """``lines`` with those that ``joins`` (the line so far, the next one) says belong together made one."""
    found: list[Line] = []
    parts: list[Text] = []
    for line in lines:
        if found and joins(parts[-1], line):
            parts.append(line.text)
            continue
        if len(parts) > 1:
            found[-1] = _with(found[-1], joined(parts, source))
        found.append(line)
        parts = [line.text]
    if len(parts) > 1:
        found[-1] = _with(found[-1], joined(parts, source))
    return found


def _with(line: Line, text: Text) -> Line:
    return Line(text, line.mark, line.gap, line.indented)


def _space(source: str, start: int, end: int) -> int | None:
    """The first blank between two offsets, else the first line break."""
    between = source[start:end]
    blank = min((between.find(char) for char in " \u3000\u2003\u2002\xa0\t" if char in between), default=-1)
    if blank < 0:
        blank = next((at for at, char in enumerate(between) if char.isspace()), -1)
    return start + blank if blank >= 0 else None
