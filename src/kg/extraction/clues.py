"""What speaks for or against a relation of two names in one sentence, each clue by its name.

Clues that tell of words bear ``>`` where the subject stands before the object, else ``<``.

    gap<:由           the words between the two (without dates and remarks in brackets), few enough to name whole
    word<:承建        a word between them        first, last      the one at either end
    behind<:的        the word behind the second   after           one of the next few behind it
    before>:在        the word before the first
    pattern:…         a pattern of graph/relations/ says it (``pattern:any-…`` with each that is not loose)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kg import lexicon
from kg.extraction import heads
from kg.extraction.gazetteer import Gazetteer
from kg.extraction.outline import QUOTES, SIGN, Outline, letters
from kg.extraction.patterns import Pattern
from kg.model import Mention

_WHOLE = 8  # characters of a gap that is a clue as a whole
_FEW = 14  # words of a gap that are clues
_AFTER = 5  # words behind the second name that are clues
_BUCKETS = (0, 1, 2, 4, 7, 11, 17, 26, 40)
_MARKS = re.compile(r"[，,、；;：:（）()—－-]")
_CLAUSE_END = frozenset("，,。；;：:！？!?")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of an outline by their numbers."""

    subject: int
    object: int

    @property
    def ahead(self) -> bool:
        return self.subject < self.object

    @property
    def ends(self) -> tuple[int, int]:
        """The one that comes first, then the other."""
        return (self.subject, self.object) if self.ahead else (self.object, self.subject)


def of_pair(outline: Outline, pair: Pair, matched: Iterable[Pattern], headline: bool) -> list[str]:
    """The clues of a pair, without repetition, in a fixed order."""
    subject, target = outline.mentions[pair.subject], outline.mentions[pair.object]
    found = [*_kinds(subject, target), *_names(subject, target), *_place(outline, pair), *_words(outline, pair)]
    for pattern in matched:
        found.extend(of_pattern(pattern.name, pattern.predicate, pattern.loose))
    if headline:
        found.append("headline")
    return list(dict.fromkeys(found))


def of_pattern(name: str, predicate: str, loose: bool = False) -> Iterator[str]:
    yield f"pattern:{name}"
    if not loose:
        yield f"pattern:any-{predicate}"


def _kinds(subject: Mention, target: Mention) -> Iterator[str]:
    yield f"types:{subject.type}-{target.type}"
    yield f"kinds:{subject.subtype}-{target.subtype}"
    yield f"kind-s:{subject.type}-{subject.subtype}"
    yield f"kind-o:{target.type}-{target.subtype}"
    for part, mention in (("s", subject), ("o", target)):
        if mention.score < 0.8:
            yield f"doubtful-{part}:{int(mention.score * 5)}"


def _names(subject: Mention, target: Mention) -> Iterator[str]:
    """What the two names say of each other."""
    bare_s, bare_o = heads.strip(subject.surface), heads.strip(target.surface)
    yield f"end-s:{subject.type}-{bare_s[-2:]}"
    if target.type in ("Organisation", "Project"):
        yield f"end-o:{target.type}-{bare_o[-2:]}"
    if bare_s != bare_o and bare_s.startswith(bare_o):
        yield "begins-with-o"
    elif bare_o in bare_s:
        yield "contains-o"
    if bare_s in bare_o:
        yield "same-name" if bare_s == bare_o else "within-o"
    if subject.type == target.type == "Place":
        yield f"gazetteer:{_known(subject.key, target.key)}"
    if len(subject.surface) == 1 or len(target.surface) == 1:
        yield "one-character"


@lru_cache(maxsize=1 << 14)
def _known(inner: str | None, outer: str | None) -> str:
    """What the gazetteer knows of two places."""
    if not inner or not outer:
        return "unknown"
    entries, gazetteer = Gazetteer.load().entries, Gazetteer.load()
    if inner in entries and entries[inner].parent == outer:
        return "parent"
    above = gazetteer.ancestors(inner)
    if outer in above:
        return "holds"
    if inner in gazetteer.ancestors(outer):
        return "inverse"
    return "apart" if above else "unknown"


def _place(outline: Outline, pair: Pair) -> Iterator[str]:
    """Where the two stand among the sentence's names."""
    first, second = pair.ends
    way = ">" if pair.ahead else "<"
    if outline.unit[first] == outline.unit[second]:
        adjacent = outline.mentions[first].end == outline.mentions[second].start
        yield f"one-unit{way}{'chain' if adjacent and outline.outer[first] else 'list'}"
        if second - first > 1:
            yield "one-unit:apart"
        return
    for part, index in (("s", pair.subject), ("o", pair.object)):
        if outline.outer[index]:
            yield f"outer-{part}"
        if outline.size[outline.unit[index]] > 1:
            yield f"listed-{part}"
    between = [outline.mentions[index].type for index in range(first + 1, second)]
    units = outline.unit[second] - outline.unit[first] - 1
    yield f"units{way}:{min(units, 5)}"
    subject, target = outline.mentions[pair.subject], outline.mentions[pair.object]
    if subject.type in between:
        yield f"nearer-s{way}"
    if target.type in between:
        yield f"nearer-o{way}"
    if outline.unit[first] == 0:
        yield f"opens{way}"


def _words(outline: Outline, pair: Pair) -> Iterator[str]:
    first, second = pair.ends
    way = ">" if pair.ahead else "<"
    types = SIGN[outline.mentions[pair.subject].type] + SIGN[outline.mentions[pair.object].type]
    before = outline.word_before(first)
    yield f"before{way}:{before}"
    yield f"before{way}{types}:{before}"
    if outline.unit[first] != outline.unit[second]:
        yield from _between(outline, pair, way, types)
    after = outline.words_behind(second, _AFTER) or ["$"]
    yield f"behind{way}:{after[0]}"
    yield f"behind{way}{types}:{after[0]}"
    for word in after:
        if word in _CLAUSE_END:
            break
        yield f"after{way}{types}:{word}"


def _between(outline: Outline, pair: Pair, way: str, types: str) -> Iterator[str]:
    first, second = pair.ends
    gap = _plain(outline.gap(first, second))
    if len(gap) <= _WHOLE:
        yield f"gap{way}:{gap}"
        yield f"gap{way}{types}:{gap}"
    yield f"length{way}:{_bucket(len(gap))}"
    marks = "".join(dict.fromkeys(_MARKS.findall(gap)))
    yield f"marks{way}:{marks}"
    words = [word for word in outline.words_between(first, second) if word]
    if not words:
        return
    yield f"first{way}{types}:{words[0]}"
    yield f"last{way}{types}:{words[-1]}"
    for word in words[-_FEW:]:
        yield f"word{way}:{word}"
        yield f"word{way}{types}:{word}"
    for one, other in pairwise(words):
        yield f"two{way}{types}:{one}+{other}"
    yield f"verbs{way}:{min(outline.verbs_between(first, second), 4)}"


def _bucket(length: int) -> int:
    return max(bound for bound in _BUCKETS if bound <= length)


@lru_cache(maxsize=1 << 12)
def _plain(gap: str) -> str:
    """The gap without quotation marks, remarks in brackets and times (今天, 11月3日); signs as letters."""
    return letters(_passing().sub("", QUOTES.sub("", gap)))


@cache
def _passing() -> re.Pattern[str]:
    date = r"(?:\d+年)?(?:\d+月)?\d+日(?:上午|下午|晚上?|凌晨)?"
    return re.compile(rf"[（(][^（()）]{{0,40}}[）)]|{date}|{lexicon.alternation('passing-time')}")
