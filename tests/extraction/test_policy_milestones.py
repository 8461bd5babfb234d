"""What a sentence tells of a policy's life: since when, until when, and whether it has come about."""

from __future__ import annotations

from datetime import date

import pytest

import policies
from kg.extraction.policies import dating, milestones
from kg.model import Milestone


def told(text: str) -> list[Milestone]:
    article, mentions, _ = policies.article(text)
    return list(milestones(article, mentions))


def only(text: str) -> Milestone:
    (found,) = told(text)
    return found


def test_a_day_before_the_articles_is_a_fact_and_one_behind_it_is_planned() -> None:
    past, future = only("[Policy|《种子法》]自2022年3月1日起施行。"), only("[Policy|《海商法》]自2026年5月1日起施行。")
    assert (past.since, past.modality) == (date(2022, 3, 1), "asserted")
    assert (future.since, future.modality, future.expression) == (date(2026, 5, 1), "planned", "2026年5月1日")


def test_the_words_that_tell_it_are_a_range_of_the_sentence() -> None:
    sentence = "会议审议通过[Policy|《条例》]。"
    found = only(sentence)
    assert "会议审议通过《条例》。"[slice(*found.trigger)] == "会议审议通过"


@pytest.mark.parametrize(
    "sentence",
    [
        "[Organisation|国务院]将公布[Policy|《条例》]。",
        "[Organisation|国务院]有望公布[Policy|《条例》]。",
        "[Policy|《条例》]尚未公布。",
        "各方推动[Policy|《协定》]早日生效。",
        "一旦[Policy|《协定》]生效，关税将下调。",
    ],
)
def test_what_is_to_come_some_day_or_may_come_is_no_step(sentence: str) -> None:
    assert told(sentence) == []


def test_what_is_issued_of_a_draft_is_a_draft_and_it_is_never_in_force() -> None:
    assert only("[Organisation|商务部]发布[Policy|《办法（征求意见稿）》]。").status == "draft"
    assert told("[Policy|《办法（草案）》]自2025年1月1日起施行。") == []


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("11月14日，[Organisation|海关总署]发布[Policy|《规定》]。", date(2025, 11, 14)),
        ("11月14日，[Organisation|海关总署]介绍了近日发布的[Policy|《规定》]。", None),
        ("截至2025年10月，全国已公布[Policy|《规定》]。", None),
        ("12月4日，纪念[Policy|《宪法》]公布施行四十周年。", None),
        ("2030年我国将建成高铁网[Organisation|海关总署]近日发布[Policy|《规定》]。", None),
    ],
)
def test_the_date_of_the_words_and_not_another_one(sentence: str, day: date | None) -> None:
    assert [found.since for found in told(sentence) if found.since] == ([day] if day else [])


def test_a_term_of_years_and_a_last_day() -> None:
    years = only("[Policy|《办法》]自2025年1月1日起施行，有效期五年。")
    assert (years.years, dating.last_day(date(2025, 1, 1), 5)) == (5, date(2029, 12, 31))
    assert only("[Policy|《办法》]有效期至2030年12月31日。").until == date(2030, 12, 31)


def test_the_day_of_publication_is_left_to_the_sentence_that_tells_it() -> None:
    found = only("[Policy|《办法》]自公布之日起施行。")
    assert (found.since, found.expression) == (None, dating.ISSUE)


def test_a_sentence_may_speak_of_the_policy_named_right_before_it() -> None:
    found = [m for m in told("[Policy|《办法》]共六章。该办法自2025年3月1日起施行。") if m.status == "inForce"]
    assert [(m.policy.sentence, m.sentence) for m in found] == [(0, 1)]
    assert told("[Policy|《甲办法》]与[Policy|《乙办法》]配套。该办法自2025年3月1日起施行。") == []


def test_what_stands_in_brackets_behind_a_title_has_no_status() -> None:
    found = told("会议通过了[Policy|《联合声明》]（2025年9月1日，[Place|天津]）。")
    assert [milestone.policy.surface for milestone in found] == ["《联合声明》"]
