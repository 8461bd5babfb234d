"""The language of graph/relations/*.yaml: regular expressions over a sentence whose mentions are slots.

In the sentence each mention is one character that stands for its type, so a pattern can say
"an organisation, at most eight characters, then 印发, then a policy":

    {o:Organisation+}{near:8}{trigger:印发|发布}{near:6}{s:Policy}

``{s:…}`` and ``{o:…}``  subject and object: one or more types with ``|`` between them; ``+`` after
                         them allows an enumeration (甲、乙和丙, 甲等三家), of places one of chains
                         (江苏省南京市、安徽省合肥市), whose last names are meant
``{c:…}``                a mention that belongs to neither (the rest of a place chain), ``*`` allows none
``{near:N}``             up to N characters of one clause without a mention
``{far:N}``              up to N characters of the sentence, mentions and commas included
``{but:…}``              up to 24 characters of one clause, mentions of any type but this included
``{past:…}``             up to 60 characters of the sentence, mentions of any type but this included
``{day:N}`` ``{until:N}``  up to N characters of one clause that hold a date (graph/policies/)
``{trigger:…}``          the words that say it
``{role:title}``         a post, whose last word graph/lexicon/words.tsv lists
Everything else is Python's syntax of regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

import yaml

from kg import lexicon, resources
from kg.characters import simplified
from kg.errors import KnowledgeError
from kg.model import ENTITY_TYPES, EntityType, Mention, Predicate

_SLOT = re.compile(r"\{(\w+):([^{}]*)\}")
# one private character a type
_SIGN: Mapping[EntityType, str] = {kind: chr(0xE000 + number) for number, kind in enumerate(ENTITY_TYPES)}
_SIGNS = f"{_SIGN[ENTITY_TYPES[0]]}-{_SIGN[ENTITY_TYPES[-1]]}"
_AND = "(?:、|和|与|及|以及|，|,|或|暨|[ \u3000]{1,4})"
_CLAUSE_END = "，,。；;：:！？!?\n"


@dataclass(frozen=True, slots=True)
class Pattern:
    name: str
    predicate: Predicate
    expression: re.Pattern[str]
    pairwise: bool  # every two mentions of the subject's enumeration with each other
    loose: bool  # says little by itself: believed only as far as texts bear it out
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern found: mentions, and the trigger's range in the sentence's characters."""

    pattern: Pattern
    subjects: tuple[Mention, ...]
    objects: tuple[Mention, ...]
    trigger: tuple[int, int] | None
    role: str | None
    said: tuple[int, int] | None = None  # from the trigger to the end of what was matched


