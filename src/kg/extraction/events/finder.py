"""The dated happenings of an article: dates resolved one after the other, then what happens on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg import lexicon
from kg.characters import numeric
from kg.extraction import clauses, factuality, sentences
from kg.extraction.dates import calendar, expressions
from kg.extraction.dates.calendar import Known, When
from kg.extraction.dates.expressions import Expression
from kg.extraction.events import participants, triggers
from kg.extraction.events.triggers import Trigger
from kg.extraction.figures import quantities
from kg.model import Article, Happening, Mention, Modality, Sentence

_Dated = tuple[Expression, When]
_CUE = 3  # characters before a date in which a word that looks ahead stands: 将于12月3日, 计划在3日


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence of an article, its characters as numbers and dates are read, and its mentions from left to right."""

    article: Article
    sentence: Sentence
    text: str
    mentions: Sequence[Mention]


def events(article: Article, mentions: Iterable[Mention]) -> tuple[Happening, ...]:
    """The dated happenings of an article in the order of its text.

    A sentence that the layout cut off has none, and a headline only where the body has none.
    """
    known = Known.of(article)
    found: dict[str, list[Happening]] = {"headline": [], "body": []}
    for sentence, here in sentences.with_mentions(article, mentions):
        text = numeric(sentence.text.chars)
        dated = _dates(text, here, known)
        for _, when in dated:
            known = known.after(when)
        if not sentence.incomplete:
            found[sentence.role].extend(_of_sentence(_Read(article, sentence, text, here), dated))
    return tuple(_once(found["body"] or found["headline"]))


def _dates(text: str, mentions: Sequence[Mention], known: Known) -> list[_Dated]:
    """The dates of a sentence, each resolved by those before it."""
    known = known.in_new_sentence()
    dated: list[_Dated] = []
    for expression in expressions.find(text, mentions):
        when = calendar.resolve(expression, known, toward="future" if _looks_ahead(text, expression) else "past")
        if when is not None:
            dated.append((expression, when))
            known = known.after(when)
    return dated


def _looks_ahead(text: str, expression: Expression) -> bool:
    begin = max(clauses.begin(text, expression.start), expression.start - _CUE)
    modality, _ = factuality.judge(text[begin:], (expression.start - begin, expression.end - begin))
    return modality != "asserted"


def _of_sentence(read: _Read, dated: Sequence[_Dated]) -> Iterator[Happening]:
    """At most one happening a date, whose words stand before the next one."""
    stops = [expression.start for expression, _ in dated[1:]] + [len(read.text)]
    for (expression, when), stop in zip(dated, stops, strict=False):
        if _has_room(read, expression, when):
            trigger = triggers.find(read.text, expression.end, stop, read.mentions)
            if trigger is not None and (event := _happening(read, expression, when, trigger)):
                yield event


def _happening(read: _Read, expression: Expression, when: When, trigger: Trigger) -> Happening | None:
    """None where it is denied, a figure, or of nobody and nothing that is named."""
    begin = clauses.begin(read.text, expression.start)
    involved = participants.involved(read.text, begin, trigger, read.mentions)
    modality = _modality(read, trigger, when)
    if not involved or modality is None or (when.precision != "day" and _is_figure(read, trigger)):
        return None
    chars = read.sentence.text.chars
    return Happening(
        article=read.article.index,
        sentence=read.sentence.index,
        date=when.start,
        precision=when.precision,
        name=chars[trigger.start : trigger.end],
        expression=chars[expression.start : expression.end],
        involves=involved,
        until=when.end,
        anchor=when.anchor,
        place=participants.place(read.text, trigger, involved),
        trigger=(trigger.start, trigger.end),
        modality=modality,
    )


def _has_room(read: _Read, expression: Expression, when: When) -> bool:
    """Whether something happens on a date: not 截至12月3日, 3日以来, nor the months and years that figures are of.

    今年 tells no date that a reader does not know, and the article's year in figures is rather an edition's.
    """
    if when.precision != "day" and when.end:
        return False
    if when.precision == "year" and (expression.first.counts() or when.start.year == read.article.year):
        return False
    before, behind = read.text[: expression.start], read.text[expression.end :]
    return not before.endswith(lexicon.words("not-on-date")) and not behind.startswith(lexicon.words("date-goes-on"))


def _is_figure(read: _Read, trigger: Trigger) -> bool:
    """10月完成货运量3亿吨: what was counted in a month or a year, with no name between verb and number."""
    stop = min([trigger.stop, *(m.start for m in read.mentions if m.start >= trigger.start)])
    return bool(quantities.find(read.text[trigger.start : stop]))


def _modality(read: _Read, trigger: Trigger, when: When) -> Modality | None:
    """What the trigger's clause says, and a day to come; None where it is denied."""
    # no further than the clause: who 发表声明说，此事不实 did make a statement
    clause = read.text[: trigger.end] + clauses.behind(read.text, trigger.end)
    modality, polarity = factuality.judge(clause, (trigger.start, trigger.end), read.mentions, read.article.year)
    if polarity == "negated":
        return None
    day = read.article.date
    to_come = day is not None and when.start > day
    return "planned" if to_come and modality == "asserted" else modality


def _once(events: Iterable[Happening]) -> Iterator[Happening]:
    """A happening that an article tells again in the same words is one."""
    seen: set[tuple[object, ...]] = set()
    for event in events:
        told = (event.date, event.until, event.name, *(mention.surface for mention in event.involves))
        if told not in seen:
            seen.add(told)
            yield event
