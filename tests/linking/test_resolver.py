"""An entity of the clusters that name one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

import marked
from kg.extraction.gazetteer import Gazetteer
from kg.linking import resolver
from kg.linking.coreference import Cluster
from kg.model import EntityType


def cluster(*names: str, type: EntityType = "Organisation", key: str | None = None, subtype: str = "") -> Cluster:
    """A mention of each name."""
    _, mentions = marked.article(*(f"[{type}|{name}]" for name in names))
    return Cluster(type, [replace(mention, subtype=subtype) for mention in mentions], key)


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
