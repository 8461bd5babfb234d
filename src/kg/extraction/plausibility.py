"""Candidates mended at their edges, and those dropped that are no names (graph/lexicon/not-names.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from kg import resources
from kg.extraction import heads, tokens
from kg.extraction.candidates import Candidate
from kg.extraction.gazetteer import Gazetteer
from kg.lexicon import alternation
from kg.model import EntityType

_QUOTED = re.compile(r"《[^《》\n]{2,80}》|“[^“”\n]{2,24}”")
_COUNTED = re.compile(r"^第?[\d一二三四五六七八九十百千两]+(?:多|余)?[条项个批座家次种所名位类]")
_COUNT_AT_END = re.compile(r"\d+[余多]?[所个条座项家万亿]$")
_LATIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9&.\-]*[A-Za-z0-9])?")
_LETTER = re.compile(r"[A-Za-z\u3400-\u9fff]")
# a lower-case word among Latin ones: running text in another language
_FOREIGN_WORDS = re.compile(r"^[^\u3400-\u9fff]*\b[a-z]{4,}\b[^\u3400-\u9fff]*$")
_PERSON = re.compile(r"[\u3400-\u9fff〇]{1,12}(?:[·•‧・.][\u3400-\u9fffA-Z]{1,12})*")
_LANGUAGE = re.compile(r"[\u4e00-\u9fff]+[文语]$")
# closing and opening brackets by kind; full and half width close each other
_CLOSING = {"）": "(", ")": "(", "”": "“", "》": "《", "」": "「"}
_OPENING = {"（": "(", "(": "(", "“": "“", "《": "《", "「": "「"}
_REMARK = re.compile(rf"[（(]{alternation('draft')}[）)]")
# 应急管理厅|党委书记: the post is in the body, its party group none of its own
_PARTY_POST = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:党组|党委)(?=副?书记|成员|委员)")
# 某公司|办公室主任: so with a company's department
_DEPARTMENT_POST = re.compile(
    rf"(?<=公司|集团)[\u4e00-\u9fff]{{0,6}}(?:办公室|车间|部|处|科|中心)(?={alternation('post')})"
)
_JOINING = ("至", "到", "与", "和")  # 昆明至万象间
_KNOWN = 0.7  # of a place that the gazetteer knows, where the words around it say that it is one
_ESTUARY = re.compile("[江河]口(?!岸|径|碑|水)")  # 珠江口 is not 珠江
_GOVERNING = "由据为将同与在向从对把被让使令及和或经"
_OF_LEVEL = re.compile("[省市县区州](?=[\u4e00-\u9fff]*[厅局委办院会府队]$)")  # 省水利厅
_SHORTEST = 3  # characters that a name must keep
_POST = 6  # characters behind a body in which a post's last word is looked for
_SURE = 0.95  # a word of the language is a person's or a place's name only where the tagger is sure
_DEPTH = 4  # brackets within brackets
_REACH = 24  # how far behind a candidate its bracket may close


def mend(text: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Whole Latin words, balanced brackets, whole titles; what is no name left out."""
    titles = [match.span() for match in _QUOTED.finditer(text)]
    for candidate in candidates:
        begun = _at_its_beginning(text, candidate)
        mended = _balanced(text, _whole_title(_whole_words(text, _at_its_end(text, begun)), titles))
        if mended and plausible(text[mended.start : mended.end], mended):
            yield mended


def plausible(surface: str, candidate: Candidate) -> bool:
    """Whether a stretch can be a name of its type at all."""
    if candidate.key:
        return True
    kind = candidate.type
    if _FOREIGN_WORDS.search(surface) or surface != surface.strip():
        return False
    if not _LETTER.search(surface) or (kind == "Person" and not _PERSON.fullmatch(surface)):
        return False
    if candidate.score < _SURE and len(surface) == 2 and _is_word(surface, kind):
        return False
    if kind == "Place" and _LANGUAGE.fullmatch(surface):
        return False
    if _head_alone(surface, candidate) or _COUNTED.match(surface) or _COUNT_AT_END.search(surface):
        return False
    exact, starts, ends = _not_names()
    return not (
        {("*", surface), (kind, surface)} & exact
        or any(surface.startswith(word) for word in starts[kind])
        or any(surface.endswith(word) for word in ends[kind])
    )


def _is_word(name: str, kind: EntityType) -> bool:
    """高峰, 天鹅: a word of the language that may be somebody's name or a place's, whatever the dictionary calls it."""
    tag = tokens.tag(name)
    unknown = kind == "Place" and tag != "ns" and not Gazetteer.load().by_name(name)
    return bool(tag) and (kind == "Person" or unknown)


def _head_alone(surface: str, candidate: Candidate) -> bool:
    """论坛, 研究院: a head is no name, but where the gazetteer has it as one, or a draft is called so."""
    return (
        heads.head(surface, candidate.type) == surface
        and candidate.subtype != "draft"
        and not Gazetteer.load().by_name(surface)
    )


