"""Words that stand for a thing of an earlier sentence."""

from __future__ import annotations

import pytest

import marked
from kg.extraction import relations, standins


def found(*lines: str) -> list[tuple[str, str]]:
    """The words of the last sentence that stand for something, and for what."""
    article, mentions = marked.article(*lines)
    groups = {number: [m for m in mentions if m.sentence == number] for number in range(len(lines))}
    chars = article.sentences[-1].text.chars
    last = standins.find(article, groups).get(len(lines) - 1, [])
    return [(chars[one.start : one.end], one.antecedent.surface) for one in last]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("[Project|清江大桥]合龙。", "该桥由[Organisation|中铁三十局]承建。", "该桥"),
        ("[Project|清江大桥]合龙。", "大桥由[Organisation|中铁三十局]承建。", "大桥"),
        ("[Project|清江大桥]合龙。", "由[Organisation|中铁三十局]承建。", ""),
        ("[Organisation|蓝海集团]公告。", "其下属[Organisation|东川矿业]停产。", "其"),
    ],
)
def test_what_stands_for_a_thing(first: str, second: str, words: str) -> None:
    assert [taken for taken, _ in found(first, second)] == [words]


@pytest.mark.parametrize(
    "lines",
    [
        ("[Project|清江大桥]、[Project|东川大桥]合龙。", "大桥由[Organisation|中铁三十局]承建。"),  # which one?
        ("[Project|清江隧道]贯通。", "大桥由[Organisation|中铁三十局]承建。"),  # no bridge
        ("[Project|清江大桥]合龙。", "大桥的建设者来自[Organisation|中铁三十局]。"),  # its builders, not it
        ("[Project|清江大桥]合龙。", "雨停了。", "云散了。", "大桥由[Organisation|中铁三十局]承建。"),  # too far back
    ],
)
def test_nothing_where_the_text_leaves_a_choice(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []


def test_a_claim_names_the_thing_and_the_sentence_that_says_it() -> None:
    article, mentions = marked.article("[Project|清江大桥]今天合龙。", "大桥由[Organisation|中铁三十局]承建。")
    (claim,) = relations.claims(article, mentions)
    assert (claim.subject.surface, claim.predicate, claim.object.surface) == ("清江大桥", "undertakenBy", "中铁三十局")
    assert (claim.subject.sentence, claim.sentence) == (0, 1)
