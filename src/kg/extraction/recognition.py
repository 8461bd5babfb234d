"""From the sentences of an article to its mentions: the evidence is gathered, then one decision."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.characters import simplified
from kg.extraction import (
    bodies,
    chains,
    document,
    features,
    lookup,
    names,
    overlaps,
    plausibility,
    pointing,
    tagger,
    tokens,
)
from kg.extraction.boundaries import Words
from kg.extraction.candidates import Candidate
from kg.extraction.gazetteer import Gazetteer, Hit
from kg.extraction.heads import subtype
from kg.model import Article, Mention

# between sentences: nothing may be a name across it
_GAP = "\n"


@dataclass(frozen=True, slots=True)
class Joined:
    """An article's sentences as one text, and where each begins in it."""

    text: str
    starts: tuple[int, ...]

    @staticmethod
    def of(article: Article) -> Joined:
        starts, at = [], 0
        for sentence in article.sentences:
            starts.append(at)
            at += len(sentence.text) + len(_GAP)
        return Joined(_GAP.join(s.text.chars for s in article.sentences), tuple(starts))

    def sentence(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1


def recognise(article: Article) -> tuple[Mention, ...]:
    """The mentions of an article in the order of its text, none overlapping."""
    joined = Joined.of(article)
    text = simplified(joined.text)
    if not text.strip():
        return ()
    return tuple(_mentions(article, joined, document.settle(text, overlaps.decide(candidates(text)))))


def candidates(text: str) -> list[Candidate]:
    """All that any evidence proposes for a text of simplified characters."""
    hits = Gazetteer.load().find(text)
    cut = tokens.words(text)
    words = Words(cut)
    tagged = _standing(text, _tagged(text, features.rows(text, cut, name_hits(hits))), hits)
    found = list(bodies.joined(text, words, plausibility.mend(text, evidence(text, words, tagged, hits))))
    again = _standing(text, document.propose(text, words, overlaps.decide(found)), hits)
    found.extend(plausibility.mend(text, again))
    return found


def evidence(text: str, words: Words, tagged: Iterable[Candidate], hits: list[Hit]) -> Iterator[Candidate]:
    """What tagger, gazetteer and grammar propose for ``text``."""
    yield from chains.split(text, bodies.whole_words(words, tagged), hits)
    yield from lookup.propose(text, hits)
    yield from pointing.propose(text, hits)
    yield from names.propose(text, words)


def _tagged(text: str, rows: features.Rows) -> Iterator[Candidate]:
    for tagged in tagger.tag(text, rows):
        surface, kind = text[tagged.start : tagged.end], tagged.type
        pieces = [surface]
        if kind == "Person":
            pieces = names.apart(names.without_title(surface), text)
        start = tagged.start
        for piece in pieces:
            yield Candidate(start, start + len(piece), kind, tagged.score, "tagger", subtype(piece, kind))
            start += len(piece)


def _standing(text: str, candidates: Iterable[Candidate], hits: Iterable[Hit]) -> Iterator[Candidate]:
    """The candidates, but for names of the gazetteer that are part of another word (中国 in 中国式)."""
    gazetteer = Gazetteer.load()
    stands = {(hit.start, hit.end) for hit in hits}
    for candidate in candidates:
        known = gazetteer.by_name(text[candidate.start : candidate.end])
        if not known or (candidate.start, candidate.end) in stands:
            yield candidate


def name_hits(hits: Iterable[Hit]) -> list[features.NameHit]:
    """Gazetteer hits as the tagger wants to see them."""
    gazetteer = Gazetteer.load()
    return [
        features.NameHit(hit.start, hit.end, kind, hit.bare)
        for hit in hits
        for kind in sorted({gazetteer.entries[id].type for id in hit.entries})
    ]


def _mentions(article: Article, joined: Joined, chosen: Iterable[Candidate]) -> Iterator[Mention]:
    for candidate in chosen:
        number = joined.sentence(candidate.start)
        start = candidate.start - joined.starts[number]
        end = candidate.end - joined.starts[number]
        chars = article.sentences[number].text.chars
        if end > len(chars):
            continue
        yield Mention(
            article=article.index,
            sentence=number,
            start=start,
            end=end,
            surface=chars[start:end],
            type=candidate.type,
            subtype=candidate.subtype,
            score=round(min(candidate.score, 0.99), 3),
            reason=candidate.reason,
            key=candidate.key,
        )
