"""Reprints of one story are one witness."""

from __future__ import annotations

from dataclasses import replace

import marked
from kg.linking import reprints
from kg.linking.linker import link
from kg.model import Claim, Extraction, Source

STORY = ("[Organisation|蓝海研究院]位于[Place|南京市]的江边，今天正式启用。", "启用仪式上来了很多很多的客人和记者。")
OTHER = ("[Organisation|蓝海研究院]设在[Place|南京市]，这里有三百名研究人员。", "他们说自己很喜欢这个新的地方和江景。")


def page(name: str, *lines: str) -> tuple[Source, list[Claim], Extraction]:
    """A source of one article whose first sentence says that its first name lies in its second."""
    article, mentions = marked.article(*lines)
    source = replace(marked.source(article), name=name, sha256=name.ljust(64, "0"))
    claims = [Claim(mentions[0], "locatedIn", mentions[1], 0, 0, 0.8, "in-place")] if mentions else []
    return source, claims, Extraction(source, tuple(mentions), tuple(claims))


def families(*sources: Source) -> dict[str, str]:
    return reprints.families({source.sha256: reprints.lines(source) for source in sources})


def confidence(*pages: tuple[Source, list[Claim], Extraction]) -> float:
    knowledge = link([extraction for _, _, extraction in pages])
    (said,) = (s for s in knowledge.statements if s.evidence)
    return said.confidence


def test_the_sources_of_one_story() -> None:
    one, again, other = (page(name, *lines)[0] for name, lines in (("a", STORY), ("b", STORY), ("c", OTHER)))
    found = families(one, again, other)
    assert found[one.sha256] == found[again.sha256] == one.sha256
    assert found[other.sha256] == other.sha256


def test_the_order_does_not_matter() -> None:
    sources = [page(name, *lines)[0] for name, lines in (("a", STORY), ("b", STORY), ("c", OTHER))]
    assert families(*sources) == families(*sources[::-1])


def test_a_line_that_all_papers_print_makes_no_story_of_them() -> None:
    line = "版权所有，未经许可，任何单位和个人不得转载。"
    sources = [page(f"{number:03}", f"第{number}件事情在这里从头到尾说了一遍。", line)[0] for number in range(60)]
    assert len(set(families(*sources).values())) == 60


def test_a_reprint_adds_no_confidence_and_another_story_does() -> None:
    once = confidence(page("a", *STORY))
    assert confidence(page("a", *STORY), page("b", *STORY)) == once
    assert confidence(page("a", *STORY), page("c", *OTHER)) > once
