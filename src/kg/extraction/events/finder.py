"""The dated happenings of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg import lexicon
from kg.characters import simplified
from kg.extraction import factuality
from kg.extraction.events import calendar, expressions, participants, triggers
from kg.extraction.events.calendar import Known, When
from kg.extraction.events.expressions import Expression
from kg.extraction.figures import clauses, numbers
from kg.model import Article, Happening, Mention, Sentence


def events(article: Article, mentions: Iterable[Mention]) -> tuple[Happening, ...]:
    """The dated happenings of an article in the order of its text."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    known = Known.of(article)
    found: list[Happening] = []
    for sentence in article.sentences:
        here = sorted(by_sentence.get(sentence.index, ()), key=lambda m: m.start)
        text = numbers.fold(simplified(sentence.text.chars))
        dated, known = _dated(text, here, known)
        if not sentence.incomplete:
            found.extend(_of_sentence(article, sentence, text, dated, here))
    return tuple(found)


def _dated(text, mentions, known):
    known = replace(known, beside=None)
    dated: list[tuple[Expression, When]] = []
    for expression in expressions.find(text):
        if any(m.start <= expression.start and expression.end <= m.end for m in mentions):
            continue
        modality, _ = factuality.judge(text, (expression.start, expression.end))
        when = calendar.resolve(expression, known, ahead=modality != "asserted")
        if when is None:
            continue
        dated.append((expression, when))
        known = replace(known, beside=when, text=when.start)
    return dated, known


def _of_sentence(article, sentence, text, dated, mentions):
    stops = [*(e.start for e, _ in dated), len(text)][1:]
    for (expression, when), stop in zip(dated, stops, strict=True):
        if not _tells(text, expression):
            continue
        trigger = triggers.find(text, expression.end, stop, mentions)
        if trigger is None:
            continue
        modality, polarity = factuality.judge(text, (trigger.start, trigger.end))
        if polarity == "negated":
            continue
        if modality == "asserted" and article.date and when.start > article.date:
            modality = "planned"
        begin = clauses.begin(text, expression.start)
        involved = tuple(participants.within(text, begin, trigger.clause, mentions))
        if not involved:
            continue
        yield Happening(
            article.index, sentence.index, when.start, when.precision,
            sentence.text.chars[trigger.start : trigger.end],
            sentence.text.chars[expression.start : expression.end], involved)


def _tells(text, expression):
    before, behind = text[: expression.start], text[expression.end :]
    return not before.endswith(lexicon.words("until")) and not behind.startswith(lexicon.words("since"))
