"""A third graph by hand: four sources of three days, two of which print the same sentence.

What one alone says and what several do, what is said and later denied, who issues together with whom,
a person's posts, and two that share a name.
"""

from __future__ import annotations

from datetime import date

import marked
from kg.model import (
    Article,
    Entity,
    Evidence,
    Figure,
    Knowledge,
    Linked,
    LinkedFigure,
    Mention,
    SentenceRef,
    Source,
    Statement,
    StatusChange,
)

JOINT = "财政部、教育部联合印发《学位规划》。"
AGAIN = "《学位规划》由财政部会同教育部印发，适用于江苏省。"
WORKS = "东海公司与西山公司合作。"
FURTHER = "西山公司与北原公司合作，东海公司承建江北水厂。"
DENIED = "东海公司没有与西山公司合作。"
CHIEF = "张敏任教育部司长。"
MINISTER = "张敏任财政部部长。"
BUILT = "江北水厂位于南京市，投资3亿元。"
SPENT = "江北水厂追加投资5亿元，《旧办法》废止。"
_PAGES = (
    ("a.txt", date(2025, 11, 1), (JOINT, WORKS, CHIEF)),
    ("b.txt", date(2025, 11, 1), (JOINT, BUILT)),  # its first sentence is a reprint
    ("c.txt", date(2025, 12, 1), (AGAIN, FURTHER, MINISTER)),
    ("d.txt", date(2025, 12, 5), (DENIED, SPENT)),
)


def sources() -> tuple[Source, ...]:
    return tuple(_source(*page) for page in _PAGES)


def _source(name: str, day: date, lines: tuple[str, ...]) -> Source:
    page, _ = marked.article(*lines)
    made = marked.source(Article(0, "report", None, page.sentences, date=day, year=day.year))
    return Source(name, made.sha256, made.text, made.encoding, made.articles)


def _said(*lines: str) -> tuple[Evidence, ...]:
    """Where each of the lines stands, in every source that prints it."""
    return tuple(
        Evidence(SentenceRef(source.sha256, 0, number), 0.9, "rule")
        for line in lines
        for source in sources()
        for number, sentence in enumerate(source.articles[0].sentences)
        if sentence.text.chars == line
    )


def entities() -> tuple[Entity, ...]:
    return (
        Entity("organisation/education", "Organisation", "government", "教育部"),
        Entity("organisation/finance", "Organisation", "government", "财政部"),
        Entity("organisation/east", "Organisation", "company", "东海公司"),
        Entity("organisation/north", "Organisation", "company", "北原公司", identifiers=("600001",)),
        Entity("organisation/west", "Organisation", "company", "西山公司"),
        Entity("person/min-1", "Person", "", "张敏"),
        Entity("person/min-2", "Person", "", "张敏"),
        Entity("place/320000", "Place", "province", "江苏省", ("江苏",), ("320000",)),
        Entity("place/320100", "Place", "prefecture", "南京市", ("南京",), ("320100",)),
        Entity("policy/degrees", "Policy", "plan", "《学位规划》"),
        Entity("policy/old", "Policy", "regulation", "《旧办法》"),
        Entity("project/works", "Project", "facility", "江北水厂"),
    )


def statements() -> tuple[Statement, ...]:
    works = ("organisation/east", "cooperatesWith", "organisation/west")
    return (
        Statement(*works, 0.7, _said(DENIED), polarity="negated"),
        Statement(*works, 0.9, _said(WORKS)),
        Statement("organisation/east", "locatedIn", "place/320100", 0.9, _said(BUILT)),
        Statement("organisation/west", "cooperatesWith", "organisation/north", 0.9, _said(FURTHER)),
        Statement("person/min-1", "affiliatedWith", "organisation/education", 0.9, _said(CHIEF), role="司长"),
        Statement("person/min-1", "affiliatedWith", "organisation/finance", 0.9, _said(MINISTER), role="部长"),
        Statement("place/320100", "locatedIn", "place/320000", 1.0, ()),
        Statement("policy/degrees", "appliesTo", "place/320000", 0.9, _said(AGAIN)),
        Statement("policy/degrees", "issuedBy", "organisation/education", 0.9, _said(JOINT, AGAIN)),
        Statement("policy/degrees", "issuedBy", "organisation/finance", 0.9, _said(JOINT)),
        Statement("project/works", "locatedIn", "place/320100", 0.9, _said(BUILT)),
        Statement("project/works", "undertakenBy", "organisation/east", 0.9, _said(FURTHER)),
    )


def knowledge() -> Knowledge:
    old = StatusChange("policy/old", "repealed", 0.9, _said(SPENT))
    return Knowledge(sources(), entities(), _linked(), statements(), _figures(), changes=(old,))


def _linked() -> tuple[Linked, ...]:
    """Every entity wherever its name stands; of two persons of one name the first."""
    found = {entity.label: entity for entity in reversed(entities())}
    return tuple(
        Linked(source.sha256, Mention(0, number, at, at + len(label), label, entity.type), entity.id)
        for source in sources()
        for number, sentence in enumerate(source.articles[0].sentences)
        for label, entity in sorted(found.items())
        if (at := sentence.text.chars.find(label)) >= 0
    )


def _figures() -> tuple[LinkedFigure, ...]:
    return tuple(
        LinkedFigure(
            evidence.where.source,
            Figure(
                *(0, evidence.where.sentence, line.index(value), line.index(value) + 3),
                **{"value": value, "unit": "亿元", "metric": "投资", "amount": f"{value}00000000", "code": "CCY_CNY"},
            ),
            "project/works",
        )
        for line, value in ((BUILT, "3"), (SPENT, "5"))
        for evidence in _said(line)
    )
