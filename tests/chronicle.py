"""A second graph by hand, beside samples: each predicate, a figure, an event, and awkward texts.

Its page has Windows line ends, a control character, a character beyond the first plane, a sentence
that an advertisement cuts in two, and a name that the cut runs through.
"""

from __future__ import annotations

import hashlib
from datetime import date

from kg.model import (
    Article,
    Entity,
    Evidence,
    Figure,
    Happening,
    Knowledge,
    Linked,
    LinkedEvent,
    LinkedFigure,
    Mention,
    Sentence,
    SentenceRef,
    Source,
    Statement,
    StatusChange,
    Text,
)

PAGE = (
    "《长江保护规划》依据《长江保护法》\r\n编制,由国务院批准,适用于江苏省。\r\n"
    "国家发展改革委资助网络试验设施,前9个月营收\x01超557.4亿元,同比增长14.8%。\r\n"
    "张伟任𠀀区研究院院长。𠀀区研究\r\n[广告]买一送一\r\n院与蓝海公司合作。\r\n"
    "国家发展改革委称,设施12月3日完成验收,有望落户苏州。\r\n"
    "图为试验设施。\r\n"
)
HASH = hashlib.sha256(PAGE.encode()).hexdigest()
_LINES = (
    "《长江保护规划》依据《长江保护法》编制,由国务院批准,适用于江苏省。",
    "国家发展改革委资助网络试验设施,前9个月营收\x01超557.4亿元,同比增长14.8%。",
    "张伟任𠀀区研究院院长。",
    "𠀀区研究院与蓝海公司合作。",
    "国家发展改革委称,设施12月3日完成验收,有望落户苏州。",
)
_CAPTION = "图为试验设施。"
_CUT = PAGE.index("[广告]")
_AFTER_CUT = PAGE.index("院与蓝海")


def text(chars: str, start: int) -> Text:
    """``chars`` where they stand in PAGE from ``start`` on, the advertisement passed over."""
    offsets, at = [], start
    for char in chars:
        at = PAGE.index(char, at)
        if _CUT <= at < _AFTER_CUT:
            at = PAGE.index(char, _AFTER_CUT)
        offsets.append(at)
        at += 1
    return Text(chars, tuple(offsets))


def source() -> Source:
    sentences, at = [], 0
    for index, line in enumerate(_LINES):
        found = text(line, at)
        sentences.append(Sentence(index, found, paragraph=index))
        at = found.offsets[-1] + 1
    report = Article(0, "brief", None, tuple(sentences), date=date(2025, 12, 5), year=2025)
    caption = Article(1, "caption", None, (Sentence(0, text(_CAPTION, at)),))
    return Source("b.txt", HASH, PAGE, "utf-8", (report, caption))


def entities() -> tuple[Entity, ...]:
    return (
        Entity("organisation/blue", "Organisation", "company", "蓝海公司"),
        Entity("organisation/council", "Organisation", "government", "国务院"),
        Entity("organisation/institute", "Organisation", "research", "𠀀区研究院"),
        Entity("organisation/ndrc", "Organisation", "government", "国家发展改革委", ("NDRC",)),
        Entity("person/zhang", "Person", "", "张伟"),
        Entity("place/320000", "Place", "province", "江苏省", ("江苏",), ("320000",)),
        Entity("place/320500", "Place", "prefecture", "苏州市", ("苏州",), ("320500",)),
        Entity("policy/draft", "Policy", "draft", "长江保护规划(草案)", draft_of="policy/plan"),
        Entity("policy/law", "Policy", "law", "《长江保护法》"),
        Entity("policy/plan", "Policy", "plan", "《长江保护规划》"),
        Entity("project/net", "Project", "facility", "网络试验设施", ("设施", "试验设施")),
    )


def statements() -> tuple[Statement, ...]:
    first, second, third, fourth, fifth = (SentenceRef(HASH, 0, index) for index in range(5))

    def said(where: SentenceRef) -> tuple[Evidence, ...]:
        return (Evidence(where, 0.9, "rule"),)

    return (
        Statement("organisation/institute", "cooperatesWith", "organisation/blue", 0.9, said(fourth)),
        Statement("organisation/ndrc", "supports", "project/net", 0.9, said(second)),
        Statement("person/zhang", "affiliatedWith", "organisation/institute", 0.9, said(third), role="院长"),
        Statement("place/320500", "locatedIn", "place/320000", 1.0, ()),
        Statement("policy/plan", "appliesTo", "place/320000", 0.9, said(first)),
        Statement("policy/plan", "basedOn", "policy/law", 0.9, said(first)),
        Statement("policy/plan", "issuedBy", "organisation/council", 0.9, said(first)),
        Statement(
            "project/net",
            "locatedIn",
            "place/320500",
            0.6,
            said(fifth),
            modality="possible",
            attributed_to="organisation/ndrc",
        ),
    )


def knowledge() -> Knowledge:
    page = source()
    linked = []
    for article, sentence, surface, id in (
        (0, 0, "《长江保护规划》", "policy/plan"),
        (0, 0, "《长江保护法》", "policy/law"),
        (0, 0, "国务院", "organisation/council"),
        (0, 0, "江苏省", "place/320000"),
        (0, 1, "国家发展改革委", "organisation/ndrc"),
        (0, 1, "网络试验设施", "project/net"),
        (0, 2, "张伟", "person/zhang"),
        (0, 2, "𠀀区研究院", "organisation/institute"),
        (0, 3, "𠀀区研究院", "organisation/institute"),
        (0, 3, "蓝海公司", "organisation/blue"),
        (0, 4, "设施", "project/net"),
        (0, 4, "苏州", "place/320500"),
        (1, 0, "试验设施", "project/net"),
    ):
        start = page.articles[article].sentences[sentence].text.chars.index(surface)
        kind = next(entity.type for entity in entities() if entity.id == id)
        mention = Mention(article, sentence, start, start + len(surface), surface, kind)
        linked.append(Linked(HASH, mention, id))
    return Knowledge((page,), entities(), tuple(linked), statements(), (figure(),), (event(),), (change(),))


def change() -> StatusChange:
    approved = Evidence(SentenceRef(HASH, 0, 0), 0.9, "policies/is-adopted", (21, 23))
    return StatusChange("policy/plan", "adopted", 0.9, (approved,), date(2025, 12, 1), "month", ("12月",))


def figure() -> LinkedFigure:
    start = _LINES[1].index("557.4")
    number = Figure(
        *(0, 1, start, start + 7),
        value="557.4",
        unit="亿元",
        metric="营收",
        period="前9个月",
        year=2025,
        change="+14.8%",
        basis="同比",
        amount="55740000000",
        code="CCY_CNY",
        bound="over",
    )
    return LinkedFigure(HASH, number, "project/net")


def event() -> LinkedEvent:
    happening = Happening(0, 4, date(2025, 12, 3), "day", "完成验收", "12月3日", anchor=date(2025, 12, 5))
    return LinkedEvent(HASH, happening, ("organisation/ndrc", "project/net"))
