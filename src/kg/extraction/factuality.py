"""Whether a sentence says that something is so, is not so, or is yet to be.

A cue (尚未, 否认, 拟, 将, 有望) counts where what it governs takes in the words that say the thing:
in their clause, behind a frame (到2027年，), or on through a list of verbs (将新建…，扩建…). Cues, what
they do and how far they reach are in graph/lexicon/factuality.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast, get_args

from kg import lexicon, resources
from kg.characters import simplified
from kg.errors import KnowledgeError
from kg.extraction import clauses
from kg.model import Mention, Modality, Polarity

Scope = Literal["near", "clause", "list", "object", "time", "year", "rest", "behind", "none", "stop", "past"]
_NAME = "□"  # stands for each character of a name, which is never a cue
_WORD = "▪"  # for each character of words that are no cue here
_RELATIVE = re.compile(rf"[^{_NAME}，]的{_NAME}")  # 将建成的X: 将 says nothing of what X does
_YEAR = re.compile(r"\d{4}")
_NEAR = 2  # characters between a cue that denies one word and that word
_BEHIND = 4  # characters behind the words that say it within which 尚未 may follow: …建设尚未完成
_COMMENT = 12  # characters up to what is said of the whole: …的传言不实
_LEAD = 4  # characters before a cue that leave it a clause by itself: 力争到2027年年底，
_BEFORE: frozenset[Scope] = frozenset({"clause", "list", "object", "time", "year", "rest"})
_HANDED_ON: frozenset[Scope] = frozenset({"list", "object"})


@dataclass(frozen=True, slots=True)
class _Rule:
    modality: Modality
    polarity: Polarity
    scope: Scope
    words: tuple[str, ...]  # longer words that hold the cue and are none


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue where it stands: ``[start, end)`` in the sentence."""

    start: int
    end: int
    modality: Modality
    polarity: Polarity
    scope: Scope
    year: int | None = None  # that it names


def judge(
    sentence: str, said: tuple[int, int], names: Iterable[Mention] = (), year: int | None = None
) -> tuple[Modality, Polarity]:
    """Modality and polarity of what a sentence says in ``said``.

    ``said``: from the words that say it, the trigger, to the end of the predicate, ``[start, end)``.
    ``names``: the sentence's mentions; no cue is looked for in them. ``year``: the article's, where it is known.
    """
    text = masked(sentence, names)
    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    for cue in cues(text):
        if not _to_come(cue, year) or not _reaches(cue, text, said):
            continue
        if cue.polarity == "negated":
            polarity = "negated"
        elif polarity == "affirmed" and modality != "possible":
            modality = cue.modality  # what is planned may be doubted; what is denied is not planned (否认将…)
    if modality == "asserted" and _asked(text, said[1]):
        modality = "possible"
    return modality, polarity


def denied(sentence: str, start: int) -> bool:
    """Whether what begins at ``start`` is denied as a whole: 否认亏损5亿元, and not 未完成的有5个."""
    text = masked(sentence, ())
    deniers = (cue for cue in cues(text) if cue.polarity == "negated" and cue.scope in ("object", "behind"))
    return any(_reaches(cue, text, (start, start)) for cue in deniers)


def hidden(sentence: str, start: int, end: int) -> str:
    """The sentence in which no cue is looked for in ``[start, end)``: 废止 denies nothing where it is what is told."""
    return sentence[:start] + _WORD * (end - start) + sentence[end:]


def masked(sentence: str, names: Iterable[Mention]) -> str:
    """The sentence in simplified characters, with ``□`` for each character of a name; the length stays."""
    text = simplified(sentence)
    for name in names:
        text = text[: name.start] + _NAME * (name.end - name.start) + text[name.end :]
    return text


@lru_cache(maxsize=64)
def cues(text: str) -> tuple[Cue, ...]:
    """The cues of a masked sentence in its order; where one holds another, the longer is the cue."""
    expression, rules = _rules()
    found: list[Cue] = []
    at = 0
    while match := expression.search(text, at):
        rule = rules[(match.lastindex or 1) - 1]
        if any(_within(text, match, word) for word in rule.words):
            at = match.start() + 1  # 会否 is none in 董事会否决, 否决 is
            continue
        at = match.end()
        if rule.scope != "none":
            named = _YEAR.search(match.group())
            year = int(named.group()) if named else None
            found.append(Cue(match.start(), match.end(), rule.modality, rule.polarity, rule.scope, year))
    return tuple(found)


