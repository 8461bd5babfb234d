"""What speaks for and against two things being one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.linking import evidence
from kg.linking.decisions import NONE, Decisions
from kg.linking.evidence import World
from kg.linking.things import Thing
from linked import by_id, decided, thing

TABLE = {row["kind"]: float(row["weight"]) for row in resources.table("linking", "weights.tsv")}
KINDS = {kind for kind in TABLE if not kind.startswith("threshold-")}
GIANT = "organisation/giant"  # every source names it
DAY = date(2025, 3, 5)


def world(*named: Thing, decisions: Decisions = NONE) -> World:
    """Of the things, of one that a thousand sources name, and of several that few do."""
    few = ["organisation/a", "organisation/b", "organisation/c", "organisation/d"]
    found = World.of(by_id(*named), decisions)
    spread = {**found.spread, **dict.fromkeys(few, 1), GIANT: 1000, "place/430000": 1000, "place/430100": 1000}
    spread |= dict.fromkeys(("place/420000", "place/RU", "place/JP", "place/CN"), 1000)
    return World(found.called, found.bearers, spread, 1000, decisions)


def pieces(one: Thing, other: Thing, *others: Thing, decisions: Decisions = NONE) -> dict[str, float]:
    """Kind -> how often it counts."""
    found = evidence.pieces(one, other, world(one, other, *others, decisions=decisions))
    assert len({piece.kind for piece in found}) == len(found)
    return {piece.kind: piece.times for piece in found}


def pair(name: str, type: str = "Person", **ours: object) -> tuple[Thing, Thing]:
    """Two things of one name in two sources; each of ``ours`` is a pair: of the one, of the other."""
    return tuple(  # type: ignore[return-value]
        thing(name, type, source="ab"[at], **{key: value[at] for key, value in ours.items()})  # type: ignore
        for at in (0, 1)
    )


EXAMPLES: dict[str, tuple[Thing, ...]] = {
    "name-equal": pair("李明"),
    "name-specific": pair("李小明"),
    "name-learned": (thing("希音", aliases=["SHEIN"]), thing("SHEIN", source="b")),
    "name-learned-by-several": (
        thing("蓝海协会", aliases=["海协"]),
        thing("海协", source="b"),
        thing("大海协会", source="c", aliases=["海协"]),
    ),
    "name-part": (thing("让·蓝海", "Person"), thing("蓝海", "Person", source="b")),
    "name-shortened": (thing("江苏省蓝海集团"), thing("蓝海集团", source="b")),
    "name-relative": pair("市教育局", "Organisation", relative=(True, True)),
    "place-relative": pair("东部", "Place", relative=(True, True)),
    "post-relative": pair("总书记", "Person", relative=(True, True)),
    "name-famous": (
        *pair("王明", "Person"),
        *(thing("王明", "Person", source=source) for source in "cde"),
    ),
    "name-recurring": pair("蓝海大会", "Project", relative=(True, True)),
    "date-near": pair("李明", day=(DAY, date(2025, 3, 12))),
    "date-month": pair("李明", day=(DAY, date(2025, 4, 4))),
    "date-far": pair("蓝海大会", "Project", relative=(True, True), day=(DAY, date(2025, 4, 5))),
    "session-near": (
        thing("党的十九届四中全会", "Project", day=DAY),
        thing("四中全会", "Project", source="b", day=DAY, relative=True),
    ),
    "company-rare": pair("李明", company=(["organisation/a"], ["organisation/a"])),
    "company-common": pair("李明", company=([GIANT], [GIANT])),
    "article-rare": pair("李明", around=(["organisation/a"], ["organisation/a"])),
    "post-shared": pair("李明", posts=([("organisation/a", "会长")], [("organisation/a", "会长")])),
    "body-shared": pair("李明", posts=([("organisation/a", "会长")], [("organisation/a", "委员")])),
    "body-differs": pair("李明", bodies=(["organisation/a"], ["organisation/b"])),
    "title-shared": pair("李明", titles=(["外长"], ["外交部长"])),
    "title-differs": pair("李明", titles=(["总统"], ["副总统"])),
    "country-shared": pair("李明", company=(["place/RU"], ["place/RU"])),
    "country-differs": pair("李明", company=(["place/RU"], ["place/JP"])),
    "area-shared": pair("李明", company=(["place/430100"], ["place/430000"])),  # the city and its province
    "area-differs": pair("李明", company=(["place/430100"], ["place/420000"])),
    "number-differs": (
        thing("第7届蓝海大会", "Project", aliases=["蓝会"]),
        thing("第8届蓝海大会", "Project", aliases=["第7届蓝海大会"]),
    ),
    "draft-differs": (thing("蓝海条例(草案)", "Policy"), thing("蓝海条例", "Policy", aliases=["蓝海条例(草案)"])),
    "identifier-differs": (
        thing("蓝海", "Place", key="place/430000"),
        thing("蓝海", "Place", key="place/420000"),
    ),
    "identifier-shared": pair(
        "办法", "Policy", relative=(True, True), numbers=(["国发〔2021〕2号"], ["国发〔2021〕2号"])
    ),
    "title-unnumbered": pair("蓝海办法", "Policy", numbers=(["国发〔2021〕2号"], [])),
    "user-same": (thing("甲"), thing("乙")),
    "user-different": (thing("甲"), thing("丙")),
}
DECIDED = decided(("same", "甲", "乙"), ("different", "甲", "丙"))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_the_table_has_an_example(kind: str) -> None:
    """Whichever of the two comes first."""
    one, other, *others = EXAMPLES[kind]
    found = pieces(one, other, *others, decisions=DECIDED)
    assert kind in found
    assert pieces(other, one, *others, decisions=DECIDED) == found


def test_every_kind_that_the_code_knows_is_in_the_table_and_the_other_way_round() -> None:
    code = Path(evidence.__file__).read_text(encoding="utf-8")
    prefixes = {kind.partition("-")[0] for kind in TABLE}
    written = {kind for kind in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', code) if kind.partition("-")[0] in prefixes}
    written |= {f"{kind}-{how}" for kind in ("country", "area") for how in re.findall(r'f"\{kind\}-([a-z]+)"', code)}
    assert written == KINDS


def test_a_kind_without_a_weight_is_named_with_its_table() -> None:
    with pytest.raises(KnowledgeError, match=r"weights\.tsv: no kind name-unknown"):
        evidence.weight("name-unknown")


def test_a_piece_weighs_its_kind_as_often_as_it_counts() -> None:
    (*_, company) = evidence.pieces(*pair("李明", company=([GIANT], [GIANT])), world())  # type: ignore[misc]
    assert company.kind == "company-common"
    assert company.weight == TABLE["company-common"]


def test_what_contradicts_outweighs_all_else() -> None:
    best = sum(weight * 3 for kind, weight in TABLE.items() if weight > 0 and kind in KINDS - {"user-same"})
    assert all(TABLE[kind] + best < TABLE["threshold-unsure"] for kind in ("number-differs", "draft-differs"))
    assert TABLE["user-same"] + sum(weight for weight in TABLE.values() if -200 < weight < 0) > TABLE["threshold-same"]
    assert TABLE["user-different"] + best < TABLE["threshold-unsure"]


class TestNames:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (thing("李明", "Person"), thing("王明", "Person", source="b", company=[GIANT])),
            (thing("蓝海公司", company=[GIANT]), thing("青云公司", company=[GIANT])),
        ],
    )
    def test_without_a_common_name_nothing_counts(self, one: Thing, other: Thing) -> None:
        assert pieces(one, other) == {}

    @pytest.mark.parametrize(
        ("name", "type", "specific"),
        [
            ("李小明", "Person", True),
            ("李明", "Person", False),
            ("让·蓝海", "Person", True),
            ("阿小明", "Person", False),  # no surname
            ("蓝海量子公司", "Organisation", True),
            ("蓝海公司", "Organisation", False),
            ("蓝海量子论坛", "Project", True),
            ("蓝海量子座谈会", "Project", False),  # held again and again
        ],
    )
    def test_names_that_tell_much(self, name: str, type: str, specific: bool) -> None:
        assert ("name-specific" in pieces(*pair(name, type))) is specific

    def test_the_name_of_a_person_is_famous_from_five_sources_on(self) -> None:
        four = [thing("李明", "Person", source=source) for source in "abcd"]
        assert "name-famous" not in pieces(*four)

    def test_an_edition_and_what_is_called_this_years(self) -> None:
        this = thing("本届蓝海大会", "Project", source="b", relative=True)
        assert "name-equal" in pieces(thing("第8届蓝海大会", "Project"), this)
        assert "name-equal" not in pieces(thing("第8届青云大会", "Project"), this)
        assert "name-equal" not in pieces(thing("第8届蓝海大会", "Project"), thing("第7届蓝海大会", "Project"))


class TestDates:
    @pytest.mark.parametrize(
        ("days", "kind"), [(0, "date-near"), (7, "date-near"), (8, "date-month"), (30, "date-month"), (31, None)]
    )
    def test_the_days_between_two_texts(self, days: int, kind: str | None) -> None:
        later = date.fromordinal(DAY.toordinal() + days)
        found = pieces(*pair("李明", day=(DAY, later)))
        assert {each for each in found if each.startswith("date-")} == ({kind} if kind else set())

    def test_without_a_date_nothing_counts(self) -> None:
        assert not [kind for kind in pieces(*pair("李明", day=(DAY, None))) if kind.startswith("date-")]


class TestCompany:
    def test_counts_up_to_three(self) -> None:
        few = ["organisation/a", "organisation/b", "organisation/c", "organisation/d"]
        assert pieces(*pair("李明", company=(few[:2], few[:2])))["company-rare"] == 2
        assert pieces(*pair("李明", company=(few, few)))["company-rare"] == 3

    def test_what_stands_in_one_sentence_does_not_count_again_for_the_article(self) -> None:
        a = ["organisation/a"]
        found = pieces(*pair("李明", company=(a, a), around=(a, a)))
        assert ("company-rare" in found, "article-rare" in found) == (True, False)

    def test_of_a_few_sources_up_to_three_are_few(self) -> None:
        assert World({}, {}, {"x": 3, "y": 4}, 10, NONE).rare("x")
        assert not World({}, {}, {"x": 3, "y": 4}, 10, NONE).rare("y")
        assert World({}, {}, {"y": 20, "z": 21}, 1000, NONE).rare("y")  # of a thousand, twenty
        assert not World({}, {}, {"y": 20, "z": 21}, 1000, NONE).rare("z")


class TestPosts:
    def test_a_post_is_known_short_and_in_full(self) -> None:
        rows = resources.table("linking", "posts.tsv", columns=("short", "full"))
        for row in rows:
            assert "title-shared" in pieces(*pair("李明", titles=([row["short"]], [row["full"]])))

    def test_one_common_post_of_several_is_enough(self) -> None:
        assert "title-shared" in pieces(*pair("李明", titles=(["总统", "主席"], ["主席", "会长"])))

    def test_who_belongs_to_nothing_contradicts_nobody(self) -> None:
        found = pieces(*pair("李明", bodies=(["organisation/a"], []), titles=(["总统"], [])))
        assert not {"body-differs", "title-differs"} & found.keys()


class TestContradictions:
    @pytest.mark.parametrize(
        ("one", "other", "differ"),
        [
            ("第7届蓝海大会", "第8届蓝海大会", True),
            ("2024年蓝海大会", "2025年蓝海大会", True),
            ("蓝海一期工程", "蓝海二期工程", True),
            ("蓝海三号卫星", "蓝海四号卫星", True),
            ("蓝海大会", "第8届蓝海大会", False),  # one says none
            ("第8届蓝海大会", "2025年第8届蓝海大会", False),  # one says more
            ("四川论坛", "三亚论坛", False),  # no numbers
        ],
    )
    def test_numbers(self, one: str, other: str, differ: bool) -> None:
        ours, theirs = thing(one, "Project", aliases=[other]), thing(other, "Project", source="b")
        assert ("number-differs" in pieces(ours, theirs)) is differ

    def test_a_draft_and_the_text_under_another_name(self) -> None:
        ours = thing("蓝海条例(征求意见稿)", "Policy", aliases=["条例"])
        assert "draft-differs" in pieces(ours, thing("条例", "Policy", source="b"))
        both = thing("蓝海条例(征求意见稿)", "Policy"), thing("蓝海条例(征求意见稿)", "Policy", source="b")
        assert "draft-differs" not in pieces(*both)


class TestUser:
    def test_without_a_line_nothing_is_decided(self) -> None:
        assert not {"user-same", "user-different"} & pieces(*pair("李明")).keys()

    def test_an_id_means_that_one_alone(self) -> None:
        one, other, third = (thing("李明", "Person", source=source) for source in "abc")
        decisions = decided(("different", one.id, other.id))
        assert "user-different" in pieces(one, other, decisions=decisions)
        assert "user-different" not in pieces(one, third, decisions=decisions)

    def test_different_comes_before_same(self) -> None:
        one, other = pair("李明")
        decisions = decided(("same", one.id, other.id), ("different", "李明", other.id))
        assert "user-same" not in pieces(one, other, decisions=decisions)


def test_two_document_numbers_stand_between_two_policies() -> None:
    one = thing("农业补贴办法", "Policy", numbers=["国发〔2021〕2号"])
    other = thing("国家农业补贴办法", "Policy", aliases=["农业补贴办法"], numbers=["国发〔2022〕9号"])
    assert "identifier-differs" in pieces(one, other)
    other.numbers.add("国发〔2021〕2号")
    assert "identifier-differs" not in pieces(one, other)
    assert "identifier-shared" in pieces(one, other)
