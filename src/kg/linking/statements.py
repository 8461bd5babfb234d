"""Claims about mentions become statements about entities, with every sentence that says them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

from kg.contract import permits
from kg.model import Claim, Entity, Evidence, Mention, Predicate, SentenceRef, Statement

_MODALITIES = ("asserted", "planned", "possible")  # the first that any sentence gives is the statement's
_MOST = 0.99
Resolve = Callable[[str, Mention], str | None]  # (the source's hash, a mention) -> the entity's id
_Key = tuple[str, Predicate, str, str, str, str]  # subject, predicate, object, polarity, role, who is quoted


def gather(
    claims: Iterable[tuple[str, Claim]],
    resolve: Resolve,
    entities: Mapping[str, Entity],
    families: Mapping[str, str] | None = None,
) -> tuple[Statement, ...]:
    """``claims``: the source's hash and the claim.

    One sentence counts once; those of several stories agree as independent witnesses do (noisy or).
    What somebody is quoted as saying is a statement of its own, beside the one that a text makes itself.
    ``families``: which story a source prints (``reprints.families``); without them each prints its own.
    """
    families = families or {}
    evidence: dict[_Key, dict[SentenceRef, Evidence]] = {}
    modality: dict[_Key, int] = {}
    for source, claim in claims:
        subject, target = resolve(source, claim.subject), resolve(source, claim.object)
        if not subject or not target or subject == target:
            continue
        if claim.predicate == "cooperatesWith":
            subject, target = sorted((subject, target))
        speaker = claim.attributed_to and resolve(source, claim.attributed_to)
        key = (subject, claim.predicate, target, claim.polarity, claim.role or "", speaker or "")
        where = SentenceRef(source, claim.article, claim.sentence)
        keep(evidence.setdefault(key, {}), Evidence(where, claim.confidence, claim.pattern, claim.trigger))
        rank = _MODALITIES.index(claim.modality)
        modality[key] = min(rank, modality.get(key, rank))
    found = [_statement(key, known, modality[key], families) for key, known in evidence.items()]
    return tuple(sorted((s for s in found if _fits(s, entities)), key=_order))


def _statement(key: _Key, known: Mapping[SentenceRef, Evidence], rank: int, families: Mapping[str, str]) -> Statement:
    subject, predicate, target, polarity, role, speaker = key
    return Statement(
        subject=subject,
        predicate=predicate,
        object=target,
        confidence=together(known.values(), families),
        evidence=tuple(known[where] for where in sorted(known)),
        modality=_MODALITIES[rank],  # type: ignore[arg-type]
        polarity=polarity,  # type: ignore[arg-type]
        role=role or None,
        attributed_to=speaker or None,
    )


def keep(known: dict[SentenceRef, Evidence], piece: Evidence) -> None:
    """Of one sentence the evidence that is believed most."""
    before = known.get(piece.where)
    if before is None or before.confidence < piece.confidence:
        known[piece.where] = piece


def together(evidence: Iterable[Evidence], families: Mapping[str, str]) -> float:
    """How sure several sentences make it: those of several stories agree as independent witnesses do."""
    doubt = math.prod(1 - confidence for confidence in _witnesses(evidence, families))
    return round(min(1 - doubt, _MOST), 3)


def _witnesses(evidence: Iterable[Evidence], families: Mapping[str, str]) -> list[float]:
    """The confidence of each sentence; where several sources print one story, of its best sentence alone."""
    stories: dict[str, dict[str, list[float]]] = {}
    for piece in evidence:
        source = piece.where.source
        stories.setdefault(families.get(source, source), {}).setdefault(source, []).append(piece.confidence)
    found: list[float] = []
    for sources in stories.values():
        if len(sources) == 1:
            found.extend(*sources.values())
        else:
            found.append(max(confidence for said in sources.values() for confidence in said))
    return found


def _fits(statement: Statement, entities: Mapping[str, Entity]) -> bool:
    """Whether its ends are known, and of types between which there may be such a statement."""
    ends = (statement.subject, statement.object, statement.attributed_to or statement.subject)
    if not all(end in entities for end in ends):
        return False
    return permits(statement.predicate, entities[statement.subject].type, entities[statement.object].type)


def _order(statement: Statement) -> tuple[str, ...]:
    return (
        statement.subject,
        statement.predicate,
        statement.object,
        statement.polarity,
        statement.role or "",
        statement.attributed_to or "",
    )
