"""The grammar of names: what punctuation, heads and numerals alone give away.

Each rule proposes candidates and says how far it may be trusted; nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.candidates import Candidate
from kg.extraction.heads import head, subtype
from kg.model import EntityType

_TITLE = re.compile(
    r"《([^《》\n]{2,80}(?:《[^《》\n]+》[^《》\n]*)?)》(?:[（(](?:征求意见稿|草案|试行|修订|送审稿|暂行)[）)])?"
)
_QUOTED = re.compile(r"[“「][^“”「」\n]{1,20}[”」][\u4e00-\u9fff]{0,12}")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•‧・][\u4e00-\u9fff]{1,8}){1,4}")
_EDITION = re.compile(
    r"(?:第[一二三四五六七八九十百零\d]+[届次]|(?:19|20)\d\d年?)[^\s，。、；：！？《》,.;:!?\n]{1,24}?"
    r"(?:大会|博览会|论坛|峰会|展览会|交易会|洽谈会|运动会|艺术节|电影节|文化节|锦标赛|联赛|马拉松)"
)
_VERBS = re.compile(r"[在于将是的和与及了为对从向]|举行|举办|召开|开幕|闭幕")


_TITLE_AT_END = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:总书记|国家主席|主席|同志|总理|总统|先生|女士|部长|书记|省长|市长|主任|院士|教授|记者)$"
)


def without_title(name: str) -> str:
    """习近平 of 习近平总书记."""
    return _TITLE_AT_END.sub("", name)


def propose(text: str) -> Iterator[Candidate]:
    yield from _titles(text)
    yield from _quoted(text)
    yield from _foreign(text)
    yield from _editions(text)


def _titles(text: str) -> Iterator[Candidate]:
    """《…》 is a policy where what stands in it ends in a policy's head."""
    for match in _TITLE.finditer(text):
        if head(match.group(1), "Policy"):
            yield _candidate(text, match.start(), match.end(), "Policy", 0.85)


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


def _editions(text: str) -> Iterator[Candidate]:
    """An ordinal or a year, then an event: 第八届…博览会, 2025世界…大会."""
    for match in _EDITION.finditer(text):
        if not _VERBS.search(match.group()):
            yield _candidate(text, match.start(), match.end(), "Project", 0.55)


def _candidate(text: str, start: int, end: int, kind: EntityType, score: float) -> Candidate:
    return Candidate(start, end, kind, score, "grammar", subtype(text[start:end], kind))
