"""A question is read as one named query with values that the graph knows, or refused with the reason."""

import pytest

import archive
from kg import rdf
from kg.store import sparql
from kg.store.dataset import Dataset
from kg.store.questions.reading import Reading, Refusal, read

BASE = "https://w3id.org/zhimai/id/"


def told(dataset: Dataset, question: str) -> tuple[str, dict[str, str]]:
    found = read(dataset, question)
    assert isinstance(found, Reading), found
    return found.query.name, {name: value.removeprefix(BASE) for name, value in found.values.items()}


def refused(dataset: Dataset, question: str) -> Refusal:
    found = read(dataset, question)
    assert isinstance(found, Refusal), found
    return found


@pytest.mark.parametrize(
    "question",
    [
        "江苏有哪些项目？",
        "江苏省有哪些重大工程",
        "請問江蘇有哪些項目呢？",
        "我想知道，哪些项目位于江苏？",
        "320000有哪些项目？",
        f"{BASE}place/320000 有哪些项目？",
    ],
)
def test_one_question_in_many_words(question: str, named: Dataset) -> None:
    assert told(named, question) == ("projects-in-place", {"place": "place/320000"})


def test_a_place_is_known_by_its_name_without_its_suffix(named: Dataset) -> None:
    """No text calls 南京市 南京; but 江苏市 is no name of 江苏省."""
    assert told(named, "南京有哪些项目？")[1] == {"place": "place/320100"}
    assert told(named, "南京发生过哪些事？")[1] == {"name": "place/320100"}
    assert refused(named, "江苏市有哪些项目？").reason == "江苏市: no place of that name in names.ttl; near it are"


def test_names_in_other_characters_than_the_graph_has(named: Dataset) -> None:
    data = '@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <x:mtr> skos:prefLabel "香港鐵路"@zh ; a <x:any> .'
    railway = Dataset.of(data.encode())
    assert told(railway, "香港铁路有哪些数据？") == ("figures", {"entity": "x:mtr"})
    assert told(named, "广东省数据条例(草案)的来龙去脉") == ("policy-life", {"policy": "policy/draft"})


def test_two_names_of_which_one_holds_the_word_between(named: Dataset) -> None:
    tie = {"one": "organisation/ndrc", "other": "organisation/mof"}
    assert told(named, "国家发展和改革委员会和财政部有什么关系？") == ("path", tie)


def test_days_and_periods(named: Dataset) -> None:
    december = {"since": "2025-12-01", "until": "2025-12-31"}
    assert told(named, "2025年12月发生了什么事？") == ("events", december)
    assert told(named, "二〇二五年十二月三日有哪些报道？") == ("articles-of-day", {"day": "2025-12-03"})
    assert told(named, "江苏2025年有哪些数据？")[1] == {"place": "place/320000", "year": "2025"}


def test_several_things_of_one_name_are_listed(named: Dataset) -> None:
    found = refused(named, "朝阳区有哪些项目？")
    assert found.reason.startswith("place: several things have that name")
    assert found.choices == (f"朝阳区  {BASE}place/110105", f"朝阳区  {BASE}place/220104")
    assert told(named, f"{BASE}place/110105有哪些项目？") == ("projects-in-place", {"place": "place/110105"})


def test_two_readings_are_listed_and_none_is_taken() -> None:
    """都市 and 都市都 both bear a name: who is meant?"""
    data = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix kg: <https://w3id.org/zhimai/ns#> .
    <x:1> a kg:Place ; skos:prefLabel "都市"@zh . <x:2> a kg:Place ; skos:prefLabel "都市都"@zh ."""
    found = refused(Dataset.of(data.encode()), "都市都有哪些项目？")
    assert found.reason == "several queries fit; ask by the name of one"
    assert found.choices == (
        "projects-in-place place=都市  某地的项目",
        "projects-in-place place=都市都  某地的项目",
    )


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("江西有哪些项目？", "江西: no place of that name in names.ttl; near it are"),
        ("国务院有哪些项目？", "国务院: no place of that name in names.ttl"),
        ("江苏的省会在哪里？", "江苏的省会: no entity of that name in names.ttl"),
        ("去年有哪些报道？", "去年: an archive does not count from today"),
        ("产量最高的是哪些？", "产量: no measure as it is asked for here"),
        ("江苏有多少人口？", "no query is asked for in these words"),
        ("What projects are there in Jiangsu?", "questions are asked in Chinese"),
        ("？", "questions are asked in Chinese"),
        ("江" * 101, "the question is longer than 100 characters"),
    ],
)
def test_what_is_refused_says_why(question: str, reason: str, named: Dataset) -> None:
    assert refused(named, question).reason.startswith(reason)


@pytest.mark.parametrize("name", ['江苏" } ; DROP ALL #', "江苏\n# bind place", "{place}", "\\", ".*", "<x:y>"])
def test_no_name_is_read_as_sparql_or_as_a_pattern(name: str, named: Dataset) -> None:
    refused(named, f"{name}有哪些项目？")


def test_the_nearest_questions_are_shown(named: Dataset) -> None:
    found = refused(named, "江苏的项目怎么样？")
    assert "projects-in-place" in [example.query for example in found.examples]
    assert len(found.examples) == 3
    assert refused(named, "嗨").examples == ()


def test_the_query_is_shown_as_it_runs() -> None:
    dataset = Dataset.of(rdf.to_turtle(archive.knowledge()))
    found = read(dataset, "谁承建了江北水厂？")
    assert isinstance(found, Reading)
    text = found.sparql(dataset)
    assert text.startswith("SELECT DISTINCT ?what ?body")
    assert [row["body"] for row in sparql.rows(dataset, text)] == ["东海公司"]
    assert found.shown == {"project": "江北水厂"}
