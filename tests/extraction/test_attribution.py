"""Who is quoted: the speaker of a sentence, of a quotation, of a quotation that spans sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

import marked
from kg.extraction import relations
from kg.model import Article

BUILT = "[Project|东江大桥|s]由[Organisation|东江路桥|o]承建"


def speaker(article: Article, mentions: list, sentence: int = 0) -> str | None:  # type: ignore[type-arg]
    """Who is quoted as saying who builds the bridge."""
    found = [c for c in relations.claims(article, mentions) if c.predicate == "undertakenBy" and c.sentence == sentence]
    (who,) = {claim.attributed_to for claim in found}
    return who.surface if who else None


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (f"[Person|王明]表示，{BUILT}。", "王明"),
        (f"[Person|王明]在接受采访时说：“{BUILT}。”", "王明"),
        (f"“{BUILT}，”[Person|王明]告诉记者。", "王明"),
        (f"据[Organisation|《东江晨报》]报道，{BUILT}。", "《东江晨报》"),
        (f"[Organisation|省交通厅]有关负责人介绍，{BUILT}。", "省交通厅"),
        (f"[Organisation|《东江晨报》]报道，[Person|王明]透露，{BUILT}。", "王明"),  # the inner one
        (f"[Organisation|东江路桥]表示，{BUILT}。", "东江路桥"),  # of oneself too
        (f"{BUILT}，[Person|王明]说，工期很紧。", None),  # said before he speaks
        (f"[Organisation|省交通厅]印发[Policy|《规划》]，{BUILT}。", None),  # issuing is no quotation
        (f"[Place|江苏省]表示，{BUILT}。", None),  # a place does not speak
        (f"[Person|王明]被称为大师，{BUILT}。", None),
        (f"[Person|王明]表示感谢，{BUILT}。", None),
        (f"[Organisation|东江大学]的学生说，{BUILT}。", None),  # not the body
        (f"据悉，{BUILT}。", None),
        (f"[Person|王明]說，{BUILT}。", "王明"),
    ],
)
def test_what_is_said_has_its_speaker(sentence: str, wanted: str | None) -> None:
    article, mentions = marked.article(sentence)
    assert speaker(article, mentions) == wanted


def test_a_quotation_goes_on_over_sentences_of_its_paragraph() -> None:
    article, mentions = marked.article("[Person|王明]说：“路修好了。", f"{BUILT}。”", f"{BUILT}。")
    assert [speaker(article, mentions, number) for number in (1, 2)] == ["王明", None]


def test_a_quotation_does_not_go_on_into_the_next_paragraph() -> None:
    article, mentions = marked.article("[Person|王明]说：“路修好了。", f"{BUILT}。")
    first, second = article.sentences
    apart = replace(article, sentences=(first, replace(second, paragraph=1)))
    assert speaker(apart, mentions, 1) is None


def test_he_who_goes_on_speaking_is_the_last_speaker() -> None:
    article, mentions = marked.article("[Person|王明]说，路修好了。", f"他还说，{BUILT}。")
    assert speaker(article, mentions, 1) == "王明"


def test_who_denies_what_is_said_of_himself_is_no_source() -> None:
    own, other = (
        marked.article(f"[{name}]否认[Organisation|东江路桥|o]承建[Project|东江大桥|s]。")
        for name in ("Organisation|东江路桥", "Person|王明")
    )
    assert speaker(*own) is None
    assert speaker(*other) == "王明"
    assert {c.polarity for c in relations.claims(*other) if c.predicate == "undertakenBy"} == {"negated"}


def test_how_places_lie_is_nobodys_opinion() -> None:
    article, mentions = marked.article("[Person|王明]表示，[Place|江苏省][Place|兴化市]是水乡。")
    (claim,) = relations.claims(article, mentions)
    assert claim.attributed_to is None
