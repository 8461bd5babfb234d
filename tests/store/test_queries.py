"""Every named query answers as its title says; no value is ever read as SPARQL."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chronicle
from kg import rdf
from kg.errors import KnowledgeError, QueryError
from kg.store import guard, queries, sparql
from kg.store.dataset import Dataset
from kg.store.queries import NamedQuery, Parameter

COOPERATION = "𠀀区研究院与蓝海公司合作。"
POSSIBLE = "国家发展改革委称,设施12月3日完成验收,有望落户苏州。"
RESTS = "《长江保护规划》依据《长江保护法》编制,由国务院批准,适用于江苏省。"
BUILT = "南京量子中心由江苏省发展改革委承担,尚未与蓝海公司合作。"

# Query, parameters, columns, rows: first of the chronicle, then of the sample.
CHRONICLE = {
    "cooperation": ({}, "one other sentence", [("𠀀区研究院", "蓝海公司", COOPERATION)]),
    "denied": ({}, "subject", []),
    "events": (
        {"since": "2025-12-01", "until": "2025-12-31"},
        "date precision happening sentence",
        [("2025-12-03", "day", "完成验收", POSSIBLE)],
    ),
    "figures": (
        {"entity": "试验设施"},
        "about measures value unit period change modality",
        [("网络试验设施", "营收", "557.4", "亿元", "前9个月", "+14.8%", "asserted")],
    ),
    "figures-in-place": (
        {"place": "江苏", "year": "2025"},
        "within about measures value unit period of change basis modality",
        [("江苏省", "网络试验设施", "营收", "557.4", "亿元", "前9个月", "2025", "+14.8%", "同比", "asserted")],
    ),
    "planned": (
        {},
        "subject says object modality sentence",
        [("网络试验设施", "locatedIn", "苏州市", "possible", POSSIBLE)],
    ),
    "policies-for": (
        {"place": "苏州"},
        "asked policy appliesTo",
        [("苏州市", "《长江保护规划》", "江苏省")],
    ),
    "rests-on": (
        {"policy": "长江保护法"},
        "ground dependent through",
        [("《长江保护法》", "《长江保护规划》", "《长江保护法》")],
    ),
    "roles": (
        {},
        "person role body sentence",
        [("张伟", "院长", "𠀀区研究院", "张伟任𠀀区研究院院长。")],
    ),
    "timeline": (
        {"name": "试验设施"},
        "date until precision happening modality sentence",
        [("2025-12-03", "", "day", "完成验收", "asserted", POSSIBLE)],
    ),
    "said-by": (
        {"speaker": "国家发展改革委"},
        "who subject says object modality",
        [("国家发展改革委", "网络试验设施", "locatedIn", "苏州市", "possible")],
    ),
    "supported": ({}, "supporter supported", [("国家发展改革委", "网络试验设施")]),
    "basis-of": (
        {"entity": "长江保护规划"},
        "dependent through ground",
        [("《长江保护规划》", "《长江保护法》", "《长江保护法》")],
    ),
}
SAMPLE = {
    "article": (
        {"words": "量子"},
        "subject says object polarity",
        [
            ("南京量子中心", "locatedIn", "南京市", "affirmed"),
            ("南京量子中心", "undertakenBy", "江苏省发展改革委", "affirmed"),
            ("江苏省发展改革委", "cooperatesWith", "蓝海公司", "negated"),
            ("《量子产业规划》", "issuedBy", "江苏省发展改革委", "affirmed"),
        ],
    ),
    "articles": (
        {},
        "file headline date dateline authors publisher entities",
        [("page.txt", "南京开建量子中心", "2025-12-06", "新华社南京12月6日电", "王小明", "新华社", "5")],
    ),
    "denied": (
        {},
        "subject says object sentence",
        [("江苏省发展改革委", "cooperatesWith", "蓝海公司", BUILT)],
    ),
    "entities": (
        {"least": "2"},
        "entity class mentions articles",
        [("南京量子中心", "Project", "2", "1"), ("江苏省发展改革委", "Organisation", "2", "1")],
    ),
    "part-in": (
        {"organisation": "省发展改革委"},
        "body part what",
        [("江苏省发展改革委", "undertakes", "南京量子中心")],
    ),
    "places-by-projects": ({}, "place projects", [("南京市", "1"), ("江苏省", "1")]),
    "policies-of": (
        {"organisation": "江苏省发展改革委"},
        "policy sentence",
        [("《量子产业规划》", "江苏省发展改革委印发《量子产业规划》。")],
    ),
    "projects-in-place": ({"place": "江苏"}, "within project location", [("江苏省", "南京量子中心", "南京市")]),
    "said-of": (
        {"entity": "南京"},
        "subject says object modality sentence",
        [
            ("南京市", "locatedIn", "江苏省", "asserted", "地名和机构名录"),
            ("南京量子中心", "locatedIn", "南京市", "planned", "南京开建量子中心"),
        ],
    ),
    "who-issued-what": (
        {},
        "policy issuer modality sentences",
        [("《量子产业规划》", "江苏省发展改革委", "asserted", "1")],
    ),
}


def answer(dataset: Dataset, name: str, values: dict[str, str], columns: str) -> list[tuple[str, ...]]:
    rows = sparql.rows(dataset, queries.find(name).bound(dataset, values))
    return [tuple(row.get(column, "") for column in columns.split()) for row in rows]


@pytest.mark.parametrize("name", CHRONICLE)
def test_what_the_chronicle_answers(name: str, chronicled: Dataset) -> None:
    values, columns, expected = CHRONICLE[name]
    assert answer(chronicled, name, values, columns) == expected


@pytest.mark.parametrize("name", SAMPLE)
def test_what_the_sample_answers(name: str, sample: Dataset) -> None:
    values, columns, expected = SAMPLE[name]
    assert answer(sample, name, values, columns) == expected


POLICIES = {"drafts", "in-force", "policy-life"}  # asked in test_policies
ARCHIVE = """
    acts-of articles-about articles-of-day binds-place bodies-in-place builders-of careers changed-policies
    contradictions issuers-of joint-issuers largest-figures many-sources named-with namesakes new-since
    one-source partners-of-partners path places-within projects-by-province unidentified where-is
