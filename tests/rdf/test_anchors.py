"""Selectors: every one holds the raw slice of the source text."""

import pytest
from rdflib import DCTERMS, PROV, RDF, Literal, URIRef

import chronicle
import samples
from kg import rdf
from kg.model import Knowledge
from kg.rdf import anchors
from kg.rdf.iris import BASE
from kg.rdf.vocabulary import OA, SCHEMA
from kg.store import sparql
from kg.store.dataset import Dataset

BOTH = [samples.knowledge(), chronicle.knowledge()]

PROOF = """
SELECT ?selector (STR(SUBSTR(?text, ?start + 1, ?end - ?start)) = STR(?exact) AS ?proven) WHERE {
  ?selector a oa:TextPositionSelector ; oa:exact ?exact ; oa:start ?start ; oa:end ?end ;
    dcterms:isPartOf/schema:isPartOf/schema:text ?text .
}
"""


@pytest.mark.parametrize("knowledge", BOTH)
def test_one_query_proves_every_selector(knowledge: Knowledge) -> None:
    dataset = Dataset.of(rdf.to_turtle(knowledge))
    proven = sparql.rows(dataset, PROOF)
    selectors = sparql.rows(dataset, "SELECT DISTINCT ?s { ?s a oa:TextPositionSelector }")
    assert len(proven) == len(selectors) >= len(knowledge.mentions)
    assert {row["proven"] for row in proven} == {"true"}


@pytest.mark.parametrize("knowledge", BOTH)
def test_every_selector_holds_the_raw_slice(knowledge: Knowledge) -> None:
    graph = rdf.to_rdflib(knowledge)
    text = knowledge.sources[0].text
    found = list(graph.subjects(RDF.type, OA.TextQuoteSelector))
    assert found
    for selector in found:
        start, end = (int(graph.value(selector, offset)) for offset in (OA.start, OA.end))
        assert text[start:end] == str(graph.value(selector, OA.exact))


def test_a_sentence_over_two_lines_has_its_lines_joined() -> None:
    graph = rdf.to_rdflib(samples.knowledge())
    (sentence,) = graph.subjects(
        RDF.value, Literal("南京量子中心由江苏省发展改革委承担,尚未与蓝海公司合作。", lang="zh")
    )
    assert "江苏省\n发展改革委" in str(graph.value(sentence, OA.exact))
    assert (sentence, DCTERMS.hasPart, None) not in graph


def test_an_unbroken_sentence_is_not_written_twice() -> None:
    graph = rdf.to_rdflib(samples.knowledge())
    (sentence,) = (
        subject for subject in graph.subjects(OA.exact, Literal("江苏省发展改革委印发《量子产业规划》。", lang="zh"))
    )
    assert (sentence, RDF.value, None) not in graph


def test_foreign_matter_between_two_pieces_makes_two_selectors() -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    (sentence,) = set(graph.subjects(DCTERMS.hasPart))
    pieces = {str(graph.value(piece, OA.exact)) for piece in graph.objects(sentence, DCTERMS.hasPart)}
    assert pieces == {"𠀀区研究", "院与蓝海公司合作。"}
    assert str(graph.value(sentence, RDF.value)) == "𠀀区研究院与蓝海公司合作。"
    assert (sentence, OA.exact, None) not in graph
    assert not any("广告" in str(words) for words in graph.objects(None, OA.exact))


def test_a_mention_names_its_entity_and_stands_in_its_article() -> None:
    graph = rdf.to_rdflib(samples.knowledge())
    (mention,) = graph.subjects(OA.hasBody, URIRef(f"{BASE}policy/quantum"))
    (target,) = graph.objects(mention, OA.hasTarget)
    assert set(graph.predicate_objects(mention)) == {
        (RDF.type, OA.Annotation),
        (OA.motivatedBy, OA.identifying),
        (OA.hasBody, URIRef(f"{BASE}policy/quantum")),
        (OA.hasTarget, target),
    }
    assert str(graph.value(target, OA.exact)) == "《量子产业规划》"
    (article,) = graph.subjects(RDF.type, SCHEMA.NewsArticle)
    assert graph.value(target, DCTERMS.isPartOf) == article


def test_a_name_that_the_layout_cuts_has_both_pieces_as_targets() -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    (mention,) = graph.subjects(RDF.value, Literal("𠀀区研究院", lang="zh"))
    pieces = {str(graph.value(target, OA.exact)) for target in graph.objects(mention, OA.hasTarget)}
    assert pieces == {"𠀀区研究", "院"}


def test_only_sentences_that_something_rests_on_are_written() -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    sentences = set(graph.objects(None, PROV.wasDerivedFrom)) - {URIRef(f"{BASE}gazetteer")}
    assert len(sentences) == len(anchors.cited(chronicle.knowledge())) == 5
    for sentence in sentences:
        assert graph.value(sentence, DCTERMS.isPartOf)
