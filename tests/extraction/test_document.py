"""A name seen once is found again in its article, and one string keeps one type."""

from __future__ import annotations

from dataclasses import replace

import pytest

import proposals
from kg.extraction import document, tokens
from kg.extraction.boundaries import Words
from kg.extraction.candidates import Candidate


def propose(text: str, chosen: list[Candidate]) -> list[Candidate]:
    return list(document.propose(text, Words(tokens.words(text)), chosen))


def again(marked: str, score: float = 0.9) -> list[tuple[int, str]]:
    """Where names of the marked ones are found again, and what stands there."""
    text, chosen = proposals.parse(marked, score)
    return sorted((c.start, text[c.start : c.end]) for c in propose(text, chosen))


def test_a_name_is_found_wherever_it_stands() -> None:
    assert again("[Organisation|蓝海公司]表示，蓝海公司将与蓝海公司。") == [(7, "蓝海公司"), (13, "蓝海公司")]


def test_a_title_is_found_without_its_brackets() -> None:
    assert again("印发[Policy|《电力规划》]。电力规划指出") == [(3, "电力规划"), (9, "电力规划")]


def test_what_is_chosen_already_is_not_proposed_again() -> None:
    assert again("[Organisation|蓝海公司]与[Organisation|蓝海公司]") == []


def test_a_doubtful_name_is_not_looked_for() -> None:
    marked = "[Organisation|蓝海公司]表示，蓝海公司"
    assert again(marked, score=0.8)
    assert again(marked, score=0.79) == []


def test_one_character_is_not_looked_for() -> None:
    assert again("[Place|京]沪，京剧") == []


def test_a_draft_is_called_so_from_then_on() -> None:
    text, (title,) = proposals.parse("公布[Policy|《评估办法（征求意见稿）》]，征求意见稿提出，草案规定")
    draft = replace(title, subtype="draft", key="policy/1")
    found = {(text[c.start : c.end], c.subtype, c.key) for c in propose(text, [draft]) if c.start > title.end}
    assert found == {("征求意见稿", "draft", None), ("草案", "draft", None)}
    assert not [c for c in propose(text, [title]) if c.start > title.end]


def test_what_is_found_is_of_the_same_kind_and_believed_less() -> None:
    text = "南京市开会，南京市"
    chosen = Candidate(0, 3, "Place", 0.95, "gazetteer", "prefecture", "place/320100")
    (found,) = propose(text, [chosen])
    assert (found.type, found.subtype, found.key) == ("Place", "prefecture", "place/320100")
    assert 0.5 < found.score < chosen.score
    assert found.reason == "document"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("电商|平台|希音|(|SHEIN|)|出海", "希音"),
        ("电商|平台|希音|（|SHEIN|）|出海", "希音"),
        ("打造|希|音|(|SHEIN|)|出海", "希音"),  # an unknown name is often cut into characters
    ],
)
def test_the_name_before_a_latin_one_in_brackets_is_the_same_thing_s(words: str, name: str) -> None:
    text = words.replace("|", "")
    at = text.index("SHEIN")
    latin = Candidate(at, at + 5, "Organisation", 0.7, "tagger", "company")
    (found,) = document.propose(text, Words(words.split("|")), [latin])
    assert text[found.start : found.end] == name
    assert (found.end, found.type, found.subtype) == (at - 1, "Organisation", "company")


@pytest.mark.parametrize("words", ["平台|希音|SHEIN|出海", "平台|希音|(|SHEIN|出海|)", "，|(|SHEIN|)", "(|SHEIN|)"])
def test_no_name_before_what_does_not_fill_its_brackets(words: str) -> None:
    text = words.replace("|", "")
    at = text.index("SHEIN")
    latin = Candidate(at, at + 5, "Organisation", 0.7, "tagger")
    assert list(document.propose(text, Words(words.split("|")), [latin])) == []


@pytest.mark.parametrize(
    ("scores", "type"),
    [((0.6, 0.6, 0.9), "Project"), ((0.6, 0.6, 0.95), "Project"), ((0.6, 0.0, 0.9), "Organisation")],
)
def test_one_string_has_the_type_that_is_believed_more_in_sum(scores: tuple[float, ...], type: str) -> None:
    text, marks = proposals.parse("[Project|蓝海中心]、[Project|蓝海中心]、[Organisation|蓝海中心]")
    chosen = [replace(candidate, score=score) for candidate, score in zip(marks, scores, strict=True)]
    settled = document.settle(text, chosen)
    assert {c.type for c in settled} == {type}
    assert [(c.start, c.end, c.score) for c in settled] == [(c.start, c.end, c.score) for c in chosen]


def test_a_settled_name_takes_the_entry_of_the_best_of_its_type() -> None:
    text, (weak, strong, other) = proposals.parse("[Place|青海]、[Place|青海]、[Organisation|青海]")
    strong = replace(strong, score=0.95, subtype="province", key="place/630000")
    settled = document.settle(text, [weak, strong, other])
    assert settled[2] == replace(strong, start=other.start, end=other.end, score=other.score)
    assert settled[:2] == [weak, strong]


def test_different_strings_keep_their_types() -> None:
    text, chosen = proposals.parse("[Place|江苏]的[Organisation|江苏银行]")
    assert document.settle(text, chosen) == chosen
    assert document.settle("", []) == []
