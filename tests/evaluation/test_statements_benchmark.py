"""How the benchmark of statements counts, on an invented answer."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

import marked
from kg.evaluation.gold import Gold, GoldEntity, GoldStatement
from kg.evaluation.tally import Tally

RUN = Path(__file__).parents[2] / "benchmarks" / "statements" / "run.py"


@pytest.fixture(scope="module")
def run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("statements_run", RUN)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their own module up
    spec.loader.exec_module(module)
    return module


def entity(id: str, *names: str, optional: bool = False) -> GoldEntity:
    return GoldEntity(id, "Organisation", frozenset({"Organisation"}), names[0], names, optional)


ANSWER = Gold(
    Path("page.txt"),
    (
        entity("a", "云川集团", "云川"),
        entity("b", "江北厂"),
        entity("c", "东海社"),
        entity("d", "西山队", optional=True),
    ),
    (
        GoldStatement("b", "partOf", "a", optional=False),
        GoldStatement("a", "cooperatesWith", "c", optional=False),
        GoldStatement("b", "supports", "c", optional=True),
    ),
)


def tallies(run: ModuleType, *edges: tuple[str, str, str]) -> tuple[Tally, Tally]:
    row = run.Row()
    run.count(ANSWER, [run.Edge(run.keys(one), run.keys(other), word) for one, other, word in edges], row)
    return row.pairs, row.typed


def scores(tally: Tally) -> tuple[int, int, int]:
    score = tally.score()
    return score.right, score.found, score.wanted


@pytest.mark.parametrize(
    ("edges", "pairs", "typed"),
    [
        ([], (0, 0, 2), (0, 0, 2)),
        ([("江北厂", "云川", "partOf")], (1, 1, 2), (1, 1, 2)),
        ([("云川集团", "江北厂", "partOf")], (1, 1, 2), (0, 1, 2)),  # the wrong way round
        ([("江北厂", "云川", "supports")], (1, 1, 2), (0, 1, 2)),
        ([("东海社", "云川", "cooperatesWith")], (1, 1, 2), (1, 1, 2)),  # symmetric
        ([("江北厂", "云川", ""), ("云川集团", "江北厂", "")], (1, 1, 2), (0, 2, 2)),  # one pair, once
        ([("江北厂", "东海社", "supports")], (0, 0, 2), (0, 0, 2)),  # disputed: neither right nor wrong
        ([("西山队", "云川", "partOf")], (0, 0, 2), (0, 0, 2)),
        ([("无名氏", "云川", "partOf")], (0, 1, 2), (0, 1, 2)),
        ([("云川集团", "云川", "partOf")], (0, 0, 2), (0, 0, 2)),  # two names of one thing
    ],
)
def test_what_counts(
    run: ModuleType, edges: list[tuple[str, str, str]], pairs: tuple[int, int, int], typed: tuple[int, int, int]
) -> None:
    found = tallies(run, *edges)
    assert (scores(found[0]), scores(found[1])) == (pairs, typed)


def test_a_sentence_that_states_a_relation_is_joined_with_its_words_quoted(run: ModuleType) -> None:
    sentence = "[Organisation|云川大学|s]与[Organisation|江北大学|o]签署战略合作协议。"
    ours = run.System("zhimai", run.zhimai)
    assert run._joins(ours, sentence)
    assert not run._joins(run.System("none", lambda source: ()), sentence)
    article, _ = marked.article(sentence)
    (edge,) = run.zhimai(marked.source(article))
    assert (edge.predicate, edge.quoted) == ("cooperatesWith", True)


def test_names_of_one_sentence_are_joined(run: ModuleType) -> None:
    edges = run.co_occurrence(lambda source: [{"甲", "乙", "丙"}, {"丁"}])
    assert sorted("".join(sorted(edge.subject | edge.object)) for edge in edges(None)) == ["丙乙", "丙甲", "乙甲"]


def test_jiagu_s_words_have_predicates_of_ours(run: ModuleType) -> None:
    class Fake(ModuleType):
        @staticmethod
        def knowledge(sentence: str) -> list[list[str]]:
            return [["云川集团", "董事长", "王小明"], ["云川集团", "国籍", "东海"]]

    article, _ = marked.article("一句话。")
    first, second = run.jiagu(Fake("fake"))(marked.source(article))
    assert (first.subject, first.object) == (run.keys("王小明"), run.keys("云川集团"))
    assert first.predicate == "affiliatedWith"
    assert second.predicate == "jiagu:国籍"
