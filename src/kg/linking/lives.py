"""The lives of policies: steps that several sentences tell are one, dates that one sentence leaves to another
are filled in, what the gazetteer knows is added, and a draft is tied to the final text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from kg import lexicon
from kg.characters import normal
from kg.extraction.gazetteer import Gazetteer
from kg.extraction.policies import dating
from kg.linking import spelling, statements
from kg.linking.statements import Resolve
from kg.model import (
    Entity,
    Evidence,
    Extraction,
    Milestone,
    PolicyStatus,
    SentenceRef,
    StatusChange,
)

_DATED = ("law", "regulation")  # policies of the gazetteer whose dates are those of official texts
_DRAFT = re.compile(rf"[(（]?{lexicon.alternation('draft')}[)）]?")
_Told = tuple[str, str, Milestone]  # the policy's id, the source's hash
_Step = tuple[str, PolicyStatus, date | None, str, date | None, str]  # policy, status, date, precision, until, modality


def changes(
    extractions: Iterable[Extraction],
    resolve: Resolve,
    entities: Mapping[str, Entity],
    families: Mapping[str, str],
) -> tuple[StatusChange, ...]:
    """Every step of every policy of ``entities``, by policy and date; those without a date stand first.

    ``families``: which story a source prints, since reprints of one are one witness.
    """
    told = [
        (id, extraction.source.sha256, milestone)
        for extraction in extractions
        for milestone in extraction.milestones
        if (id := resolve(extraction.source.sha256, milestone.policy)) in entities and id
    ]
    steps: dict[_Step, list[tuple[str, Milestone]]] = {}
    for id, source, milestone in _completed(told):
        until = milestone.until
        if until is None and milestone.since and milestone.years and milestone.precision == "day":
            until = dating.last_day(milestone.since, milestone.years)
        key = (id, milestone.status, milestone.since, milestone.precision, until, milestone.modality)
        steps.setdefault(key, []).append((source, milestone))
    found = [_change(key, group, families) for key, group in steps.items()]
    return tuple(sorted((*found, *_known(entities)), key=_order))


def numbered(entities: Mapping[str, Entity], extractions: Iterable[Extraction], resolve: Resolve) -> dict[str, Entity]:
    """The policies that a text gives a number to, with it as a further identifier."""
    found: dict[str, set[str]] = {}
    for extraction in extractions:
        for number in extraction.numbers:
            if (id := resolve(extraction.source.sha256, number.policy)) in entities and id:
                found.setdefault(id, set()).add(number.number)
    return {
        id: replace(entities[id], identifiers=tuple(sorted({*entities[id].identifiers, *numbers})))
        for id, numbers in found.items()
    }


def drafts(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """The drafts whose final text is among ``entities``: one alone has the draft's name without 草案 or 征求意见稿."""
    finals: dict[str, set[str]] = {}
    for entity in entities.values():
        if entity.type == "Policy" and not _DRAFT.search(entity.label):
            for name in _names(entity):
                finals.setdefault(_bare(name), set()).add(entity.id)
    found: dict[str, Entity] = {}
    for entity in entities.values():
        if entity.type == "Policy" and _DRAFT.search(entity.label):
            base = _bare(_DRAFT.sub("", entity.label))
            same = finals.get(base, set()) if base else set()
            if len(same) == 1:
                found[entity.id] = replace(entity, draft_of=min(same))
    return found


def _names(entity: Entity) -> tuple[str, ...]:
    known = Gazetteer.load().entries.get(entity.id)
    return (entity.label, *(known.names if known else ()))


def _bare(name: str) -> str:
    return spelling.without_state(normal(name))


def _completed(told: list[_Told]) -> Iterator[_Told]:
    """自公布之日起施行: the day of issue, where all that the texts tell of it is one day."""
    issued: dict[str, set[date]] = {}
    for id, _, milestone in told:
        if milestone.status == "issued" and milestone.since and milestone.precision == "day":
            issued.setdefault(id, set()).add(milestone.since)
    for id, source, milestone in told:
        days = issued.get(id, set())
        if milestone.since is None and milestone.expression == dating.ISSUE and len(days) == 1:
            milestone = replace(milestone, since=min(days))
        yield id, source, milestone


def _change(step: _Step, told: list[tuple[str, Milestone]], families: Mapping[str, str]) -> StatusChange:
    evidence: dict[SentenceRef, Evidence] = {}
    for source, milestone in told:
        where = SentenceRef(source, milestone.article, milestone.sentence)
        statements.keep(evidence, Evidence(where, milestone.confidence, milestone.pattern, milestone.trigger))
    first = told[0][1]
    return StatusChange(
        policy=step[0],
        status=first.status,
        confidence=statements.together(evidence.values(), families),
        evidence=tuple(evidence[where] for where in sorted(evidence)),
        since=step[2],
        precision=first.precision,
        expressions=tuple(sorted({milestone.expression for _, milestone in told} - {""})),
        until=step[4],
        modality=first.modality,
    )


def _known(entities: Mapping[str, Entity]) -> Iterator[StatusChange]:
    """When the laws of the gazetteer that a text names were issued as they read now, and in force since when."""
    for id in sorted(entities):
        entry = Gazetteer.load().entries.get(id)
        if entry is None or entry.type != "Policy" or entry.subtype not in _DATED:
            continue
        if entry.date:
            yield StatusChange(id, "issued", 1.0, (), date.fromisoformat(entry.date))
        if entry.effective:
            yield StatusChange(id, "inForce", 1.0, (), date.fromisoformat(entry.effective))


def _order(change: StatusChange) -> tuple[str, date, str, str, date, bool]:
    return (
        change.policy,
        change.since or date.min,
        change.status,
        change.modality,
        change.until or date.min,
        bool(change.evidence),
    )
