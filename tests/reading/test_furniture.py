"""The table of page furniture: each row matches its example and no sentence."""

from __future__ import annotations

import pytest

from kg import resources
from kg.reading import lexicon

ROWS = resources.table("lexicon", "reading-furniture.tsv")
SENTENCES = (
    "会议强调，要抓好落实。",
    "某市今天召开会议",
    "时间：12月6日上午，地点：某市会议中心，会议正式开幕。",
    "编辑出版工作迈上新台阶",
    "国办发〔2025〕1号",
    "一、总体要求",
    "相关负责人表示，进展顺利。",
    "The premier met with visiting guests in Beijing on Saturday.",
)


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_a_row_matches_its_example(row: dict[str, str]) -> None:
    pattern = lexicon.furniture(row["place"])  # type: ignore[arg-type]
    assert pattern.search(row["example"]) if row["place"] == "end" else pattern.match(row["example"])


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("place", ["line", "tail"])
def test_no_row_matches_a_sentence(place: str, sentence: str) -> None:
    assert lexicon.furniture(place).match(sentence) is None  # type: ignore[arg-type]
