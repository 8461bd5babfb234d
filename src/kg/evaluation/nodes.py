"""Things and statements: a node that merges two things loses one of them, a split one has one wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.characters import normal
from kg.evaluation.gold import Gold, GoldEntity, GoldStatement
from kg.evaluation.tally import Tally
from kg.model import Entity, Knowledge, Statement


@dataclass(slots=True)
class Result:
    entities: Tally = field(default_factory=Tally)
    statements: Tally = field(default_factory=Tally)
    named: int = 0  # matched things whose label is the right one
    matched: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Matching:
    """Gold ids to node ids, one to one, and nodes that are neither right nor wrong."""

    to_node: Mapping[str, str]
    to_gold: Mapping[str, str]
    ignored: frozenset[str]


def judge(gold: Gold, knowledge: Knowledge, result: Result) -> None:
    """Add one text's counts and errors to ``result``."""
    nodes = {entity.id: entity for entity in knowledge.entities}
    matching = _match(gold.entities, nodes)
    _count_entities(gold, nodes, matching, result)
    _count_statements(gold, knowledge, matching, result)


def keys(entity: Entity) -> frozenset[str]:
    return frozenset(normal(name).lower() for name in (entity.label, *entity.alt_labels))


def _match(gold: Iterable[GoldEntity], nodes: Mapping[str, Entity]) -> _Matching:
    """The right type first, then what is not optional, the same label, the most names in common."""
    gold = tuple(gold)
    candidates = []
    for wanted in gold:
        for node in nodes.values():
            shared = wanted.keys & keys(node)
            if shared and node.type in wanted.types:
                exact = normal(node.label) == normal(wanted.name)
                rank = (not wanted.optional, exact, len(shared), max(map(len, shared)))
                candidates.append((rank, wanted.id, node.id))
    candidates.sort(reverse=True)
    to_node: dict[str, str] = {}
    to_gold: dict[str, str] = {}
    for _, wanted_id, node_id in candidates:
        if wanted_id not in to_node and node_id not in to_gold:
            to_node[wanted_id], to_gold[node_id] = node_id, wanted_id
    return _Matching(to_node, to_gold, _ignored(gold, nodes, to_gold))


def _ignored(gold: tuple[GoldEntity, ...], nodes: Mapping[str, Entity], to_gold: Mapping[str, str]) -> frozenset[str]:
    optional = frozenset(key for entity in gold if entity.optional for key in entity.keys)
    required = frozenset(key for entity in gold if not entity.optional for key in entity.keys)
    disputed = {entity.id for entity in gold if entity.optional}
    return frozenset(
        id
        for id, node in nodes.items()
        if to_gold.get(id) in disputed or (id not in to_gold and keys(node) & optional and not keys(node) & required)
    )


def _count_entities(gold: Gold, nodes: Mapping[str, Entity], matching: _Matching, result: Result) -> None:
    for entity in gold.entities:
        if entity.optional:
            continue
        result.entities.wanted[entity.type] += 1
        node_id = matching.to_node.get(entity.id)
        if node_id is None:
            result.errors.append(f"missed   {entity.type:13} {entity.name}")
            continue
        result.entities.right[entity.type] += 1
        result.entities.found[entity.type] += 1
        result.matched += 1
        result.named += _well_named(entity, nodes[node_id])
    for id, node in nodes.items():
        if id not in matching.to_gold and id not in matching.ignored:
            result.entities.found[node.type] += 1
            result.errors.append(f"spurious {node.type:13} {node.label}")


def _well_named(entity: GoldEntity, node: Entity) -> bool:
    """The text's fullest name, or an official one that the text does not use."""
    label, wanted = normal(node.label).lower(), normal(entity.name).lower()
    in_text = {normal(name).lower() for name in entity.names}
    return label == wanted or (label not in in_text and wanted in keys(node))


def _count_statements(gold: Gold, knowledge: Knowledge, matching: _Matching, result: Result) -> None:
    disputed = {entity.id for entity in gold.entities if entity.optional}
    wanted: set[tuple[str, str, str]] = set()
    spare: set[tuple[str, str, str]] = set()
    for asked in gold.statements:
        soft = asked.optional or bool({asked.subject, asked.object} & disputed)
        (spare if soft else wanted).add(_key(asked))
    for _, predicate, _ in wanted:
        result.statements.wanted[predicate] += 1
    hit = set()
    labels = {entity.id: entity.label for entity in knowledge.entities}
    spurious = set()
    for statement in knowledge.statements:
        key = _found(statement, matching)
        if key in wanted and statement.polarity == "affirmed":
            hit.add(key)
        elif key not in spare | wanted and _counts(statement, matching):
            spurious.add((statement.predicate, statement.subject, statement.object))
    for predicate, subject, target in sorted(spurious):
        result.statements.found[predicate] += 1
        result.errors.append(f"spurious {predicate:13} {labels[subject]} -> {labels[target]}")
    for key in hit:
        result.statements.right[key[1]] += 1
        result.statements.found[key[1]] += 1
    names = {entity.id: entity.name for entity in gold.entities}
    result.errors.extend(f"missed   {p:13} {names[s]} -> {names[o]}" for s, p, o in sorted(wanted - hit))


def _key(statement: GoldStatement) -> tuple[str, str, str]:
    ends = (statement.subject, statement.object)
    subject, target = sorted(ends) if statement.predicate == "cooperatesWith" else ends
    return subject, statement.predicate, target


def _found(statement: Statement, matching: _Matching) -> tuple[str, str, str]:
    ends = [matching.to_gold.get(id, "") for id in (statement.subject, statement.object)]
    subject, target = sorted(ends) if statement.predicate == "cooperatesWith" else ends
    return subject, statement.predicate, target


def _counts(statement: Statement, matching: _Matching) -> bool:
    """Not what is denied, not what the gazetteer alone says, nothing about a disputed thing."""
    return (
        statement.polarity == "affirmed"
        and bool(statement.evidence)
        and not {statement.subject, statement.object} & matching.ignored
    )
