"""Chinese numerals as numbers: 十五, 一百三十八, 二〇二五, 两."""

from __future__ import annotations

import re

_DIGITS = {
    "〇": 0,
    "○": 0,
    "Ｏ": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}
CHARACTERS = "".join((*_DIGITS, *_PLACES))
OF_DATES = "〇○Ｏ零一二三四五六七八九十"  # 二〇二五年十二月三十一日
_ORDINAL = re.compile(f"(?<=第)[{CHARACTERS}]+")


def value(written: str) -> int | None:
    """The whole number below 10,000 that ``written`` stands for, digit by digit or with places; None where it is none.

    >>> value("一百三十八"), value("十五"), value("二〇二五"), value("十百")
    (138, 15, 2025, None)
    """
    if written and all(char in _DIGITS for char in written):
        return int("".join(str(_DIGITS[char]) for char in written))
    total, digit, last = 0, None, 10_000
    for char in written:
        if char in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[char]
        elif char in _PLACES and _PLACES[char] < last:
            last = _PLACES[char]
            total += (1 if digit is None else digit) * last
            digit = None
        else:
            return None
    return total + (digit or 0) if written else None


def ordinals(text: str) -> str:
    """Numerals behind 第 as figures.

    >>> ordinals("第一百三十八届广交会")
    '第138届广交会'
    """
    return _ORDINAL.sub(lambda match: figures(match.group()), text)


def figures(written: str) -> str:
    """A numeral in figures; what is none as it stands.

    >>> figures("十五"), figures("甲")
    ('15', '甲')
    """
    number = value(written)
    return written if number is None else str(number)


def written(number: int) -> str:
    """A number from 1 to 99 as a numeral.

    >>> written(20), written(4), written(15)
    ('二十', '四', '十五')
    """
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十") + (digits[ones] if ones else "")
