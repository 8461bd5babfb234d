"""Who is quoted as saying what a sentence says.

A speaker is a mention of a person or body: 王明表示，…; “…，”王明告诉记者; 据《晨报》报道，…. What is said
runs to the end of the quotation that the speaker has, over sentences of its paragraph too, and
without one to the end of the sentence. Verbs and what may stand beside them are in
graph/lexicon/attribution.tsv. A body that issues a text is not quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Final

from kg import lexicon, resources
from kg.characters import simplified
from kg.errors import KnowledgeError
from kg.model import Article, Claim, EntityType, Mention, Sentence

# what each character of a name is read as
_SIGNS: Final[Mapping[EntityType, str]] = {"Person": "\ue100", "Organisation": "\ue101"}
_OTHER = "\ue102"
_MARKS = "，。；！？：,;!?:“”「」\n"
_QUOTATION = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”?|「[^「」]*」?")
_SPOKEN = re.compile(r"(?:[，,。！？!?…].?|.{12,})[”」]$")  # a quotation that is speech, and no name or slogan
_VERBATIM = re.compile(r"[，,：:]?\s*(?=[“「])")  # between the verb and the quotation behind it
_AROUND = 3  # characters around a verb that may make another word of it


@dataclass(frozen=True, slots=True)
class _Speech:
    """What one speaker says: ``[start, end)`` in the paragraph."""

    start: int
    end: int
    speaker: Mention


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Sentences that follow one another, as one text with signs for names."""

    text: str
    headline: bool
    starts: Mapping[int, int]  # where each sentence begins
    named: Mapping[int, Mention]  # by where each begins

    def rest(self, position: int) -> tuple[int, int]:
        """From a position to the end of its sentence; one that ends at a semicolon goes on."""
        ends = (start for start in self.starts.values() if start > position and self.text[start - 1] not in "；;")
        return position, min(ends, default=len(self.text))