class Skeleton:
    """A sentence with a sign for each mention, and the way back."""

    def __init__(self, chars: str, mentions: Sequence[Mention]) -> None:
        pieces: list[str] = []
        self._mention: dict[int, Mention] = {}  # by position in the skeleton
        self._offsets: list[int] = []  # position in the skeleton -> offset in the sentence
        at = 0
        for mention in mentions:
            pieces.append(chars[at : mention.start])
            self._offsets.extend(range(at, mention.start))
            self._mention[len(self._offsets)] = mention
            pieces.append(_SIGN[mention.type])
            self._offsets.append(mention.start)
            at = mention.end
        pieces.append(chars[at:])
        self._offsets.extend(range(at, len(chars) + 1))
        self._chars = chars
        self.text = simplified("".join(pieces))

    def find(self, pattern: Pattern) -> Iterator[Match]:
        return (self._read(pattern, match) for match in self.matches(pattern.expression))

    def matches(self, expression: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match over the skeleton, those that begin within another one too."""
        at = 0
        while match := expression.search(self.text, at):
            yield match
            at = match.start() + 1

    def _read(self, pattern: Pattern, match: re.Match[str]) -> Match:
        trigger = self.range(match, "trigger")
        role = self.range(match, "role")
        return Match(
            pattern,
            self.mentions(match, "s"),
            self.mentions(match, "o"),
            trigger,
            self._chars[slice(*role)] if role else None,
            (trigger[0], self._offsets[match.end()]) if trigger else None,
        )

    def range(self, match: re.Match[str], group: str) -> tuple[int, int] | None:
        """Where a group of a match stands in the sentence's characters; None where it has matched nothing."""
        start, end = match.span(group) if group in match.re.groupindex else (-1, -1)
        return (self._offsets[start], self._offsets[end]) if 0 <= start < end else None

    def mentions(self, match: re.Match[str], group: str) -> tuple[Mention, ...]:
        """The mentions within a group of a match; none where the expression has no such group."""
        if group not in match.re.groupindex:
            return ()
        start, end = match.span(group)
        return tuple(self._mention[at] for at in range(start, end) if at in self._mention and not self._outer(at, end))

    def _outer(self, at: int, end: int) -> bool:
        """江苏省 in 江苏省南京市: a place before another that stands in the same slot."""
        place = _SIGN["Place"]
        return at + 1 < end and self.text[at] == place == self.text[at + 1]


def compiled(match: str, file: str) -> re.Pattern[str]:
    """A pattern as an expression over a skeleton. Raises KnowledgeError, which names ``file``, on an unknown slot."""
    return re.compile(_SLOT.sub(lambda slot: _expand(slot, file), match))


def _expand(slot: re.Match[str], file: str) -> str:
    kind, body = slot.groups()
    if kind == "near":
        return f"[^{_CLAUSE_END}{_SIGNS}]{{0,{body}}}?"
    if kind == "far":
        return f"[^。！？!?；;\n]{{0,{body}}}?"
    if kind == "but":
        return f"[^{_CLAUSE_END}{_SIGN[cast('EntityType', body)]}]{{1,24}}"
    if kind == "past":
        return f"[^。！？!?；;\n{_SIGN[cast('EntityType', body)]}]{{0,60}}?"
    if kind in ("day", "until"):
        return f"(?P<{kind}>[^{_CLAUSE_END}{_SIGNS}]{{1,{body}}}?)"
    if kind == "trigger":
        return f"(?P<trigger>{body})"
    if kind == "role":
        return f"(?P<role>[^{_CLAUSE_END}、（(《“{_SIGNS}]{{0,14}}?{lexicon.alternation('post')})"
    if kind in ("s", "o", "c"):
        return _mentions(kind, body, file)
    raise KnowledgeError(f"{file}: no such slot {{{kind}:…}}; see src/kg/extraction/patterns.py")


def _mentions(kind: str, body: str, file: str) -> str:
    mark = body[-1] if body and body[-1] in "+*" else ""
    types = body.rstrip("+*").split("|")
    unknown = [name for name in types if name not in _SIGN]
    if unknown:
        raise KnowledgeError(f"{file}: no such type {unknown[0]}; the types are {', '.join(ENTITY_TYPES)}")
    sign = "[" + "".join(_SIGN[name] for name in ENTITY_TYPES if name in types) + "]"
    if mark == "*":
        return f"{sign}*"
    chain = f"{_SIGN['Place']}{{0,3}}" if "Place" in types else ""
    many = f"{chain}{sign}(?:[（(][^）)\n]{{1,20}}[）)])?"
    join = f"{_AND}?" if types == ["Policy"] else _AND  # titles in 《》 need no mark between them
    inner = f"{many}(?:{join}{many})*(?:等[^{_CLAUSE_END}{_SIGNS}]{{0,8}})?" if mark == "+" else sign
    return inner if kind == "c" else f"(?P<{kind}>{inner})"


@cache
def load() -> tuple[Pattern, ...]:
    """All patterns, in the order of the files' names and of the patterns in each.

    Raises KnowledgeError where a file is malformed.
    """
    found: list[Pattern] = []
    for predicate in sorted(get_args(Predicate)):
        file = resources.path("relations", f"{predicate}.yaml")
        try:
            record = yaml.safe_load(file.read_text(encoding="utf-8"))
            found.extend(_pattern(entry, predicate, file.name) for entry in record["patterns"])
        except (yaml.YAMLError, KeyError, TypeError, ValueError, re.error) as error:
            raise KnowledgeError(f"{file}: {' '.join(str(error).split())}") from error
    return tuple(found)


def _pattern(entry: dict[str, object], predicate: Predicate, file: str) -> Pattern:
    yes, no = examples(entry)
    return Pattern(
        name=f"{predicate}/{entry['name']}",
        predicate=predicate,
        expression=compiled(str(entry["match"]), file),
        pairwise=bool(entry.get("pairwise", False)),
        loose=bool(entry.get("loose", False)),
        examples=yes,
        counterexamples=no,
    )


def examples(entry: Mapping[str, object]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences that an entry of a file of patterns must and must not match. Raises TypeError where one lacks."""
    yes, no = entry.get("examples"), entry.get("counterexamples")
    if not isinstance(yes, list) or not isinstance(no, list):
        raise TypeError(f"{entry['name']}: examples and counterexamples are lists")
    return tuple(map(str, yes)), tuple(map(str, no))
