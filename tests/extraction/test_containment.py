"""What a name says of another name in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import marked
from kg.extraction import containment
from kg.model import Claim


def claims(*lines: str) -> list[Claim]:
    _, mentions = marked.article(*lines)
    return list(containment.claims(mentions))


def said(*lines: str) -> list[tuple[str, str, str]]:
    return [(c.subject.surface, c.predicate, c.object.surface) for c in claims(*lines)]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "[Organisation|工业和信息化部]和[Organisation|工业和信息化部办公厅]",
            ("工业和信息化部办公厅", "partOf", "工业和信息化部"),
        ),
        (
            "[Organisation|中国科学院物理研究所]与[Organisation|中国科学院]",
            ("中国科学院物理研究所", "partOf", "中国科学院"),
        ),
        (
            "[Project|白鹤滩工程]的[Project|白鹤滩工程二标段]",
            ("白鹤滩工程二标段", "partOf", "白鹤滩工程"),
        ),
        (
            "[Organisation|国务院]印发[Policy|《国务院关于加快电力发展的意见》]",
            ("《国务院关于加快电力发展的意见》", "issuedBy", "国务院"),
        ),
        (
            "[Organisation|国务院]的[Policy|国务院办公厅关于加快电力发展的意见]",
            ("国务院办公厅关于加快电力发展的意见", "issuedBy", "国务院"),
        ),
        (
            "[Organisation|教育部]印发[Policy|《教育部等八部门关于加快电力发展的意见》]",
            ("《教育部等八部门关于加快电力发展的意见》", "issuedBy", "教育部"),
        ),
        (
            "[Organisation|蓝海公司]与[Project|蓝海公司南京产业园]",
            ("蓝海公司南京产业园", "undertakenBy", "蓝海公司"),
        ),
    ],
)
def test_a_name_that_begins_with_another(sentence: str, claim: tuple[str, str, str]) -> None:
    assert said(sentence) == [claim]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Organisation|中国科学院]和[Organisation|中国科学院物理联盟]",  # no part of it
        "[Organisation|物理研究所]和[Organisation|中国科学院物理研究所]",  # ends with it
        "[Place|江苏省]的[Organisation|江苏省财政厅]",  # a place is no whole of a body
        "[Organisation|国务院]与[Policy|《国务院组织法》]",  # about it, not by it
        "[Organisation|蓝海公司]与[Organisation|蓝海公司]",
        "[Organisation|京]和[Organisation|京财政局]",
    ],
)
def test_says_nothing(sentence: str) -> None:
    assert said(sentence) == []


def test_the_longest_inner_name_is_the_one() -> None:
    sentence = "[Organisation|国务院]、[Organisation|国务院办公厅]、[Policy|国务院办公厅关于加快发展的意见]"
    assert said(sentence) == [
        ("国务院办公厅", "partOf", "国务院"),
        ("国务院办公厅关于加快发展的意见", "issuedBy", "国务院办公厅"),
    ]


@pytest.mark.parametrize(("subtype", "claims"), [("company", 1), ("", 1), ("government", 0)])
def test_the_works_that_bear_a_company_s_name_are_its_own(subtype: str, claims: int) -> None:
    _, (body, project) = marked.article("[Organisation|蓝海]与[Project|蓝海南京产业园]")
    assert len(list(containment.claims([replace(body, subtype=subtype), project]))) == claims


def test_the_evidence_is_the_sentence_of_the_longer_name() -> None:
    lines = ("[Organisation|教育部]表示。", "会议召开。", "[Organisation|教育部办公厅]称，[Organisation|教育部办公厅]")
    (claim,) = claims(*lines)
    assert (claim.sentence, claim.subject.start) == (2, 0)
    assert claim.object.sentence == 0


def test_each_sentence_that_has_the_longer_name_is_evidence() -> None:
    lines = ("[Organisation|教育部]和[Organisation|教育部办公厅]", "[Organisation|教育部办公厅]指出")
    assert [claim.sentence for claim in claims(*lines)] == [0, 1]


def test_doubtful_names_make_doubtful_claims() -> None:
    _, mentions = marked.article("[Organisation|教育部]和[Organisation|教育部办公厅]")
    (sure,) = containment.claims(mentions)
    (doubtful,) = containment.claims([replace(mention, score=0.6) for mention in mentions])
    assert 0 < doubtful.confidence < sure.confidence < 1
