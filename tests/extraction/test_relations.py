"""Each relation file carries sentences that must and must not match; they run here."""

from __future__ import annotations

from dataclasses import replace

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
    types = {(c.predicate, c.subject.type, c.object.type) for c in relations.claims(article, mentions)}
    assert types
    assert ("partOf", "Project", "Policy") not in types


def said(*lines: str) -> set[tuple[str, str, str]]:
    article, mentions = marked.article(*lines)
    return {(c.subject.surface, c.predicate, c.object.surface) for c in relations.claims(article, mentions)}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "由[Organisation|商务部]和[Organisation|中央总台]共同主办的[Project|消费月]启动。",
            ("消费月", "undertakenBy", "商务部"),
        ),
        (
            "[Organisation|省水利厅]会同[Organisation|省财政厅]编制了[Policy|《防洪规划》]。",
            ("省水利厅", "cooperatesWith", "省财政厅"),
        ),
        (
            "连接[Place|福建省][Place|漳州市]和[Place|广东省][Place|汕头市]的[Project|漳汕高铁]开始架梁。",
            ("漳汕高铁", "locatedIn", "漳州市"),
        ),
        (
            "[Project|探海工程]包括[Project|探海一号]、[Project|探海二号]和[Project|探海三号]。",
            ("探海三号", "partOf", "探海工程"),
        ),
        (
            "[Organisation|江海大学]校长[Person|李明]、[Organisation|蓝海公司]董事长[Person|王芳]出席。",
            ("王芳", "affiliatedWith", "蓝海公司"),
        ),
    ],
)
def test_what_newspapers_say(sentence: str, claim: tuple[str, str, str]) -> None:
    assert claim in said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "[Organisation|新江日报]记者来到[Project|清江大桥]工地采访。",
        "[Organisation|蓝海公司]和[Organisation|青山公司]的股价昨天双双下跌。",
        "来自[Place|东川市]的选手在[Project|江海马拉松]中夺冠。",
        "[Organisation|江海大学]组织师生学习[Policy|《教育法》]。",
    ],
)
def test_what_names_beside_each_other_do_not_say(sentence: str) -> None:
    assert said(sentence) == set()


def test_the_outer_place_of_a_chain_is_not_where_a_thing_lies() -> None:
    found = said("[Project|超快激光装置]在[Place|广东省][Place|东莞市]开工建设。")
    assert ("超快激光装置", "locatedIn", "东莞市") in found
    assert ("超快激光装置", "locatedIn", "广东省") not in found


def test_what_is_dropped_is_counted_by_its_reason() -> None:
    article, mentions = marked.article("[Organisation|新江日报]记者来到[Project|清江大桥]工地采访。")
    judged = relations.judge(article, mentions)
    assert judged.claims == ()
    assert judged.dropped == {relations.LOW: 1}


def test_what_the_gazetteer_denies_is_dropped() -> None:
    article, mentions = marked.article("[Place|江苏省][Place|合肥市]")
    keyed = [replace(m, key=key) for m, key in zip(mentions, ("place/320000", "place/340100"), strict=True)]
    assert not [c for c in relations.claims(article, keyed) if c.predicate == "locatedIn"]


def test_a_claim_of_the_score_alone_points_to_its_words() -> None:
    article, mentions = marked.article("[Organisation|江海大学]位于[Place|江海省][Place|东川市]。")
    claims = [c for c in relations.claims(article, mentions) if c.subject.surface == "江海大学"]
    assert [(c.object.surface, c.pattern.partition("/")[0]) for c in claims] == [("东川市", "locatedIn")]
    assert claims[0].trigger is not None
    assert article.sentences[0].text.chars[slice(*claims[0].trigger)] == "位于"
