"""Blocks -> drafts: which blocks make one article, and which are its headline, bylines, datelines.

An article begins at a marked heading, at an opening dateline, or at a heading or byline after
an article that a closing dateline has ended. A heading that stands in the middle of an article
which has none yet is that article's own, lifted out by the page's layout; one that stands at
the very end of such an article is its headline too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from kg.model import Text
from kg.reading import dates, lexicon, pictures, shapes
from kg.reading.bylines import Credit, outlet_name
from kg.reading.datelines import Dateline
from kg.reading.layout import Block

_HEADINGS = ("headline", "subheading")
_LABEL = 6  # longest marked heading that names a column of the page, in characters
_LEAD = 400  # characters that may stand before the dateline of a report: an editor's note
_SIGHT = 100  # blocks looked ahead for what a heading stands above
_REPORT = 120  # characters of a paragraph that no link to another page has


@dataclass(slots=True, eq=False)
class Draft:
    """An article as it is gathered from the page."""

    caption: bool = False
    headings: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)  # body, subheading, and a report's own captions
    credits: list[Credit] = field(default_factory=list)
    datelines: list[Dateline] = field(default_factory=list)
    closed: bool = False
    published: date | None = None
    outlet: str = ""

    @property
    def start(self) -> int:
        """Offset of its first character in the source."""
        return min(block.text.offsets[0] for block in (*self.headings, *self.body))

    @property
    def level(self) -> int:
        """Depth of its heading: 1 for #, 2 for ##, 0 where it is not marked."""
        return min((len(one.mark) for one in self.headings if one.mark.startswith("#")), default=0)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The drafts in the order of the page, and paragraphs that belong to none of them."""

    drafts: tuple[Draft, ...]
    unread: tuple[Text, ...]


def gather(blocks: Sequence[Block]) -> Gathered:
    page = _Page(pictures.captioned(blocks))
    while page.at < len(page.blocks):
        page.step()
    drafts = [draft for draft in page.drafts if draft.headings or draft.body]
    kept = [draft for draft in drafts if draft.body] or drafts[:1]
    bare = [draft for draft in drafts if not draft.body and draft is not kept[0]]
    unread = [block.text for draft in bare for block in draft.headings]
    articles = sorted(_illustrated(kept), key=lambda draft: draft.start)
    return Gathered(tuple(articles), (*page.unread, *unread))


def _illustrated(drafts: list[Draft]) -> list[Draft]:
    """``drafts``, where the pictures within the only report of a page are its own, not articles."""
    reports = [draft for draft in drafts if not draft.caption]
    if len(reports) != 1:
        return drafts
    report = reports[0]
    top = report.start
    bottom = report.body[-1].text.offsets[0] if report.body else top
    others = []
    for draft in drafts:
        if draft.caption and top < draft.start < bottom:
            report.body.extend(draft.body)
        else:
            others.append(draft)
    report.body.sort(key=lambda block: block.text.offsets[0])
    return others


def written(drafts: Sequence[Draft], text: str) -> date | None:
    """About when a page was written: the first day of its datelines, in the year that ``text`` tells."""
    around = dates.written_around(text)
    days = [dateline.day for draft in drafts for dateline in draft.datelines if dateline.day is not None]
    return next((found for day in days if (found := dates.dated(day, around))), around)


class _Page:
    """The page read from top to bottom; ``current`` is the article that a paragraph would go to."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.at = 0
        self.drafts: list[Draft] = []
        self.unread: list[Text] = []
        self.current: Draft | None = None
        self.after_tail = False
        self.published: date | None = None
        self.outlet = ""

    def step(self) -> None:
        block = self.blocks[self.at]
        if block.kind in _HEADINGS:
            self._headings()
            return
        self.at += 1
        if block.kind == "caption":
            self._caption(block)
        elif block.kind == "byline":
            self._byline(block)
        elif block.kind == "dateline":
            self._close(block)
        elif block.kind == "body":
            self._body(block)
        else:
            self._aside(block)

    def _open(self, headings: Sequence[Block] = ()) -> Draft:
        self.current = Draft(published=self.published, outlet=self.outlet, headings=list(headings))
        self.drafts.append(self.current)
        self.after_tail = False
        return self.current

    def _following(self) -> Block | None:
        """The next block that is neither furniture, caption nor heading."""
        skipped = (*_HEADINGS, "furniture", "caption")
        ahead = islice(range(self.at, len(self.blocks)), _SIGHT)
        return next((self.blocks[at] for at in ahead if self.blocks[at].kind not in skipped), None)

    def _headings(self) -> None:
        run: list[Block] = []
        while self.at < len(self.blocks) and self.blocks[self.at].kind in (*_HEADINGS, "furniture"):
            block = self.blocks[self.at]
            if run and block.mark.startswith("#") and not run[-1].mark:
                break
            if block.kind == "furniture":
                self._aside(block)
            else:
                run.append(block)
            self.at += 1
        if len(run) > 1 and run[0].mark.startswith("#") and len(run[0].text) <= _LABEL:
            run = run[1:] if len(run[1].mark) > len(run[0].mark) else run
        self._place(run)

    def _place(self, run: list[Block]) -> None:
        """Gives a run of headings to the article that it belongs to."""
        current, following = self.current, self._following()
        marked, opens = run[0].mark.startswith("#"), _opens(following)
        if self.after_tail and not (marked or opens or _is_report(following)):
            return
        if current is None or self.after_tail:
            self._title(self._open(), run)
        elif not current.body:
            self._title(current, run)
        elif current.closed or opens or (marked and 0 < len(run[0].mark) <= current.level):
            self._open(run)
        elif not current.headings and (marked or _ends(following)):
            current.headings.extend(run)
        else:
            current.body.extend(replace(block, kind="subheading") for block in run)

    def _title(self, draft: Draft, run: list[Block]) -> None:
        """``run`` as the headline of ``draft``; the number of a section below it begins the body."""
        numbered = (at for at, block in enumerate(run) if draft.headings or at)
        end = next((at for at in numbered if shapes.is_item(run[at].chars) and not run[at].mark), len(run))
        draft.headings.extend(run[:end])
        draft.body.extend(replace(block, kind="subheading") for block in run[end:])

    def _body(self, block: Block) -> None:
        current = self.current
        if block.dateline is not None:
            self._dated(block, block.dateline)
        elif self.after_tail:
            if len(block.text) >= shapes.HEADING and shapes.finished(block.chars):
                self.unread.append(block.text)
        elif current is None or current.closed:
            self._open().body.append(block)
        else:
            current.body.append(block)

    def _dated(self, block: Block, dateline: Dateline) -> None:
        """A paragraph with a dateline opens an article, unless the current one still waits for its own."""
        current = self.current
        alone = not block.chars[dateline.end :].strip()
        if alone and current is not None and current.body and self._ends_here():
            current.datelines.append(dateline)
            current.closed = True
            return
        if current is None or current.closed or self.after_tail:
            current = self._open()
        elif current.body and not self._waits(current):
            headings = _trailing(current)
            current = self._open(headings)
        current.datelines.append(dateline)
        current.credits.append(Credit(dateline.reporters))
        if dateline.titled or not alone:
            current.body.append(block)

    def _ends_here(self) -> bool:
        return self.at >= len(self.blocks) or self.blocks[self.at].kind not in ("body", "byline")

    def _waits(self, draft: Draft) -> bool:
        """A headline and a short lead, but no byline or dateline so far."""
        signed = draft.datelines or any(credit.names or credit.outlet for credit in draft.credits)
        return bool(draft.headings) and not signed and sum(len(block.text) for block in draft.body) <= _LEAD

    def _byline(self, block: Block) -> None:
        credit = block.credit or Credit()
        if credit.staff or credit.photo or self.after_tail:
            return
        current = self.current
        if current is None or current.closed:
            current = self._open()
        current.credits.append(credit)

    def _close(self, block: Block) -> None:
        if self.current is not None and block.dateline is not None and not self.after_tail:
            self.current.datelines.append(block.dateline)
            self.current.closed = True

    def _caption(self, block: Block) -> None:
        if self.after_tail:
            return
        credit = block.credit or Credit()
        self.drafts.append(Draft(True, body=[block], credits=[credit], published=self.published))

    def _aside(self, block: Block) -> None:
        """Furniture tells the day and the outlet; a tail or a rule ends the article."""
        current = self.current
        if block.kind in ("tail", "rule"):
            if current is not None and current.body:
                current.closed = True
                self.after_tail = block.kind == "tail" or self.after_tail
            return
        if self.after_tail:
            return
        self.published = dates.numbered_day(block.chars) or self.published
        self.outlet = _outlet(block.chars) or self.outlet
        if current is not None and not current.body:
            current.published, current.outlet = self.published, self.outlet


