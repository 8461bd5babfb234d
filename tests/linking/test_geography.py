"""Where each place lies, as far as the gazetteer knows."""

from __future__ import annotations

import pytest

from kg.linking import geography


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
