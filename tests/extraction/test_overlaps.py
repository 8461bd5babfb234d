"""The one decision over candidates."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import overlaps
from kg.extraction.candidates import Candidate
from kg.model import ENTITY_TYPES

CANDIDATES = st.lists(
    st.builds(
        lambda start, length, kind, score, reason: Candidate(start, start + length, kind, score, reason),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from(ENTITY_TYPES),
        st.floats(0, 1),
        st.sampled_from(["tagger", "gazetteer", "grammar", "document"]),
    ),
    max_size=25,
)


@given(CANDIDATES)
def test_chosen_stretches_never_overlap_and_are_in_order(candidates: list[Candidate]) -> None:
    chosen = overlaps.decide(candidates)
    assert all(one.end <= other.start for one, other in pairwise(chosen))


@given(CANDIDATES, st.randoms())
def test_the_order_of_the_candidates_does_not_matter(candidates: list[Candidate], random: object) -> None:
    shuffled = candidates[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert overlaps.decide(shuffled) == overlaps.decide(candidates)


def test_the_longer_name_beats_the_name_inside_it() -> None:
    whole = Candidate(0, 8, "Organisation", 0.9, "tagger")
    inner = Candidate(0, 3, "Place", 0.95, "gazetteer", "province", "place/320000")
    assert [c.end for c in overlaps.decide([inner, whole])] == [8]


def test_a_doubtful_whole_yields_to_sure_parts() -> None:
    whole = Candidate(0, 4, "Place", 0.55, "tagger")
    parts = [Candidate(0, 2, "Place", 0.9, "gazetteer"), Candidate(2, 4, "Place", 0.9, "gazetteer")]
    assert len(overlaps.decide([whole, *parts])) == 2


def test_two_kinds_of_evidence_are_believed_more_than_one() -> None:
    found = overlaps.decide([Candidate(0, 4, "Project", 0.4, "tagger"), Candidate(0, 4, "Project", 0.4, "grammar")])
    assert [c.reason for c in found] == ["grammar+tagger"]
    assert overlaps.decide([Candidate(0, 4, "Project", 0.4, "tagger")]) == []
