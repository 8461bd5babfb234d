"""The gazetteer: what it finds in a text, what it leaves out, what its tables promise."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.characters import fold
from kg.errors import KnowledgeError
from kg.extraction.gazetteer import TABLES, Entry, Gazetteer, Hit


def place(id: str, *names: str, bare: tuple[str, ...] = (), parent: str = "", subtype: str = "county") -> Entry:
    return Entry(f"place/{id}", names[0], names, "Place", subtype, parent=parent, bare=bare)


def body(id: str, *names: str, subtype: str = "government") -> Entry:
    return Entry(f"organisation/{id}", names[0], names, "Organisation", subtype, bare=names)


RUSSIA = place("RU", "俄罗斯", bare=("俄罗斯",), subtype="country")
HAIKOU = place("460100", "海口市", "海口", bare=("海口市", "海口"))
COOPERATION = place("623001", "合作市", "合作", bare=("合作市",))
CHAOYANG = (place("110105", "朝阳区"), place("220104", "朝阳区"))
MINISTRY = body("fm", "中华人民共和国外交部", "外交部")
SMALL = Gazetteer(
    [RUSSIA, HAIKOU, COOPERATION, *CHAOYANG, MINISTRY, body("c919", "C919", subtype="company")],
    traps=["出海口"],
    continuations=[("市", "场", ("场馆",))],
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def found(text: str, gazetteer: Gazetteer = SMALL) -> list[str]:
    """What stands in the text, character for character, for each hit that needs no context."""
    return [text[hit.start : hit.end] for hit in gazetteer.find(text) if hit.bare]


class TestFind:
    def test_gives_every_name_also_within_another_the_longest_first(self) -> None:
        assert SMALL.find("在海口市") == [
            Hit(1, 4, "海口市", ("place/460100",), True),
            Hit(1, 3, "海口", ("place/460100",), True),
        ]

    def test_a_name_that_is_a_word_is_found_but_not_bare(self) -> None:
        assert SMALL.find("加强合作") == [Hit(2, 4, "合作", ("place/623001",), False)]

    def test_a_shared_name_lists_all_that_bear_it_and_is_not_bare(self) -> None:
        assert SMALL.find("朝阳区") == [Hit(0, 3, "朝阳区", ("place/110105", "place/220104"), False)]

    @pytest.mark.parametrize("text", ["Ｃ９１９首航", "C919首航"])
    def test_width_of_letters_does_not_matter(self, text: str) -> None:
        assert found(text) == [text[:4]]

    @pytest.mark.parametrize("text", ["AC919", "C9190", "型号XC919Z"])
    def test_a_latin_name_is_a_whole_word(self, text: str) -> None:
        assert SMALL.find(text) == []

    def test_a_trap_silences_the_name_within_it_and_no_other(self) -> None:
        assert found("出海口与海口") == ["海口"]

    def test_a_name_cut_out_of_a_longer_word_is_left_out(self) -> None:
        assert found("海口市场") == ["海口"]
        assert found("海口市场馆") == ["海口市", "海口"]

    def test_an_organ_right_behind_a_foreign_country_is_not_ours(self) -> None:
        assert found("俄罗斯外交部") == ["俄罗斯"]
        assert found("俄罗斯和外交部") == ["俄罗斯", "外交部"]

    def test_nothing_in_nothing(self) -> None:
        assert SMALL.find("") == []


class TestEntries:
    def test_by_name_asks_in_any_width(self) -> None:
        assert [entry.id for entry in SMALL.by_name("Ｃ９１９")] == ["organisation/c919"]
        assert SMALL.by_name("无此名") == ()

    def test_it_keeps_apart_only_what_it_knows(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.keeps_apart("place/321281", "place/330000")
        assert not gazetteer.keeps_apart("place/321281", "place/320000")
        assert not gazetteer.keeps_apart("place/CN", "place/330000")  # it knows nothing that holds a country

    def test_ancestors_go_up_to_the_country(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.ancestors("place/321281") == ("place/321200", "place/320000", "place/CN")

    def test_entries_are_frozen(self) -> None:
        with pytest.raises(dataclasses.FrozenInstanceError):
            RUSSIA.name = "俄"  # type: ignore[misc]

    def test_an_id_may_not_stand_twice(self) -> None:
        with pytest.raises(KnowledgeError, match="place/RU stands twice"):
            Gazetteer([RUSSIA, RUSSIA])

    def test_a_parent_must_be_known(self) -> None:
        with pytest.raises(KnowledgeError, match="unknown parent place/nowhere"):
            Gazetteer([place("1", "甲县", parent="place/nowhere")])


class TestFold:
    @given(st.text())
    def test_keeps_every_offset(self, text: str) -> None:
        assert len(fold(text)) == len(text)

    @given(st.text())
    def test_twice_is_once(self, text: str) -> None:
        assert fold(fold(text)) == fold(text)


NAMES = ["海口", "合作", "朝阳区", "俄罗斯", "外交部", "C919", "市场", "出", "Ａ"]


@given(st.lists(st.sampled_from(NAMES) | st.text(max_size=3), max_size=8).map("".join))
def test_every_hit_stands_where_it_says(text: str) -> None:
    for hit in SMALL.find(text):
        assert fold(text[hit.start : hit.end]) == fold(hit.name)
        assert all(hit.name in SMALL.entries[id].names for id in hit.entries)


class TestTables:
    """What anybody may rely on, whichever rows come and go."""

    def test_every_table_has_rows(self, gazetteer: Gazetteer) -> None:
        assert len(gazetteer.entries) > 15_000
        assert len(TABLES) == len(set(TABLES)) == 15

    def test_a_name_is_bare_for_one_thing_only(self, gazetteer: Gazetteer) -> None:
        owners: dict[str, str] = {}
        for entry in gazetteer.entries.values():
            for name in entry.bare:
                assert owners.setdefault(fold(name), entry.id) == entry.id, name
        assert len(owners) > 10_000

    def test_parents_form_no_circle(self, gazetteer: Gazetteer) -> None:
        for id in gazetteer.entries:
            assert id not in gazetteer.ancestors(id)

    def test_references_lead_somewhere(self, gazetteer: Gazetteer) -> None:
        targets = [id for e in gazetteer.entries.values() for id in (*e.members, *e.issuers)]
        targets += [id for ids in gazetteer.abbreviations.values() for id in ids]
        assert len(targets) > 900
        assert set(targets) <= set(gazetteer.entries)

    def test_an_identifier_belongs_to_one_thing(self, gazetteer: Gazetteer) -> None:
        owners: dict[str, str] = {}
        for entry in gazetteer.entries.values():
            for identifier in entry.identifiers:
                assert owners.setdefault(identifier, entry.id) == entry.id
        assert owners["gb2260:320100"] == "place/320100"
        assert owners["iso3166:CN"] == "place/CN"

    @pytest.mark.parametrize(
        "word", ["合作", "和平", "资源", "机器人", "太平洋", "理想", "人大", "重大", "朝阳区", "城区"]
    )
    def test_common_words_need_context(self, gazetteer: Gazetteer, word: str) -> None:
        assert gazetteer.by_name(word)
        assert not any(hit.bare for hit in gazetteer.find(word))

    @pytest.mark.parametrize(
        ("name", "id"),
        [
            ("江苏", "place/320000"),
            ("南京", "place/320100"),
            ("兴化市", "place/321281"),
            ("义乌", "place/330782"),
            ("美国", "place/US"),
            ("吉林", "place/220000"),
            ("襄樊", "place/420600"),
        ],
    )
    def test_places_by_their_names(self, gazetteer: Gazetteer, name: str, id: str) -> None:
        assert id in [entry.id for entry in gazetteer.by_name(name)]

    def test_one_company_is_one_entry(self, gazetteer: Gazetteer) -> None:
        (icbc,) = gazetteer.by_name("中国工商银行")
        assert {"stock:601398.SH", "ror:02zcab046"} <= set(icbc.identifiers)
        assert gazetteer.by_name("中国工商银行股份有限公司") == (icbc,)

    def test_a_law_is_found_with_and_without_the_name_of_the_country(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.by_name("中华人民共和国民法典") == gazetteer.by_name("民法典") != ()

    def test_the_version_is_a_hash(self, gazetteer: Gazetteer) -> None:
        assert len(gazetteer.version) == 12
        assert int(gazetteer.version, 16) >= 0

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("发展中国家的代表在江苏和南京开会。", ["江苏", "南京"]),
            ("工业和信息化部、国家数据局印发通知", ["工业和信息化部", "国家数据局"]),
            ("长江入海口附近的浙江大学生", ["长江", "浙江"]),
            ("财政部门与北京市民", ["北京"]),
        ],
    )
    def test_in_news(self, gazetteer: Gazetteer, text: str, names: list[str]) -> None:
        assert found(text, gazetteer) == names
