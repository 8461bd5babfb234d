"""One entity put together."""

from hypothesis import given
from hypothesis import strategies as st

from kg.store import cards, names
from kg.store.dataset import Dataset


def card_of(dataset: Dataset, name: str) -> cards.Card:
    (iri,) = names.named(dataset, name)
    return cards.card(dataset, iri)


def test_marks_stand_on_the_names_though_a_line_break_was_taken_out(sample: Dataset) -> None:
    (said,) = (said for said in card_of(sample, "蓝海公司").statements)
    (ground,) = said.grounds
    assert [ground.text[start:end] for start, end in ground.marks] == ["江苏省发展改革委", "蓝海公司"]


def test_mentions_are_counted_by_article(chronicled: Dataset) -> None:
    card = card_of(chronicled, "网络试验设施")
    assert [(article.file, article.date, article.mentions) for article in card.articles] == [
        ("b.txt", "", 1),
        ("b.txt", "2025-12-05", 2),
    ]
    assert card.mentions == 3


def test_the_card_of_a_person(chronicled: Dataset) -> None:
    card = card_of(chronicled, "张伟")
    (said,) = card.statements
    assert (card.label, card.classes, card.names) == ("张伟", ("Person",), ())
    assert (said.predicate, said.object, said.role) == ("affiliatedWith", "𠀀区研究院", "院长")


def test_what_a_graph_does_not_know_is_an_empty_card(sample: Dataset) -> None:
    card = cards.card(sample, "https://example.org/nothing")
    assert (card.label, card.statements, card.articles) == ("https://example.org/nothing", (), ())


@given(st.text("甲乙 \n", min_size=1), st.data())
def test_ranges_follow_their_characters_when_line_breaks_go(raw: str, data: st.DataObject) -> None:
    joined = raw.replace("\n", "")
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    ((first, last),) = cards.align(raw, joined, [(start, end)])
    assert joined[first:last] == raw[start:end].replace("\n", "")
