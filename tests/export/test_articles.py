from __future__ import annotations

import pytest

import samples
from kg.export import articles
from kg.export.articles import passages


def test_every_sentence_of_every_article_stands_there_with_what_it_names() -> None:
    knowledge = samples.knowledge()
    found = passages(knowledge)
    (article,) = knowledge.sources[0].articles
    assert [passage.text for passage in found] == [sentence.text.chars for sentence in article.sentences]
    named = [passage.text[mark.start : mark.end] for passage in found for mark in passage.marks]
    assert named == [linked.mention.surface for linked in knowledge.mentions]


def test_a_headline_is_no_part_of_the_body() -> None:
    first, *others = passages(samples.knowledge())
    assert first.paragraph == -1
    assert all(passage.paragraph >= 0 for passage in others)


def test_of_too_much_text_only_sentences_that_name_or_say_something_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = samples.knowledge()
    monkeypatch.setattr(articles, "MOST_TEXT", 0)
    kept = {passage.text for passage in passages(knowledge)} - {None}
    quoted = {knowledge.sentence(e.where).text.chars for s in knowledge.statements for e in s.evidence}
    assert quoted <= kept
    assert all(passage.text is not None for passage in passages(knowledge) if passage.marks)
