"""Fact, plan, doubt and denial told apart: what a cue governs, and what only looks like one."""

from __future__ import annotations

import pytest

import marked
from kg.extraction import factuality, relations

FACT, PLANNED, POSSIBLE, DENIED = (
    ("asserted", "affirmed"),
    ("planned", "affirmed"),
    ("possible", "affirmed"),
    ("asserted", "negated"),
)


def judged(sentence: str, trigger: str) -> tuple[str, str]:
    """What is made of ``trigger`` in a sentence with marked names."""
    chars, mentions, _ = marked.parse(sentence)
    start = chars.index(trigger)
    return factuality.judge(chars, (start, start + len(trigger)), mentions)


@pytest.mark.parametrize(
    ("sentence", "trigger", "wanted"),
    [
        ("该公司计划投资十亿元，并建设新厂。", "建设", PLANNED),  # a list of verbs
        ("该公司将新建两所学校，扩建三所医院。", "扩建", PLANNED),
        ("该公司将新建学校，医院已由该县扩建。", "扩建", FACT),  # a subject of its own
        ("该公司拟新建学校，位于县城东侧。", "位于", FACT),  # where a thing lies is no plan
        ("到2027年底前，该公司建成大桥。", "建成", PLANNED),  # a frame
        ("合同期限到2027年，双方建立联系。", "建立", FACT),  # and none
        ("预计明年完工，该公司承建大桥。", "承建", FACT),
        ("有委员建议，该公司承建大桥。", "承建", POSSIBLE),
        ("根据群众建议，该公司承建大桥。", "承建", FACT),
        ("如果资金到位，该公司承建大桥。", "承建", POSSIBLE),
        ("据传该公司已承建大桥。", "承建", POSSIBLE),
        ("该公司会承建大桥吗？", "承建", POSSIBLE),
        ("该公司不支持改造。", "支持", DENIED),
        ("该公司不仅支持改造。", "支持", FACT),
        ("该公司不得不支持改造。", "支持", FACT),
        ("该公司没有停止资助学校。", "资助", FACT),
        ("该公司叫停资助学校。", "资助", DENIED),
        ("该公司否认将支持改造。", "支持", DENIED),  # what is denied is not planned
        ("该公司将不再支持改造。", "支持", ("planned", "negated")),
        ("该公司并入集团的传言不实。", "并入", DENIED),
        ("董事会否决了聘请他的议案。", "聘请", DENIED),
        ("该县去年将水站并入水厂。", "并入", FACT),  # 将 as 把
        ("该县去年将[Project|水站]并入水厂。", "并入", FACT),
        ("[Organisation|水站]将并入水厂。", "并入", PLANNED),
        ("将于明年建成的[Project|大桥]位于县城。", "位于", FACT),  # of a relative clause
        ("[Organisation|未来科技]承建大桥。", "承建", FACT),  # within a name
        ("[Organisation|希望小学]支持改造。", "支持", FACT),
        ("該公司擬承建大橋。", "承建", PLANNED),
    ],
)
def test_a_cue_counts_where_it_governs_the_words(sentence: str, trigger: str, wanted: tuple[str, str]) -> None:
    assert judged(sentence, trigger) == wanted


def test_a_cue_between_trigger_and_verb_counts() -> None:
    article, mentions = marked.article("[Organisation|甲公司]与[Organisation|乙公司]未能达成合作。")
    (claim,) = (c for c in relations.claims(article, mentions) if c.predicate == "cooperatesWith")
    assert claim.polarity == "negated"


def test_names_are_read_as_signs_of_their_length() -> None:
    chars, mentions, _ = marked.parse("[Place|将樂縣]將建橋。")
    assert factuality.masked(chars, mentions) == "□□□将建桥。"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [("公司否认亏损5亿元。", True), ("公司亏损5亿元。", False), ("去年未完成的项目有5亿元。", False)],
)
def test_a_denied_figure_is_told_from_one_beside_a_denial(sentence: str, wanted: bool) -> None:
    assert factuality.denied(sentence, sentence.index("5")) is wanted
