"""Datelines: 新华社北京12月6日电（记者某某）题：… before a report, （据新华社北京电） after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.model import Text
from kg.reading import bylines, dates, lexicon
from kg.reading.dates import Day
from kg.reading.lexicon import alternation

_AHEAD = 400  # characters of a first paragraph that may stand before its dateline
_BEHIND = 120  # longest credit in brackets at the end of a paragraph
# 电 that is a word's beginning and no dateline's end: 12月6日电量
_VERB = (
    r"(?:(?:新媒体|客户端)?(?:专|综合)?[电電](?![力量网話话视視池信影商脑子器动站价煤费])"
    r"|(?:AI)?快?[讯訊](?!息)|消息|特稿)"
)
_PLACE = r"(?:“[^”\s]{1,12}”号?|[^\s\d０-９，。、；：！？,;:!?“”《》（）()【】]){0,16}?"
_STOP = re.compile(r"[。！？!?；]")
_TITLE = re.compile(r"\s*[题題]\s*[:：]\s*")
_COLON = re.compile(r"[\s:：，,—]*")
_ENDED = re.compile(r"[\s　（(:：，,]|$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """``[start, end)`` of a block is the dateline with its brackets and reporters: no body."""

    start: int
    end: int
    text: Text  # 新华社北京12月6日电
    outlet: str = ""
    place: Text | None = None
    day: Day | None = None
    reporters: tuple[Text, ...] = ()
    titled: bool = False  # 题： comes next, and the headline once more


@cache
def _head() -> str:
    return (
        rf"(?:据|綜合|综合|转自|來源|来源)?[:：]?\s?(?P<outlet>{bylines.outlet_pattern()})(?:记者|記者)?"
        rf"[\s·]{{0,2}}(?P<place>{_PLACE})[\s]?(?P<date>{dates.day_pattern()}|\d{{1,2}}日)?\s?"
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[【\[（(]?(?P<line>{_head()}(?P<verb>{_VERB}))[】\]）)]?")


@cache
def _agency() -> re.Pattern[str]:
    """A dateline that is believed wherever it stands: an agency's, with its day."""
    agencies = alternation([*lexicon.outlets().agencies, "本报", "本報"])
    return re.compile(
        rf"(?P<line>据?(?P<outlet>{agencies})(?P<place>{_PLACE})(?P<date>{dates.day_pattern()})\s?(?P<verb>{_VERB}))"
    )


@cache
def _reporter_first() -> re.Pattern[str]:
    """本报记者某某报道： and （记者某某） before a report that has no dateline."""
    reporters = alternation(list(lexicon.roles("reporter")))
    return re.compile(
        rf"(?P<line>(?P<outlet>{bylines.outlet_pattern()})?)[\s]*"
        rf"(?:[（(](?P<paren>(?:{bylines.outlet_pattern()})?[^（）()。]{{0,6}}(?:{reporters})[^（）()。]{{2,50}})[）)]"
        rf"|(?P<named>(?:{reporters})[^。，：:（）()]{{2,40}}?)(?:报道|報道)[:：，,\s])"
    )


@cache
def _written_by() -> re.Pattern[str]:
    """The reporters after a dateline: （记者某某　某某）, or 记者某某报道：."""
    reporters = alternation(list(lexicon.roles("reporter")))
    return re.compile(
        rf"\s*(?:[（(](?P<paren>[^（）()。]{{2,80}})[）)]"
        rf"|(?P<named>(?:{reporters})[^。，：:（）()]{{2,40}}?)(?:(?:报道|報道)(?=[:：，,\s])|(?=[:：])))"
    )


@cache
def _closing() -> re.Pattern[str]:
    """In brackets at the very end: an outlet's dateline, or its bare name."""
    bare = rf"(?:据|来源|來源)?[:：]?\s?(?:{bylines.outlet_pattern()})[^（）()【】。]{{0,12}}"
    return re.compile(rf"\s*[（(【](?:(?P<line>{_head()}(?P<verb>{_VERB}))|(?P<bare>{bare}))[）)】]$")


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(alternation(list(lexicon.outlets().names)))


