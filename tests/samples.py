"""A small graph made by hand: what the tests of the writers, the store and the page share."""

from __future__ import annotations

import hashlib
from datetime import date

from kg.model import (
    Article,
    Credit,
    Entity,
    EntityType,
    Evidence,
    Knowledge,
    Linked,
    Mention,
    Position,
    Sentence,
    SentenceRef,
    Source,
    Statement,
    Text,
)

# One report; its second sentence is broken over two lines.
PAGE = (
    "南京开建量子中心\n"
    "新华社南京12月6日电(记者王小明)江苏省发展改革委印发《量子产业规划》。\n"
    "南京量子中心由江苏省\n发展改革委承担,尚未与蓝海公司合作。\n"
)
HASH = hashlib.sha256(PAGE.encode()).hexdigest()


def text(chars: str, start: int = 0) -> Text:
    """``chars`` where they stand in PAGE, the layout's line breaks taken out."""
    offsets, at = [], PAGE.index(chars[0], start)
    for char in chars:
        at = PAGE.index(char, at)
        offsets.append(at)
        at += 1
    return Text(chars, tuple(offsets))


def source() -> Source:
    body = PAGE.index("江苏省发展")
    sentences = (
        Sentence(0, text("南京开建量子中心"), role="headline"),
        Sentence(1, text("江苏省发展改革委印发《量子产业规划》。", body), paragraph=1),
        Sentence(
            2,
            text("南京量子中心由江苏省发展改革委承担,尚未与蓝海公司合作。", PAGE.index("南京量子中心由")),
            paragraph=2,
        ),
    )
    article = Article(
        index=0,
        kind="report",
        headline=sentences[0].text,
        sentences=sentences,
        reporters=(text("王小明", PAGE.index("王小明")),),
        dateline=text("新华社南京12月6日电", PAGE.index("新华社")),
        dateline_place=text("南京", PAGE.index("南京12月")),
        outlet="新华社",
        date=date(2025, 12, 6),
        year=2025,
    )
    return Source("page.txt", HASH, PAGE, "utf-8", (article,))


def mention(sentence: int, surface: str, type: EntityType) -> Mention:
    start = source().articles[0].sentences[sentence].text.chars.index(surface)
    return Mention(0, sentence, start, start + len(surface), surface, type, score=0.9, reason="gazetteer")


def knowledge() -> Knowledge:
    """Seven entities; statements affirmed, planned, denied, with a role, and one of the gazetteer's."""
    entities = (
        Entity("organisation/blue", "Organisation", "company", "蓝海公司"),
        Entity("organisation/ndrc-js", "Organisation", "government", "江苏省发展改革委", ("省发展改革委",)),
        Entity("organisation/xinhua", "Organisation", "media", "新华社", in_gazetteer=True),
        Entity("person/wang", "Person", "", "王小明"),
        Entity(
            "place/320000",
            "Place",
            "province",
            "江苏省",
            ("江苏",),
            ("320000",),
            ("http://www.wikidata.org/entity/Q16963",),
            Position("32.06", "118.76"),
            True,
        ),
        Entity("place/320100", "Place", "prefecture", "南京市", ("南京",), ("320100",), (), None, True),
        Entity("policy/quantum", "Policy", "plan", "《量子产业规划》"),
        Entity("project/centre", "Project", "facility", "南京量子中心", ("量子中心",)),
    )
    linked = (
        Linked(HASH, mention(0, "南京", "Place"), "place/320100"),
        Linked(HASH, mention(0, "量子中心", "Project"), "project/centre"),
        Linked(HASH, mention(1, "江苏省发展改革委", "Organisation"), "organisation/ndrc-js"),
        Linked(HASH, mention(1, "《量子产业规划》", "Policy"), "policy/quantum"),
        Linked(HASH, mention(2, "南京量子中心", "Project"), "project/centre"),
        Linked(HASH, mention(2, "江苏省发展改革委", "Organisation"), "organisation/ndrc-js"),
        Linked(HASH, mention(2, "蓝海公司", "Organisation"), "organisation/blue"),
    )
    first, second, third = (SentenceRef(HASH, 0, index) for index in range(3))
    statements = (
        Statement(
            "organisation/ndrc-js",
            "cooperatesWith",
            "organisation/blue",
            0.7,
            (Evidence(third, 0.7, "with", (21, 22)),),
            polarity="negated",
        ),
        Statement("place/320100", "locatedIn", "place/320000", 1.0, ()),
        Statement(
            "policy/quantum",
            "issuedBy",
            "organisation/ndrc-js",
            0.93,
            (Evidence(second, 0.93, "issue", (8, 10)),),
        ),
        Statement(
            "project/centre",
            "locatedIn",
            "place/320100",
            0.8,
            (Evidence(first, 0.8, "chain"),),
            modality="planned",
        ),
        Statement(
            "project/centre",
            "undertakenBy",
            "organisation/ndrc-js",
            0.9,
            (Evidence(third, 0.9, "by", (15, 17)),),
        ),
    )
    credit = Credit(HASH, 0, ("person/wang",), "organisation/xinhua")
    return Knowledge((source(),), entities, linked, statements, credits=(credit,))
