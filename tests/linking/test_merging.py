"""Which things of several sources are one."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import marked
from kg import resources
from kg.linking import blocking, comparing, coreference, evidence, merging, things
from kg.linking.decisions import NONE, Decision, Decisions
from kg.linking.things import Occurrence, Thing
from linked import by_id, decided
from linked import thing as made


def gathered(*pages: str, days: tuple[str, ...] = (), decisions: Decisions = NONE) -> dict[str, Thing]:
    """The things of several sources, a sentence each: p0, p1 …"""
    found: list[Occurrence] = []
    for number, line in enumerate(pages):
        day = date.fromisoformat(days[number]) if days else None
        clusters = coreference.clusters(*marked.article(line), decisions)
        found.extend(Occurrence(f"p{number}", day, cluster) for cluster in clusters)
    return things.gather(found)


def groups(*pages: str, days: tuple[str, ...] = (), decisions: Decisions = NONE) -> set[frozenset[str]]:
    """Which names of which sources are one entity: name@source."""
    found = gathered(*pages, days=days, decisions=decisions)
    names, _ = merging.merge(found, decisions)
    tied: dict[str, set[str]] = {}
    for id, thing in found.items():
        tied.setdefault(names[id], set()).update(f"{name}@{source}" for source in thing.sources for name in thing.names)
    return {frozenset(group) for group in tied.values()}


def one(*pages: str, names: tuple[str, str], days: tuple[str, ...] = (), decisions: Decisions = NONE) -> bool:
    """Whether the first page's first name and the last page's second one are one entity."""
    last = len(pages) - 1
    found = groups(*pages, days=days, decisions=decisions)
    return any({f"{names[0]}@p0", f"{names[1]}@p{last}"} <= group for group in found)


NEAR, FAR = ("2025-12-01", "2025-12-03"), ("2024-12-01", "2025-12-03")


class TestNames:
    def test_a_short_name_that_a_text_explains(self) -> None:
        pages = ("[Organisation|蓝海数据交易中心]（[Organisation|海易所]）成立。", "[Organisation|海易所]说。")
        assert one(*pages, names=("蓝海数据交易中心", "海易所"))

    def test_not_where_two_things_are_called_so(self) -> None:
        pages = (
            "[Organisation|蓝海数据交易中心]（[Organisation|海易所]）成立。",
            "[Organisation|青海易货研究所]（[Organisation|海易所]）成立。",
            "[Organisation|海易所]说。",
        )
        assert not one(*pages, names=("蓝海数据交易中心", "海易所"))

    def test_a_part_of_a_foreign_name(self) -> None:
        pages = ("[Place|法国]的[Person|罗莎·马丁内斯]说。", "[Place|法国]的[Person|马丁内斯]说。")
        assert one(*pages, names=("罗莎·马丁内斯", "马丁内斯"), days=NEAR)


class TestPeople:
    def test_one_name_and_nothing_against_it(self) -> None:
        pages = ("[Person|李明华]在[Place|南京市]说。", "[Person|李明华]在[Place|南京市]说。")
        assert one(*pages, names=("李明华", "李明华"), days=NEAR)

    def test_one_name_in_two_countries(self) -> None:
        pages = ("[Place|巴西]的[Person|马丁内斯]说。", "[Place|智利]的[Person|马丁内斯]说。")
        assert not one(*pages, names=("马丁内斯", "马丁内斯"), days=NEAR)

    def test_a_post_that_each_text_gives_to_its_own(self) -> None:
        pages = ("[Person|王建国]说，[Person|主席]", "[Person|李明华]说，[Person|主席]")
        assert not one(*pages, names=("主席", "主席"), days=NEAR)


class TestEvents:
    def test_two_editions_are_two_whatever_speaks_for_it(self) -> None:
        pages = (
            "[Organisation|蓝海公司]、[Organisation|青云公司]：[Project|第七届蓝海论坛]。",
            "[Organisation|蓝海公司]、[Organisation|青云公司]：[Project|第八届蓝海论坛]。",
        )
        assert not one(*pages, names=("第七届蓝海论坛", "第八届蓝海论坛"), days=NEAR)

    def test_the_same_meeting_in_the_same_days(self) -> None:
        line = "[Organisation|青云公司]在[Place|南京市]：[Project|蓝海工作会议]。"
        assert one(line, line, names=("蓝海工作会议", "蓝海工作会议"), days=NEAR)
        assert not one(line, line, names=("蓝海工作会议", "蓝海工作会议"), days=FAR)

    def test_a_name_that_only_its_text_makes_clear_ties_no_two_named_things(self) -> None:
        pages = (
            "[Policy|《蓝海交易办法》]公布。[Policy|《办法》]说。",
            "[Policy|《办法》]说。",
            "[Policy|《青云交易办法》]公布。[Policy|《办法》]说。",
        )
        assert not one(*pages, names=("《蓝海交易办法》", "《青云交易办法》"), days=(*NEAR, NEAR[1]))

    @pytest.mark.parametrize(
        ("days", "joined"),
        [
            (("2019-11-01", "2019-11-04"), True),
            (("2019-11-01", "2019-12-29"), True),
            (("2019-11-01", "2020-02-01"), False),
        ],
    )
    def test_a_plenary_session_is_of_the_congress_that_a_text_of_those_weeks_names(
        self, days: tuple[str, str], joined: bool
    ) -> None:
        pages = ("[Project|党的十九届四中全会]闭幕。", "[Project|四中全会]精神。")
        assert one(*pages, names=("党的十九届四中全会", "四中全会"), days=days) is joined

    def test_and_of_none_where_they_name_two(self) -> None:
        pages = ("[Project|党的十九届四中全会]闭幕。", "[Project|党的十八届四中全会]决定。", "[Project|四中全会]精神。")
        assert not one(
            *pages, names=("党的十九届四中全会", "四中全会"), days=("2019-11-01", "2019-11-02", "2019-11-03")
        )

    def test_nor_are_two_texts_that_name_no_congress(self) -> None:
        pages = ("[Project|四中全会]闭幕。", "[Project|四中全会]精神。")
        assert not one(*pages, names=("四中全会", "四中全会"), days=("2014-11-01", "2019-11-01"))


class TestDecisions:
    PAGES = ("[Organisation|蓝海集团]说。", "[Organisation|青云集团]说。")

    def test_the_user_says_that_two_are_one(self) -> None:
        decided = Decisions((Decision("same", "蓝海集团", "青云集团"),))
        assert not one(*self.PAGES, names=("蓝海集团", "青云集团"))
        assert one(*self.PAGES, names=("蓝海集团", "青云集团"), decisions=decided)

    def test_even_of_two_identifiers(self) -> None:
        pages = ("[Place|南京市]", "[Place|苏州市]")
        decided = Decisions((Decision("same", "南京市", "苏州市"),))
        assert not one(*pages, names=("南京市", "苏州市"))
        assert one(*pages, names=("南京市", "苏州市"), decisions=decided)

    def test_the_user_says_that_one_is_two(self) -> None:
        pages = ("[Organisation|俄罗斯国防部]说。", "[Place|俄罗斯]的[Organisation|俄国防部]说。")
        decided = Decisions((Decision("different", "俄国防部", "俄罗斯国防部"),))
        assert one(*pages, names=("俄罗斯国防部", "俄国防部"))
        assert not one(*pages, names=("俄罗斯国防部", "俄国防部"), decisions=decided)

    def test_within_one_article(self) -> None:
        line = "[Organisation|江苏省蓝海集团]成立。[Organisation|蓝海集团]说。"
        decided = Decisions((Decision("different", "江苏省蓝海集团", "蓝海集团"),))
        assert one(line, names=("江苏省蓝海集团", "蓝海集团"))
        assert not one(line, names=("江苏省蓝海集团", "蓝海集团"), decisions=decided)

    def test_by_ids_where_two_bear_one_name(self) -> None:
        pages = ("[Person|李明华]在[Place|南京市]。", "[Person|李明华]在[Place|南京市]。")
        ids = [id for id, thing in gathered(*pages).items() if thing.type == "Person"]
        decided = Decisions((Decision("different", *ids),))
        assert not one(*pages, names=("李明华", "李明华"), days=NEAR, decisions=decided)


LINES = (
    "[Organisation|蓝海数据交易中心]（[Organisation|海易所]）的[Person|李明华]。",
    "[Organisation|海易所]的[Person|李明华]在[Place|南京市]。",
    "[Person|李明华]在[Place|成都市]的[Project|蓝海论坛]。",
    "[Project|第八届蓝海论坛]，[Place|朝阳区]。",
    "[Place|长春市][Place|朝阳区]的[Person|李明华]。",
)


@given(st.permutations(range(len(LINES))))
def test_the_order_of_the_sources_does_not_matter(order: list[int]) -> None:
    found: list[Occurrence] = []
    for number in order:
        clusters = coreference.clusters(*marked.article(LINES[number]))
        found.extend(Occurrence(f"p{number}", date(2025, 12, 1 + number), cluster) for cluster in clusters)
    names, links = merging.merge(things.gather(found), NONE)
    assert (names, links) == _straight()


def _straight() -> tuple[dict[str, str], tuple[object, ...]]:
    days = tuple(f"2025-12-0{1 + number}" for number in range(len(LINES)))
    return merging.merge(gathered(*LINES, days=days), NONE)


def test_no_two_identifiers_are_in_one_entity() -> None:
    found = gathered(*LINES)
    names, _ = merging.merge(found, NONE)
    for a, b in combinations(found.values(), 2):
        if a.key and b.key and a.key != b.key:
            assert names[a.id] != names[b.id]


def test_a_name_that_hundreds_bear_is_not_compared_all_with_all() -> None:
    found = gathered(*["[Person|李明华]说。"] * 100)
    assert len(found) == 100
    assert len(blocking.candidates(found, NONE)) < 1000


def test_every_decision_says_why() -> None:
    found = gathered("[Person|李明华]在[Place|南京市]。", "[Person|李明华]在[Place|南京市]。", days=NEAR)
    _, links = merging.merge(found, NONE)
    (link,) = links
    assert (link.verdict, link.first.name, link.second.name) == ("same", "李明华", "李明华")
    assert any(why.startswith("name-equal +2") for why in link.why)
    assert any(why.startswith("area-shared") for why in link.why)


def test_the_table_of_weights_has_the_kinds_of_evidence_that_there_are() -> None:
    rows = {row["kind"] for row in resources.table("linking", "weights.tsv", columns=("kind", "weight", "meaning"))}
    code = "".join(Path(module.__file__ or "").read_text(encoding="utf-8") for module in (evidence, comparing, merging))
    used = set(re.findall(r'Piece\(\s*"([a-z-]+)"', code)) | set(
        re.findall(r'"((?:threshold|company|article)-[a-z]+)"', code)
    )
    used |= {
        "place-relative",
        "post-relative",
        "name-relative",
        "name-learned-by-several",
        "name-learned",
    }  # chosen by a condition
    used |= {f"{kind}-{how}" for kind in ("country", "area") for how in ("shared", "differs")}
    assert rows == used


@pytest.mark.parametrize("kind", ["no-such-kind"])
def test_a_kind_without_a_weight_is_an_error(kind: str) -> None:
    with pytest.raises(Exception, match=r"weights\.tsv: no kind no-such-kind"):
        evidence.weight(kind)


def tied(*named: Thing, decisions: Decisions = NONE) -> set[frozenset[str]]:
    """Things of hand, by their ids, in groups; of more than one."""
    names, _ = merging.merge(by_id(*named), decisions)
    found: dict[str, set[str]] = {}
    for id, entity in names.items():
        found.setdefault(entity, set()).add(id)
    return {frozenset(group) for group in found.values() if len(group) > 1}


class TestTies:
    def test_are_transitive(self) -> None:
        """The first and the last have no name in common."""
        first, last = made("蓝海甲", aliases=["青云"]), made("白鹤", source="b")
        middle = made("青云", source="c", aliases=["白鹤"])
        assert tied(first, middle, last) == {frozenset((first.id, middle.id, last.id))}
        assert tied(first, last) == set()

    def test_never_bring_two_editions_together(self) -> None:
        """Though a third is called as either."""
        one = made("第7届蓝海大会", "Project", aliases=["蓝会"])
        other = made("第8届蓝海大会", "Project", source="b")
        between = made("蓝会", "Project", source="c", aliases=["第8届蓝海大会"])
        assert not any({one.id, other.id} <= group for group in tied(one, other, between))

    def test_never_bring_two_identifiers_together(self) -> None:
        one = made("蓝海县", "Place", key="place/430000", aliases=["蓝海"])
        other = made("青云镇", "Place", key="place/420000")
        between = made("蓝海", "Place", source="c", aliases=["青云镇"])
        found = tied(one, other, between)
        assert len(found) == 1
        assert not any({one.id, other.id} <= group for group in found)

    def test_never_bring_together_what_the_user_keeps_apart(self) -> None:
        one, other = made("蓝海公司", aliases=["蓝海"]), made("青云公司", source="b", aliases=["青云"])
        between = made("蓝海", source="c", aliases=["青云公司"])
        all_three = {frozenset((one.id, other.id, between.id))}
        assert tied(one, other, between) == all_three
        found = tied(one, other, between, decisions=decided(("different", "蓝海公司", "青云公司")))
        assert not any({one.id, other.id} <= group for group in found)
        assert tied(one, other, between, decisions=decided(("different", "甲", "乙"))) == all_three

    def test_the_users_word_binds_what_the_evidence_would_not(self) -> None:
        one, other = made("第7届蓝海大会", "Project"), made("第8届蓝海大会", "Project", source="b")
        assert tied(one, other, decisions=decided(("same", one.id, other.id))) == {frozenset((one.id, other.id))}

    def test_what_only_its_text_makes_clear_ties_no_two_named_people(self) -> None:
        """However much speaks for either."""
        few = [made(name, source="d") for name in "甲乙丙"]
        company, day = [each.id for each in few], date(2025, 3, 5)
        one = made("王小某", "Person", aliases=["王主席"], company=company, day=day)
        other = made("王大某", "Person", source="b", aliases=["王主席"], company=company, day=day)
        between = made("王主席", "Person", source="c", relative=True, company=company, day=day)
        found = tied(one, other, between, *few)
        assert len(found) == 1  # it is one of them
        assert not any({one.id, other.id} <= group for group in found)

    def test_of_people_with_other_bodies_and_posts_there_are_two(self) -> None:
        ours = made("李小明", "Person", bodies=["organisation/a"], titles=["董事长"], day=date(2025, 3, 5))
        theirs = made("李小明", "Person", source="b", bodies=["organisation/b"], titles=["总裁"], day=date(2025, 3, 5))
        assert tied(ours, theirs) == set()


class TestIds:
    def test_of_the_gazetteer_where_one_of_them_has_it(self) -> None:
        known = made("江苏省", "Place", key="place/320000", aliases=["苏省"])
        alone = made("苏省", "Place", source="b")
        names, _ = merging.merge(by_id(alone, known), NONE)
        assert names == {known.id: "place/320000", alone.id: "place/320000"}

    def test_else_of_the_fullest_name(self) -> None:
        fuller, shorter = made("蓝海数据交易中心", aliases=["海易所"]), made("海易所", source="b")
        names, _ = merging.merge(by_id(shorter, fuller), NONE)
        assert set(names.values()) == {things.hashed("Organisation", "蓝海数据交易中心")}

    def test_a_name_that_says_more_comes_before_one_that_only_its_text_makes_clear(self) -> None:
        day = date(2025, 3, 5)
        edition = made("第8届海会", "Project", aliases=["本届蓝海大会"], day=day)
        this = made("本届蓝海大会", "Project", source="b", relative=True, day=day)
        names, _ = merging.merge(by_id(this, edition), NONE)
        assert names == {edition.id: edition.id, this.id: edition.id}

    def test_of_namesakes_the_one_that_most_sources_name_is_known_by_the_name_alone(self) -> None:
        day = date(2025, 3, 5)
        ours = [made("李小明", "Person", source=source, posts=[("organisation/a", "会长")], day=day) for source in "ab"]
        other = made("李小明", "Person", source="c", bodies=["organisation/b"])
        names, _ = merging.merge(by_id(*ours, other), NONE)
        plain = things.hashed("Person", "李小明")
        assert [names[each.id] for each in ours] == [plain, plain]
        assert names[other.id] == other.id != plain

    def test_of_what_only_its_text_makes_clear_belongs_to_its_source(self) -> None:
        body = made("市教育局", relative=True)
        assert merging.merge(by_id(body), NONE)[0] == {body.id: body.id}
        assert body.id != things.hashed("Organisation", "市教育局")


@pytest.mark.parametrize(
    ("days", "verdict"), [((date(2025, 3, 5), date(2025, 3, 6)), "same"), ((None, None), "unsure"), ((), None)]
)
def test_what_may_be_is_written_down_and_what_is_not_is_left_out(
    days: tuple[date | None, ...], verdict: str | None
) -> None:
    far = {"company": ["place/RU"]}, {"company": ["place/JP"]}
    ours, theirs = ({"day": day} for day in days) if days else far
    pair = made("让", "Person", **ours), made("让", "Person", source="b", **theirs)  # type: ignore[arg-type]
    found = by_id(*pair, made("俄", "Place", key="place/RU"), made("日", "Place", key="place/JP"))
    _, links = merging.merge(found, NONE)
    assert [link.verdict for link in links] == ([verdict] if verdict else [])
