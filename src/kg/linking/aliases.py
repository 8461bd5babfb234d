"""When two names of one article name one thing. Looks at the names only, never at identifiers."""

from __future__ import annotations

import re

from kg import lexicon
from kg.extraction.heads import head, strip
from kg.model import EntityType

_DRAFT = re.compile(lexicon.alternation("draft"))
_EDITION = re.compile(r"^(?:第?[一二三四五六七八九十百零\d]+[届次]|(?:19|20)\d\d年?(?:度)?)")
_DIGITS = re.compile(r"\d+|第[一二三四五六七八九十百]+|[一二三四五六七八九十百]+[届次期号]")
_VERSION = re.compile(r"\([^()]*版\)")
_PERIOD = re.compile(r"\(20\d\d[-至]20\d\d年?\)")
_TAIL = 5  # characters of a name's end that tell it though its middle is left out
_NAME_DOT = re.compile(r"[·•・‧]")


def blocks(name: str) -> set[str]:
    """Characters of which a name that may stand for ``name`` begins with one or ends with one."""
    return {*name[:5], *(part[:1] for part in _NAME_DOT.split(name)), name.rstrip(")")[-1:]}


def same(shorter: str, longer: str, type: EntityType) -> bool:
    """Whether ``shorter`` may stand for ``longer`` within one article. Both in normal form."""
    if shorter == longer:
        return True
    if len(shorter) < 2 or len(shorter) >= len(longer):
        return False
    if type == "Person":
        # a part of a foreign name, or the two-character surname of a Japanese one
        return shorter in _NAME_DOT.split(longer) or (len(longer) >= 4 > len(shorter) and longer.startswith(shorter))
    if any(bool(mark.search(shorter)) != bool(mark.search(longer)) for mark in (_DRAFT, _VERSION)):
        return False  # a draft and the final text are two things, and so are a text and its later version
    if not set(_DIGITS.findall(shorter)) <= set(_DIGITS.findall(longer)):
        return False
    return _RULES[type](shorter, longer)


def _without_its_middle(shorter: str, longer: str) -> bool:
    """中非十大伙伴行动 for 中非携手推进现代化十大伙伴行动."""
    return any(
        longer.startswith(shorter[:at]) and longer.endswith(shorter[at:]) for at in range(2, len(shorter) - _TAIL + 1)
    )


def _place(shorter: str, longer: str) -> bool:
    """兴化 for 兴化市, 塔克拉玛干 for 塔克拉玛干沙漠; not 松江 for 松江综保区."""
    return longer.startswith(shorter) and longer[len(shorter) :] in lexicon.words("place-suffix")


def _organisation(shorter: str, longer: str) -> bool:
    if len(shorter) == 2 and shorter.endswith("军"):
        return False  # 美军 is not 美国海军
    rest = longer[len(shorter) :]
    if longer.startswith(shorter):
        return rest in lexicon.words("company-suffix")
    if longer.endswith(shorter):
        return len(shorter) >= 4 and len(longer) - len(shorter) > 1 and head(shorter, "Organisation") != shorter
    return _shortened(shorter, longer) and _ends_alike(shorter, longer)


def _ends_alike(shorter: str, longer: str) -> bool:
    """发改委 and 发展和改革委员会: the last character is the head's first or last.

    A name that has the whole head is no abbreviation: 县医院 is not 县中医院.
    """
    if shorter.endswith(lexicon.words("committee")):
        return False  # 江苏省委 is not 江苏省发展改革委
    last = head(longer, "Organisation") or longer[-1]
    return shorter[-1] in (last[0], last[-1]) and not (len(last) > 1 and shorter.endswith(last))


def _shortened(shorter: str, longer: str) -> bool:
    """Every character in order, the first among the longer name's first five."""
    at = longer.find(shorter[0])
    if not 0 <= at <= 4:
        return False
    for char in shorter[1:]:
        at = longer.find(char, at + 1)
        if at < 0:
            return False
    return True


def _project(shorter: str, longer: str) -> bool:
    if head(shorter, "Project") == shorter:
        return False
    if longer.endswith(shorter):
        return len(shorter) >= 3 and len(longer) - len(shorter) > 1  # 大埃及博物馆 is not 埃及博物馆
    if _EDITION.sub("", longer) == shorter or _without_its_middle(shorter, longer):
        return True
    whole_head = head(longer, "Project")
    if head(shorter, "Project") not in ("", whole_head):
        return False  # 四中全会 is not the 宣介会 on it
    return (
        len(shorter) >= 3
        and shorter[-1] == longer[-1]
        and not (len(whole_head) > 1 and shorter.endswith(whole_head))
        and _shortened(shorter, longer)
    )


def _policy(shorter: str, longer: str) -> bool:
    if shorter in (strip(longer), _PERIOD.sub("", longer)):
        return True
    if head(shorter, "Policy") == shorter:
        return longer.rstrip(")").endswith(shorter)
    return (len(shorter) >= 4 and longer.endswith(shorter)) or _without_its_middle(shorter, longer)


_RULES = {"Place": _place, "Organisation": _organisation, "Project": _project, "Policy": _policy}