@cache
def _rules() -> tuple[re.Pattern[str], tuple[_Rule, ...]]:
    """One expression with a group a cue, and what each cue does, in the order of the groups."""
    columns = ("cue", "modality", "polarity", "scope", "not_in")
    rows = resources.table("lexicon", "factuality.tsv", columns=columns)
    unknown = [row["scope"] for row in rows if row["scope"] not in get_args(Scope)]
    if unknown:
        raise KnowledgeError(f"graph/lexicon/factuality.tsv: no scope {unknown[0]}; see the file's first lines")
    rows.sort(key=lambda row: (row["scope"] != "none", -len(row["cue"]), row["cue"]))
    rules = tuple(
        _Rule(
            cast("Modality", row["modality"]),
            cast("Polarity", row["polarity"]),
            cast("Scope", row["scope"]),
            tuple(filter(None, row["not_in"].split("|"))),
        )
        for row in rows
    )
    return re.compile("|".join(f"({row['cue']})" for row in rows)), rules


def _within(text: str, match: re.Match[str], word: str) -> bool:
    """Whether the match is part of ``word`` there."""
    at = text.find(word, max(0, match.end() - len(word)))
    return 0 <= at <= match.start() and at + len(word) >= match.end()


def _to_come(cue: Cue, year: int | None) -> bool:
    """Whether the year that a cue names, if any, is not over: 到2020年 plans nothing in 2024."""
    if cue.scope == "year":
        return cue.year is not None and year is not None and cue.year > year
    return cue.year is None or year is None or cue.year >= year


def _reaches(cue: Cue, text: str, said: tuple[int, int]) -> bool:
    start, end = said
    if cue.scope == "near":
        return cue.end - 1 <= end and cue.start < end and _close(cue, text, said)
    if cue.scope == "behind":
        return end <= cue.start <= end + _COMMENT and not clauses.END.search(text, end, cue.start)
    if cue.scope not in _BEFORE or clauses.END.search(text, cue.end, start):
        return False
    if cue.start >= end:
        follows = cue.start < end + _BEHIND and not clauses.MARK.search(text, end, cue.start)
        return cue.polarity == "negated" and follows
    if cue.start >= clauses.begin(text, start):
        return cue.scope in ("object", "rest") or not _passed_by(cue, text, said)
    return _reaches_on(cue, text, start)


def _passed_by(cue: Cue, text: str, said: tuple[int, int]) -> bool:
    """Whether the cue is about other words of the clause: 将建成的X由…, 为建桥将…日前印发."""
    start = max(said[0], cue.end)
    within = cue.modality != "possible" and not text.startswith(lexicon.words("with"), cue.end)
    if within and _RELATIVE.search(text, cue.end, start):
        return True
    return cue.polarity == "affirmed" and _stopped(text, cue.end + _NEAR, start, "past")  # but 将于近日


def _stopped(text: str, start: int, end: int, *scopes: Scope) -> bool:
    return any(cue.scope in scopes and start <= cue.start <= end for cue in cues(text))


def _close(cue: Cue, text: str, said: tuple[int, int]) -> bool:
    """Whether it stands right before the trigger, or between trigger and predicate."""
    start = said[0]
    return cue.start >= start or (start - cue.end <= _NEAR and _NAME not in text[cue.end : start])


def _reaches_on(cue: Cue, text: str, start: int) -> bool:
    """Whether it governs clauses behind its own, up to the one of ``start``."""
    if cue.scope == "rest":
        return True
    mark = clauses.MARK.search(text, cue.end)
    last = mark.start() if mark else len(text)
    if cue.scope in _HANDED_ON and last == cue.end:
        begin = clauses.begin(text, cue.start)  # 根据…要求， and 应…建议， name a ground and no wish
        return not text.startswith(lexicon.words("ground"), begin)
    if _stopped(text, last, start, "stop", "past"):
        return False
    if cue.scope in ("time", "year"):
        leads = cue.start - clauses.begin(text, cue.start) <= _LEAD
        return leads and _opens("time-end").fullmatch(text, cue.end, last) is not None
    return cue.scope == "list" and _opens("going-on").fullmatch(text, clauses.begin(text, start), start) is not None


@cache
def _opens(name: str) -> re.Pattern[str]:
    """Any number of a list's words, one behind the other."""
    return re.compile(f"{lexicon.alternation(name)}*")


def _asked(text: str, end: int) -> bool:
    mark = clauses.END.search(text, end)
    return mark is not None and mark.group() in "？?"
