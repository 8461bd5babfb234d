from __future__ import annotations

import dataclasses
from datetime import date

import chronicle
import samples
from kg.export.network import Report, network
from kg.model import Figure, Happening, Knowledge, LinkedEvent, LinkedFigure, SentenceRef

REPORT = Report("南京开建量子中心", "2025-12-06", "新华社", "page.txt")


def test_a_node_is_an_entity_with_its_names_and_its_mentions() -> None:
    node = network(samples.knowledge()).nodes["organisation/ndrc-js"]
    assert node["label"] == "江苏省发展改革委"
    assert (node["type"], node["subtype"]) == ("Organisation", "government")
    assert node["names"] == ("省发展改革委",)
    assert node["weight"] == 2
    assert node["reports"] == (REPORT,)


def test_an_entity_that_no_text_mentions_stands_there_too() -> None:
    node = network(samples.knowledge()).nodes["place/320000"]
    assert (node["weight"], node["reports"]) == (0, ())
    assert node["identifiers"] == ("320000",)
    assert node["same_as"] == ("http://www.wikidata.org/entity/Q16963",)


def test_an_edge_is_a_statement_and_its_key_the_statements_place() -> None:
    knowledge = samples.knowledge()
    graph = network(knowledge)
    assert graph.number_of_edges() == len(knowledge.statements)
    for number, statement in enumerate(knowledge.statements):
        edge = graph.edges[statement.subject, statement.object, number]
        assert edge["predicate"] == statement.predicate
        assert edge["polarity"] == statement.polarity
        assert edge["modality"] == statement.modality


def test_evidence_says_where_subject_object_and_trigger_stand() -> None:
    (quotation,) = network(samples.knowledge()).edges["policy/quantum", "organisation/ndrc-js", 2]["evidence"]
    assert quotation.text == "江苏省发展改革委印发《量子产业规划》。"
    assert quotation.report == REPORT
    ranges = (quotation.subject, quotation.object, quotation.trigger)
    assert [[quotation.text[start:end] for start, end in found] for found in ranges] == [
        ["《量子产业规划》"],
        ["江苏省发展改革委"],
        ["印发"],
    ]


def test_what_the_gazetteer_says_has_no_evidence() -> None:
    assert network(samples.knowledge()).edges["place/320100", "place/320000", 1]["evidence"] == ()


def test_two_statements_between_the_same_things_are_two_edges() -> None:
    knowledge = samples.knowledge()
    again = dataclasses.replace(knowledge.statements[2], predicate="basedOn")
    both = Knowledge(knowledge.sources, knowledge.entities, knowledge.mentions, (knowledge.statements[2], again))
    assert network(both).number_of_edges("policy/quantum", "organisation/ndrc-js") == 2


def test_a_figure_stands_at_what_it_is_about_as_it_is_written() -> None:
    knowledge = samples.knowledge()
    figure = Figure(0, 1, 10, 18, "1", "项", "规划", period="今年", change="+3%", basis="同比", bound="over")
    measure = _only(
        dataclasses.replace(knowledge, figures=(LinkedFigure(samples.HASH, figure, "organisation/ndrc-js"),)),
        "figures",
    )
    assert (measure.metric, measure.value, measure.unit, measure.bound) == ("规划", "1", "项", "over")
    assert (measure.period, measure.change, measure.basis) == ("今年", "+3%", "同比")
    assert measure.quotation.trigger == ((10, 18),)
    assert measure.quotation.confidence is None


def test_an_events_date_is_as_precise_as_the_text() -> None:
    knowledge = samples.knowledge()
    happening = Happening(0, 1, date(2025, 12, 1), "month", "印发", "12月")
    linked = LinkedEvent(samples.HASH, happening, ("organisation/ndrc-js",), "place/320100")
    event = _only(dataclasses.replace(knowledge, events=(linked,)), "events")
    assert (event.name, event.start, event.until) == ("印发", "2025-12", None)
    assert event.place == "place/320100"


def test_an_event_of_several_days_shows_both_ends_and_its_words() -> None:
    knowledge = samples.knowledge()
    happening = Happening(
        0, 1, date(2025, 12, 3), "day", "印发", "12月3日至5日", until=date(2025, 12, 5), trigger=(8, 10)
    )
    linked = LinkedEvent(samples.HASH, happening, ("organisation/ndrc-js",))
    event = _only(dataclasses.replace(knowledge, events=(linked,)), "events")
    assert (event.start, event.until) == ("2025-12-03", "2025-12-05")
    assert event.quotation.trigger == ((8, 10),)


def test_a_policys_life_is_its_statuses_each_once() -> None:
    (step,) = network(chronicle.knowledge()).nodes["policy/plan"]["life"]
    assert (step.status, step.modality, step.start, step.until) == ("adopted", "asserted", "2025-12", None)
    assert [quotation.text for quotation in step.evidence] == [
        chronicle.knowledge().sentence(evidence.where).text.chars
        for change in chronicle.knowledge().changes
        if change.policy == "policy/plan"
        for evidence in change.evidence
    ]
    assert network(chronicle.knowledge()).nodes["policy/law"]["life"] == ()


def _only(knowledge: Knowledge, key: str):
    (fact,) = network(knowledge).nodes["organisation/ndrc-js"][key]
    return fact


def test_an_article_without_a_headline_is_cited_by_its_first_words() -> None:
    knowledge = samples.knowledge()
    (source,) = knowledge.sources
    bare = dataclasses.replace(source.articles[0], headline=None, date=None)
    sources = (dataclasses.replace(source, articles=(bare,)),)
    (report,) = network(dataclasses.replace(knowledge, sources=sources)).nodes["place/320100"]["reports"]
    assert report.headline == knowledge.sentence(SentenceRef(samples.HASH, 0, 0)).text.chars
    assert report.date is None
