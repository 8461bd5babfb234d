"""What a source names, before things of several sources are found to be one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import marked
from kg.linking import coreference, things
from kg.linking.coreference import Cluster
from kg.linking.things import Occurrence
from kg.model import ENTITY_TYPES, EntityType


def clusters(*lines: str) -> list[Cluster]:
    return coreference.clusters(*marked.article(*lines))


def thing_id(name: str, type: EntityType = "Organisation", source: str = "page") -> str:
    (cluster,) = clusters(f"[{type}|{name}]")
    return things.thing_id(cluster, source)


class TestId:
    def test_of_the_gazetteer_where_it_knows_the_thing(self) -> None:
        assert thing_id("江苏省", "Place") == "place/320000"

    def test_else_of_the_type_and_the_name(self) -> None:
        id = thing_id("蓝海公司")
        assert re.fullmatch("organisation/[0-9a-f]{12}", id)
        assert thing_id("蓝海集团公司") != id
        assert thing_id("蓝海公司", "Project") != id

    @pytest.mark.parametrize(
        ("one", "other"),
        [("希音（ＳＨＥＩＮ）", "希音(SHEIN)"), ("“千岛”工程", "千岛工程"), ("藍海公司", "蓝海公司")],
    )
    def test_how_the_name_is_written_does_not_matter(self, one: str, other: str) -> None:
        assert thing_id(one) == thing_id(other)

    @pytest.mark.parametrize("name", ["蓝海公司", "江苏省教育厅", "兴化市教育局"])
    def test_one_name_is_one_thing_in_every_source(self, name: str) -> None:
        assert thing_id(name, source="page") == thing_id(name, source="another")

    @pytest.mark.parametrize(
        ("name", "type"),
        [
            ("市教育局", "Organisation"),  # two cities have two
            ("县人民政府", "Organisation"),
            ("李明华", "Person"),  # two people may bear one name
            ("城关镇", "Place"),  # and so may two villages
            ("本届论坛", "Project"),
            ("国务院常务会议", "Project"),  # each another one
            ("《办法》", "Policy"),
        ],
    )
    def test_what_its_name_alone_does_not_tell_is_one_thing_within_its_source(
        self, name: str, type: EntityType
    ) -> None:
        assert thing_id(name, type, "page") == thing_id(name, type, "page")
        assert thing_id(name, type, "page") != thing_id(name, type, "another")

    def test_never_changes(self) -> None:
        """Links into a published graph depend on it."""
        assert things.hashed("Project", "千岛工程") == "project/f92a22812f07"

    @given(st.sampled_from(ENTITY_TYPES), st.text(st.characters(exclude_categories=())))
    def test_of_every_name(self, type: EntityType, name: str) -> None:
        assert re.fullmatch(f"{type.lower()}/[0-9a-f]{{12}}", things.hashed(type, name))


def test_a_thing_knows_its_company() -> None:
    lines = ("[Person|李明华]在[Place|南京市]说。", "[Organisation|蓝海公司]说。")
    found = things.gather(Occurrence("page", None, cluster) for cluster in clusters(*lines))
    person = next(thing for thing in found.values() if thing.type == "Person")
    assert set(person.company) == {"place/320100"}
    assert thing_id("蓝海公司") in person.around
    assert things.areas(person) == {"place/320000"}
    assert things.countries(person) == set()


def test_things_of_two_sources_with_one_id_are_one() -> None:
    (cluster,) = clusters("[Organisation|蓝海公司]")
    found = things.gather([Occurrence("page", None, cluster), Occurrence("another", None, replace(cluster))])
    assert [thing.sources for thing in found.values()] == [{"page", "another"}]
