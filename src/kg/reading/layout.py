"""Lines -> blocks: what each piece of the page is, before anybody knows which article it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kg.model import Text
from kg.reading import bylines, captions, datelines, joining, lexicon, shapes
from kg.reading.bylines import Credit
from kg.reading.datelines import Dateline
from kg.reading.formats import Line

Kind = Literal["headline", "subheading", "byline", "dateline", "caption", "furniture", "tail", "rule", "body"]
_MENU = 5  # longest entry of a menu, in characters
_MENU_ENTRIES = 4  # so many short lines in a row are a menu, not text
_CREDIT = 100  # longest line that only says who wrote something, in characters
_FURNITURE = 300  # longest line of furniture, in characters


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line of its own. ``furniture`` is not read, after a ``tail`` nothing is
    for a while, a ``rule`` parts articles; a ``body`` may begin with its ``dateline``."""

    kind: Kind
    text: Text
    mark: str = ""
    gap: int = 0
    credit: Credit | None = None
    dateline: Dateline | None = None

    @property
    def chars(self) -> str:
        return self.text.chars


def blocks(lines: Sequence[Line], source: str) -> list[Block]:
    """The page as blocks, in its order."""
    found: list[Block] = []
    width = joining.wrap_width(lines)
    for line in _paragraphs(lines, width, source):
        if isinstance(line, Block):
            found.append(line)
            continue
        first = not any(block.kind in ("headline", "body", "caption") for block in found)
        found.extend(_classified(line, found, first))
    return found


def _paragraphs(lines: Sequence[Line], width: int | None, source: str) -> Iterator[Line | Block]:
    """Furniture as blocks, all else as lines made whole."""
    run: list[Line] = []
    title: Text | None = None
    for line in _without_menus(lines):
        trimmed = line if isinstance(line, Block) else _trimmed(line)
        if isinstance(trimmed, Line):
            title = title or trimmed.text
            run.append(trimmed)
            continue
        yield from _whole(run, title, width, source)
        run = []
        yield trimmed
    yield from _whole(run, title, width, source)


def _whole(run: list[Line], title: Text | None, width: int | None, source: str) -> list[Line]:
    """``run`` with its broken lines joined. The page's first line, ``title``, may be a long headline."""

    def joins(above: Text, below: Line) -> bool:
        if below.mark not in ("", ">") or _stands_alone(below) or _stands_alone_text(above):
            return False
        if above is title and below.gap and datelines.opening(above) is None and _is_headline(above.chars):
            return False
        return joining.continues(above.chars, below, width)

    marked = [position for position, line in enumerate(run) if line.mark not in ("", ">")]
    found: list[Line] = []
    start = 0
    for position in (*marked, len(run)):
        found.extend(joining.grouped(run[start:position], joins, source))
        found.extend(run[position : position + 1])
        start = position + 1
    return found


def _stands_alone(line: Line) -> bool:
    return _stands_alone_text(line.text) or datelines.opening(line.text) is not None


def _stands_alone_text(text: Text) -> bool:
    if any(end == len(text) for _, end, _ in bylines.photo_credits(text)):
        return True
    if len(text) > _CREDIT:
        return False
    if shapes.is_ellipsis(text.chars) or shapes.is_document_number(text.chars):
        return True
    if bylines.byline(text) is not None:
        return True
    closing = datelines.closing(text)
    return closing is not None and closing.start == 0


def _without_menus(lines: Sequence[Line]) -> Iterator[Line | Block]:
    """Runs of very short lines become furniture."""
    run: list[Line] = []
    for line in (*lines, None):
        if line is not None and not line.mark and _is_entry(line):
            run.append(line)
            continue
        menu = len(run) >= _MENU_ENTRIES
        yield from (Block("furniture", one.text, gap=one.gap) if menu else one for one in run)
        run = []
        if line is not None:
            yield line


def _is_entry(line: Line) -> bool:
    return len(line.text) <= _MENU and not shapes.finished(line.chars) and not shapes.is_item(line.chars)