@cache
def _not_names() -> tuple[set[tuple[str, str]], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    rows = resources.table("lexicon", "not-names.tsv", columns=("word", "form", "type", "reason"))
    kinds = ("Organisation", "Place", "Project", "Policy", "Person")

    def of(form: str) -> dict[str, tuple[str, ...]]:
        return {
            kind: tuple(row["word"] for row in rows if row["form"] == form and row["type"] in (kind, "*"))
            for kind in kinds
        }

    exact = {(row["type"], row["word"]) for row in rows if row["form"] == "exact"}
    return exact, of("start"), of("end")


def _at_its_beginning(text: str, candidate: Candidate) -> Candidate:
    """Without a word that only governs it: 由|省水利厅, 将|茨哈峡水电站; 同济大学 and 将乐县 are whole."""
    surface = text[candidate.start : candidate.end]
    if candidate.type in ("Place", "Person") or len(surface) < _SHORTEST + 1 or surface[0] not in _GOVERNING:
        return candidate
    alone = tokens.words(surface)[0] == surface[0] or _OF_LEVEL.match(surface, 1)
    return replace(candidate, start=candidate.start + 1, key=None) if alone else candidate


def _at_its_end(text: str, candidate: Candidate) -> Candidate:
    """A draft with the remark that says so, an estuary with its mouth; a body without what a post names in it."""
    start, end = candidate.start, candidate.end
    if candidate.type == "Policy" and (match := _REMARK.match(text, end)):
        return replace(candidate, end=match.end(), subtype="draft", key=None)
    if candidate.type == "Policy" and text.endswith("”政策", start, end):
        return replace(candidate, end=end - len("政策"))
    if candidate.type == "Place" and text[start - 1 : start] in _JOINING and text[end - 1] == "间":
        places = [entry for entry in Gazetteer.load().by_name(text[start : end - 1]) if entry.type == "Place"]
        if len(places) == 1:
            return replace(candidate, end=end - 1, score=max(candidate.score, _KNOWN), key=places[0].id)
    if candidate.type == "Place" and _ESTUARY.match(text, end - 1):
        return replace(candidate, end=end + 1, key=None)
    if candidate.type == "Organisation":
        for match in filter(None, (p.search(text, start, end + _POST) for p in (_PARTY_POST, _DEPARTMENT_POST))):
            if start < match.start() < end <= match.end():
                return replace(candidate, end=match.start())
    return candidate


def _whole_words(text: str, candidate: Candidate) -> Candidate:
    """A Latin word is in a name whole or not at all."""
    start, end = candidate.start, candidate.end
    if text[start].isascii() and text[start].isalnum():
        while start > 0 and text[start - 1].isascii() and text[start - 1].isalnum():
            start -= 1
    if match := _LATIN.match(text, end - 1):
        end = max(end, match.end())
    unchanged = (start, end) == (candidate.start, candidate.end)
    return candidate if unchanged else replace(candidate, start=start, end=end, key=None)


def _whole_title(candidate: Candidate, titles: Iterable[tuple[int, int]]) -> Candidate:
    """What fills its brackets or quotation marks takes them; a policy or project that fills half, all of them."""
    for start, end in titles:
        if start <= candidate.start and candidate.end <= end:
            inner = end - start - 2
            if len(candidate) >= inner:
                return replace(candidate, start=start, end=end)
            if candidate.type in ("Policy", "Project") and 2 * len(candidate) > inner:
                return replace(candidate, start=start, end=end, key=None)  # more than the gazetteer's name
    return candidate


def _balanced(text: str, candidate: Candidate) -> Candidate | None:
    """Reaching to the brackets that its own belong to; None where there are none."""
    start, end = candidate.start, candidate.end
    for _ in range(_DEPTH):
        unopened, unclosed = _lone(text, start, end)
        if not unopened and not unclosed:
            break
        if unopened:
            start = max(text.rfind(b, max(0, start - _REACH), start) for b in _of(_OPENING, unopened))
        if unclosed:
            found = [at for b in _of(_CLOSING, unclosed) if (at := text.find(b, end, end + _REACH)) >= 0]
            end = min(found) + 1 if found else -1
        if start < 0 or end < 0:
            return None
    else:
        return None
    if "\n" in text[start:end]:
        return None
    unchanged = (start, end) == (candidate.start, candidate.end)
    return candidate if unchanged else replace(candidate, start=start, end=end, key=None)


def _lone(text: str, start: int, end: int) -> tuple[str, str]:
    """The kind of the first bracket that is closed and not opened there, or of the last opened and not closed."""
    opened: list[str] = []
    for position in range(start, end):
        char = text[position]
        if char in _OPENING:
            opened.append(_OPENING[char])
        elif char in _CLOSING:
            if not opened:
                return _CLOSING[char], ""
            if opened[-1] == _CLOSING[char]:
                opened.pop()
    return "", opened[-1] if opened else ""


def _of(brackets: Mapping[str, str], kind: str) -> list[str]:
    return [bracket for bracket, own in brackets.items() if own == kind]
