"""The dated happenings of an article: dates resolved one after the other, then what happens on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg import lexicon
from kg.characters import simplified
from kg.extraction import factuality
from kg.extraction.events import calendar, expressions, participants, triggers
from kg.extraction.events.calendar import Known, When
from kg.extraction.events.expressions import Expression
from kg.extraction.events.triggers import Trigger
from kg.extraction.figures import clauses, numbers, quantities
from kg.model import Article, Happening, Mention, Modality, Sentence

_Dated = tuple[Expression, When]
_CUE = 3  # characters before a date in which a word that looks ahead stands: 将于12月3日, 计划在3日


def events(article: Article, mentions: Iterable[Mention]) -> tuple[Happening, ...]:
    """The dated happenings of an article in the order of its text.

    A sentence that the layout cut off has none, and a headline only where the body has none.
    """
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    known = Known.of(article)
    found: dict[str, list[Happening]] = {"headline": [], "body": []}
    for sentence in article.sentences:
        here = sorted(by_sentence.get(sentence.index, ()), key=lambda m: m.start)
        text = numbers.fold(simplified(sentence.text.chars))
        dated = _dates(text, here, known)
        for _, when in dated:
            known = known.after(when)
        if not sentence.incomplete:
            found[sentence.role].extend(_of_sentence(article, sentence, text, dated, here))
    return tuple(_once(found["body"] or found["headline"]))


def _dates(text: str, mentions: Sequence[Mention], known: Known) -> list[_Dated]:
    """The dates of a sentence that stand in no name (《…规划（2021—2035年）》), each resolved by those before it."""
    known = known.in_new_sentence()
    dated: list[_Dated] = []
    for expression in expressions.find(text):
        if any(m.start < expression.end and expression.start < m.end for m in mentions):
            continue
        when = calendar.resolve(expression, known, ahead=_looks_ahead(text, expression))
        if when is not None:
            dated.append((expression, when))
            known = known.after(when)
    return dated


def _looks_ahead(text: str, expression: Expression) -> bool:
    begin = max(clauses.begin(text, expression.start), expression.start - _CUE)
    modality, _ = factuality.judge(text[begin:], (expression.start - begin, expression.end - begin))
    return modality != "asserted"


def _of_sentence(
    article: Article, sentence: Sentence, text: str, dated: Sequence[_Dated], mentions: Sequence[Mention]
) -> Iterator[Happening]:
    stops = [expression.start for expression, _ in dated[1:]] + [len(text)]
    for (expression, when), stop in zip(dated, stops, strict=False):
        if not _has_room(article, text, expression, when):
            continue
        trigger = triggers.find(text, expression.end, stop, mentions)
        if trigger is None:
            continue
        if when.precision != "day" and _is_figure(text, trigger, mentions):
            continue
        begin = clauses.begin(text, expression.start)
        involved = participants.involved(text, begin, trigger, mentions)
        modality = _modality(article, text, (trigger.start, trigger.end), when)
        if involved and modality is not None:
            yield Happening(
                article=article.index,
                sentence=sentence.index,
                date=when.start,
                precision=when.precision,
                name=sentence.text.chars[trigger.start : trigger.end],
                expression=sentence.text.chars[expression.start : expression.end],
                involves=involved,
                until=when.end,
                anchor=when.anchor,
                place=participants.place(text, trigger, involved),
                trigger=(trigger.start, trigger.end),
                modality=modality,
            )


def _has_room(article: Article, text: str, expression: Expression, when: When) -> bool:
    """Whether something happens on a date: not 截至12月3日, 3日以来, nor the months and years that figures are of.

    今年 tells no date that a reader does not know, and the article's year in figures is rather an edition's.
    """
    if when.precision != "day" and when.end:
        return False
    if when.precision == "year" and (expression.first.counts() or when.start.year == article.year):
        return False
    before, behind = text[: expression.start], text[expression.end :]
    return not before.endswith(lexicon.words("not-on-date")) and not behind.startswith(lexicon.words("date-goes-on"))


def _is_figure(text: str, trigger: Trigger, mentions: Sequence[Mention]) -> bool:
    """10月完成货运量3亿吨: what was counted in a month or a year, with no name between verb and number."""
    stop = min([trigger.stop, *(m.start for m in mentions if m.start >= trigger.start)])
    return bool(quantities.find(text[trigger.start : stop]))


def _modality(article: Article, text: str, trigger: tuple[int, int], when: When) -> Modality | None:
    """What the trigger's clause says, and a day to come; None where it is denied."""
    modality, polarity = factuality.judge(text, trigger)
    if polarity == "negated":
        return None
    to_come = article.date is not None and when.start > article.date
    return "planned" if to_come and modality == "asserted" else modality


def _once(events: Iterable[Happening]) -> Iterator[Happening]:
    """A happening that an article tells again in the same words is one."""
    seen: set[tuple[object, ...]] = set()
    for event in events:
        told = (event.date, event.until, event.name, *(mention.surface for mention in event.involves))
        if told not in seen:
            seen.add(told)
            yield event