"""  # asked in test_archive_queries
REQUIRED = {"place": "江苏", "entity": "江苏", "one": "江苏", "other": "国务院", "measure": "营收"}


def test_each_named_query_is_asked_in_some_test() -> None:
    assert sorted({*CHRONICLE, *SAMPLE, *POLICIES, *ARCHIVE.split()}) == sorted(queries.catalogue())
    assert len(queries.catalogue()) >= 32


@pytest.mark.parametrize("name", queries.catalogue())
def test_each_runs_with_no_more_than_it_must_have_and_always_in_the_same_order(name: str, chronicled: Dataset) -> None:
    query = queries.find(name)
    text = query.bound(chronicled, {each.name: REQUIRED[each.name] for each in query.parameters if each.required})
    assert "ORDER BY" in text
    assert sparql.rows(chronicled, text) == sparql.rows(chronicled, text)


def test_each_named_query_is_described_in_both_languages() -> None:
    for query in queries.catalogue().values():
        for said in (query.titles, query.descriptions):
            assert sorted(said) == ["en", "zh"]
            assert any("\u4e00" <= char <= "\u9fff" for char in said["zh"])


def test_without_a_place_the_query_answers_for_all(sample: Dataset) -> None:
    rows = answer(sample, "projects-in-place", {}, "within project")
    assert rows == [("南京市", "南京量子中心"), ("江苏省", "南京量子中心")]


def test_a_timeline_is_of_one_entity(chronicled: Dataset) -> None:
    assert answer(chronicled, "timeline", {"name": "蓝海公司"}, "date") == []
    assert len(answer(chronicled, "timeline", {}, "date")) == 1


@pytest.mark.parametrize(
    ("change", "year", "found"),
    [
        ({}, "2025", 1),
        ({}, "2024", 0),
        ({"period": "2024年", "year": 2024}, "2024", 1),
        ({"period": "2024年", "year": 2024}, "2025", 0),
        ({"period": "", "year": None}, "2025", 1),  # of the article's year, as nothing else is said
        ({"period": "近5年", "year": None}, "2025", 0),  # of no one year
    ],
)
def test_figures_of_a_year(change: dict[str, Any], year: str, found: int) -> None:
    linked = chronicle.figure()
    told = replace(linked, figure=replace(linked.figure, **change))
    dataset = Dataset.of(rdf.to_turtle(replace(chronicle.knowledge(), figures=(told,))))
    assert len(answer(dataset, "figures-in-place", {"place": "苏州", "year": year}, "about")) == found
    assert len(answer(dataset, "figures-in-place", {"place": "江苏省"}, "about")) == 1


def test_dates_bound_the_events(chronicled: Dataset) -> None:
    assert answer(chronicled, "events", {"since": "2025-12-04"}, "date") == []
    assert answer(chronicled, "events", {"until": "2025-12-02"}, "date") == []
    assert len(answer(chronicled, "events", {}, "date")) == 1


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("projects-in-place", {"plce": "江苏"}, r"no parameter plce; did you mean place\?$"),
        ("projects-in-place", {"place": "江西省"}, r"place=江西省: no place of that name .*; did you mean 江苏省\?$"),
        ("projects-in-place", {"place": "国务院"}, r"place=国务院: no place of that name in graph.ttl$"),
        ("entities", {"least": "many"}, "least=many: not a whole number such as 3"),
        ("events", {"since": "12月3日"}, "since=12月3日: not a date such as 2025-12-06"),
        ("denied", {"place": "江苏"}, "denied: no parameter place"),
    ],
)
def test_a_wrong_value_is_refused_with_the_nearest(
    name: str, values: dict[str, str], message: str, chronicled: Dataset
) -> None:
    with pytest.raises(QueryError, match=message):
        queries.find(name).bound(chronicled, values)


def test_an_unknown_query_names_the_nearest() -> None:
    with pytest.raises(QueryError, match="no query project-in-place; did you mean projects-in-place"):
        queries.find("project-in-place")


ANY_TYPE = NamedQuery(
    "probe",
    {},
    {},
    (Parameter("name", "name", None, "any"), Parameter("text", "text", None, "any")),
    "SELECT ?name ?text WHERE {\n  # bind name\n  # bind text\n}",
)


@given(st.text())
def test_no_value_is_read_as_sparql(value: str) -> None:
    """Quotation marks, braces, line ends: the value comes back as it went in, and nothing else."""
    dataset = Dataset.of(b"")
    text = ANY_TYPE.bound(dataset, {"text": value})
    guard.check(text)
    assert sparql.rows(dataset, text) == [{"text": value}]
    names = sparql.rows(dataset, ANY_TYPE.bound(dataset, {"name": value}))
    assert value.strip() in {row["name"] for row in names}


@pytest.mark.parametrize("value", ['" } ; DROP ALL #', "江苏' UNION { ?s ?p ?o } #", "江苏\n# bind entity", "\\"])
def test_an_injection_is_a_name_that_nothing_bears(value: str, chronicled: Dataset) -> None:
    with pytest.raises(QueryError, match="no entity of that name"):
        queries.find("said-of").bound(chronicled, {"entity": value})


def test_the_lines_of_a_query_stay_where_they_were(sample: Dataset) -> None:
    query = queries.find("said-of")
    assert query.bound(sample, {"entity": "江苏"}).count("\n") == query.text.count("\n")


HEAD = "# title-zh: 甲\n# title-en: a\n# description-zh: 甲\n# description-en: a\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * { ?s ?p ?o }", "no line that begins with '# title-zh:'"),
        (HEAD + "# param: place town - a town\nSELECT * { ?s ?p ?o }", "is not a name, a type, a default"),
        (HEAD + "# param: place place - a place\nSELECT * { ?s ?p ?o }", "needs a line '# bind'"),
        (HEAD + "SELECT * {\n  # bind place\n}", "needs a line '# bind'"),
    ],
)
def test_a_file_that_is_not_well_made_is_named(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.rq"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=f"bad.rq: .*{message}"):
        queries.read(file)
