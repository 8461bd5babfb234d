"""What could have been asked instead, the most alike first."""

from kg.store import queries
from kg.store.questions import wording
from kg.store.questions.nearest import nearest


def test_an_example_is_nearest_to_itself() -> None:
    for query in queries.catalogue().values():
        for question in query.examples:
            assert nearest(wording.of(question))[0].question == question


def test_at_most_three_each_of_another_query() -> None:
    found = nearest(wording.of("江苏的项目怎么样？"))
    assert len({example.query for example in found}) == len(found) == 3


def test_what_shares_nothing_has_none() -> None:
    assert nearest(wording.of("嗨")) == ()
    assert nearest(wording.of("")) == ()
