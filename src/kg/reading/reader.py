"""Bytes -> Source: the whole way of a page on one page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date

from kg.issues import Issue
from kg.model import Source
from kg.reading import articles, assembly, dates, decode, formats, layout
from kg.reading.assembly import Clock

_REPLACED = re.compile("\ufffd+")


def read(data: bytes, name: str, default_date: date | None = None) -> tuple[Source, tuple[Issue, ...]]:
    """The articles of a page and what was not understood in it.

    ``name`` is the file's name without folders; an ISO date in it is the day of those articles
    that tell none, and the year of those that tell only month and day. ``default_date`` serves
    where neither the text nor the name helps. Raises InputError where ``data`` is no text.
    """
    decoded = decode.decode(data, name)
    text = decoded.text
    blocks = layout.blocks(formats.lines(text), text)
    gathered = articles.gather(blocks)
    clock = Clock(dates.named_day(name), articles.written(gathered.drafts, text), default_date)
    alone = sum(1 for draft in gathered.drafts if not draft.caption) == 1
    found = tuple(assembly.assemble(draft, index, text, clock, alone) for index, draft in enumerate(gathered.drafts))
    issues = [issue for article in found for issue in assembly.unclear(article, name)]
    issues.extend(_unclear(text, name))
    issues.extend(
        Issue(name, "unread-text", f"belongs to no article: {one.chars[:30]}", one.offsets[0])
        for one in gathered.unread
    )
    if not found:
        issues.append(Issue(name, "no-article", "no article was found in the text"))
    source = Source(name, hashlib.sha256(data).hexdigest(), text, decoded.encoding, found)
    return source, tuple(sorted(issues, key=lambda issue: (issue.start, issue.kind, issue.detail)))


def _unclear(text: str, name: str) -> Iterator[Issue]:
    """Days that do not exist, and characters that could not be read."""
    for start, day in dates.days(text):
        if not day.exists():
            yield Issue(name, "no-such-date", text[start : start + 12].split("日")[0] + "日", start)
    for found in _REPLACED.finditer(text):
        shown = text[max(0, found.start() - 10) : found.end() + 10].replace("\n", " ")
        yield Issue(name, "replacement-character", f"could not be read: {shown}", found.start())
