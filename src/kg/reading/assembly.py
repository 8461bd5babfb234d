"""Drafts -> articles: sentences, reporters, outlet, day, and what remained unclear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from kg.issues import Issue
from kg.model import Article, Sentence, Text
from kg.reading import bodies, dates, sentences
from kg.reading.articles import Draft
from kg.reading.bodies import Body, Paragraph

_BRIEF = 500  # longest brief, in characters
_SHOWN = 30  # characters of the text that an issue quotes


@dataclass(frozen=True, slots=True)
class Clock:
    """What tells the year of a day that is written without one."""

    named: date | None  # in the file's name
    told: date | None  # by the text
    default: date | None

    def near(self, published: date | None) -> date | None:
        return published or self.named or self.told or self.default


def assemble(draft: Draft, index: int, source: str, clock: Clock, alone: bool) -> Article:
    """The article of ``draft``. ``alone``: the source holds no other report."""
    body = bodies.body(draft, source)
    truncated = not draft.caption and bodies.cut_off(body.paragraphs)
    reporters = _unique(name for credit in draft.credits for name in credit.names)
    dateline = next((one for one in draft.datelines if one.text.chars), None)
    near = clock.near(draft.published)
    day = _stated(draft, body.paragraphs, near) or draft.published or clock.named or clock.default
    known = day or near
    return Article(
        index=index,
        kind=_kind(draft, body, alone=alone or bool(reporters)),
        headline=body.title,
        sentences=tuple(_sentences(body, truncated)),
        reporters=reporters,
        dateline=dateline.text if dateline else None,
        dateline_place=dateline.place if dateline else None,
        outlet=_outlet(draft),
        date=day,
        year=known.year if known else None,
        truncated=truncated,
    )


def unclear(article: Article, name: str) -> Iterator[Issue]:
    """What a person should look at: an article cut off, brackets opened and not closed."""
    if article.truncated:
        last = article.sentences[-1].text
        yield Issue(name, "cut-off", f"stops at …{last.chars[-_SHOWN:]}", last.offsets[0])
    for text, at in _unbalanced(article):
        shown = text.chars[max(0, at - 2) : at + _SHOWN]
        yield Issue(name, "unbalanced-bracket", f"{text.chars[at]} in {shown}", text.offsets[at])


def _unbalanced(article: Article) -> list[tuple[Text, int]]:
    """Brackets that no other one in their paragraph matches. A quotation may go on over paragraphs."""
    found: list[tuple[Text, int]] = []
    quoted: tuple[Text, int] | None = None
    for text in _by_paragraph(article.sentences):
        if quoted is not None and text.chars.startswith(quoted[0].chars[quoted[1]]):
            quoted = None  # each paragraph of a long quotation opens it anew
        for at in sentences.unmatched(text.chars):
            char = text.chars[at]
            if char == "”" and quoted is not None:
                quoted = None
                continue
            if char == "“":
                found.extend([quoted] if quoted is not None else [])
                quoted = (text, at)
                continue
            found.append((text, at))
    return found + ([quoted] if quoted is not None else [])


def _by_paragraph(said: Sequence[Sentence]) -> Iterator[Text]:
    parts: list[Text] = []
    for position, sentence in enumerate(said):
        parts.append(sentence.text)
        if position + 1 == len(said) or said[position + 1].paragraph != sentence.paragraph:
            offsets = tuple(offset for part in parts for offset in part.offsets)
            yield Text("".join(part.chars for part in parts), offsets)
            parts = []


def _sentences(body: Body, truncated: bool) -> Iterator[Sentence]:
    index = 0
    headings = (*([body.title] if body.title else []), *body.decks)
    for number, heading in enumerate(headings):
        for start in range(0, len(heading), sentences.LONGEST):
            yield Sentence(index, heading.slice(start, start + sentences.LONGEST), "headline", number)
            index += 1
    for number, paragraph in enumerate(body.paragraphs, start=len(headings)):
        parts = list(_split(paragraph))
        last = truncated and number == len(headings) + len(body.paragraphs) - 1
        for position, part in enumerate(parts):
            yield Sentence(index, part, "body", number, last and position == len(parts) - 1)
            index += 1


def _split(paragraph: Paragraph) -> Iterable[Text]:
    if paragraph.subheading:
        return (paragraph.text,)
    return sentences.split(paragraph.text, semicolons=not paragraph.enumeration)


def _stated(draft: Draft, paragraphs: Sequence[Paragraph], near: date | None) -> date | None:
    """The day that a dateline gives, or the text: 今天（11月5日）; of a caption the one it begins with."""
    for dateline in draft.datelines:
        if dateline.day is not None and (found := dates.dated(dateline.day, near)):
            return found
    pattern = _caption_day() if draft.caption else _today()
    for paragraph in paragraphs:
        written = pattern.search(paragraph.text.chars)
        if written is not None and (found := dates.dated(dates.day(written["day"]), near)):
            return found
    return None


@cache
def _today() -> re.Pattern[str]:
    return re.compile(rf"(?:今[天日]|本日)[（(](?P<day>{dates.day_pattern()})[）)]")


@cache
def _caption_day() -> re.Pattern[str]:
    return re.compile(rf"^(?:当地时间)?(?P<day>{dates.day_pattern()})")


def _kind(draft: Draft, body: Body, alone: bool) -> Literal["report", "brief", "caption"]:
    if draft.caption:
        return "caption"
    short = sum(len(paragraph.text) for paragraph in body.paragraphs) <= _BRIEF
    return "brief" if short and not alone else "report"


def _outlet(draft: Draft) -> str | None:
    said = [one.outlet for one in draft.datelines] + [one.outlet for one in draft.credits]
    return next((outlet for outlet in said if outlet), draft.outlet) or None


def _unique(names: Iterable[Text]) -> tuple[Text, ...]:
    found: dict[str, Text] = {}
    for name in names:
        found.setdefault(name.chars, name)
    return tuple(found.values())
