"""全省, 该市, 全岛: words that point to a place by its level."""

from __future__ import annotations

import pytest

from kg.extraction import pointing
from kg.extraction.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("江苏省下雨，全省降温。", {"全省": "place/320000"}),
        ("兴化市丰收，该市……", {"该市": "place/321281"}),
        ("海南省说，全岛封关。", {"全岛": "place/460000"}),
        # two may be meant, or none is named
        ("江苏省与浙江省下雨，全省降温。", {}),
        ("全岛封关。", {}),
        # one is named far more often
        ("江苏省、江苏省、江苏省与浙江省下雨，全省降温。", {"全省": "place/320000"}),
    ],
)
def test_what_a_word_points_to(text: str, found: dict[str, str]) -> None:
    candidates = list(pointing.propose(text, Gazetteer.load().find(text)))
    assert {text[c.start : c.end]: c.key for c in candidates} == found
