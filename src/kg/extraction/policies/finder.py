"""Milestones: what each sentence tells of the life of the policies that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg import numerals
from kg.characters import simplified
from kg.extraction import factuality
from kg.extraction.patterns import Skeleton
from kg.extraction.policies import dating
from kg.extraction.policies.patterns import StatusPattern, lasting, load
from kg.model import Article, Mention, Milestone, Modality, PolicyStatus, Sentence

_CLAUSE = re.compile(r"[，,。；;：:！？!?\n]")
_BACK = 2  # sentences back in which the policy may stand that a sentence speaks of without a name
_UNNAMED = 0.85  # what the confidence is multiplied with then
_OF_A_DRAFT: tuple[PolicyStatus, ...] = ("draft", "adopted")


@dataclass(frozen=True, slots=True)
class _Place:
    """One sentence with its policies, and those of the sentences right before it."""

    article: Article
    sentence: Sentence
    skeleton: Skeleton
    policies: Sequence[Mention]
    before: Sequence[Mention]


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a pattern found in a place: where the words are, and the date that the pattern itself gives."""

    pattern: StatusPattern
    policies: tuple[Mention, ...]
    trigger: tuple[int, int]
    day: tuple[int, int] | None
    until: tuple[int, int] | None


def milestones(article: Article, mentions: Iterable[Mention]) -> Iterator[Milestone]:
    """Every milestone of an article's sentences, at most one a policy, status and sentence."""
    for place in _places(article, mentions):
        best: dict[tuple[int, int, str], Milestone] = {}
        for telling in _tellings(place):
            for milestone in _read(place, telling):
                key = (milestone.policy.sentence, milestone.policy.start, milestone.status)
                if key not in best or _rank(milestone) > _rank(best[key]):
                    best[key] = milestone
        yield from best.values()


def _rank(milestone: Milestone) -> tuple[bool, bool, float]:
    dated = milestone.date is not None or milestone.expression == dating.ISSUE
    return (dated, milestone.until is not None, milestone.confidence)


def _places(article: Article, mentions: Iterable[Mention]) -> Iterator[_Place]:
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    policies = [
        sorted((m for m in by_sentence.get(s.index, ()) if m.type == "Policy"), key=lambda m: m.start)
        for s in article.sentences
    ]
    for number, sentence in enumerate(article.sentences):
        before = [mention for group in policies[max(number - _BACK, 0) : number] for mention in group]
        if (policies[number] or before) and not sentence.incomplete:
            group = sorted(by_sentence.get(sentence.index, ()), key=lambda mention: mention.start)
            yield _Place(article, sentence, Skeleton(sentence.text.chars, group), policies[number], before)


def _tellings(place: _Place) -> Iterator[_Telling]:
    skeleton = place.skeleton
    for pattern in load():
        for match in skeleton.matches(pattern.expression):
            trigger = skeleton.range(match, "trigger")
            if trigger is None or _doubtful(skeleton.text[: match.start("trigger")], pattern):
                continue
            named = skeleton.mentions(match, "s") if pattern.names_its_policy else _spoken_of(place, trigger[0])
            yield _Telling(pattern, named, trigger, skeleton.range(match, "day"), skeleton.range(match, "until"))


def _doubtful(before: str, pattern: StatusPattern) -> bool:
    """Whether the clause says that it is on somebody's agenda, or a condition."""
    begin = max((mark.end() for mark in _CLAUSE.finditer(before)), default=0)
    return pattern.unless.search(before[begin:]) is not None


def _spoken_of(place: _Place, at: int) -> tuple[Mention, ...]:
    """该办法自…起施行: the policy named last in the sentence, else the only one named shortly before."""
    here = [mention for mention in place.policies if mention.end <= at]
    if here:
        return (here[-1],)
    if place.policies or len({mention.surface.strip("《》") for mention in place.before}) != 1:
        return ()
    return (place.before[-1],)


def _read(place: _Place, telling: _Telling) -> Iterator[Milestone]:
    chars, pattern = place.sentence.text.chars, telling.pattern
    modality, polarity = factuality.judge(chars, telling.trigger)
    expression = (
        dating.written(chars, telling.day) if telling.day else dating.before(chars, telling.trigger[0], pattern.reach)
    )
    if polarity == "negated" or modality == "possible" or (telling.day and not expression):
        return
    start = dating.resolve(expression, place.article)
    end = dating.resolve(dating.written(chars, telling.until), place.article) if telling.until else None
    if telling.until and (end is None or end[1] != "day"):
        return
    if start and modality == "asserted" and not telling.day and start[0] > (place.article.date or start[0]):
        start, expression = None, ""  # 2027年: what was done is not of a day to come
    announced = _announced(modality, start[0] if start else None, place.article)
    if announced is None:
        return
    for policy in telling.policies:
        if status := _status(pattern, policy):
            yield Milestone(
                article=place.article.index,
                sentence=place.sentence.index,
                policy=policy,
                status=status,
                trigger=telling.trigger,
                confidence=_confidence(pattern, policy, place.sentence),
                pattern=pattern.name,
                date=start[0] if start else None,
                precision=start[1] if start else "day",
                expression=expression,
                until=end[0] if end else None,
                years=_years(chars, telling.trigger[1]) if status == "inForce" else None,
                modality=announced,
            )


def _status(pattern: StatusPattern, policy: Mention) -> PolicyStatus | None:
    """What the words tell of this policy: what is issued of a draft is a draft; None: nothing."""
    draft = policy.subtype == "draft"
    if not draft:
        return None if pattern.drafts else pattern.status
    status: PolicyStatus = "draft" if pattern.status == "issued" else pattern.status
    return status if status in _OF_A_DRAFT else None


def _announced(modality: Modality, start: date | None, article: Article) -> Modality | None:
    """Planned is what is yet to come on a day that is told; None: what is to come some day."""
    if start is not None and article.date is not None:
        return "planned" if start > article.date else "asserted"
    return "asserted" if modality == "asserted" else "planned" if start else None


def _confidence(pattern: StatusPattern, policy: Mention, sentence: Sentence) -> float:
    unnamed = 1.0 if policy.sentence == sentence.index else _UNNAMED
    return round(pattern.confidence * policy.score**0.5 * unnamed, 3)


def _years(chars: str, at: int) -> int | None:
    """有效期5年, said behind the words in the same sentence."""
    found = lasting().search(simplified(chars), at)
    if found is None:
        return None
    return int(found["years"]) if found["years"].isdecimal() else numerals.value(found["years"])
