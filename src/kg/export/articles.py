"""The articles' own text, so that a reader can see a mention where it stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.model import Knowledge

MOST_TEXT = 600_000  # code points, about 1.8 MB of UTF-8; of more, only sentences that name something are kept


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an entity is named: code points of its sentence, half-open."""

    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article. ``text`` is None where it was left out to keep the page small."""

    article: int  # among the articles of all sources
    paragraph: int  # -1: the headline's
    text: str | None
    marks: tuple[Mark, ...]


def passages(knowledge: Knowledge) -> tuple[Passage, ...]:
    """Every sentence of every article, in the order of the sources."""
    marks: dict[tuple[str, int, int], list[Mark]] = defaultdict(list)
    for linked in knowledge.mentions:
        mention = linked.mention
        marks[linked.source, mention.article, mention.sentence].append(Mark(linked.entity, mention.start, mention.end))
    said = _said(knowledge)
    found: list[Passage] = []
    articles = [(source.sha256, article) for source in knowledge.sources for article in source.articles]
    whole = sum(len(each.text) for _, article in articles for each in article.sentences) <= MOST_TEXT
    for place, (source, article) in enumerate(articles):
        for each in article.sentences:
            key = (source, article.index, each.index)
            named = tuple(sorted(marks[key], key=lambda mark: (mark.start, -mark.end)))
            text = each.text.chars if whole or named or key in said else None
            found.append(Passage(place, -1 if each.role == "headline" else each.paragraph, text, named))
    return tuple(found)


def _said(knowledge: Knowledge) -> set[tuple[str, int, int]]:
    """Sentences that the page quotes."""
    evidence = [one for told in (knowledge.statements, knowledge.changes) for each in told for one in each.evidence]
    quoted = {(one.where.source, one.where.article, one.where.sentence) for one in evidence}
    quoted |= {(each.source, each.figure.article, each.figure.sentence) for each in knowledge.figures}
    return quoted | {(each.source, each.event.article, each.event.sentence) for each in knowledge.events}
