"""What a sentence says of its mentions: the patterns of graph/relations/ applied, doubtful pairs dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from kg.contract import permits
from kg.extraction import attribution, containment, factuality, patterns
from kg.extraction.gazetteer import Gazetteer
from kg.extraction.patterns import Match, Pattern, Skeleton
from kg.model import Article, Claim, Mention, Sentence


def claims(article: Article, mentions: Iterable[Mention]) -> tuple[Claim, ...]:
    """Every claim of an article's sentences, at most one a pair, predicate and sentence."""
    mentions = tuple(m for m in mentions if not article.sentences[m.sentence].incomplete)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    found: list[Claim] = []
    for number, group in by_sentence.items():
        sentence = article.sentences[number]
        if len(group) > 1:
            found.extend(_of_sentence(article, sentence, sorted(group, key=lambda m: m.start)))
    found = attribution.attributed(article, mentions, found)
    said = {(claim.subject, claim.predicate, claim.object) for claim in found}
    found.extend(c for c in containment.claims(mentions) if (c.subject, c.predicate, c.object) not in said)
    return tuple(found)


def _of_sentence(article: Article, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Claim]:
    skeleton = Skeleton(sentence.text.chars, mentions)
    best: dict[tuple[int, str, int], Claim] = {}
    for pattern in patterns.load():
        for match in skeleton.find(pattern):
            for subject, target in _pairs(match):
                if not _possible(pattern, subject, target):
                    continue
                key = (subject.start, pattern.predicate, target.start)
                if key in best and best[key].confidence >= pattern.confidence:
                    continue
                # words side by side (a chain of places, a post) are not what a clause denies or plans
                modality, polarity = (
                    factuality.judge(sentence.text.chars, match.said, mentions, article.year)
                    if match.said
                    else ("asserted", "affirmed")
                )
                best[key] = Claim(
                    subject=subject,
                    predicate=pattern.predicate,
                    object=target,
                    article=article.index,
                    sentence=sentence.index,
                    confidence=round(pattern.confidence * (subject.score * target.score) ** 0.5, 3),
                    pattern=pattern.name,
                    trigger=match.trigger,
                    modality=modality,
                    polarity=polarity,
                    role=match.role,
                )
    return iter(best.values())


def _pairs(match: Match) -> Iterator[tuple[Mention, Mention]]:
    if match.pattern.pairwise:
        yield from combinations(match.subjects + match.objects, 2)
    else:
        yield from product(match.subjects, match.objects)


def _possible(pattern: Pattern, subject: Mention, target: Mention) -> bool:
    """Not of types that the predicate does not relate, not a thing with itself, nor a place in one that the gazetteer
    knows not to hold it."""
    if not permits(pattern.predicate, subject.type, target.type):
        return False
    if (subject.surface, subject.type) == (target.surface, target.type):
        return False
    if subject.key and subject.key == target.key:
        return False
    if pattern.predicate != "locatedIn":
        return True
    if subject.type == "Place" and len(subject.surface) == 1:
        return False  # 中俄: two characters side by side are two countries, not a chain; 俄|别尔哥罗德州 is one
    if not (subject.key and target.key) or not subject.key.startswith("place/"):
        return not pattern.known
    ancestors = Gazetteer.load().ancestors(subject.key)
    return target.key in ancestors or not (ancestors or pattern.known)