def _is_report(block: Block | None) -> bool:
    """Too long for the summary that goes with a link."""
    return block is not None and block.kind == "body" and len(block.text) >= _REPORT


def _ends(block: Block | None) -> bool:
    return block is None or block.kind in ("tail", "rule", "dateline")


def _opens(block: Block | None) -> bool:
    """Whether what follows a heading shows that the heading begins an article."""
    if block is None:
        return False
    if block.kind == "byline":
        return block.credit is not None and not (block.credit.staff or block.credit.photo)
    return block.kind == "body" and block.dateline is not None


def _trailing(draft: Draft) -> list[Block]:
    """Takes the headings off the end of ``draft``: they are the next article's."""
    end = len(draft.body)
    while end > 1 and draft.body[end - 1].kind == "subheading":
        end -= 1
    taken = draft.body[end:]
    del draft.body[end:]
    return taken


def _outlet(chars: str) -> str:
    """The outlet that a line of furniture names: 来源：新华社, 人民日报 1998年3月4日."""
    if chars in lexicon.outlets().names:
        return outlet_name(chars)
    for word in chars.replace("：", " ").replace(":", " ").split():
        if word in lexicon.outlets().names or (word.endswith(("日报", "晚报")) and len(word) <= 8):
            return outlet_name(word)
    return ""
