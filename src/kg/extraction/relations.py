"""What an article says of its mentions: candidates, their score, the decision.

candidates   pairs of names of one sentence (pairs.py), with what stands in for a name of a
             sentence before (standins.py), and names within names (containment.py)
score        how probable each relation that the types permit is, by its clues (scoring.py)
decision     the probable ones become claims; the others are counted by their reason
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extraction import attribution, containment, factuality, pairs, scoring, sentences, standins, wording
from kg.extraction.gazetteer import Gazetteer
from kg.extraction.pairs import Candidate
from kg.extraction.wording import Wording
from kg.model import Article, Claim, Mention, Modality, Polarity, Predicate

# why a candidate is no claim
LOW = "low score"
KNOWN = "gazetteer says no"
OTHER = "another relation is more probable"
CIRCLE = "the other way round is more probable"
_HIERARCHIES = ("locatedIn", "partOf")
_UNWORDED = 60  # per cent
_Named = Mapping[int, Sequence[Mention]]  # by sentence, from left to right


@dataclass(frozen=True, slots=True)
class Judged:
    """The claims of an article, and how many candidates were dropped for which reason."""

    claims: tuple[Claim, ...]
    dropped: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    predicate: Predicate
    probability: float

    @property
    def triple(self) -> tuple[Mention, Predicate, Mention]:
        return self.candidate.subject, self.predicate, self.candidate.object


def claims(article: Article, mentions: Iterable[Mention]) -> tuple[Claim, ...]:
    """Every claim of an article, at most one a pair, predicate and sentence."""
    return judge(article, mentions).claims


def judge(article: Article, mentions: Iterable[Mention]) -> Judged:
    """The claims of an article, each with its modality, its polarity and who is quoted as saying it."""
    named = _named(article, mentions)
    dropped: Counter[str] = Counter()
    kept: list[_Scored] = []
    for candidate in _candidates(article, named):
        kept.extend(_probable(candidate, dropped))
    kept = _once(kept)
    sound = [scored for scored in kept if not _turned(scored, kept)]
    dropped[CIRCLE] += len(kept) - len(sound)
    said = [_claim(article, scored, named[scored.candidate.sentence]) for scored in sound]
    said = attribution.attributed(article, named, said)
    return Judged(tuple(said), {reason: number for reason, number in sorted(dropped.items()) if number})


def candidates(article: Article, mentions: Iterable[Mention]) -> Iterator[Candidate]:
    """All pairs that may be related, sentence by sentence, then those of names within names."""
    return _candidates(article, _named(article, mentions))


def _named(article: Article, mentions: Iterable[Mention]) -> _Named:
    """The mentions of each sentence that the layout has left whole."""
    return sentences.by_sentence(m for m in mentions if not article.sentences[m.sentence].incomplete)


def _candidates(article: Article, named: _Named) -> Iterator[Candidate]:
    stand = standins.find(article, named)
    for number, group in named.items():
        here = stand.get(number, ())
        if len(group) + len(here) > 1:
            yield from pairs.of_sentence(article.sentences[number], group, here)
    yield from containment.candidates([mention for group in named.values() for mention in group])


def _probable(candidate: Candidate, dropped: Counter[str]) -> Iterator[_Scored]:
    """The most probable relation of a pair, if it is probable enough."""
    table = scoring.load()
    best: _Scored | None = None
    for predicate in candidate.predicates:
        scored = _Scored(candidate, predicate, table.probability(predicate, candidate.clues))
        if scored.probability * 100 < _least(candidate, predicate):
            dropped[LOW] += 1
        elif predicate == "locatedIn" and _known_not(candidate.subject, candidate.object):
            dropped[KNOWN] += 1
        elif best is None or scored.probability > best.probability:
            dropped[OTHER] += best is not None
            best = scored
        else:
            dropped[OTHER] += 1
    if best is not None:
        yield best


def _least(candidate: Candidate, predicate: Predicate) -> int:
    """Per cent from which on a relation is claimed; more where no pattern finds it."""
    least = scoring.load().scales[predicate].least
    return least if candidate.matches.get(predicate) or candidate.between is None else max(least, _UNWORDED)


def _known_not(subject: Mention, target: Mention) -> bool:
    """Whether the gazetteer knows both places and that the one does not lie in the other."""
    if subject.type != "Place" or not (subject.key and target.key):
        return False
    return Gazetteer.load().keeps_apart(subject.key, target.key)


def _once(scored: Iterable[_Scored]) -> list[_Scored]:
    """What the sentences say before what the names do; of one sentence and pair the most probable."""
    best: dict[tuple[tuple[Mention, Predicate, Mention], int], _Scored] = {}
    for one in scored:
        place = (one.triple, one.candidate.sentence)
        if place not in best or one.probability > best[place].probability:
            best[place] = one
    return list(best.values())


def _turned(scored: _Scored, kept: Sequence[_Scored]) -> bool:
    """Whether a hierarchy is said the other way round too, and believed more so."""
    if scored.predicate not in _HIERARCHIES:
        return False
    subject, _, target = scored.triple
    return any(
        other.triple == (target, scored.predicate, subject)
        and (other.probability, other.candidate.subject.start) > (scored.probability, subject.start)
        for other in kept
    )


def _claim(article: Article, scored: _Scored, named: Sequence[Mention]) -> Claim:
    candidate, predicate = scored.candidate, scored.predicate
    chars = article.sentences[candidate.sentence].text.chars
    found = wording.of(candidate, predicate, chars)
    modality, polarity = _factuality(chars, _said(candidate, found), named, article.year)
    return Claim(
        subject=candidate.subject,
        predicate=predicate,
        object=candidate.object,
        article=article.index,
        sentence=candidate.sentence,
        confidence=scored.probability,
        pattern=f"{predicate}/{found.name}",
        trigger=found.trigger,
        modality=modality,
        polarity=polarity,
        role=found.role,
    )


def _said(candidate: Candidate, found: Wording) -> list[tuple[int, int]]:
    """The words that a claim rests on: the pattern's, else its verb and what stands right before the second name.

    Words side by side (a chain of places, a post) are not what a clause denies or plans.
    """
    said = [found.said] if found.said else []
    if found.name == wording.SCORED and candidate.between and candidate.between[0] < candidate.between[1]:
        said.append((candidate.between[1] - 1, candidate.between[1]))
    return said


def _factuality(
    chars: str, said: Iterable[tuple[int, int]], named: Sequence[Mention], year: int | None
) -> tuple[Modality, Polarity]:
    """Denied where any of the words are, else planned or possible where any are."""
    judged = [factuality.judge(chars, words, named, year) for words in said]
    polarity: Polarity = "negated" if any(polarity == "negated" for _, polarity in judged) else "affirmed"
    return next((modality for modality, _ in judged if modality != "asserted"), "asserted"), polarity
