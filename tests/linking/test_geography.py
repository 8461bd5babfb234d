"""Where each place lies, as far as the gazetteer knows."""

from __future__ import annotations

import pytest

from kg.extraction.gazetteer import Gazetteer
from kg.linking import geography

(YANGTZE_DELTA,) = (entry.id for entry in Gazetteer.load().called("长江三角洲") if entry.name == "长江三角洲")
(BAY_AREA,) = (entry.id for entry in Gazetteer.load().called("粤港澳大湾区"))


@pytest.mark.parametrize(
    ("present", "holders"),
    [
        # 兴化市 lies in 泰州市, that in 江苏省, that in 中国
        (["place/321281", "place/321200", "place/320000"], ["place/321200", "place/320000"]),
        (["place/321281", "place/320000"], ["place/320000"]),
        (["place/321281", "place/CN"], ["place/CN"]),
        (["place/321281", "place/330000"], []),
        (["place/321281"], []),
        (["place/0123456789ab", "place/CN"], []),  # not of the gazetteer
    ],
)
def test_a_place_lies_in_the_nearest_place_that_is_there(present: list[str], holders: list[str]) -> None:
    assert list(geography.parents(present, present)) == list(zip(present, holders, strict=False))


@pytest.mark.parametrize(
    ("present", "regions"),
    [
        (["place/320000", YANGTZE_DELTA], [("place/320000", YANGTZE_DELTA)]),
        (["place/440000", BAY_AREA], []),  # only nine of its cities
        (["place/440300", BAY_AREA], [("place/440300", BAY_AREA)]),
        (["place/320000"], []),  # no text names the region
        (["place/321281", YANGTZE_DELTA], []),  # by its province
    ],
)
def test_an_area_lies_in_the_regions_that_wholly_consist_of_such(
    present: list[str], regions: list[tuple[str, str]]
) -> None:
    assert list(geography.memberships(present, present)) == regions


def test_the_regions_and_their_members_are_places_of_the_gazetteer() -> None:
    entries = Gazetteer.load().entries
    assert all(id in entries for id in geography._regions())
    assert all(entries[id].subtype == "region" for ids in geography._regions().values() for id in ids)
