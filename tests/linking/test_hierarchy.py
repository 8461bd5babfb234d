"""Nothing lies in itself."""

from __future__ import annotations

from kg.linking.hierarchy import sound
from kg.model import Predicate, Statement


def lies(subject: str, target: str, confidence: float, predicate: Predicate = "locatedIn") -> Statement:
    return Statement(subject, predicate, target, confidence, ())


def test_the_doubtful_statement_of_a_circle_goes() -> None:
    sure, doubtful = lies("project/a", "place/b", 0.9), lies("place/b", "project/a", 0.4)
    assert sound([doubtful, sure]) == (sure,)


def test_a_circle_of_three() -> None:
    circle = [lies("a", "b", 0.9, "partOf"), lies("b", "c", 0.8, "partOf"), lies("c", "a", 0.7, "partOf")]
    assert sound(circle) == tuple(circle[:2])


def test_what_the_gazetteer_knows_stands_before_any_sentence() -> None:
    assert sound([lies("place/CN", "place/460000", 0.99)]) == ()
    kept = lies("place/460000", "place/CN", 0.3)
    assert sound([kept]) == (kept,)


def test_other_statements_are_left_alone() -> None:
    both = [lies("a", "b", 0.9, "cooperatesWith"), lies("b", "a", 0.9, "cooperatesWith")]
    assert sound(both) == tuple(both)
