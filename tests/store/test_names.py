"""Entities are found by any of their names."""

import pytest

from kg.store import names
from kg.store.dataset import Dataset


@pytest.mark.parametrize(
    ("name", "local"),
    [
        ("江苏省", "place/320000"),
        ("江苏", "place/320000"),
        ("320000", "place/320000"),
        ("《长江保护法》", "policy/law"),
        ("长江保护法", "policy/law"),
        (" 张伟 ", "person/zhang"),
        ("NDRC", "organisation/ndrc"),
        ("https://w3id.org/zhimai/id/person/zhang", "person/zhang"),
    ],
)
def test_a_name_an_identifier_an_iri(name: str, local: str, chronicled: Dataset) -> None:
    assert names.named(chronicled, name) == [f"https://w3id.org/zhimai/id/{local}"]


@pytest.mark.parametrize("name", ["", "江", '江苏"@zh } #', "\udce9", "https://example.org/", "\\", "\n"])
def test_what_nothing_is_called(name: str, chronicled: Dataset) -> None:
    assert names.named(chronicled, name) == []


def test_the_type_may_be_given(chronicled: Dataset) -> None:
    assert names.named(chronicled, "江苏", "Place")
    assert names.named(chronicled, "江苏", "Policy") == []


def test_names_that_hold_it_come_before_names_like_it(chronicled: Dataset) -> None:
    assert names.near(chronicled, "长江保护") == ["《长江保护法》", "《长江保护规划》", "长江保护规划(草案)"]
    assert names.near(chronicled, "江西省", "Place") == ["江苏省"]
    assert names.near(chronicled, "ndrc") == ["国家发展改革委"]
    assert names.near(chronicled, "毫不相干的东西") == []


def test_names_by_their_normal_form(chronicled: Dataset) -> None:
    found = names.alike(chronicled, "Policy")
    assert found["长江保护法"] == ["https://w3id.org/zhimai/id/policy/law"]
    assert "江苏" not in found
    assert "江苏" in names.alike(chronicled)


def test_brackets_of_either_width(chronicled: Dataset) -> None:
    for name in ("长江保护规划(草案)", "长江保护规划（草案）"):
        assert names.named(chronicled, name) == ["https://w3id.org/zhimai/id/policy/draft"]


def test_the_name_of_an_iri(chronicled: Dataset) -> None:
    assert names.label(chronicled, "https://w3id.org/zhimai/id/place/320000") == "江苏省"
    assert names.label(chronicled, "https://example.org/nothing") == "https://example.org/nothing"


def test_what_figures_measure(chronicled: Dataset) -> None:
    assert names.measured(chronicled, "营收")
    assert not names.measured(chronicled, "产量")
