"""Claims about mentions become statements about entities, with every sentence that says them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linking import statements
from kg.model import Claim, Entity, Evidence, Mention, Modality, Predicate, SentenceRef, Statement

ENTITIES = {id: Entity(id, "Organisation", "", id) for id in ("甲", "乙", "丙")}
ENTITIES |= {"人": Entity("人", "Person", "", "人"), "规划": Entity("规划", "Policy", "", "规划")}


def mention(name: str) -> Mention:
    return Mention(0, 0, 0, len(name), name, "Organisation")


def claim(
    subject: str, target: str, confidence: float = 0.8, sentence: int = 0, predicate: Predicate = "partOf"
) -> Claim:
    return Claim(mention(subject), predicate, mention(target), 0, sentence, confidence, "rule")


def gather(*claims: Claim, source: str = "source") -> tuple[Statement, ...]:
    """Each mention names the entity of its own name; 无 names none."""
    return statements.gather(((source, one) for one in claims), resolve, ENTITIES)


def resolve(_: str, mention: Mention) -> str | None:
    return None if mention.surface == "无" else mention.surface


def test_a_claim_is_a_statement_with_its_sentence() -> None:
    said = replace(claim("甲", "乙", 0.83, sentence=4), trigger=(2, 4))
    evidence = Evidence(SentenceRef("source", 0, 4), 0.83, "rule", (2, 4))
    assert gather(said) == (Statement("甲", "partOf", "乙", 0.83, (evidence,)),)


@pytest.mark.parametrize(
    ("confidences", "together"),
    [((0.5, 0.5), 0.75), ((0.8, 0.5), 0.9), ((0.6, 0.5, 0.5), 0.9), ((0.9, 0.9, 0.9), 0.99)],
)
def test_sentences_that_agree_are_believed_as_independent_witnesses(
    confidences: tuple[float, ...], together: float
) -> None:
    """But never for certain: 0.99 is the most."""
    claims = [claim("甲", "乙", confidence, sentence) for sentence, confidence in enumerate(confidences)]
    (statement,) = gather(*claims)
    assert statement.confidence == together
    assert [piece.where.sentence for piece in statement.evidence] == list(range(len(confidences)))


def test_one_sentence_counts_once_as_its_surest_rule_has_it() -> None:
    weak, strong = claim("甲", "乙", 0.4), replace(claim("甲", "乙", 0.7), pattern="better")
    for order in ((weak, strong), (strong, weak)):
        (statement,) = gather(*order)
        assert statement.confidence == 0.7
        assert [piece.pattern for piece in statement.evidence] == ["better"]


def test_the_same_sentence_of_two_sources_is_two_witnesses() -> None:
    claims = [(source, claim("甲", "乙", 0.5)) for source in ("b", "a")]
    (statement,) = statements.gather(claims, resolve, ENTITIES)
    assert [piece.where.source for piece in statement.evidence] == ["a", "b"]


def test_cooperation_is_written_once_whoever_is_named_first() -> None:
    one = claim("乙", "甲", 0.5, 0, "cooperatesWith")
    other = claim("甲", "乙", 0.5, 1, "cooperatesWith")
    (statement,) = gather(one, other)
    assert {statement.subject, statement.object} == {"甲", "乙"}
    assert len(statement.evidence) == 2
    assert len(gather(claim("乙", "甲"), claim("甲", "乙"))) == 2  # other predicates have a direction


def test_what_somebody_is_quoted_as_saying_stands_beside_what_a_text_says_itself() -> None:
    """The text's own plan is not made a fact by whoever claims it, nor the text's own words his."""
    planned = replace(claim("甲", "乙", 0.5), modality="planned")
    quoted = [replace(claim("甲", "乙", 0.5, n), attributed_to=mention(name)) for n, name in ((1, "丙"), (2, "丙"))]
    own, said = gather(planned, *quoted)
    assert (own.attributed_to, own.modality, own.confidence) == (None, "planned", 0.5)
    assert (said.attributed_to, said.modality, said.confidence) == ("丙", "asserted", 0.75)


def test_a_speaker_that_names_nothing_leaves_the_claim_without_one() -> None:
    (statement,) = gather(replace(claim("甲", "乙"), attributed_to=mention("无")))
    assert statement.attributed_to is None


@pytest.mark.parametrize(
    ("modalities", "modality"),
    [
        (("planned",), "planned"),
        (("possible", "planned"), "planned"),
        (("planned", "asserted", "possible"), "asserted"),
    ],
)
def test_what_one_sentence_asserts_is_asserted(modalities: tuple[Modality, ...], modality: str) -> None:
    claims = [replace(claim("甲", "乙", 0.5, number), modality=each) for number, each in enumerate(modalities)]
    for order in (claims, claims[::-1]):
        (statement,) = gather(*order)
        assert statement.modality == modality


def test_what_is_denied_and_what_is_affirmed_are_two_statements() -> None:
    affirmed, denied = gather(claim("甲", "乙"), replace(claim("甲", "乙", sentence=1), polarity="negated"))
    assert (affirmed.polarity, denied.polarity) == ("affirmed", "negated")
    assert len(affirmed.evidence) == len(denied.evidence) == 1


def test_two_roles_are_two_statements() -> None:
    chair, member = (replace(claim("人", "乙", predicate="affiliatedWith"), role=role) for role in ("会长", "委员"))
    assert [statement.role for statement in gather(chair, member)] == ["会长", "委员"]


@pytest.mark.parametrize(
    ("subject", "target"),
    [("甲", "甲"), ("甲", "无"), ("无", "甲"), ("甲", "丁"), ("丁", "甲")],  # 丁 is no entity of the build
)
def test_no_statement(subject: str, target: str) -> None:
    assert gather(claim(subject, target)) == ()


CLAIMS = st.lists(
    st.builds(
        lambda names, predicate, sentence, confidence: claim(names[0], names[1], confidence, sentence, predicate),
        st.sampled_from([("甲", "乙"), ("乙", "甲"), ("甲", "丙"), ("丙", "丙"), ("甲", "无")]),
        st.sampled_from(["partOf", "cooperatesWith", "supports"]),
        st.integers(0, 3),
        st.sampled_from([0.25, 0.5, 0.75]),
    ),
    max_size=12,
)


@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim], random: object) -> None:
    shuffled = claims[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert gather(*shuffled) == gather(*claims)


@given(CLAIMS)
def test_every_statement_has_its_evidence_and_stands_once(claims: list[Claim]) -> None:
    found = gather(*claims)
    assert len({(s.subject, s.predicate, s.object) for s in found}) == len(found)
    for statement in found:
        assert statement.evidence
        assert max(piece.confidence for piece in statement.evidence) <= statement.confidence <= 0.99


@pytest.mark.parametrize(("subject", "predicate"), [("规划", "partOf"), ("人", "partOf"), ("甲", "affiliatedWith")])
def test_what_its_entities_cannot_be_to_each_other_is_no_statement(subject: str, predicate: Predicate) -> None:
    """Whatever the types of the mentions: a thing has the type that the gazetteer gives it."""
    assert gather(claim(subject, "乙", predicate=predicate)) == ()
