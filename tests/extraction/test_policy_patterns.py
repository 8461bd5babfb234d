"""graph/policies/status.yaml carries sentences that must and must not match; they run here."""

from __future__ import annotations

import pytest

import policies
from kg.extraction.policies import finder
from kg.extraction.policies.patterns import StatusPattern, load

EXAMPLES = [
    pytest.param(pattern, example, kind == "examples", id=f"{pattern.name}-{kind}-{number}")
    for pattern in load()
    for kind in ("examples", "counterexamples")
    for number, example in enumerate(getattr(pattern, kind))
]


@pytest.mark.parametrize(("pattern", "example", "wanted"), EXAMPLES)
def test_example_of_a_pattern(
    pattern: StatusPattern, example: str, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "load", lambda: (pattern,))
    article, mentions, subjects = policies.article(example)
    found = {(m.policy.sentence, m.policy.start) for m in finder.milestones(article, mentions)}
    assert subjects
    assert found == ({(m.sentence, m.start) for m in subjects} if wanted else set())


def test_every_pattern_says_what_it_matches_and_what_not() -> None:
    for pattern in load():
        assert pattern.examples, pattern.name
        assert pattern.counterexamples, pattern.name
        assert 0 < pattern.confidence <= 1, pattern.name
