"""What a line looks like: finished or not, like a heading, like the beginning of something new."""

from __future__ import annotations

import re
from functools import cache

from kg import numerals

TERMINALS = "。！？!?；;…"
_CLOSING = "”’」』》〉）)】]\"'＂"
_LEFT_OPEN = re.compile(r"([《（(“])[^《》（）()“”]*$")
_CLOSED_FIRST = re.compile(r"[^《》（）()“”]*([》）)”])")
_PAIRS = frozenset(("《》", "（）", "()", "“”", "（)", "(）"))
_NEVER_FIRST = frozenset("，。、；：！？）》〉”’」』】…·%％,;:!?)]")
_SPEAKING_END = re.compile(r"[：:—]$")
_CLAUSE = re.compile(r"[，,]")
# 14,000 has no clause in it
_INNER_STOP = re.compile(r"[。；;！？!?](?!$)|…{2}(?!$)")
_ELLIPSIS = re.compile(r"[.…·。]{2,}")
_RULE = re.compile(r"[-=_*~—─━\s]{3,}|[*＊※]{1,5}")
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[（(【]\s*\d{4}\s*[〕\]）)】]\s*第?\s*\d{1,5}\s*号")
_SIGN_ONLY = re.compile(r"[^\w\u4e00-\u9fff]+")

HEADING = 45  # longest unmarked heading inside a page, in characters
_UNBROKEN = 80  # the same for one without a comma
HEADLINE = 120  # longest headline at the top of a file
_ONE_CLAUSE = 27  # longest heading with a comma whose halves are of unequal length


def is_rule(chars: str) -> bool:
    """A line drawn across the page: ----, ====, ＊＊＊."""
    return len(chars) <= 120 and _RULE.fullmatch(chars) is not None


def is_ellipsis(chars: str) -> bool:
    """A line of dots: text was left out, or the sentence above trails off."""
    return len(chars) <= 40 and _ELLIPSIS.fullmatch(chars) is not None


def is_sign(chars: str) -> bool:
    """No letter, digit or Chinese character in it."""
    return len(chars) <= 120 and _SIGN_ONLY.fullmatch(chars) is not None


def finished(chars: str) -> bool:
    """Ends as a sentence or a lead-in ends; closing quotation marks and brackets are looked through."""
    core = chars.rstrip(_CLOSING)
    if not core:
        return False
    if core[-1] in TERMINALS or _SPEAKING_END.search(core[-2:]):
        return True
    return core[-1] in ".．" and not core[-2:-1].isdigit()


def is_heading(chars: str, longest: int = HEADING) -> bool:
    """Short, without an end of its own, at most one comma (two clauses of a headline)."""
    if not chars or len(chars) > max(longest, _UNBROKEN) or finished(chars) or chars[-1] in "，、,":
        return False
    if _INNER_STOP.search(chars) or is_sign(chars) or is_document_number(chars):
        return False
    clauses = [len(clause) for clause in _CLAUSE.split(chars)]
    if len(clauses) == 1 or longest > HEADING:
        return True
    if len(chars) > HEADING:
        return False
    return len(clauses) == 2 and (len(chars) <= _ONE_CLAUSE or abs(clauses[0] - clauses[1]) <= 1)


def is_document_number(chars: str) -> bool:
    """国发〔2025〕12号, a line of its own in a notice."""
    return len(chars) <= 40 and _DOCUMENT_NUMBER.fullmatch(chars) is not None


def never_first(chars: str) -> bool:
    """Begins with what no line begins with, so it belongs to the line above."""
    return chars[0] in _NEVER_FIRST and not is_ellipsis(chars)


@cache
def _item() -> re.Pattern[str]:
    numeral = f"[{numerals.OF_DATES}]"
    return re.compile(
        r"[■□●○◆◇▲△★☆◎▶►•※]|——"
        rf"|[（(]{numeral}{{1,3}}[）)]|{numeral}{{1,3}}[、．.]|[（(]\d{{1,2}}[）)]|\d{{1,2}}[、．.](?!\d)|[①-⑳]"
        rf"|第(?:{numeral}{{1,4}}|\d{{1,3}})[章节条款]|附件|图[①-⑩为]|(?:{numeral}{{1,3}}|\d{{1,2}})$"
    )


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(
        r"(?:当地时间)?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[至到—-]\d{1,2}日)?(?:[上下中]午|晚|晚间|清晨|凌晨)?[，,]"
    )


def closes(above: str, below: str) -> bool:
    """Whether ``below`` closes a title, bracket or quotation that ``above`` leaves open."""
    opened = _LEFT_OPEN.search(above[-HEADLINE:])
    closing = _CLOSED_FIRST.match(below[:HEADLINE])
    return opened is not None and closing is not None and opened[1] + closing[1] in _PAIRS


def is_item(chars: str) -> bool:
    """Begins with a bullet or a number: an item of a list, a section."""
    return _item().match(chars) is not None


def is_dated(chars: str) -> bool:
    """Begins with a date and a comma, as reports and photo captions begin."""
    return _dated().match(chars) is not None
