"""The candidates of one sentence: pairs of its names whose types permit a relation, each with its clues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations, product

from kg.contract import permitted
from kg.extraction import clues, patterns
from kg.extraction.clues import Pair
from kg.extraction.outline import Outline
from kg.extraction.patterns import Match, Skeleton
from kg.extraction.standins import StandIn
from kg.model import Mention, Predicate, Sentence

_REACH = 60  # characters between two names that are a candidate without a pattern
# rare and said in many ways: looked for only where a pattern finds it
_WORDED = frozenset({"supports", "appliesTo", "basedOn"})
_UNITS = 6  # names or lists of names from one to the other


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two mentions, the sentence that may relate them, and the clues to it.

    ``matches``: what the patterns found, by predicate. ``between``: the range of the sentence's
    characters between the two, where they stand in it.
    """

    subject: Mention
    object: Mention
    sentence: int
    predicates: tuple[Predicate, ...]
    clues: tuple[str, ...]
    matches: Mapping[Predicate, tuple[Match, ...]]
    between: tuple[int, int] | None = None


def of_sentence(
    sentence: Sentence, mentions: Sequence[Mention], standins: Sequence[StandIn] = ()
) -> Iterator[Candidate]:
    """``mentions``: those of the sentence, in its order; ``standins``: its words for things of earlier ones."""
    means = {_as_mention(standin, sentence.index): standin for standin in standins}
    names = sorted((*mentions, *means), key=lambda mention: (mention.start, mention.end))
    matched = _matched(sentence, names)
    outline = Outline(sentence.text.chars, names)
    for numbers in permutations(range(len(names)), 2):
        matches = matched.get(numbers, [])
        pair = Pair(*numbers)
        predicates = _sought(outline, pair, matches)
        if predicates:
            candidate = _candidate(sentence, outline, pair, predicates, matches, means)
            if candidate is not None:
                yield candidate


def _as_mention(standin: StandIn, sentence: int) -> Mention:
    """The antecedent as if it stood where its stand-in does."""
    return replace(standin.antecedent, sentence=sentence, start=standin.start, end=standin.end)


def _candidate(
    sentence: Sentence,
    outline: Outline,
    pair: Pair,
    predicates: tuple[Predicate, ...],
    matches: Sequence[Match],
    means: Mapping[Mention, StandIn],
) -> Candidate | None:
    ends = [outline.mentions[number] for number in (pair.subject, pair.object)]
    standing = [means[end] for end in ends if end in means]
    if len(standing) > 1:
        return None
    subject, target = (means[end].antecedent if end in means else end for end in ends)
    if not _distinct(subject, target):
        return None
    found = clues.of_pair(outline, pair, (match.pattern for match in matches), sentence.role == "headline")
    found.extend(f"stand-in:{standin.form}" for standin in standing)
    first, second = (outline.mentions[number] for number in pair.ends)
    return Candidate(
        subject=subject,
        object=target,
        sentence=sentence.index,
        predicates=predicates,
        clues=tuple(found),
        matches={p: tuple(m for m in matches if m.pattern.predicate == p) for p in predicates},
        between=(first.end, second.start),
    )


def _sought(outline: Outline, pair: Pair, matches: Sequence[Match]) -> tuple[Predicate, ...]:
    """What the types permit and is worth scoring; what has no direction is said once, of the first and the second."""
    subject, target = outline.mentions[pair.subject], outline.mentions[pair.object]
    found = {match.pattern.predicate for match in matches}
    near = bool(matches) or _near(outline, pair)
    return tuple(
        predicate
        for predicate in permitted(subject.type, target.type)
        if (predicate in found or (near and predicate not in _WORDED)) and (pair.ahead or predicate != "cooperatesWith")
    )


def _matched(sentence: Sentence, mentions: Sequence[Mention]) -> dict[tuple[int, int], list[Match]]:
    number = {mention: index for index, mention in enumerate(mentions)}
    skeleton = Skeleton(sentence.text.chars, mentions)
    found: dict[tuple[int, int], list[Match]] = {}
    for pattern in patterns.load():
        for match in skeleton.find(pattern):
            for subject, target in _pairs(match):
                ends = (number[subject], number[target])
                if pattern.predicate == "cooperatesWith":
                    ends = (min(ends), max(ends))
                found.setdefault(ends, []).append(match)
    return found


def _pairs(match: Match) -> Iterator[tuple[Mention, Mention]]:
    if match.pattern.pairwise:
        yield from combinations(match.subjects + match.objects, 2)
    else:
        yield from product(match.subjects, match.objects)


def _near(outline: Outline, pair: Pair) -> bool:
    first, second = pair.ends
    between = outline.mentions[second].start - outline.mentions[first].end
    return between <= _REACH and outline.unit[second] - outline.unit[first] <= _UNITS


def _distinct(subject: Mention, target: Mention) -> bool:
    same = (subject.surface, subject.type) == (target.surface, target.type)
    return not same and not (subject.key and subject.key == target.key)
