"""The headline that a page repeats where the body begins, often without its spaces."""

from __future__ import annotations

import re

from kg.model import Text
from kg.reading import bylines, shapes

_IGNORED = frozenset("“”\"'‘’「」『』《》〈〉—–-－|｜丨※*·，,。；;、：:！!？?　")
_SPACE = re.compile(r"\s+")
_FRESH = re.compile(r"[\s“《‘【「（(]|\d|当地时间|新华社|记者|本报")
_NAMED = re.compile(r"^([^：:丨｜|]{2,12})[：:丨｜|](.{4,})$")
_SPEECH = re.compile(r"(?P<speaker>[\u4e00-\u9fff]{2,4}?)(?P<title>[在就关].{2,}(?:讲话|致辞|演讲|发言|讲话稿))")
_SPEECH_HEAD = re.compile(r"\s*[（(][^（）()]{4,40}[）)]")
_SPEAKER_LINE = 40  # characters between the head of a speech and the end of its speaker's name
_LEAST = 5  # characters of a headline whose repetition is recognised inside a line
_CREDIT_LINE = 60


def squashed(chars: str) -> str:
    """``chars`` without white space and punctuation: the form in which headlines are compared."""
    return "".join(char for char in chars if char not in _IGNORED and not char.isspace())


def same(one: str, other: str) -> bool:
    return squashed(one) == squashed(other)


def repeated(chars: str, headline: str) -> int:
    """How much of ``chars``, a line above the body, repeats ``headline``; 0 where it does not.

    Either the whole headline; or, of 王明：某某论坛, the second half and the author after it; or
    the head of a speech: of 王明在某会上的讲话 all but the name, then day, place, title, name.
    """
    whole = _prefix(chars, squashed(headline))
    if whole:
        return whole
    named = _NAMED.match(headline)
    if named is not None and (second := _prefix(chars, squashed(named[2]))):
        return second + _prefix(chars[second:], squashed(named[1]), least=2)
    speech = _SPEECH.match(headline)
    if speech is not None and (title := _prefix(chars, squashed(speech["title"]))):
        head = _SPEECH_HEAD.match(chars, title)
        at = head.end() if head is not None else title
        speaker = chars.find(speech["speaker"], at, at + _SPEAKER_LINE)
        return speaker + len(speech["speaker"]) if speaker >= 0 else at
    return 0


def varied(chars: str, headline: str) -> bool:
    """Whether ``chars`` begins with the first clause of ``headline`` and then says more than it does."""
    clause, _, rest = headline.partition(" ")
    return bool(rest) and not repeated(chars, headline) and _prefix(chars, squashed(clause)) > 0


def body_start(text: Text, headline: str) -> int:
    """Where the body begins in ``text``, its first paragraph, behind a repeated headline.

    A sentence may begin with the very words of the headline. What follows tells: a repeated
    headline has dropped the spaces of the headline, or a new beginning stands behind it.
    """
    end = repeated(text.chars, headline)
    rest = text.chars[end:]
    if end == 0 or not rest.strip():
        return end
    dropped = _SPACE.search(headline.strip()) is not None and _SPACE.search(text.chars[:end]) is None
    halved = _prefix(text.chars, squashed(headline)) == 0
    return end if dropped or halved or _FRESH.match(rest) else 0


def title_end(text: Text, start: int, headline: str) -> int:
    """Where the headline after 题： ends: with the headline's own words, else with the paragraph."""
    rest = text.chars[start:]
    end = repeated(rest, headline)
    if end:
        return start + end
    return len(text) if shapes.is_heading(rest, shapes.HEADLINE) else start


def byline_end(text: Text, start: int) -> tuple[int, bylines.Credit | None]:
    """Where a byline ends that stands at ``start`` and is followed by wide space; with what it says."""
    rest = text.chars[start : start + _CREDIT_LINE]
    for stop in re.finditer(r"\s{2,}|[\u2003\u3000]", rest):
        credit = bylines.byline(text.slice(start, start + stop.start()))
        if credit is not None:
            return start + stop.end(), credit
    return start, None


def _prefix(chars: str, wanted: str, least: int = _LEAST) -> int:
    """How many characters of ``chars`` spell ``wanted``; 0 where they do not.

    ``wanted`` is squashed. One shorter than ``least`` counts only where it is all of ``chars``.
    """
    if not wanted or (len(wanted) < least and squashed(chars) != wanted):
        return 0
    at = 0
    for position, char in enumerate(chars[: 3 * len(wanted) + 20]):
        if char in _IGNORED or char.isspace():
            continue
        if char != wanted[at]:
            return 0
        at += 1
        if at == len(wanted):
            end = position + 1
            while end < len(chars) and chars[end] in "”》’」』）)":
                end += 1
            return end
    return 0
