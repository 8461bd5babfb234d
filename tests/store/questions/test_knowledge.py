"""What the files of graph/queries say of questions holds: examples, counterexamples, and the benchmark."""

import importlib.util
from pathlib import Path

import pytest

from kg import resources
from kg.store import queries
from kg.store.dataset import Dataset
from kg.store.questions import patterns
from kg.store.questions.reading import Reading, Refusal, read

RUN = Path(__file__).parents[3] / "benchmarks" / "ask" / "run.py"
EXAMPLES = [(query.name, example) for query in queries.catalogue().values() for example in query.examples]
UNANSWERED = [row["question"] for row in resources.table("queries", "unanswered.tsv", columns=("question", "why"))]


@pytest.mark.parametrize(("name", "question"), EXAMPLES)
def test_an_example_is_answered_by_its_query_and_by_no_other(name: str, question: str, named: Dataset) -> None:
    found = read(named, question)
    assert isinstance(found, Reading), found
    assert found.query.name == name


@pytest.mark.parametrize("question", UNANSWERED)
def test_a_counterexample_is_answered_by_none(question: str, named: Dataset) -> None:
    assert isinstance(read(named, question), Refusal)


def test_queries_that_can_be_asked_for_have_three_ways_and_three_examples() -> None:
    asked = [query for query in queries.catalogue().values() if query.patterns]
    assert len(asked) >= 20
    assert [query.name for query in asked if min(len(query.patterns), len(query.examples)) < 3] == []


def test_every_pattern_is_well_made() -> None:
    assert len(patterns.all()) == sum(len(query.patterns) for query in queries.catalogue().values())


def test_no_question_of_the_benchmark_is_answered_wrongly(named: Dataset) -> None:
    spec = importlib.util.spec_from_file_location("ask_run", RUN)
    assert spec is not None
    assert spec.loader is not None
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    verdicts = [run.judge(line, run.told(named, line.question)) for line in run.lines()]
    assert len(verdicts) == 60
    assert "wrong" not in verdicts
    assert verdicts.count("right") >= 58
