"""What was in force on a day, which drafts are open, the life of one policy."""

import pytest

import legislation
from kg import rdf
from kg.store import cards, names, queries, sparql
from kg.store.dataset import Dataset


@pytest.fixture(scope="module")
def policies() -> Dataset:
    return Dataset.of(rdf.to_turtle(legislation.knowledge()))


def answer(dataset: Dataset, name: str, columns: str, **values: str) -> list[tuple[str, ...]]:
    rows = sparql.rows(dataset, queries.find(name).bound(dataset, values))
    return [tuple(row.get(column, "") for column in columns.split()) for row in rows]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2016-07-01", []),
        ("2016-07-02", [("《水法》", "inForce")]),
        ("2025-11-19", [("《暂行办法》", "issued"), ("《水法》", "inForce")]),
        (
            "2025-12-31",
            [("《暂行办法》", "issued"), ("《水法》", "inForce"), ("《海商法》", "said"), ("《意见》", "issued")],
        ),
        (
            "2030-12-31",
            [("《数据条例》", "announced"), ("《水法》", "inForce"), ("《海商法》", "said"), ("《意见》", "issued")],
        ),
        ("2031-01-01", [("《水法》", "inForce"), ("《海商法》", "said"), ("《意见》", "issued")]),
    ],
)
def test_what_is_in_force_on_a_day_and_how_that_is_known(
    day: str, expected: list[tuple[str, ...]], policies: Dataset
) -> None:
    assert sorted(answer(policies, "in-force", "policy how", day=day)) == sorted(expected)


def test_in_force_says_from_when_to_when_and_in_which_words(policies: Dataset) -> None:
    rows = answer(policies, "in-force", "policy from until number sentence", day="2026-06-01")
    assert ("《数据条例》", "2026-01-01", "2030-12-31", "国务院令第820号", legislation.FORCE) in rows
    assert ("《水法》", "2016-07-02", "", "", "地名和机构名录") in rows


def test_drafts_open_for_comment_on_a_day(policies: Dataset) -> None:
    draft = ("《港口法（草案）》", "《港口法》", "2025-12-20")
    assert answer(policies, "drafts", "draft final until", day="2025-12-20") == [draft]
    assert answer(policies, "drafts", "draft final until", day="2025-12-21") == []
    assert answer(policies, "drafts", "draft final until") == [draft]


def test_the_life_of_one_policy_in_order(policies: Dataset) -> None:
    rows = answer(policies, "policy-life", "status from until modality sentence", policy="数据条例")
    assert rows == [
        ("issued", "2025-11-01", "", "asserted", legislation.ISSUED),
        ("inForce", "2026-01-01", "2030-12-31", "planned", legislation.FORCE),
    ]


def test_a_policy_is_known_by_its_number_and_its_drafts_are_part_of_its_life(policies: Dataset) -> None:
    assert answer(policies, "policy-life", "of status", policy="国务院令第820号")[0] == ("《数据条例》", "issued")
    assert answer(policies, "policy-life", "text status", policy="港口法") == [("《港口法（草案）》", "draft")]


def test_the_card_of_a_policy_tells_its_life(policies: Dataset) -> None:
    (iri,) = names.named(policies, "数据条例")
    life = cards.card(policies, iri).life
    assert [(step.status, step.start, step.until, step.modality) for step in life] == [
        ("issued", "2025-11", "", "asserted"),
        ("inForce", "2026-01-01", "2030-12-31", "planned"),
    ]
    assert [ground.text for step in life for ground in step.grounds] == [legislation.ISSUED, legislation.FORCE]
