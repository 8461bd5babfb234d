"""The grammar of names: what punctuation, heads and numerals alone give away.

Each rule proposes candidates and says how far it may be trusted; nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.boundaries import Words
from kg.extraction.candidates import Candidate
from kg.extraction.heads import ending, head, subtype
from kg.lexicon import alternation
from kg.model import EntityType
from kg.reading.lexicon import surnames

_REMARK = rf"(?:[（(](?:{alternation('draft')}|试行|暂行|修订|[^（）()\n]{{0,12}}年版?)[）)])?"
_TITLE = re.compile(rf"《([^《》\n]{{2,80}}(?:《[^《》\n]+》[^《》\n]*)?)》{_REMARK}")
_QUOTED = re.compile(r"[“「][^“”「」\n]{1,20}[”」][\u4e00-\u9fff]{0,12}")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•‧・][\u4e00-\u9fff]{1,8}){1,4}")
_CRAFT = re.compile(r"(?<![第\d])[\u4e00-\u9fff]{2}[一二三四五六七八九十]{1,3}号(?![线楼院台文公令机库段])")
_QUOTED_CRAFT = re.compile(r"“[^“”\n]{1,6}号”")
_ABOUT = re.compile(rf"关于[^，。；！？：\n]{{4,70}}?的[\u4e00-\u9fff]{{0,2}}?{alternation('titled-text')}{_REMARK}")
_EDITION = re.compile(r"(?:第[一二三四五六七八九十百零\d]+[届次]|(?<!\d)(?:19|20)\d\d年?(?!\d))")
_STOP = re.compile(rf"[，。、；：！？《》,;:!?\n]|{alternation('beside-event')}")
_ITEM = r"[^，。、；：！？“”《》（）(),;:!?\s]"
_LISTED = re.compile(
    rf"(?:{_ITEM}{{2,12}}、){{1,}}{_ITEM}{{2,12}}?等(?:[\d一二三四五六七八九十几多]+[余多]?[家个所])?"
    rf"{alternation('listed-quality')}?({alternation('listed-kind')})"
)
_WITH_BRACKET = re.compile(rf"[（(][\u4e00-\u9fff]{{2,6}}[）)][\u4e00-\u9fff]{{0,12}}?{alternation('registered-body')}")
_ORGAN_PAIR = re.compile("(?:省|市|县|区|州|旗)委[、和]((?:省|市|县|区|州|旗|自治区)政府)")
_CONTINUING = frozenset("会节赛展论博交洽")
_LONGEST_EVENT = 30
_TITLE_AT_END = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}}){alternation('form-of-address')}$")


def without_title(name: str) -> str:
    """习近平 of 习近平总书记."""
    return _TITLE_AT_END.sub("", name)


def apart(name: str, text: str) -> list[str]:
    """Two people whose names a headline puts side by side, where the text has one of them elsewhere: 李明|王小红."""
    for at in (2, 3):
        one, other = name[:at], name[at:]
        if (
            len(other) in (2, 3)
            and {one[0], other[0]} <= surnames()
            and text.count(name) < max(text.count(one), text.count(other))
        ):
            return [one, other]
    return [name]


def propose(text: str, words: Words) -> Iterator[Candidate]:
    yield from _titles(text)
    yield from _quoted(text)
    yield from _foreign(text)
    yield from _crafts(text)
    yield from _editions(text, words)
    yield from _listed(text)
    yield from _organ_pairs(text)
    yield from _to_the_left(text, words)


def _titles(text: str) -> Iterator[Candidate]:
    """《…》 is a policy where what stands in it ends in a policy's head."""
    for match in _TITLE.finditer(text):
        if head(match.group(1), "Policy"):
            yield _candidate(text, match.start(), match.end(), "Policy", 0.9)


def _quoted(text: str) -> Iterator[Candidate]:
    """“…” with a head behind it names a project or a policy: “千万工程” 行动."""
    for match in _QUOTED.finditer(text):
        closing = max(match.group().find("”"), match.group().find("」")) + 1
        tail = match.group()[closing:]
        kinds: tuple[EntityType, ...] = ("Project", "Policy")
        for length in range(len(tail), 0, -1):
            kind = next((k for k in kinds if head(tail[:length], k) == tail[:length]), None)
            if kind:
                yield _candidate(text, match.start(), match.start() + closing + length, kind, 0.4)
                break


def _foreign(text: str) -> Iterator[Candidate]:
    for match in _FOREIGN.finditer(text):
        yield _candidate(text, match.start(), match.end(), "Person", 0.35)


def _crafts(text: str) -> Iterator[Candidate]:
    """Satellites, ships, platforms: 实践十号, “深海一号”."""
    for pattern, score in ((_CRAFT, 0.45), (_QUOTED_CRAFT, 0.8)):
        for match in pattern.finditer(text):
            yield Candidate(match.start(), match.end(), "Project", score, "grammar", "mission")


def _editions(text: str, words: Words) -> Iterator[Candidate]:
    """An ordinal or a year, then an event: 第八届…博览会, 2025世界…大会."""
    for match in _EDITION.finditer(text):
        stop = _STOP.search(text, match.end(), match.end() + _LONGEST_EVENT)
        limit = stop.start() if stop else min(match.end() + _LONGEST_EVENT, len(text))
        end = _first_event(text, words, match.end(), limit)
        if end:
            yield _candidate(text, match.start(), end, "Project", 0.7)


def _first_event(text: str, words: Words, start: int, limit: int) -> int:
    """Where the first stretch from ``start`` that ends in an event's head ends, 0 where none does."""
    for end in range(start + 3, limit + 1):
        if words.ends(end) and ending(text[start:end], "Project", "event") and not _goes_on(text, end):
            return end
    return 0


def _goes_on(text: str, end: int) -> bool:
    """博览会 within 博览会大厅, 论 of 论坛: another head follows at once."""
    return text[end : end + 1] in _CONTINUING


def _listed(text: str) -> Iterator[Candidate]:
    """甲、乙、丙等企业: each is one, but the first, whose beginning is not known."""
    for match in _LISTED.finditer(text):
        stop = text.rfind("等", match.start(), match.start(1))
        items, at = text[match.start() : stop].split("、"), match.start()
        for number, item in enumerate(items):
            if number and 2 <= len(item) <= 10:
                yield _candidate(text, at, at + len(item), "Organisation", 0.5)
            at += len(item) + 1


def _organ_pairs(text: str) -> Iterator[Candidate]:
    """省委、省政府: the second organ of a pair is named only by its level."""
    for match in _ORGAN_PAIR.finditer(text):
        yield Candidate(match.start(1), match.end(1), "Organisation", 0.7, "grammar", "government")


def _to_the_left(text: str, words: Words) -> Iterator[Candidate]:
    """Names whose end is plain and whose beginning the words before it give."""
    for match in _WITH_BRACKET.finditer(text):
        start = words.begin(match.start())
        if match.start() - start >= 2:
            yield _candidate(text, start, match.end(), "Organisation", 0.7)
    for match in _ABOUT.finditer(text):
        yield _candidate(text, words.begin(match.start()), match.end(), "Policy", 0.65)


def _candidate(text: str, start: int, end: int, kind: EntityType, score: float) -> Candidate:
    return Candidate(start, end, kind, score, "grammar", subtype(text[start:end], kind))
