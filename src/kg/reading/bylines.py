"""Who wrote a report or took a picture: bylines, photographers, the staff at the end of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.model import Text
from kg.reading import lexicon
from kg.reading.lexicon import alternation

_LONGEST = 90  # characters of a byline
_BULLETS = "■□●○◆◇▲△★☆◎▶►•※◀"
_SEPARATORS = rf"\s、，,/／|｜丨:：;；&＆()（）\[\]【】{_BULLETS}—\-"
_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,4}"
    r"|[\u4e00-\u9fff]{1,8}(?:[·•‧][\u4e00-\u9fff]{1,10}){1,4}"
    r"|[A-Z][A-Za-z.'’]+(?: [A-Z][A-Za-z.'’]+){0,3}"
)
_SET_OFF = re.compile(r"\s*[:：/／|｜]|\s|(?<=[:：/／])")
_TOOK_IT = re.compile(r"[摄攝]影?(?:报道)?[）)]?$")
_TOOK_OR_SENT = re.compile(r"[摄攝]|供图|[发發供][图稿]?(?=[\s（()）]|$)")


@dataclass(frozen=True, slots=True)
class Credit:
    """``names`` as they stand in the source; ``outlet`` as the byline gives it, "" where it gives none."""

    names: tuple[Text, ...] = ()
    outlet: str = ""
    photo: bool = False
    staff: bool = False  # editors, designers: neither reporters nor photographers


@cache
def outlet_pattern() -> str:
    """An outlet's name, listed or with a usual ending; no groups."""
    known = lexicon.outlets()
    return (
        rf"(?:(?:{alternation(list(known.names))})(?:网|社|客户端|微博|微信)?"
        rf"|[\u4e00-\u9fff]{{2,8}}?(?:{alternation(list(known.suffixes))}))"
    )


def outlet_name(form: str) -> str:
    """The outlet that ``form`` stands for: itself where it is not listed, "" for 本报."""
    return lexicon.outlets().names.get(form, form)


@cache
def role_pattern() -> str:
    kinds: tuple[lexicon.RoleKind, ...] = ("reporter", "writer", "photographer", "staff")
    words = [word for kind in kinds for word in lexicon.roles(kind)]
    column = alternation(list(lexicon.roles("column")))
    return (
        rf"(?:(?:{alternation(list(lexicon.roles('attribute')))}){{0,3}}(?:{alternation(words)})"
        rf"(?!{column})(?:组|团队)?)"
    )


@cache
def _opening() -> re.Pattern[str]:
    """What a byline begins with: □ 本报记者, 新华社记者, 策划：, 文/."""
    return re.compile(
        rf"[\s{_BULLETS}（(【\[—\-]*(?P<outlet>{outlet_pattern()})?[\s·]*(?P<role>{role_pattern()}|文\s*[/／:：])"
    )


@cache
def _noise() -> re.Pattern[str]:
    fillers = alternation(list(lexicon.roles("filler")))
    return re.compile(
        rf"(?:{outlet_pattern()})?[\s·]*{role_pattern()}"
        rf"|发自[\u4e00-\u9fff]{{2,6}}|[\u4e00-\u9fff]{{2,4}}(?:报道|電|专电)$|(?:{fillers})(?=[{_SEPARATORS}]|$)"
        rf"|[{_SEPARATORS}]+"
    )


@cache
def _photographer() -> re.Pattern[str]:
    """A picture's credit, outlet and all: 新华社记者 某某 摄, 新华社发（某某摄）."""
    outlet, name = outlet_pattern(), r"[\u4e00-\u9fff·]{2,10}"
    names = rf"(?:{name}(?:[\s、，,/]{{1,3}}{name}){{0,4}}|[\u4e00-\u9fff]\s{{1,3}}[\u4e00-\u9fff])"
    writers = alternation(list(lexicon.roles("reporter")))
    attributes = alternation(list(lexicon.roles("attribute")))
    took = r"(?:摄影报道|摄影|攝影|摄|攝|供图)"
    return re.compile(
        rf"[（(]?(?P<outlet>{outlet})[\s·]*(?:{attributes})*(?:{writers})[\s:：]*(?P<by>{names}?)\s*[/／]?{took}[）)]?"
        rf"|[（(]?(?P<sent>{outlet})[发發供](?:图|稿)?(?:\s*[（(](?P<from>{names})\s*[/／]?{took}[）)]|(?=[\s）)]|$))[）)]?"
        rf"|[（(](?:{attributes})*(?:{writers})?\s*(?P<alone>{names})\s*[/／]?{took}[）)]"
        rf"|(?<=[。！？”\s])(?:{writers})?\s*(?P<last>{names})\s*[/／]?{took}[）)]?$"
    )


def names(text: Text, start: int, end: int) -> tuple[Text, ...] | None:
    """The people named in ``text[start:end]``, roles and outlets aside; None where anything else is there."""
    found: list[Text] = []
    half: tuple[int, int] | None = None  # 王 in 王 明
    at = start
    for noise in (*_noise().finditer(text.chars, start, end), None):
        stop = noise.start() if noise is not None else end
        token = (at, stop)
        at = noise.end() if noise is not None else end
        if token[0] == token[1]:
            continue
        if half is not None:
            if token[1] - token[0] > 2:
                return None
            pair = text.slice(*half), text.slice(*token)
            found.append(Text(pair[0].chars + pair[1].chars, pair[0].offsets + pair[1].offsets))
            half = None
        elif token[1] - token[0] == 1 and "\u4e00" <= text.chars[token[0]] <= "\u9fff":
            half = token
        elif _NAME.fullmatch(text.chars, *token):
            found.append(text.slice(*token))
        else:
            return None
    return None if half is not None else tuple(found)


def byline(text: Text) -> Credit | None:
    """What a line says that consists of roles and names only; None where it says anything else."""
    chars = text.chars
    if len(chars) > _LONGEST or "。" in chars:
        return None
    opening = _opening().match(chars)
    if opening is None:
        return None
    role = opening["role"]
    if not role.endswith(lexicon.roles("reporter")) and not _SET_OFF.match(chars, opening.end()):
        return None
    staff = role in lexicon.roles("staff")
    photo = role in lexicon.roles("photographer") or _TOOK_IT.search(chars) is not None
    named = names(text, opening.end(), len(text))
    if staff:
        return Credit(staff=True)
    if named is None or (photo and not named):
        return None
    return Credit(named, outlet_name(opening["outlet"] or ""), photo)


def only_names(text: Text) -> tuple[Text, ...]:
    """The people of a line that names people and nothing else: the second line of a byline."""
    if len(text) > _LONGEST or "。" in text.chars:
        return ()
    return names(text, 0, len(text)) or ()


def photo_credits(text: Text) -> list[tuple[int, int, Credit]]:
    """Every picture's credit in ``text``: where it begins, where it ends, what it says."""
    if _TOOK_OR_SENT.search(text.chars) is None:
        return []
    found = []
    for credit in _photographer().finditer(text.chars):
        group = next((one for one in ("by", "from", "alone", "last") if credit[one]), None)
        people = names(text, *credit.span(group)) if group else ()
        form = credit["outlet"] or credit["sent"] or ""
        if people is not None:
            found.append((credit.start(), credit.end(), Credit(people, outlet_name(form), photo=True)))
    return found
