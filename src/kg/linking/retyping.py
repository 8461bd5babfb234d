"""Mentions of another type than recognition gave them, because the user says so."""

from __future__ import annotations

from dataclasses import replace

from kg.contract import permits
from kg.extraction import heads
from kg.linking.decisions import Decisions
from kg.model import EntityType, Extraction, Mention


def retyped(extraction: Extraction, decisions: Decisions) -> Extraction:
    """The extraction with the types that the user gave; claims that no longer make sense are left out."""
    changed = {m: new for m in extraction.mentions if (new := _retyped(m, decisions)) is not m}
    if not changed:
        return extraction

    def now(mention: Mention) -> Mention:
        return changed.get(mention, mention)

    claims = (
        replace(
            c,
            subject=now(c.subject),
            object=now(c.object),
            attributed_to=_if_still(c.attributed_to and now(c.attributed_to), "Person", "Organisation"),
        )
        for c in extraction.claims
    )
    return replace(
        extraction,
        mentions=tuple(map(now, extraction.mentions)),
        claims=tuple(claim for claim in claims if permits(claim.predicate, claim.subject.type, claim.object.type)),
        figures=tuple(replace(f, about=f.about and now(f.about)) for f in extraction.figures),
        events=tuple(
            replace(e, involves=tuple(map(now, e.involves)), place=_if_still(e.place and now(e.place), "Place"))
            for e in extraction.events
        ),
        milestones=tuple(step for step in extraction.milestones if step.policy not in changed),
        numbers=tuple(number for number in extraction.numbers if number.policy not in changed),
    )


def _retyped(mention: Mention, decisions: Decisions) -> Mention:
    type = decisions.type_of(mention.surface)
    if type is None or type == mention.type:
        return mention
    return replace(mention, type=type, subtype=heads.subtype(mention.surface, type), key=None)


def _if_still(mention: Mention | None, *types: EntityType) -> Mention | None:
    """The mention where it is of one of the types: only people and bodies speak, only places are where it happens."""
    return mention if mention and mention.type in types else None
