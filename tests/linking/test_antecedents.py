"""What a name that only points means."""

from __future__ import annotations

import pytest

import marked
from kg.linking import antecedents


def pointed_to(*lines: str) -> dict[str, str]:
    """Each name that points, with the name of what it points to."""
    _, mentions = marked.article(*lines)
    return {mention.surface: target.surface for mention, target in antecedents.of(mentions).items()}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("[Place|菲律宾]受灾。", "[Place|该国]将……"), {"该国": "菲律宾"}),
        (("[Place|青岚州]受灾，[Place|该州]",), {"该州": "青岚州"}),
        (("[Organisation|蓝海协会]成立。", "[Organisation|该机构]"), {"该机构": "蓝海协会"}),
        (("[Organisation|青云公司]和[Person|李明]。", "[Organisation|该公司]"), {"该公司": "青云公司"}),
        # the last of its kind, not the first
        (("[Place|菲律宾]受灾。", "[Place|日本]援助。", "[Place|该国]"), {"该国": "日本"}),
        (("[Project|第七届蓝海论坛]开幕。", "。", "。", "。", "[Project|本届论坛]"), {"本届论坛": "第七届蓝海论坛"}),
        (("[Project|青澜江大桥]合龙。", "[Project|大桥]"), {"大桥": "青澜江大桥"}),
        # two come into question
        (("[Place|菲律宾]和[Place|日本]受灾。", "[Place|该国]"), {}),
        (("[Project|青澜江大桥]和[Project|蓝海大桥]合龙。", "[Project|大桥]"), {}),
        # too far back, of another kind, or behind it
        (("[Place|菲律宾]受灾。", "。", "。", "[Place|该国]"), {}),
        (("[Place|江苏省]下雨。", "[Place|该国]"), {}),
        (("[Organisation|该公司]说。", "[Organisation|青云公司]"), {}),
        (("[Organisation|李明]说。", "[Place|该国]"), {}),
    ],
)
def test_what_a_name_points_to(lines: tuple[str, ...], found: dict[str, str]) -> None:
    assert pointed_to(*lines) == found


def test_a_name_that_does_not_point_is_left_alone() -> None:
    assert pointed_to("[Place|该州的青岚市]。", "[Place|青岚市]") == {}