def _aside(line: Line) -> Block | None:
    """``line`` as a block where all of it is furniture, a tail or a rule."""
    chars = line.chars
    if len(chars) > _FURNITURE or line.mark.startswith("#"):
        return None
    if lexicon.furniture("tail").match(chars):
        return Block("tail", line.text, gap=line.gap)
    if shapes.is_rule(chars):
        return Block("rule", line.text, gap=line.gap)
    signs = shapes.is_sign(chars) and not shapes.is_ellipsis(chars)
    if signs or chars in lexicon.outlets().names or lexicon.furniture("line").match(chars):
        return Block("furniture", line.text, gap=line.gap)
    return None


def _trimmed(line: Line) -> Line | Block:
    """``line`` without the furniture at its two ends, or a block where all of it is."""
    chars = line.chars
    aside = _aside(line)
    if aside is not None:
        return aside
    start = lexicon.furniture("start").match(chars)
    first = start.end() if start is not None else 0
    end = lexicon.furniture("end").search(chars, max(first, len(chars) - 120))
    last = end.start() if end is not None else len(chars)
    if (first, last) == (0, len(chars)):
        return line
    if not chars[first:last].strip():
        return Block("furniture", line.text, gap=line.gap)
    trimmed = replace(line, text=line.text.slice(first, last))
    return _aside(trimmed) or trimmed


def _classified(line: Line, above: list[Block], first: bool) -> Iterator[Block]:
    last = above[-1] if above else None
    if line.mark.startswith("#"):
        yield Block("headline", line.text, line.mark, line.gap)
        return
    if line.mark == "|" and last is not None and last.kind == "headline":
        yield Block("headline", line.text, line.mark, line.gap)
        return
    plain = _byline(line, last) or _heading(line, first)
    if plain is not None:
        yield plain
        return
    yield from _body(line)


def _byline(line: Line, last: Block | None) -> Block | None:
    if datelines.opening(line.text) is not None:
        return None
    credit = bylines.byline(line.text)
    if credit is None and last is not None and last.kind == "byline" and line.gap == 0:
        people = bylines.only_names(line.text) if last.credit and not last.credit.names else ()
        credit = replace(last.credit, names=people) if people and last.credit else None
    return Block("byline", line.text, line.mark, line.gap, credit) if credit is not None else None


def _heading(line: Line, first: bool) -> Block | None:
    if datelines.opening(line.text) or datelines.closing(line.text) or datelines.signature(line.text):
        return None
    if first and _is_headline(line.chars):
        return Block("headline", line.text, line.mark, line.gap)
    if shapes.is_heading(line.chars) and not bylines.photo_credits(line.text):
        return Block("subheading", line.text, line.mark, line.gap)
    return None


def _is_headline(chars: str) -> bool:
    """The first line of a file may also ask or exclaim."""
    if chars[-1] in "！？!?…" and len(chars) <= shapes.HEADING and "。" not in chars:
        return True
    return shapes.is_heading(chars, shapes.HEADLINE)


def _body(line: Line) -> Iterator[Block]:
    """A paragraph with what stands at its end cut off: reporters, dateline, captions."""
    text, after = _endings(line.text)
    gap = line.gap
    for part in captions.parts(text):
        if part.credit is not None:
            yield Block("caption", part.text, gap=gap, credit=part.credit)
        else:
            dateline = datelines.opening(part.text)
            yield Block("body", part.text, line.mark, gap, dateline=dateline)
        gap = 1
    yield from after


def _endings(text: Text) -> tuple[Text, list[Block]]:
    after: list[Block] = []
    closing = datelines.closing(text)
    if closing is not None:
        after.append(Block("dateline", text.slice(closing.start, len(text)), dateline=closing))
        text = text.slice(0, closing.start)
    signed = datelines.signature(text)
    if signed is not None:
        start, people = signed
        after.insert(0, Block("byline", text.slice(start, len(text)), credit=Credit(people)))
        text = text.slice(0, start)
    return text, after
