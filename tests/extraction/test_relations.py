"""Each relation file carries sentences that must and must not match; they run here."""

from __future__ import annotations

import pytest

import marked
from kg.extraction import factuality, patterns, relations
from kg.extraction.patterns import Pattern, Skeleton

EXAMPLES = [
    pytest.param(pattern, example, kind == "examples", id=f"{pattern.name}-{kind}-{number}")
    for pattern in patterns.load()
    for kind in ("examples", "counterexamples")
    for number, example in enumerate(getattr(pattern, kind))
]


@pytest.mark.parametrize(("pattern", "example", "wanted"), EXAMPLES)
def test_example_of_a_pattern(pattern: Pattern, example: str, wanted: bool) -> None:
    chars, mentions, parts = marked.parse(example)
    found = {
        (subject, target)
        for match in Skeleton(chars, mentions).find(pattern)
        for subject in match.subjects
        for target in match.objects or match.subjects
    }
    subjects = [m for m in mentions if parts[m] == "s"]
    objects = [m for m in mentions if parts[m] == "o"] or subjects
    if wanted:
        assert {(s, o) for s in subjects for o in objects} <= found
    else:
        assert not found


@pytest.mark.parametrize("pattern", patterns.load(), ids=lambda pattern: pattern.name)
def test_every_pattern_says_what_it_matches_and_what_not(pattern: Pattern) -> None:
    assert pattern.examples
    assert pattern.counterexamples
    assert 0 < pattern.confidence <= 1


@pytest.mark.parametrize(
    ("sentence", "trigger", "judged"),
    [
        ("该公司承建大桥。", "承建", ("asserted", "affirmed")),
        ("该公司尚未承建大桥。", "承建", ("asserted", "negated")),
        ("该公司将承建大桥。", "承建", ("planned", "affirmed")),
        ("该公司有望承建大桥。", "承建", ("possible", "affirmed")),
        ("李将军说，该公司承建大桥。", "承建", ("asserted", "affirmed")),
        ("未来，该公司承建大桥。", "承建", ("asserted", "affirmed")),
        ("预计明年完工，该公司承建大桥。", "承建", ("asserted", "affirmed")),
    ],
)
def test_what_is_denied_or_planned_is_told_from_fact(sentence: str, trigger: str, judged: tuple[str, str]) -> None:
    start = sentence.index(trigger)
    assert factuality.judge(sentence, (start, start + len(trigger))) == judged


def test_a_claim_knows_its_words_and_its_role() -> None:
    article, mentions = marked.article("[Organisation|中国纺织工业联合会]会长[Person|孙明]表示，行业正在转型。")
    (claim,) = relations.claims(article, mentions)
    assert (claim.subject.surface, claim.predicate, claim.object.surface) == (
        "孙明",
        "affiliatedWith",
        "中国纺织工业联合会",
    )
    assert claim.role == "会长"
    assert 0 < claim.confidence < 1


def test_joint_issuers_each_issue_and_each_cooperate() -> None:
    article, mentions = marked.article("[Organisation|教育部]、[Organisation|财政部]近日联合印发[Policy|《意见》]。")
    said = {(c.subject.surface, c.predicate, c.object.surface) for c in relations.claims(article, mentions)}
    assert ("《意见》", "issuedBy", "教育部") in said
    assert ("《意见》", "issuedBy", "财政部") in said
    assert ("教育部", "cooperatesWith", "财政部") in said


def test_a_sentence_cut_off_by_the_layout_says_nothing() -> None:
    article, mentions = marked.article("[Place|江苏省][Place|兴化市]的")
    whole = relations.claims(article, mentions)
    cut = article.sentences[0].__class__(0, article.sentences[0].text, incomplete=True)
    broken = article.__class__(0, "report", None, (cut,))
    assert whole
    assert relations.claims(broken, mentions) == ()


def test_nothing_is_part_of_a_thing_of_another_type() -> None:
    article, mentions = marked.article(
        "[Project|蓝海水电站]已纳入[Policy|《电力发展规划》]，[Project|青云水电站]已纳入[Project|西电东送工程]。"
    )
    found = {(claim.subject.surface, claim.object.surface) for claim in relations.claims(article, mentions)}
    assert found == {("青云水电站", "西电东送工程")}
