"""Numbers as a text writes them: 3.5万, 1,234, 一百二十, 八成, 三分之一, 百分之五, 3/4.

A number keeps the scale that it is written with (万, 亿, 万亿), since readers and tables do:
3.5万家 is 3.5 of 万家. Thousands and hundreds before a scale are counted in: 5千亿 is 5000 of 亿.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kg import numerals

_HAN = "[〇零一二两三四五六七八九十百千]"
HALF = Decimal("0.5")
_PLACES = re.compile("[十百千]")
_THOUSANDS = {"": 1, "十": 10, "百": 100, "千": 1000}
_SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_SHARES = {"成": 10, "半": 50}
# 3.5万; 1亿1千万; 5千亿. 千 and 兆 before a physical unit belong to the unit: 千瓦, 千米
_SCALE = r"(?P<tens>[十百千](?![瓦米克伏卡焦帕安字])(?P<inner>[余多])?)?(?P<scale>万亿|[万亿])?"
_EXPRESSION = re.compile(
    rf"""
      (?P<percent>百分之(?P<of_hundred>\d+(?:\.\d+)?|{_HAN}+))
    | (?P<below>{_HAN}+|\d+)分之(?P<above>{_HAN}+|\d+)
    | (?<![\d/.])(?P<numerator>[1-9])[/／](?P<denominator>[2-9]|10)(?![\d/.])
    | (?P<tenths>[一二两三四五六七八九1-9])成(?P<half>[一二三四五六七八九半])?
    | (?P<partial>半数|一半|(?<=[近过超])半(?![年月个天日山]))
    | (?P<figures>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<vague>[余多]|(?=\s))?{_SCALE}
      (?:(?P<more>\d+(?:\.\d+)?)(?P<more_tens>[百千])?万(?!亿))?
    | (?P<numeral>{_HAN}+)(?P<uncertain>[余多])?(?P<numeral_scale>万亿|[万亿])?
    | (?P<bare>万亿|[万亿])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """``[start, end)`` of the text. ``value`` counts ``scale``; ``share``: a percentage written in words."""

    start: int
    end: int
    value: Decimal
    scale: str = ""  # 万, 亿, 万亿
    share: bool = False
    vague: bool = False  # 多 or 余 within it: 10多万
    han: bool = False  # written in characters
    partial: bool = False  # 一半, 半数
    bare: bool = False  # only a place or a scale: 百, 千, 亿; a number where something says that it bounds


def find(text: str) -> Iterator[Number]:
    """The numbers of a text (``characters.numeric``) from left to right, none overlapping."""
    for match in _EXPRESSION.finditer(text):
        number = _number(match)
        if number is not None:
            yield number


def _number(match: re.Match[str]) -> Number | None:
    start, end = match.span()
    group = match.groupdict()
    if group["figures"]:
        return _in_figures(match)
    if group["numeral"]:
        return _in_characters(match)
    if group["bare"]:
        return Number(start, end, Decimal(1), group["bare"], han=True, bare=True)
    share = _share(group)
    return None if share is None else Number(start, end, share, share=True, han=True, partial=bool(group["partial"]))


def _in_figures(match: re.Match[str]) -> Number:
    group = match.groupdict()
    value = Decimal(group["figures"].replace(",", "")) * _THOUSANDS[(group["tens"] or "")[:1]]
    scale = group["scale"] or ""
    end = match.end()
    if group["more"] and scale == "亿":
        value += Decimal(group["more"]) * _THOUSANDS[group["more_tens"] or ""] / 10_000
    elif group["more"]:
        end = match.start("more")
    return Number(match.start(), end, value, scale, vague=bool(group["vague"] or group["inner"]))


def _in_characters(match: re.Match[str]) -> Number | None:
    """None where the characters are digits side by side: a year, or 两三, which names no number."""
    written = match["numeral"]
    bare = written in _THOUSANDS and written != "十"
    value = _THOUSANDS[written] if bare else _read(written)
    if value is None:
        return None
    scale, vague = match["numeral_scale"] or "", bool(match["uncertain"])
    return Number(match.start(), match.end(), Decimal(value), scale, vague=vague, han=True, bare=bare)


def _read(written: str) -> int | None:
    return numerals.value(written) if len(written) == 1 or _PLACES.search(written) else None


def _share(group: dict[str, str | None]) -> Decimal | None:
    """A share of a hundred, with one decimal place where it does not come out even: 三分之一 is 33.3."""
    if group["percent"]:
        return _plain(group["of_hundred"] or "")
    if group["tenths"]:
        tenths = _plain(group["tenths"]) or Decimal(0)
        half = Decimal(5) if group["half"] == "半" else _plain(group["half"] or "零")
        return tenths * _SHARES["成"] + (half or 0)
    if group["partial"]:
        return Decimal(_SHARES["半"])
    below = _plain(group["below"] or group["denominator"] or "")
    above = _plain(group["above"] or group["numerator"] or "")
    if not below or above is None or above >= below:
        return None
    share = above * 100 / below
    return share if share == int(share) else share.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _plain(written: str) -> Decimal | None:
    if written[:1].isdigit() and written[:1].isascii():
        return Decimal(written)
    value = _read(written)
    return None if value is None else Decimal(value)


def counted_out(value: Decimal, scale: str) -> Decimal:
    """The value without its scale.

    >>> decimal(counted_out(Decimal("557.4"), "亿"))
    '55740000000'
    """
    counted = value * _SCALES[scale]
    return counted.to_integral_value() if counted == counted.to_integral_value() else counted


def decimal(value: Decimal) -> str:
    """As xsd:decimal writes it: no exponent; the zeros that the text has stay.

    >>> decimal(Decimal("0.580")), decimal(Decimal("1E+3"))
    ('0.580', '1000')
    """
    return f"{value:f}"
