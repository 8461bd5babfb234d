"""Clusters that name one thing become one entity, whose id nothing else in the build can change."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import marked
from kg.extraction.gazetteer import Gazetteer
from kg.linking import resolver
from kg.linking.coreference import Cluster
from kg.model import ENTITY_TYPES, EntityType


def cluster(*names: str, type: EntityType = "Organisation", key: str | None = None, subtype: str = "") -> Cluster:
    """A mention of each name."""
    _, mentions = marked.article(*(f"[{type}|{name}]" for name in names))
    return Cluster(type, [replace(mention, subtype=subtype) for mention in mentions], key)


def entity_id(*names: str, type: EntityType = "Organisation", source: str = "page") -> str:
    return resolver.entity_id(cluster(*names, type=type), source)


class TestId:
    def test_of_the_gazetteer_where_it_knows_the_thing(self) -> None:
        known = cluster("江苏", type="Place", key="place/320000")
        assert resolver.entity_id(known, "page") == "place/320000"

    def test_else_of_the_type_and_the_fullest_name(self) -> None:
        id = entity_id("蓝海公司")
        assert re.fullmatch("organisation/[0-9a-f]{12}", id)
        assert entity_id("蓝海", "蓝海公司") == id
        assert entity_id("蓝海集团公司") != id
        assert entity_id("蓝海公司", type="Project") != id

    @pytest.mark.parametrize(
        ("one", "other"),
        [("希音（ＳＨＥＩＮ）", "希音(SHEIN)"), ("“三北”工程", "三北工程"), ("藍海公司", "蓝海公司")],
    )
    def test_how_the_name_is_written_does_not_matter(self, one: str, other: str) -> None:
        assert entity_id(one) == entity_id(other)

    @pytest.mark.parametrize("name", ["蓝海公司", "江苏省教育厅", "兴化市教育局"])
    def test_one_name_is_one_thing_in_every_source(self, name: str) -> None:
        assert entity_id(name, source="page") == entity_id(name, source="another")

    @pytest.mark.parametrize("name", ["市教育局", "省教育厅", "县人民政府"])
    def test_a_body_named_only_by_its_level_is_one_thing_within_its_source(self, name: str) -> None:
        """Two cities have two."""
        assert entity_id(name, source="page") == entity_id(name, name, source="page")
        assert entity_id(name, source="page") != entity_id(name, source="another")

    def test_never_changes(self) -> None:
        """Links into a published graph depend on it."""
        assert resolver.hashed("Project", "千岛工程") == "project/f92a22812f07"

    @given(st.sampled_from(ENTITY_TYPES), st.text(st.characters(exclude_categories=())))
    def test_of_every_name(self, type: EntityType, name: str) -> None:
        assert re.fullmatch(f"{type.lower()}/[0-9a-f]{{12}}", resolver.hashed(type, name))


class TestEntity:
    def test_is_called_by_its_fullest_name(self) -> None:
        entity = resolver.entity("policy/1", [cluster("评估办法", "《数据评估办法》", type="Policy")])
        assert (entity.label, entity.alt_labels) == ("《数据评估办法》", ("评估办法",))

    def test_of_names_as_long_by_the_more_frequent_one(self) -> None:
        entity = resolver.entity("organisation/1", [cluster("蓝海", "青云"), cluster("青云")])
        assert (entity.label, entity.alt_labels) == ("青云", ("蓝海",))

    def test_the_order_of_its_clusters_does_not_matter(self) -> None:
        groups = [cluster("蓝海", subtype="company"), cluster("青云", subtype="media"), cluster("蓝海公司")]
        assert resolver.entity("organisation/1", groups) == resolver.entity("organisation/1", groups[::-1])

    @pytest.mark.parametrize(
        ("subtypes", "subtype"),
        [
            (("company", "", ""), "company"),
            (("media", "company", "company"), "company"),
            (("media", "company", ""), "company"),  # as frequent: the first in the order of their characters
            (("", "", ""), ""),
        ],
    )
    def test_is_of_the_most_frequent_finer_class(self, subtypes: tuple[str, ...], subtype: str) -> None:
        groups = [cluster("蓝海", subtype=each) for each in subtypes]
        assert resolver.entity("organisation/1", groups).subtype == subtype

    def test_is_of_no_gazetteer_and_links_nowhere(self) -> None:
        entity = resolver.entity("organisation/1", [cluster("蓝海公司")])
        assert not entity.in_gazetteer
        assert (entity.identifiers, entity.same_as, entity.position) == ((), (), None)


class TestKnown:
    def test_has_its_official_name_and_those_that_the_texts_use(self) -> None:
        groups = [cluster("江苏", "江苏省", type="Place"), cluster("苏", type="Place")]
        entity = resolver.entity("place/320000", groups)
        assert (entity.type, entity.subtype, entity.label) == ("Place", "province", "江苏省")
        assert entity.alt_labels == ("江苏", "苏")
        assert entity.in_gazetteer

    def test_has_its_identifiers_its_position_and_its_wikidata_item(self) -> None:
        entity, entry = resolver.known("place/320000"), Gazetteer.load().entries["place/320000"]
        assert "gb2260:320000" in entity.identifiers
        assert entity.position == entry.position is not None
        assert entity.same_as == (f"http://www.wikidata.org/entity/{entry.qid}",) if entry.qid else ()

    @pytest.mark.parametrize(
        ("name", "label"),
        [
            ("中华人民共和国", "中国"),
            ("工信部", "工业和信息化部"),  # without the state before it
            ("外交部", "外交部"),
            ("南京", "南京市"),
            ("美国", "美国"),
        ],
    )
    def test_is_called_as_papers_write_it_in_full(self, name: str, label: str) -> None:
        (entry, *_) = Gazetteer.load().by_name(name)
        assert resolver.known(entry.id).label == label

    def test_without_a_text_has_no_other_name(self) -> None:
        assert resolver.known("place/320000").alt_labels == ()

    def test_every_entry_of_the_gazetteer_has_a_name(self) -> None:
        entries = Gazetteer.load().entries
        assert all(resolver.known(id).label in entry.names for id, entry in entries.items())
