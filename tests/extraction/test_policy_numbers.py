"""The numbers of documents: graph/policies/numbers.yaml carries its own examples, and they run here."""

from __future__ import annotations

import pytest

import policies
from kg.extraction.policies import numbers
from kg.extraction.policies.numbers import Tie


def cases(kind: str) -> list[object]:
    return [
        pytest.param(tie, example, id=f"{tie.name}-{number}")
        for tie in numbers.ties()
        for number, example in enumerate(getattr(tie, kind))
    ]


@pytest.mark.parametrize(("tie", "example"), cases("examples"))
def test_a_number_is_its_policys(tie: Tie, example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbers, "ties", lambda: (tie,))
    sentence, _, number = example.partition(" = ")
    article, mentions, subjects = policies.article(sentence)
    (found,) = numbers.document_numbers(article, mentions)
    assert (found.policy, found.number) == (subjects[0], number)
    assert numbers.normal(article.sentences[0].text.chars[found.start : found.end]) == number


@pytest.mark.parametrize(("tie", "example"), cases("counterexamples"))
def test_a_number_beside_a_policy_is_not_its_own(tie: Tie, example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbers, "ties", lambda: (tie,))
    article, mentions, subjects = policies.article(example)
    assert subjects
    assert list(numbers.document_numbers(article, mentions)) == []


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("国发[2021] 2号", "国发〔2021〕2号"),
        ("工信部联科（２０２５）１２３号", "工信部联科〔2025〕123号"),
        ("中华人民共和国主席令第五十二号", "主席令第52号"),
        ("第787号国务院令", "国务院令第787号"),
        ("國務院令第787號", "国务院令第787号"),
        ("农业农村部公告2025年第12号", "农业农村部公告2025年第12号"),
        ("GB/T 7714—2015", "GB/T 7714-2015"),
    ],
)
def test_a_number_has_one_writing(written: str, normal: str) -> None:
    assert numbers.normal(written) == normal
