"""Bodies within bodies, and names that begin where a word begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

import proposals
from kg.extraction import bodies, tokens
from kg.extraction.boundaries import Words
from kg.extraction.candidates import Candidate


def joined(marked: str, score: float = 0.9) -> list[str]:
    """The names that are new among the candidates."""
    text, candidates = proposals.parse(marked, score)
    found = list(bodies.joined(text, Words(tokens.words(text)), candidates))
    assert found[: len(candidates)] == candidates
    return proposals.surfaces(text, found[len(candidates) :])


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Organisation|国家发展改革委][Organisation|环资司]发布", "国家发展改革委环资司"),
        ("[Organisation|中国科学院][Organisation|物理研究所]的", "中国科学院物理研究所"),
        ("记者从[Organisation|工商银行][Organisation|苏州分行]获悉", "工商银行苏州分行"),
    ],
)
def test_a_body_and_the_part_of_it_named_right_behind_are_one_name(marked: str, name: str) -> None:
    assert joined(marked) == [name]


@pytest.mark.parametrize(
    "marked",
    [
        "[Organisation|国家发展改革委]和[Organisation|环资司]",  # something stands between
        "[Organisation|国家发展改革委]、[Organisation|财政部]",
        "[Organisation|国家发展改革委][Organisation|华为集团]",  # a group is part of no body
        "[Place|江苏省][Organisation|财政厅]",
        "[Organisation|国家能源局][Project|白鹤滩水电站]",
    ],
)
def test_two_names_stay_two(marked: str) -> None:
    assert joined(marked) == []


def test_both_must_be_believed() -> None:
    marked = "[Organisation|国家发展改革委][Organisation|环资司]"
    assert joined(marked, score=0.5)
    assert not joined(marked, score=0.49)


def test_the_whole_is_believed_as_much_as_its_surer_part() -> None:
    text, (body, part) = proposals.parse("[Organisation|国家发展改革委][Organisation|环资司]")
    *_, whole = bodies.joined(text, Words(tokens.words(text)), [replace(body, score=0.6), part])
    assert whole == Candidate(0, 10, "Organisation", 0.9, "grammar", "government")


def test_of_two_bodies_that_end_alike_the_longer_one_has_the_part() -> None:
    text = "江苏省发展改革委环资司"
    short, long, part = (Candidate(*span, "Organisation", 0.9, "tagger") for span in ((3, 8), (0, 8), (8, 11)))
    for order in ([short, long, part], [part, long, short]):
        assert proposals.surfaces(text, bodies.joined(text, Words(tokens.words(text)), order))[3:] == [text]


def whole_words(words: str, candidate: Candidate) -> str:
    cut = words.split("|")
    (found,) = bodies.whole_words(Words(cut), [candidate])
    assert replace(found, start=candidate.start) == candidate
    return "".join(cut)[found.start : found.end]


@pytest.mark.parametrize("type", ["Organisation", "Project", "Policy"])
def test_a_name_that_begins_within_a_word_begins_with_it(type: str) -> None:
    candidate = Candidate(3, 8, type, 0.9, "tagger")  # type: ignore[arg-type]
    assert whole_words("成立|创新|驱动|中心", candidate) == "创新驱动中心"


@pytest.mark.parametrize(
    "candidate",
    [
        Candidate(2, 8, "Organisation", 0.9, "tagger"),  # begins with a word already
        Candidate(3, 8, "Place", 0.9, "tagger"),
        Candidate(3, 8, "Person", 0.9, "tagger"),
        Candidate(3, 8, "Organisation", 0.9, "gazetteer"),  # knows where its names begin
    ],
)
def test_other_candidates_begin_where_they_say(candidate: Candidate) -> None:
    text = "成立创新驱动中心"
    assert whole_words("成立|创新|驱动|中心", candidate) == text[candidate.start :]
