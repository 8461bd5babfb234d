"""What the sentences of an article have said before the next one begins."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.figures import lexicon, periods
from kg.model import Mention


@dataclass(frozen=True, slots=True)
class Told:
    """``topic``: what the paragraph is about so far. ``named``: all names that figures may be of, the first first."""

    topic: Mention | None = None
    named: tuple[Mention, ...] = ()
    when: str = ""  # the time that the last sentence is of as a whole
    unfinished: bool = False  # it ended with a semicolon

    def new_paragraph(self) -> Told:
        """What a paragraph is about, and when, it says itself."""
        return Told(named=self.named)

    def period(self, text: str) -> str:
        """The time that a numeric sentence without one goes on with: it is the rest, or a part, of what was told."""
        goes_on = self.unfinished or text.startswith(tuple(lexicon.meanings("part")))
        return self.when if goes_on and not periods.named(text) else ""

    def after(self, text: str, topic: Mention | None, named: tuple[Mention, ...]) -> Told:
        """The same with one numeric sentence more."""
        return Told(
            topic=topic or self.topic,
            named=self.named + named,
            when=periods.holding(text) or self.period(text),
            unfinished=text.endswith(("；", ";")),
        )
