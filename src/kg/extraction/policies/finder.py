"""Milestones: what each sentence tells of the life of the policies that it names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg import numerals
from kg.characters import simplified
from kg.extraction import clauses, factuality, sentences
from kg.extraction.patterns import Skeleton
from kg.extraction.policies import dating
from kg.extraction.policies.dating import Dating
from kg.extraction.policies.patterns import StatusPattern, lasting, load
from kg.model import Article, Mention, Milestone, Modality, PolicyStatus, Precision, Sentence

_BACK = 2  # sentences back in which the policy may stand that a sentence speaks of without a name
_UNNAMED = 0.85  # what the confidence is multiplied with then
_OF_A_DRAFT: tuple[PolicyStatus, ...] = ("draft", "adopted")


@dataclass(frozen=True, slots=True)
class _Place:
    """One sentence with its mentions and the policies among them, and those of the sentences right before it."""

    article: Article
    sentence: Sentence
    skeleton: Skeleton
    mentions: Sequence[Mention]
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


@dataclass(frozen=True, slots=True)
class _Times:
    """Since when and until when a sentence says it; the names are those of Milestone."""

    since: date | None
    precision: Precision
    expression: str
    until: date | None
    years: int | None
    modality: Modality


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
    dated = milestone.since is not None or milestone.expression == dating.ISSUE
    return (dated, milestone.until is not None, milestone.confidence)


def _places(article: Article, mentions: Iterable[Mention]) -> Iterator[_Place]:
    found = sentences.with_mentions(article, mentions)
    policies = [[mention for mention in group if mention.type == "Policy"] for _, group in found]
    for number, (sentence, group) in enumerate(found):
        before = [mention for earlier in policies[max(number - _BACK, 0) : number] for mention in earlier]
        if (policies[number] or before) and not sentence.incomplete:
            yield _Place(article, sentence, Skeleton(sentence.text.chars, group), group, policies[number], before)


def _tellings(place: _Place) -> Iterator[_Telling]:
    skeleton = place.skeleton
    for pattern in load():
        for match in skeleton.matches(pattern.expression):
            trigger = skeleton.range(match, "trigger")
            if trigger is None or _doubtful(skeleton.text[: match.start("trigger")], pattern):
                continue
            named = skeleton.mentions(match, "s") if pattern.names_its_policy else _spoken_of(place, trigger[0])
            policies = tuple(mention for mention in named if mention.type == "Policy")  # not what its brackets name
            yield _Telling(pattern, policies, trigger, skeleton.range(match, "day"), skeleton.range(match, "until"))


def _doubtful(before: str, pattern: StatusPattern) -> bool:
    """Whether the clause says that it is on somebody's agenda, or a condition."""
    return pattern.unless.search(clauses.before(before, len(before))) is not None


def _spoken_of(place: _Place, at: int) -> tuple[Mention, ...]:
    """该办法自…起施行: the policy named last in the sentence, else the only one named shortly before."""
    here = [mention for mention in place.policies if mention.end <= at]
    if here:
        return (here[-1],)
    if place.policies or len({mention.surface.strip("《》") for mention in place.before}) != 1:
        return ()
    return (place.before[-1],)


def _read(place: _Place, telling: _Telling) -> Iterator[Milestone]:
    times = _times(place, telling)
    if times is None:
        return
    for policy in telling.policies:
        if status := _status(telling.pattern, policy):
            yield Milestone(
                article=place.article.index,
                sentence=place.sentence.index,
                policy=policy,
                status=status,
                trigger=telling.trigger,
                confidence=_confidence(telling.pattern, policy, place.sentence),
                pattern=telling.pattern.name,
                since=times.since,
                precision=times.precision,
                expression=times.expression,
                until=times.until,
                years=times.years if status == "inForce" else None,
                modality=times.modality,
            )


def _times(place: _Place, telling: _Telling) -> _Times | None:
    """None where the sentence denies it, leaves open whether it comes, or gives a day that there is not."""
    chars, at, article = place.sentence.text.chars, telling.trigger, place.article
    modality, polarity = factuality.judge(factuality.hidden(chars, *at), at, year=article.year)
    if polarity == "negated" or modality == "possible":
        return None
    day, until = _day(place, telling), _until(place, telling)
    if (telling.day and day is None) or (telling.until and until is None):
        return None
    since = day.when if day else None
    if since and modality == "asserted" and not telling.day and since.start > (article.date or since.start):
        since = day = None  # what was done is not of a day to come: that is another happening's
    announced = _announced(modality, since.start if since else None, article)
    if announced is None:
        return None
    return _Times(
        since=since.start if since else None,
        precision=since.precision if since else "day",
        expression=day.words if day else "",
        until=until,
        years=_years(chars, at[1]),
        modality=announced,
    )


def _day(place: _Place, telling: _Telling) -> Dating | None:
    """Since when: what the pattern has a group for, else the date before the words."""
    chars = place.sentence.text.chars
    if telling.day:
        return dating.written(chars, telling.day, place.article)
    return dating.before(chars, telling.trigger, telling.pattern.reach, place.article, place.mentions)


def _until(place: _Place, telling: _Telling) -> date | None:
    last = dating.written(place.sentence.text.chars, telling.until, place.article) if telling.until else None
    return last.when.start if last and last.when and last.when.precision == "day" else None


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
    return round(pattern.confidence * math.sqrt(policy.score) * unnamed, 3)


def _years(chars: str, at: int) -> int | None:
    """有效期5年, said behind the words in the same sentence."""
    found = lasting().search(simplified(chars), at)
    if found is None:
        return None
    return int(found["years"]) if found["years"].isdecimal() else numerals.value(found["years"])