def attributed(article: Article, mentions: Mapping[int, Sequence[Mention]], claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article, each with the mention that is quoted as saying it. ``mentions``: by sentence."""
    claimed = {claim.sentence for claim in claims}
    said: dict[int, tuple[int, list[_Speech]]] = {}  # sentence -> its start in the paragraph, the speeches there
    for _, group in groupby(article.sentences, key=lambda sentence: (sentence.role, sentence.paragraph)):
        sentences = list(group)
        if claimed.isdisjoint(sentence.index for sentence in sentences):
            continue
        paragraph = _paragraph(sentences, mentions)
        speeches = list(_speeches(paragraph))
        said.update((number, (start, speeches)) for number, start in paragraph.starts.items())
    return [_with_speaker(claim, *said[claim.sentence]) for claim in claims]


def _with_speaker(claim: Claim, start: int, speeches: Iterable[_Speech]) -> Claim:
    if claim.subject.type == claim.object.type == "Place":
        return claim  # 江苏省兴化市: how places lie is nobody's opinion
    here = [end.start for end in (claim.subject, claim.object) if end.sentence == claim.sentence]
    at = start + (claim.trigger[0] if claim.trigger else min(here, default=0))
    around = [speech for speech in speeches if speech.start <= at < speech.end]
    if not around:
        return claim
    speaker = max(around, key=lambda speech: speech.start).speaker  # of a quotation within a report, the inner one
    own = {(end.surface, end.type) for end in (claim.subject, claim.object)}
    a_party = claim.polarity == "negated" or claim.trigger is None  # who denies it, or whose post it is
    if a_party and (speaker.surface, speaker.type) in own:
        return claim
    return replace(claim, attributed_to=speaker)


def _paragraph(sentences: Sequence[Sentence], mentions: Mapping[int, Sequence[Mention]]) -> _Paragraph:
    chars: list[str] = []
    starts: dict[int, int] = {}
    named: dict[int, Mention] = {}
    for sentence in sentences:
        starts[sentence.index] = begin = len(chars)
        chars += simplified(sentence.text.chars)
        for mention in mentions.get(sentence.index, ()):
            sign = _SIGNS.get(mention.type, _OTHER)
            chars[begin + mention.start : begin + mention.end] = sign * (mention.end - mention.start)
            named[begin + mention.start] = mention
    return _Paragraph("".join(chars), sentences[0].role == "headline", starts, named)


def _speeches(paragraph: _Paragraph) -> Iterator[_Speech]:
    quotations = [quotation.span() for quotation in _QUOTATION.finditer(paragraph.text)]
    last: Mention | None = None
    for match in _expression().finditer(paragraph.text):
        if match["title"] is not None and not paragraph.headline:
            continue
        if match["verb"] is not None and _other_word(match):
            continue
        speaker = last if match["pronoun"] is not None else _speaker(paragraph, match)
        if speaker is None:
            continue
        last = speaker
        for start, end in _ranges(paragraph, match, quotations):
            yield _Speech(start, end, speaker)


def _speaker(paragraph: _Paragraph, match: re.Match[str]) -> Mention | None:
    start = next(match.start(group) for group in ("person", "body", "source", "title") if match[group] is not None)
    return paragraph.named.get(start)


def _ranges(
    paragraph: _Paragraph, match: re.Match[str], quotations: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The quotation before the speaker, and the one behind the verb or else the rest of the sentence."""
    text = paragraph.text
    clause = max(text.rfind(mark, 0, match.start()) for mark in _MARKS) + 1
    ends = (clause, clause - 1) if text[clause - 1 : clause] in ("，", ",") else (clause,)
    yield from (span for span in quotations if span[1] in ends and _SPOKEN.search(text[slice(*span)]))
    verbatim = _VERBATIM.match(text, match.end())
    behind = (span for span in quotations if verbatim is not None and span[0] == verbatim.end())
    yield next(behind, paragraph.rest(match.end()))


def _other_word(match: re.Match[str]) -> bool:
    """Whether the verb is part of another word: 称 in 被称为."""
    start, end = match.span("verb")
    around = _not().finditer(match.string, max(0, start - _AROUND), end + _AROUND)
    return any(word.start() < end and word.end() > start for word in around)


@cache
def _expression() -> re.Pattern[str]:
    """Ways to name a speaker; which group matched of person, body, pronoun, source and title says which."""
    person, body = (f"(?<!{sign}){sign}+(?!{sign})" for sign in _SIGNS.values())
    other = f"[^{_MARKS}{_SIGNS['Person']}{_SIGNS['Organisation']}{_OTHER}]"
    verb = rf"(?P<verb>{_any('tells')}(?=[，,。：:“「!！]|$)|{_any('says')})"
    post = rf"(?:[（(][^）)\n]{{1,20}}[）)])?(?:{other}{{0,8}}?{lexicon.alternation('post')})?"
    aside = f"(?:{_any('aside')}[^{_MARKS}据]{{0,30}}?)?"  # 据 names another source
    he = "(?<![^。！？”」])(?P<pronoun>[他她])"
    return re.compile(
        rf"{_any('before')}{other}{{0,4}}(?P<source>{person}|{body})[^{_MARKS}]{{0,14}}?{_any('report')}(?=[，,])"
        rf"|(?:(?P<person>{person}){post}|(?P<body>{body}){_any('voice')}?|{he}){aside}{verb}"
        rf"|(?<![^\n])(?P<title>{person}|{body})(?=[：:])"
    )


@cache
def _not() -> re.Pattern[str]:
    return re.compile(_any("not"))


def _any(name: str) -> str:
    """A list of attribution.tsv as a piece of a regular expression: any one of its words, the longest first."""
    rows = resources.table("lexicon", "attribution.tsv", columns=("list", "word"))
    words = sorted((row["word"] for row in rows if row["list"] == name), key=lambda word: (-len(word), word))
    if not words:
        raise KnowledgeError(f"graph/lexicon/attribution.tsv: no list {name}; add it or mend the name")
    return "(?:" + "|".join(words) + ")"
