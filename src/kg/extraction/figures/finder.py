"""The figures of an article: numbers found, changes settled, passing counts left out, words gathered around each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.characters import numeric
from kg.extraction import clauses, factuality, sentences
from kg.extraction.figures import (
    changes,
    choosing,
    lexicon,
    metrics,
    numbers,
    periods,
    quantities,
    repeats,
    respective,
    subjects,
    units,
    years,
)
from kg.extraction.figures.changes import Measured
from kg.extraction.figures.quantities import Quantity
from kg.extraction.figures.respective import Part
from kg.extraction.figures.told import Told
from kg.model import Article, Figure, Mention, Modality

_BETWEEN = 1  # characters between two figures of one list or range
_YEAR = re.compile(r"[12]\d{3}(?=年)")


def figures(article: Article, mentions: Iterable[Mention]) -> tuple[Figure, ...]:
    """The figures of an article in the order of its text.

    A sentence that the layout cut off has none, and a headline only what the body does not say again.
    """
    found: list[Figure] = []
    told = Told()
    paragraph = 0
    for sentence, here in sentences.with_mentions(article, mentions):
        if sentence.paragraph != paragraph:
            told, paragraph = told.new_paragraph(), sentence.paragraph
        text = numeric(sentence.text.chars)
        if not sentence.incomplete:
            found.extend(_of_sentence(_Line(article, sentence.index, text, here, told)))
        told = told.after(text, subjects.topic(text, here), subjects.bearers(text, here))
    return tuple(repeats.once(article, found))


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence of an article, its characters as numbers are read, its mentions from left to right, and what was
    told before it."""

    article: Article
    index: int
    text: str
    mentions: Sequence[Mention]
    told: Told


def _of_sentence(line: _Line) -> Iterator[Figure]:
    chosen = [q for q in quantities.find(line.text) if choosing.tells(line.text, q, line.mentions)]
    listed = respective.parts(line.text, chosen, line.mentions)
    floor, metric = 0, ""
    for measured in changes.settle(line.text, chosen):
        quantity = measured.quantity
        if factuality.denied(line.text, quantity.start):
            continue
        part = listed.get(quantity.start)
        goes_on = 0 < quantity.begin - floor <= _BETWEEN  # 4至8℃: what its neighbour measures
        metric = metrics.metric(line.text, measured, line.mentions, floor, part) or (metric if goes_on else "")
        yield _figure(line, measured, metric, _about(line, quantity, part))
        floor = quantity.stop


def _figure(line: _Line, measured: Measured, metric: str, about: Mention | None) -> Figure:
    quantity = measured.quantity
    period = periods.period(line.text, quantity.begin) or line.told.period(line.text)
    return Figure(
        article=line.article.index,
        sentence=line.index,
        start=quantity.start,
        end=quantity.end,
        value=numbers.decimal(quantity.number.value),
        unit=quantity.unit,
        metric=metric,
        about=about,
        period=period,
        year=years.year(period, line.article),
        change=measured.change,
        basis=measured.basis,
        amount=_amount(quantity),
        code=units.code(quantity.unit.removeprefix(quantity.number.scale)),
        bound=quantity.bound,
        modality=_modality(line, quantity.start, period),
    )


def _amount(quantity: Quantity) -> str:
    number = quantity.number
    return numbers.decimal(numbers.counted_out(number.value, number.scale)) if number.scale else ""


def _about(line: _Line, quantity: Quantity, part: Part | None) -> Mention | None:
    """Of a list the name in its place, and none where only others of it have one."""
    if part and part.among_names:
        return part.mention
    return subjects.subject(line.text, quantity, line.mentions, line.told)


def _modality(line: _Line, start: int, period: str) -> Modality:
    """Forecasts are possible, targets planned: what its clause says, and a year to come, 到2030年 of a text of 2025."""
    text, written = line.text, line.article.year
    if re.search(lexicon.any_of("possible"), clauses.before(text, start)):
        return "possible"
    modality, _ = factuality.judge(text, (start, start), year=written)
    if modality != "asserted":
        return modality
    year = _YEAR.search(period)
    to_come = bool(year and written and int(year.group()) > written)
    return "planned" if to_come or re.search(lexicon.any_of("planned"), text[:start]) else "asserted"
