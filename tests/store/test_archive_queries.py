"""The named queries that compare sources, count, and follow ties over several steps."""

from dataclasses import replace

import pytest

import archive
from kg import rdf
from kg.errors import QueryError
from kg.store import queries, sparql
from kg.store.dataset import Dataset

# Query: parameters, columns, rows.
ARCHIVE = {
    "acts-of": (
        {"organisation": "东海公司"},
        "does what sentence",
        [("cooperates with", "西山公司", archive.WORKS), ("undertakes", "江北水厂", archive.FURTHER)],
    ),
    "articles-about": (
        {"entity": "教育部"},
        "named date file mentions",
        [
            ("教育部", "2025-11-01", "a.txt", "2"),
            ("教育部", "2025-11-01", "b.txt", "1"),
            ("教育部", "2025-12-01", "c.txt", "1"),
        ],
    ),
    "articles-of-day": (
        {"day": "2025-11-01"},
        "date file entities",
        [("2025-11-01", "a.txt", "6"), ("2025-11-01", "b.txt", "5")],
    ),
    "binds-place": (
        {"place": "南京"},
        "asked policy ground issuer",
        [("南京市", "《学位规划》", "江苏省", "教育部"), ("南京市", "《学位规划》", "江苏省", "财政部")],
    ),
    "bodies-in-place": ({"place": "江苏"}, "within body location", [("江苏省", "东海公司", "南京市")]),
    "builders-of": ({"project": "江北水厂"}, "what body sentence", [("江北水厂", "东海公司", archive.FURTHER)]),
    "careers": (
        {"person": "张敏"},
        "date role body",
        [("2025-11-01", "司长", "教育部"), ("2025-12-01", "部长", "财政部")],
    ),
    "changed-policies": (
        {"since": "2025-12-01"},
        "date policy status sentence",
        [("2025-12-05", "《旧办法》", "repealed", archive.SPENT)],
    ),
    "contradictions": (
        {},
        "subject says object affirmed affirms denied denies",
        [("东海公司", "cooperatesWith", "西山公司", "2025-11-01", archive.WORKS, "2025-12-05", archive.DENIED)],
    ),
    "issuers-of": (
        {"policy": "学位规划"},
        "title issuer sentence",
        [
            ("《学位规划》", "教育部", archive.AGAIN),
            ("《学位规划》", "教育部", archive.JOINT),
            ("《学位规划》", "财政部", archive.JOINT),
        ],
    ),
    "joint-issuers": ({}, "one other policies", [("教育部", "财政部", "1")]),
    "largest-figures": (
        {"measure": "投资"},
        "measures in amount value unit about",
        [
            ("投资", "CCY_CNY", "500000000", "5", "亿元", "江北水厂"),
            ("投资", "CCY_CNY", "300000000", "3", "亿元", "江北水厂"),
        ],
    ),
    "many-sources": (
        {},
        "subject says object sources wordings first last",
        [("《学位规划》", "issuedBy", "教育部", "3", "2", "2025-11-01", "2025-12-01")],
    ),
    "named-with": (
        {"entity": "教育部", "least": "3"},
        "with other class articles",
        [("教育部", "财政部", "Organisation", "3"), ("教育部", "《学位规划》", "Policy", "3")],
    ),
    "namesakes": (
        {},
        "name class iri",
        [
            ("张敏", "Person", "https://w3id.org/zhimai/id/person/min-1"),
            ("张敏", "Person", "https://w3id.org/zhimai/id/person/min-2"),
        ],
    ),
    "new-since": (
        {"since": "2025-12-01"},
        "first entity class articles",
        [
            ("2025-12-01", "北原公司", "Organisation", "1"),
            ("2025-12-01", "江苏省", "Place", "1"),
            ("2025-12-05", "《旧办法》", "Policy", "1"),
        ],
    ),
    "one-source": (
        {"entity": "江北水厂"},
        "subject says object file sentence",
        [
            ("江北水厂", "locatedIn", "南京市", "b.txt", archive.BUILT),
            ("江北水厂", "undertakenBy", "东海公司", "c.txt", archive.FURTHER),
        ],
    ),
    "partners-of-partners": (
        {"organisation": "东海公司"},
        "body through partner",
        [("东海公司", "西山公司", "北原公司")],
    ),
    "path": (
        {"one": "江北水厂", "other": "北原公司"},
        "steps from first by second then third to",
        [
            (
                *("3", "江北水厂", "→ undertakenBy", "东海公司"),
                *("→ cooperatesWith", "西山公司", "→ cooperatesWith", "北原公司"),
            ),
        ],
    ),
    "places-within": ({"place": "江苏"}, "holder within nearest", [("江苏省", "南京市", "江苏省")]),
    "projects-by-province": ({}, "province projects", [("江苏省", "1")]),
    "unidentified": (
        {"least": "3"},
        "entity class mentions",
        [
            ("教育部", "Organisation", "4"),
            ("财政部", "Organisation", "4"),
            ("东海公司", "Organisation", "3"),
            ("西山公司", "Organisation", "3"),
            ("《学位规划》", "Policy", "3"),
            ("江北水厂", "Project", "3"),
        ],
    ),
    "where-is": (
        {"entity": "江北水厂"},
        "thing nearest modality holder",
        [("江北水厂", "南京市", "asserted", "南京市"), ("江北水厂", "南京市", "asserted", "江苏省")],
    ),
}


