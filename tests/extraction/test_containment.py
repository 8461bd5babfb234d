"""What a name says of another name in it."""

from __future__ import annotations

import pytest

import marked
from kg.extraction import containment, relations
from kg.extraction.pairs import Candidate


def candidates(*lines: str) -> list[Candidate]:
    _, mentions = marked.article(*lines)
    return list(containment.candidates(mentions))


def ends(*lines: str) -> list[tuple[str, str]]:
    return [(c.subject.surface, c.object.surface) for c in candidates(*lines)]


@pytest.mark.parametrize(
    ("sentence", "pattern"),
    [
        ("[Organisation|工业和信息化部]和[Organisation|工业和信息化部办公厅]", "partOf"),
        ("[Project|白鹤滩工程]的[Project|白鹤滩工程二标段]", "partOf"),
        ("[Organisation|国务院]印发[Policy|《国务院关于加快电力发展的意见》]", "issuedBy"),
        ("[Organisation|国务院]的[Policy|国务院办公厅关于加快电力发展的意见]", "issuedBy"),
        ("[Organisation|教育部]印发[Policy|《教育部等八部门关于加快电力发展的意见》]", "issuedBy"),
        ("[Organisation|蓝海公司]与[Project|蓝海公司南京产业园]", "undertakenBy"),
    ],
)
def test_what_a_name_goes_on_with_says_how_the_two_are_related(sentence: str, pattern: str) -> None:
    (candidate,) = candidates(sentence)
    assert f"pattern:{pattern}/in-the-name" in candidate.clues
    assert candidate.between is None


@pytest.mark.parametrize(
    "sentence",
    [
        "[Organisation|中国科学院]和[Organisation|中国科学院物理联盟]",  # no part of it
        "[Organisation|物理研究所]和[Organisation|中国科学院物理研究所]",  # ends with it
        "[Organisation|国务院]与[Policy|《国务院组织法》]",  # about it, not by it
    ],
)
def test_other_names_in_a_name_are_candidates_and_nothing_is_sure_of_them(sentence: str) -> None:
    (candidate,) = candidates(sentence)
    assert not [clue for clue in candidate.clues if clue.startswith("pattern:")]
    _, mentions = marked.article(sentence)
    article, _ = marked.article(sentence)
    assert relations.claims(article, mentions) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "[Organisation|蓝海公司]与[Organisation|蓝海公司]",  # one name
        "[Organisation|京]和[Organisation|京财政局]",  # a character is in many names
        "[Policy|《条例》]和[Organisation|《条例》起草组]",  # no relation leads from a body to a policy
    ],
)
def test_no_candidate(sentence: str) -> None:
    assert candidates(sentence) == []


def test_a_name_may_hold_several_and_the_longest_counts() -> None:
    assert ends("[Place|西安]、[Place|延安]和[Project|西安至延安高铁]") == [
        ("西安至延安高铁", "西安"),
        ("西安至延安高铁", "延安"),
    ]
    policy = "国务院办公厅关于加快发展的意见"
    assert (policy, "国务院") not in ends(f"[Organisation|国务院]、[Organisation|国务院办公厅]、[Policy|{policy}]")


def test_each_sentence_that_has_the_longer_name_is_evidence() -> None:
    lines = ("[Organisation|教育部]和[Organisation|教育部办公厅]", "[Organisation|教育部办公厅]指出")
    assert [candidate.sentence for candidate in candidates(*lines)] == [0, 1]
