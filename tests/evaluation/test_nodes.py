"""Counting a build against a reference answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import marked
from kg.errors import InputError
from kg.evaluation import gold, nodes, spans
from kg.evaluation.tally import Tally
from kg.extraction import relations
from kg.linking.linker import link
from kg.model import Extraction

ANSWER = {
    "entities": [
        {"id": "e1", "type": "Organisation", "name": "教育部", "mentions": ["教育部"]},
        {"id": "e2", "type": "Policy", "name": "《意见》", "mentions": ["《意见》"]},
        {"id": "e3", "type": "Place", "name": "兴化市", "mentions": ["兴化市", "兴化"], "optional": False},
        {"id": "e4", "type": "Project", "name": "双减", "mentions": ["双减"], "optional": True, "also": ["Policy"]},
    ],
    "relations": [{"s": "e2", "p": "issuedBy", "o": "e1"}],
}


def reference(folder: Path, *lines: str) -> gold.Gold:
    (folder / "page.json").write_text(json.dumps(ANSWER, ensure_ascii=False), encoding="utf-8")
    (folder / "page.txt").write_text("".join(marked.parse(line)[0] for line in lines), encoding="utf-8")
    return gold.load(folder / "page.json")


def judged(folder: Path, *lines: str) -> tuple[nodes.Result, Tally]:
    article, mentions = marked.article(*lines)
    extraction = Extraction(marked.source(article), tuple(mentions), relations.claims(article, mentions))
    answer = reference(folder, *lines)
    result, tally = nodes.Result(), Tally()
    nodes.judge(answer, link([extraction]), result)
    spans.judge(answer, extraction.source, mentions, tally)
    return result, tally


def test_all_right(tmp_path: Path) -> None:
    result, tally = judged(tmp_path, "[Organisation|教育部]印发[Policy|《意见》]。", "[Place|兴化市]落实。")
    assert result.entities.score().f1 == 1
    assert result.statements.score().f1 == 1
    assert tally.score().f1 == 1
    assert (result.named, result.matched) == (3, 3)
    assert result.errors == []


def test_missed_spurious_and_of_the_wrong_type(tmp_path: Path) -> None:
    result, _ = judged(tmp_path, "[Person|教育部]印发[Policy|《意见》]。", "[Organisation|各地]落实。")
    score = result.entities.score()
    assert (score.right, score.found, score.wanted) == (1, 3, 3)
    assert "missed   Organisation  教育部" in result.errors
    assert "spurious Organisation  各地" in result.errors
    assert "missed   issuedBy      《意见》 -> 教育部" in result.errors


def test_what_is_disputed_is_neither_rewarded_nor_punished(tmp_path: Path) -> None:
    without, _ = judged(tmp_path, "[Organisation|教育部]印发[Policy|《意见》]。")
    with_it, _ = judged(tmp_path, "[Organisation|教育部]印发[Policy|《意见》]。", "[Policy|双减]推进。")
    assert without.entities.score() == with_it.entities.score()


def test_a_reference_without_its_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match=r"page\.txt is not beside it"):
        gold.load(tmp_path / "page.json")


def test_a_file_that_is_no_reference_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("文", encoding="utf-8")
    (tmp_path / "page.json").write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match="not a reference answer"):
        gold.load(tmp_path / "page.json")
