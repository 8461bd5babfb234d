"""Text -> lines as a reader sees them: no Markdown marks, no HTML, no outer white space.

Nothing is rewritten: a line is a ``Text``, whose characters keep their offsets in the source.
Newspapers on the web often run their paragraphs together and put two or more wide spaces
between them; each paragraph becomes a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from kg.model import Text

_TOKEN = re.compile(
    r"(?P<line>\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])"
    r"|(?P<code><(?:script|style)\b)"
    r"|(?P<comment><!--)"
    r"|(?P<block></?(?:p|div|br|hr|li|ul|ol|tr|td|th|h[1-6]|table|section|article)\b[^<>\n]{0,300}>)"
    r"|(?P<tag></?(?:a|abbr|b|body|center|em|font|head|html|i|iframe|img|input|label|link|meta|nobr|s|small|span"
    r"|strong|sub|sup|tbody|thead|title|u)\b[^<>\n]{0,300}>)"
    r"|(?P<space>&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#12288|#xA0);|[\u200b-\u200f\u2060\ufeff\xad])"
    r"|(?P<image>!\[[^\[\]\n]{0,200}\]\([^()\s]{0,500}\))"
    r"|\[(?P<label>[^\[\]\n]{1,200})\]\([^()\s]{1,500}\)"
    r"|\*\*(?P<strong>[^\s*、，。,）)][^*\n]{0,300})\*\*",
    re.IGNORECASE,
)
_CODE_END = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)
_COMMENT_END = re.compile(r"-->")
# A lone "#" before a word with another "#" behind it is a topic (#话题#), no heading.
_MARK = re.compile(r"(#{2,6}|#(?![^\n]*#))\s*(?=[^#\s])|([>|])\s*(?=\S)|([-*+])\s+(?=\S)")
_TABLE_RULE = re.compile(r"[\s|:\-+=_*]+")
_WIDE = re.compile(r"[\u2002\u2003\u3000\xa0]{2,}\s*|(?<=[。！？…”])[ \t]{2,}")
# 王　　明: the spaces that make a short name as wide as a long one.
_INSIDE_NAME = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]\s+[\u4e00-\u9fff](?![\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of the page says; ``text`` is never empty."""

    text: Text
    mark: str = ""  # "#" to "######", ">", "|", "-", or ""
    gap: int = 0  # blank lines above it; a paragraph run on in the same line has one
    indented: bool = False

    @property
    def chars(self) -> str:
        return self.text.chars


def lines(source: str) -> list[Line]:
    """The lines of ``source`` that say something, in its order."""
    found: list[Line] = []
    gap = 0
    for pieces in _pieces(source):
        line = _line(source, pieces, gap)
        gap = gap + 1 if line is None else 0
        if line is not None:
            found.extend(_paragraphs(line))
    return found


def _pieces(source: str) -> Iterator[list[tuple[int, int]]]:
    """For each line the ranges of ``source`` that are read, blank lines included."""
    pieces: list[tuple[int, int]] = []
    at = 0
    unclosed: set[str] = set()  # so that each closing mark is looked for in vain only once
    for token in _TOKEN.finditer(source):
        start, end = token.span()
        if start < at:
            continue
        kept = (start, start)
        if token["label"] is not None:
            kept = token.span("label")
        elif token["strong"] is not None:
            kept = token.span("strong")
        elif token["code"] or token["comment"]:
            end = _closing(source, end, "code" if token["code"] else "comment", unclosed)
        pieces.extend(piece for piece in ((at, start), kept) if piece[0] < piece[1])
        at = end
        if token["line"] or token["block"]:
            yield pieces
            pieces = []
    if at < len(source):
        pieces.append((at, len(source)))
    yield pieces


def _closing(source: str, start: int, what: str, unclosed: set[str]) -> int:
    """Where a script or comment ends; one that is never closed ends with its opening tag."""
    if what in unclosed:
        return start
    closing = (_CODE_END if what == "code" else _COMMENT_END).search(source, start)
    if closing is None:
        unclosed.add(what)
        return start
    return closing.end()


def _line(source: str, pieces: list[tuple[int, int]], gap: int) -> Line | None:
    chars = "".join(source[start:end] for start, end in pieces)
    first = len(chars) - len(chars.lstrip())
    last = len(chars.rstrip())
    indented = first >= 2
    mark = ""
    while (found := _MARK.match(chars, first, last)) is not None:
        # a table's row ends as it begins
        if found[2] == "|" and chars[last - 1] == "|":
            last = len(chars[: last - 1].rstrip())
        mark = found[1] or found[2] or found[3]
        first = found.end()
    if first >= last:
        return None
    if mark in "|>" and _TABLE_RULE.fullmatch(chars, first, last):
        return None
    offsets = tuple(chain.from_iterable(range(start, end) for start, end in pieces))
    return Line(Text(chars[first:last], offsets[first:last]), mark, gap, indented)


def _paragraphs(line: Line) -> Iterator[Line]:
    """``line`` cut where two or more wide spaces stand."""
    chars, at, gap, indented = line.chars, 0, line.gap, line.indented
    for space in _WIDE.finditer(chars):
        start, end = space.span()
        if _INSIDE_NAME.search(chars, max(0, start - 2), end + 2):
            continue
        if start > at:
            yield Line(line.text.slice(at, start), line.mark, gap, indented)
            gap, indented = 1, True
        at = end
    if at < len(chars):
        yield line if at == 0 else Line(line.text.slice(at, len(chars)), line.mark, gap, indented)
