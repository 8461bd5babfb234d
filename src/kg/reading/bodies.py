"""The body of a draft: where it begins, its paragraphs whole again, whether it was cut off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.model import Text
from kg.reading import datelines, dates, headlines, joining, shapes
from kg.reading.articles import Draft
from kg.reading.bylines import Credit
from kg.reading.formats import Line
from kg.reading.layout import Block

_LEAD_IN = re.compile(r"[：:]$|—$")
_ITEM_END = re.compile(r"[；;]$")
_COMMA = re.compile(r"[，,]")
_TAIL = 400  # characters at the end of a body that tell whether it is complete


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``enumeration``: a lead-in with its items, one sentence over several lines."""

    text: Text
    subheading: bool = False
    enumeration: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """What an article says. ``decks`` stand above the body and are no part of it: sub-headlines,
    the caption of a picture there."""

    title: Text | None
    decks: tuple[Text, ...]
    paragraphs: tuple[Paragraph, ...]


def body(draft: Draft, source: str) -> Body:
    """The headline and the paragraphs of ``draft``; adds to it the dateline and byline met on the way."""
    title, decks = _headline(draft, source)
    title = title or _title(draft)
    blocks = _blocks(draft, title.chars if title else "", decks)
    return Body(title, tuple(decks), tuple(_enumerations(_paragraphs(blocks, source, draft.caption), source)))


def cut_off(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a body stops within a sentence. A signature or a heading at its end does not count.

    A last line that looks like a heading with a comma in it is taken for a sentence cut short.
    """
    last = paragraphs[-1] if paragraphs else None
    if last is None or (last.subheading and not _COMMA.search(last.text.chars)):
        return False
    tail = last.text.chars[-_TAIL:]
    if shapes.finished(tail):
        return tail[-1] in "：:"
    begun = max(tail.rfind(stop) for stop in shapes.TERMINALS) + 1
    return _signed_day().search(tail, begun) is None


@cache
def _signed_day() -> re.Pattern[str]:
    return re.compile(rf"{dates.day_pattern()}$")


def _headline(draft: Draft, source: str) -> tuple[Text | None, list[Text]]:
    """The headline, its lines as one, and the decks that a repeated headline brings along."""
    lines: list[Text] = []
    decks: list[Text] = []
    for block in draft.headings:
        title = "".join(line.chars for line in lines)
        repeated = headlines.repeated(block.chars, title) if title else 0
        if title and (block.mark == "|" or headlines.varied(block.chars, title)):
            decks.append(block.text)
        elif not repeated:
            lines.append(block.text)
        elif block.chars[repeated:].strip():
            decks.append(_stripped(block.text.slice(repeated, len(block.text))))
    return (joining.spaced(lines, source) if lines else None), decks


def _title(draft: Draft) -> Text | None:
    """What stands behind 题： in the dateline of an article without a headline of its own."""
    first = draft.body[0] if draft.body else None
    if first is None or first.dateline is None or not first.dateline.titled:
        return None
    title = _stripped(first.text.slice(first.dateline.end, len(first.text)))
    return title if title.chars and shapes.is_heading(title.chars, shapes.HEADLINE) else None


def _blocks(draft: Draft, title: str, decks: list[Text]) -> list[Block]:
    """The blocks of the body without datelines and without what repeats the headline."""
    found: list[Block] = []
    begun = False
    for block in draft.body:
        if block.kind == "caption" and not begun and not draft.caption:
            decks.append(block.text)
            continue
        if begun:
            start = block.dateline.end if block.dateline else 0
            text = block.text.slice(start, len(block.text))
        else:
            text = _beginning(block, title, draft, decks)
        text = _stripped(text)
        if text.chars and not (block.kind == "subheading" and headlines.same(text.chars, title)):
            found.append(replace(block, text=text))
            begun = begun or block.kind == "body"
    return found


def _beginning(block: Block, title: str, draft: Draft, decks: list[Text]) -> Text:
    """``block``, the first of a body, from where the body begins in it."""
    text, dateline = block.text, block.dateline
    if dateline is None and not draft.caption and (dateline := datelines.inner(text)) is not None:
        repeated = headlines.repeated(text.chars, title) if title else 0
        deck = _stripped(text.slice(repeated, max(repeated, dateline.start)))
        decks.extend([deck] if deck.chars else [])
        draft.datelines.insert(0, dateline)
        draft.credits.append(Credit(dateline.reporters))
    start = dateline.end if dateline is not None else 0
    if dateline is not None and dateline.titled:
        start = headlines.title_end(text, start, title)
    elif title and not draft.caption:
        start += headlines.body_start(text.slice(start, len(text)), title)
    start, byline = headlines.byline_end(text, start)
    draft.credits.extend([byline] if byline is not None else [])
    return text.slice(start, len(text))


def _stripped(text: Text) -> Text:
    first = len(text.chars) - len(text.chars.lstrip())
    return text.slice(first, max(first, len(text.chars.rstrip())))


def _paragraphs(blocks: Sequence[Block], source: str, caption: bool) -> list[Paragraph]:
    """The body's paragraphs, sentences that a picture or a headline broke off made whole."""
    found: list[Paragraph] = []
    above: Block | None = None
    for block in blocks if caption else _in_reading_order(blocks, source):
        subheading = block.kind == "subheading" and not caption
        if above is not None and not subheading and not found[-1].subheading and _goes_on(above, block, source):
            found[-1] = Paragraph(joining.joined([found[-1].text, block.text], source))
        else:
            found.append(Paragraph(block.text, subheading))
        above = block
    return found


def _in_reading_order(blocks: Sequence[Block], source: str) -> list[Block]:
    """``blocks`` with each picture that breaks a sentence behind the rest of that sentence."""
    found = list(blocks)
    for at in range(1, len(found) - 1):
        above, picture, below = found[at - 1 : at + 2]
        if picture.kind == "caption" and below.kind == above.kind == "body" and _goes_on(above, below, source):
            found[at], found[at + 1] = below, picture
    return found


def _goes_on(above: Block, block: Block, source: str) -> bool:
    """Whether ``block`` completes the sentence of ``above`` behind something that stood between them."""
    between = source[above.text.offsets[-1] + 1 : block.text.offsets[0]]
    if not between.strip() or block.dateline is not None or "caption" in (above.kind, block.kind):
        return False
    return joining.continues(above.chars, Line(block.text, block.mark, min(block.gap, 1)), None)


def _enumerations(paragraphs: Sequence[Paragraph], source: str) -> list[Paragraph]:
    """A lead-in that ends in a colon or dash and the lines below it that end in semicolons, as one.

    The line behind the last semicolon is the last item, or the dots of an omission; dots
    anywhere else say nothing and are left out.
    """
    found: list[Paragraph] = []
    parts: list[Text] = []
    for paragraph in paragraphs:
        chars = paragraph.text.chars
        item = _ITEM_END.search(chars) or (len(parts) > 1 and _ITEM_END.search(parts[-1].chars))
        if parts and item and not paragraph.subheading:
            parts.append(paragraph.text)
            continue
        found.extend(_enumeration(parts, source))
        parts = []
        if _LEAD_IN.search(chars) and not paragraph.subheading:
            parts = [paragraph.text]
        elif not shapes.is_ellipsis(chars):
            found.append(paragraph)
    found.extend(_enumeration(parts, source))
    return found


def _enumeration(parts: list[Text], source: str) -> list[Paragraph]:
    return [Paragraph(joining.joined(parts, source), enumeration=len(parts) > 1)] if parts else []
