"""The figures of an article: numbers found, changes settled, passing counts left out, words gathered around each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.characters import simplified
from kg.extraction import factuality
from kg.extraction.figures import (
    changes,
    choosing,
    clauses,
    lexicon,
    metrics,
    numbers,
    periods,
    quantities,
    repeats,
    subjects,
)
from kg.extraction.figures.changes import Measured
from kg.extraction.figures.subjects import Told
from kg.model import Article, Figure, Mention, Modality, Sentence

_BETWEEN = 1  # characters between two figures of one list or range
_YEAR = re.compile(r"[12]\d{3}(?=年)")


def figures(article: Article, mentions: Iterable[Mention]) -> tuple[Figure, ...]:
    """The figures of an article in the order of its text.

    A sentence that the layout cut off has none, and a headline only what the body does not say again.
    """
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    found: list[Figure] = []
    told = Told()
    paragraph = 0
    for sentence in article.sentences:
        if sentence.paragraph != paragraph:
            told, paragraph = Told(None, told.named), sentence.paragraph  # what a paragraph is about, it says itself
        here = sorted(by_sentence.get(sentence.index, ()), key=lambda m: m.start)
        if not sentence.incomplete:
            found.extend(_of_sentence(article, sentence, here, told))
        chars = sentence.text.chars
        told = Told(subjects.topic(chars, here) or told.topic, told.named + subjects.bearers(chars, here))
    return tuple(repeats.once(article, found))


def _of_sentence(
    article: Article, sentence: Sentence, mentions: Sequence[Mention], told: Told
) -> Iterator[Figure]:
    chars = sentence.text.chars
    text = numbers.fold(simplified(chars))
    floor, metric = 0, ""
    chosen = [q for q in quantities.find(text) if choosing.tells(text, q, mentions)]
    for measured in changes.settle(text, chosen):
        quantity = measured.quantity
        period = periods.period(text, quantity.begin)
        goes_on = 0 < quantity.begin - floor <= _BETWEEN  # 4至8℃: what its neighbour measures
        metric = metrics.metric(text, measured, mentions, floor) or (metric if goes_on else "")
        yield Figure(
            article=article.index,
            sentence=sentence.index,
            start=quantity.start,
            end=quantity.end,
            value=numbers.decimal(quantity.number.value),
            unit=quantity.unit,
            metric=metric,
            about=subjects.subject(text, quantity.start, mentions, told),
            period=period,
            change=measured.change,
            bound=quantity.bound,
            modality=_modality(article, text, measured, period),
        )
        floor = quantity.stop


def _modality(article: Article, text: str, measured: Measured, period: str) -> Modality:
    """What its clause says, what the sentence strives for, and a year to come: 到2030年 of a text of 2025."""
    quantity = measured.quantity
    modality, _ = factuality.judge(text, (quantity.start, quantity.end))
    if modality != "asserted":
        return modality
    if re.search(lexicon.any_of("possible"), clauses.before(text, quantity.start)):
        return "possible"
    year = _YEAR.search(period)
    to_come = bool(year and article.year and int(year.group()) > article.year)
    return "planned" if to_come or re.search(lexicon.any_of("planned"), text[: quantity.start]) else "asserted"