@cache
def _signed() -> re.Pattern[str]:
    """In brackets at the very end: who wrote it."""
    reporters = alternation(list(lexicon.roles("reporter")))
    other = "[^（）()。摄攝]"
    return re.compile(rf"\s*[（(](?P<paren>{other}{{0,12}}(?:{reporters}){other}{{0,70}})[）)]$")


@cache
def _named() -> re.Pattern[str]:
    """In brackets after the last full stop, or alone in a line: names and nothing else."""
    name = r"[\u4e00-\u9fff]{2,3}"
    return re.compile(rf"(?:^|(?<=[。！？”…]))\s*[（(](?P<paren>{name}(?:[\s、，]+{name}){{0,4}})[）)]$")


def opening(text: Text) -> Dateline | None:
    """The dateline that ``text``, a paragraph, begins with."""
    head = text.chars[:_AHEAD]
    found = _opening().match(head)
    if found is not None and (found["date"] or _ENDED.match(head, found.end("verb"))):
        listed = found["outlet"] in lexicon.outlets().names
        if listed or (found["date"] and _ENDED.match(head, found.end("verb"))) or found["verb"] != "消息":
            return _dateline(text, found, found.end())
    return _signed_opening(text, head)


def _signed_opening(text: Text, head: str) -> Dateline | None:
    found = _reporter_first().match(head)
    if found is None:
        return None
    group = "paren" if found["paren"] else "named"
    people = bylines.names(text, *found.span(group))
    if not people:
        return None
    end = _COLON.match(head, found.end())
    stop = end.end() if end is not None else found.end()
    outlet = bylines.outlet_name(found["outlet"] or "")
    return Dateline(0, stop, text.slice(0, 0), outlet, reporters=people)


def inner(text: Text) -> Dateline | None:
    """The agency's dateline before which ``text`` only repeats its headline, no sentence having ended."""
    head = text.chars[:_AHEAD]
    found = _agency().search(head)
    if found is None or _STOP.search(head, 0, found.start()):
        return None
    return _dateline(text, found, found.end())


def closing(text: Text) -> Dateline | None:
    """The dateline in brackets that ``text`` ends with; it may be all of it."""
    tail = max(0, len(text) - _BEHIND)
    found = _closing().search(text.chars, tail)
    if found is None:
        return None
    if found["line"]:
        return _made(text, found, len(text), ())
    named = _listed().search(found["bare"])
    if named is None:
        return None
    return Dateline(found.start(), len(text), text.slice(0, 0), bylines.outlet_name(named.group()))


def signature(text: Text) -> tuple[int, tuple[Text, ...]] | None:
    """Where the reporters in brackets begin that ``text`` ends with, and who they are."""
    found = _signed().search(text.chars, max(0, len(text) - _BEHIND))
    if found is not None:
        people = bylines.names(text, *found.span("paren"))
        return (found.start(), people) if people else None
    found = _named().search(text.chars, max(0, len(text) - _BEHIND))
    if found is None:
        return None
    people = bylines.names(text, *found.span("paren")) or ()
    known = bool(people) and all(name.chars[0] in lexicon.surnames() for name in people)
    return (found.start(), people) if known else None


def _dateline(text: Text, found: re.Match[str], end: int) -> Dateline:
    reporters: tuple[Text, ...] = ()
    by = _written_by().match(text.chars, end)
    if by is not None:
        people = bylines.names(text, *by.span("paren" if by["paren"] else "named"))
        if people is not None:
            reporters, end = people, by.end()
    title = _TITLE.match(text.chars, end)
    after = title or _COLON.match(text.chars, end)
    return _made(text, found, after.end() if after is not None else end, reporters, title is not None)


def _made(text: Text, found: re.Match[str], end: int, reporters: tuple[Text, ...], titled: bool = False) -> Dateline:
    start, stop = found.span("line")
    place = text.slice(*found.span("place"))
    written = found["date"] or ""
    return Dateline(
        found.start(),
        end,
        text.slice(start, stop),
        bylines.outlet_name(found["outlet"]),
        place if place.chars.strip() else None,
        dates.day(written) if "月" in written else None,
        reporters,
        titled,
    )