def answer(dataset: Dataset, name: str, values: dict[str, str], columns: str) -> list[tuple[str, ...]]:
    rows = sparql.rows(dataset, queries.find(name).bound(dataset, values))
    return [tuple(row.get(column, "") for column in columns.split()) for row in rows]


@pytest.mark.parametrize("name", ARCHIVE)
def test_what_the_archive_answers(name: str, archived: Dataset) -> None:
    values, columns, expected = ARCHIVE[name]
    assert answer(archived, name, values, columns) == expected


def test_a_reprint_is_no_second_witness(archived: Dataset) -> None:
    """Two files print the sentence that names 财政部, word for word: two sources, one wording."""
    says = answer(archived, "many-sources", {"least": "1", "entity": "财政部"}, "object sources wordings")
    assert ("财政部", "2", "1") in says
    assert answer(archived, "many-sources", {"entity": "财政部"}, "object") == []


def test_a_plan_does_not_contradict_that_it_is_not_so_yet() -> None:
    told = archive.knowledge()
    planned = tuple(
        replace(each, modality="planned") if each.polarity == "affirmed" else each for each in told.statements
    )
    dataset = Dataset.of(rdf.to_turtle(replace(told, statements=planned)))
    assert len(answer(dataset, "denied", {}, "subject")) == 1
    assert answer(dataset, "contradictions", {}, "subject") == []


def test_who_issues_with_one_body_is_asked_from_either_side(archived: Dataset) -> None:
    for one, other in (("教育部", "财政部"), ("财政部", "教育部")):
        assert answer(archived, "joint-issuers", {"organisation": one}, "one other") == [(one, other)]


def test_cooperation_is_found_from_either_side(archived: Dataset) -> None:
    pairs = [("东海公司", "西山公司"), ("西山公司", "北原公司")]
    assert answer(archived, "cooperation", {"organisation": "西山公司"}, "one other") == pairs
    assert answer(archived, "cooperation", {"organisation": "北原公司"}, "one other") == pairs[1:]
    assert answer(archived, "cooperation", {}, "one other") == pairs


def test_a_short_path_is_told_before_a_long_one(archived: Dataset) -> None:
    rows = answer(archived, "path", {"one": "东海公司", "other": "南京市"}, "steps by")
    assert rows == [("1", ""), ("2", "江北水厂")]
    assert answer(archived, "path", {"one": "东海公司", "other": "东海公司"}, "steps") == []


def test_a_policy_for_a_place_inside_does_not_bind_what_holds_it(chronicled: Dataset) -> None:
    assert answer(chronicled, "binds-place", {"place": "苏州"}, "policy ground") == [("《长江保护规划》", "江苏省")]
    assert answer(chronicled, "binds-place", {"place": "江苏"}, "policy ground") == [("《长江保护规划》", "江苏省")]


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("path", {"one": "东海公司"}, "path: give other, the other"),
        ("named-with", {}, "named-with: give entity, the entity, by any of its names"),
        ("largest-figures", {"measure": "产量"}, "measure=产量: no figure of graph.ttl measures that"),
        ("careers", {"person": "教育部"}, "person=教育部: no person of that name"),
    ],
)
def test_what_must_be_given_and_what_it_must_be(
    name: str, values: dict[str, str], message: str, archived: Dataset
) -> None:
    with pytest.raises(QueryError, match=message):
        queries.find(name).bound(archived, values)
