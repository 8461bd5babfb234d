"""Bytes -> text: which encoding a file of Chinese news is in, decided by how its characters look.

A byte order mark decides. Otherwise every encoding that fits is tried, and the one whose text
consists most of frequent Chinese characters wins: in the right reading they are two thirds of
a news text or more, in a wrong one hardly a tenth. UTF-8 needs no such proof unless a
two-byte encoding is clearly the better reading (short GB texts can happen to be valid UTF-8).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from kg.errors import InputError
from kg.reading import lexicon

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python's codecs for a name: Big5 files carry either vendor's additions.
_CODECS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("utf-8", ("utf-8",)),
    ("gb18030", ("gb18030",)),
    ("big5", ("cp950", "big5hkscs")),
    ("utf-16-le", ("utf-16-le",)),
    ("utf-16-be", ("utf-16-be",)),
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP, Word or EPUB file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF file"),
)
_SAMPLE = 20_000  # characters looked at; more tell nothing more
_DAMAGE = 0.01  # share of characters that may be unreadable in a text that is read all the same
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff]")
_SILENT = re.compile(r"[\s\x21-\x7e]+")  # white space and ASCII speak for no encoding
_PUNCTUATION = frozenset("，。、；：？！“”‘’《》（）【】—…·％")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file without its byte order mark, otherwise unchanged."""

    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    encoding: str
    chinese: float  # share of frequent characters among those that are not ASCII
    control: float  # share of control and private characters


def decode(data: bytes, name: str) -> Decoded:
    """The text of ``data``. Raises InputError where it is empty, binary, or in no known encoding."""
    if not data.strip(b" \t\r\n\x00"):
        raise InputError(f"{name}: the file is empty; give one with text in it")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{name}: this is {what}, not text; save it as plain text first")
    decoded = _marked(data, name) or _guessed(data, name)
    if not decoded.text.strip():
        raise InputError(f"{name}: the file is empty; give one with text in it")
    return decoded


def _marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            reading = _strict(body, encoding, (encoding,)) or _mended(body, encoding)
            if reading is None:
                raise InputError(f"{name}: begins like {encoding} but is not; save it as UTF-8")
            return Decoded(reading.text, encoding)
    return None


def _guessed(data: bytes, name: str) -> Decoded:
    readings = [r for r in (_strict(data, name, tries) for name, tries in _CODECS) if r and _possible(r)]
    best = _best(readings)
    if best is None and b"\0" not in data:
        mended = [r for r in (_mended(data, name) for name in ("utf-8", "gb18030")) if r and _possible(r)]
        best = max(mended, key=lambda r: r.chinese, default=None)
    if best is None:
        raise InputError(f"{name}: neither UTF-8, GB18030, Big5 nor UTF-16 text (binary, or damaged); save it as UTF-8")
    return Decoded(best.text, best.encoding)


def _best(readings: list[_Reading]) -> _Reading | None:
    """UTF-8 where it fits, unless another reading is plainly Chinese and UTF-8's is not."""
    chinese = max(readings, key=lambda r: (r.chinese, -r.control), default=None)
    if chinese is None or readings[0].encoding != "utf-8":
        return chinese if chinese is not None and chinese.chinese > 0 else None
    utf8 = readings[0]
    if chinese.encoding.startswith("utf-16"):
        # ASCII bytes in pairs are Chinese characters too, but seldom frequent ones.
        plainly = chinese.chinese >= 0.5 and len(chinese.text) >= 8
        return chinese if utf8.chinese == 0 and plainly else utf8
    return chinese if utf8.chinese < 0.1 and chinese.chinese >= 0.5 else utf8


def _possible(reading: _Reading) -> bool:
    if reading.encoding.startswith("utf-16") and reading.chinese < 0.3:
        return False
    return reading.control <= 0.02 and "\0" not in reading.text


def _strict(data: bytes, encoding: str, tries: tuple[str, ...]) -> _Reading | None:
    for codec in tries:
        try:
            return _judged(data.decode(codec), encoding)
        except UnicodeDecodeError:
            continue
    return None


def _mended(data: bytes, encoding: str) -> _Reading | None:
    """``data`` with U+FFFD for what cannot be read, where that is next to nothing."""
    text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") > max(1, len(text) * _DAMAGE):
        return None
    return _judged(text, encoding)


def _judged(text: str, encoding: str) -> _Reading:
    sample = text[:_SAMPLE]
    speaking = _SILENT.sub("", sample)
    frequent = lexicon.frequent_characters() | _PUNCTUATION
    known = sum(map(frequent.__contains__, speaking))
    control = len(_CONTROL.findall(sample))
    return _Reading(text, encoding, known / max(1, len(speaking)), control / max(1, len(sample)))
