"""graph/policies/status.yaml: which words tell a step in a policy's life.

The expressions are those of graph/relations/ (``kg.extraction.patterns``); ``{w:issue}`` stands for the
words of that name at the head of the file. Its own examples run as tests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

import yaml

from kg import resources
from kg.errors import KnowledgeError
from kg.extraction import patterns
from kg.model import POLICY_STATUSES, PolicyStatus

_WORD = re.compile(r"\{w:(\w+)\}")
_CLOSE = 6  # characters between a word that announces and the words that it governs
Reach = Literal["", "near", "far", "force"]


@dataclass(frozen=True, slots=True)
class StatusPattern:
    name: str
    status: PolicyStatus
    expression: re.Pattern[str]  # over a skeleton; a group s, or none where the policy was named before
    confidence: float
    reach: Reach  # where a date is that the expression has no group for; empty: there is none
    drafts: bool  # told of a draft alone
    unless: re.Pattern[str]  # what the clause says before the words where it does not tell that they are so
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    @property
    def names_its_policy(self) -> bool:
        return "s" in self.expression.groupindex


def load() -> tuple[StatusPattern, ...]:
    """All patterns in the order of the file. Raises KnowledgeError where it is malformed."""
    return _read()[0]


def lasting() -> re.Pattern[str]:
    """Words that say for how many years a policy is in force; a group years."""
    return _read()[1]


@cache
def _read() -> tuple[tuple[StatusPattern, ...], re.Pattern[str]]:
    file = resources.path("policies", "status.yaml")
    try:
        record = yaml.safe_load(file.read_text(encoding="utf-8"))
        words = record["words"]
        return tuple(_pattern(entry, words, file.name) for entry in record["patterns"]), re.compile(words["lasting"])
    except (yaml.YAMLError, KeyError, TypeError, ValueError, re.error) as error:
        raise KnowledgeError(f"{file}: {' '.join(str(error).split())}") from error


def _pattern(entry: Mapping[str, object], words: Mapping[str, str], file: str) -> StatusPattern:
    if entry["status"] not in POLICY_STATUSES:
        raise ValueError(f"{entry['name']}: no status {entry['status']}; they are {', '.join(POLICY_STATUSES)}")
    yes, no = patterns.examples(entry)
    match = _WORD.sub(lambda word: words[word[1]], str(entry["match"]))
    unless = f"(?:{words['doubt']})|(?:{words['agenda']}|{entry.get('unless', '未')}).{{0,{_CLOSE}}}$"
    return StatusPattern(
        name=f"policies/{entry['name']}",
        status=entry["status"],
        expression=patterns.compiled(match, file),
        confidence=float(str(entry["confidence"])),
        reach=cast("Reach", entry.get("date", "")),
        drafts=bool(entry.get("drafts", False)),
        unless=re.compile(unless),
        examples=yes,
        counterexamples=no,
    )
