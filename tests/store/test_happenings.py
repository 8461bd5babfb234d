"""What texts tell of one entity beside statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import chronicle
from kg import rdf
from kg.model import Happening, LinkedEvent
from kg.store import happenings, names
from kg.store.dataset import Dataset


def iri_of(dataset: Dataset, name: str) -> str:
    (iri,) = names.named(dataset, name)
    return iri


def test_a_figure_in_words(chronicled: Dataset) -> None:
    (measure,) = happenings.figures(chronicled, iri_of(chronicled, "网络试验设施"))
    assert (measure.measures, measure.value, measure.period) == ("营收", "557.4亿元", "前9个月")
    assert (measure.change, measure.bound, measure.modality) == ("+14.8% 同比", "over", "asserted")
    assert measure.ground.text.startswith("国家发展改革委资助网络试验设施")


def test_an_event_with_those_that_also_take_part(chronicled: Dataset) -> None:
    (event,) = happenings.events(chronicled, iri_of(chronicled, "国家发展改革委"))
    assert (event.start, event.until, event.name, event.others) == ("2025-12-03", "", "完成验收", ("网络试验设施",))


def test_the_newest_event_comes_first_as_exact_as_it_is_told() -> None:
    told = [
        (date(2024, 1, 1), "year", None),
        (date(2025, 12, 3), "day", date(2025, 12, 5)),
        (date(2025, 6, 1), "month", None),
    ]
    linked = [
        LinkedEvent(chronicle.HASH, Happening(0, 4, day, precision, "验收", "…", until=until), ("project/net",))  # type: ignore[arg-type]
        for day, precision, until in told
    ]
    dataset = Dataset.of(rdf.to_turtle(replace(chronicle.knowledge(), events=tuple(linked))))
    found = happenings.events(dataset, iri_of(dataset, "网络试验设施"))
    assert [(event.start, event.until) for event in found] == [
        ("2025-12-03", "2025-12-05"),
        ("2025-06", ""),
        ("2024", ""),
    ]


def test_nothing_is_told_of_most(chronicled: Dataset) -> None:
    iri = iri_of(chronicled, "张伟")
    assert (happenings.figures(chronicled, iri), happenings.events(chronicled, iri)) == ((), ())


def test_what_is_no_iri(chronicled: Dataset) -> None:
    with pytest.raises(ValueError, match="IRI"):
        happenings.figures(chronicled, "> } #")
