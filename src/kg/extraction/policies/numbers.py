"""The numbers of documents (文号) that a sentence gives to the policies that it names.

What numbers look like, and how a sentence ties one to a title, is in graph/policies/numbers.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import yaml

from kg import numerals, resources
from kg.characters import fold
from kg.errors import KnowledgeError
from kg.extraction import patterns, sentences
from kg.extraction.patterns import Skeleton
from kg.model import Article, DocumentNumber, Mention, Sentence

_HEAD = re.compile(r"[^〔﹝［\[(（【第\d]*")
_YEAR = re.compile(r"\s?[〔﹝\[(【]\s?(\d{4})\s?[〕﹞\])】]\s?")
_ORDERED = re.compile(r"第\s?([^号]+?)\s?号(.+令)")  # 第787号国务院令
_STATE = re.compile("^(?:中华人民共和国|国家)(?=主席|.{2,}令)")
_SPACED = re.compile(r"(?<=[一-鿿])\s+|\s+(?=[一-鿿])")


@dataclass(frozen=True, slots=True)
class Tie:
    """How a sentence gives a number to a policy. Each example ends in `` = `` and the number."""

    name: str
    expression: re.Pattern[str]  # over a skeleton; groups s and number
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Knowledge:
    ties: tuple[Tie, ...]
    lead: re.Pattern[str]


def document_numbers(article: Article, mentions: Iterable[Mention]) -> Iterator[DocumentNumber]:
    """Every number of an article's sentences with its policy, in the order of the text."""
    for sentence, group in sentences.with_mentions(article, mentions):
        if not sentence.incomplete and any(mention.type == "Policy" for mention in group):
            yield from _of_sentence(article, sentence, group)


def _of_sentence(article: Article, sentence: Sentence, mentions: Sequence[Mention]) -> list[DocumentNumber]:
    chars = sentence.text.chars
    skeleton = Skeleton(chars, mentions)
    found: dict[tuple[int, Mention], DocumentNumber] = {}
    for tie in ties():
        for match in skeleton.matches(tie.expression):
            start, end = _bounds(chars, skeleton.range(match, "number") or (0, 0))
            for policy in skeleton.mentions(match, "s"):
                number = DocumentNumber(article.index, sentence.index, start, end, policy, normal(chars[start:end]))
                found.setdefault((end, policy), number)  # the first match begins leftmost
    return sorted(found.values(), key=lambda number: (number.start, number.policy.start))


def normal(written: str) -> str:
    """A number in one writing.

    >>> normal("国发[2021] 2号"), normal("中华人民共和国主席令第五十二号"), normal("第７８７号国务院令")
    ('国发〔2021〕2号', '主席令第52号', '国务院令第787号')
    """
    text = _ORDERED.sub(r"\2第\1号", _YEAR.sub(r"〔\1〕", fold(written)))
    text = _SPACED.sub("", _STATE.sub("", text))
    return numerals.ordinals(text)


@cache
def ties() -> tuple[Tie, ...]:
    """The ties in the order of the file. Raises KnowledgeError where it is malformed."""
    return _knowledge().ties


def _bounds(chars: str, span: tuple[int, int]) -> tuple[int, int]:
    """The number without the words that lead to it: 国发〔2021〕2号 in 根据国发〔2021〕2号."""
    start, end = span
    head = _HEAD.match(chars, start, end)
    lead = _knowledge().lead.finditer(chars, start, head.end() if head else start)
    return max((match.end() for match in lead), default=start), end


@cache
def _knowledge() -> _Knowledge:
    file = resources.path("policies", "numbers.yaml")
    try:
        record = yaml.safe_load(file.read_text(encoding="utf-8"))
        forms = "|".join(form.replace("{body}", record["body"]) for form in record["forms"])
        number = f"(?P<number>{forms})"
        found = tuple(
            Tie(
                f"numbers/{entry['name']}",
                patterns.compiled(entry["match"].replace("{number}", number), file.name),
                tuple(entry["examples"]),
                tuple(entry["counterexamples"]),
            )
            for entry in record["ties"]
        )
        return _Knowledge(found, re.compile(record["lead"]))
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, re.error) as error:
        raise KnowledgeError(f"{file}: {' '.join(str(error).split())}") from error
