"""Sources and articles."""

from datetime import date

import pytest
from rdflib import RDF, Graph, Literal, URIRef

import chronicle
import samples
from kg import rdf
from kg.model import Knowledge
from kg.rdf import literals
from kg.rdf.iris import BASE
from kg.rdf.vocabulary import KG, SCHEMA


def test_a_report_with_all_that_is_known_of_it() -> None:
    graph = rdf.to_rdflib(samples.knowledge())
    (article,) = graph.subjects(RDF.type, SCHEMA.NewsArticle)
    (source,) = graph.subjects(SCHEMA.sha256)
    said = set(graph.predicate_objects(article))
    mentioned = {value for predicate, value in said if predicate == SCHEMA.mentions}
    assert mentioned == {URIRef(BASE + linked.entity) for linked in samples.knowledge().mentions}
    assert {pair for pair in said if pair[0] != SCHEMA.mentions} == {
        (RDF.type, SCHEMA.NewsArticle),
        (SCHEMA.headline, Literal("南京开建量子中心", lang="zh")),
        (SCHEMA.datePublished, literals.day(date(2025, 12, 6))),
        (SCHEMA.dateline, Literal("新华社南京12月6日电", lang="zh")),
        (SCHEMA.articleBody, Literal(samples.source().articles[0].body, lang="zh")),
        (SCHEMA.author, URIRef(f"{BASE}person/wang")),
        (SCHEMA.publisher, URIRef(f"{BASE}organisation/xinhua")),
        (SCHEMA.isPartOf, source),
    }


def test_a_source_has_its_text_unchanged() -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    (source,) = graph.subjects(SCHEMA.sha256, Literal(chronicle.HASH))
    assert str(graph.value(source, SCHEMA.text)) == chronicle.PAGE
    assert str(graph.value(source, SCHEMA.name)) == "b.txt"
    assert (source, RDF.type, SCHEMA.CreativeWork) in graph


def test_the_text_can_be_left_out_and_nothing_else_goes() -> None:
    whole = set(rdf.triples(chronicle.knowledge()))
    without = set(rdf.triples(chronicle.knowledge(), with_text=False))
    assert {predicate for _, predicate, _ in whole - without} == {SCHEMA.text}
    assert without < whole


def test_a_photo_caption_is_a_caption_and_an_article() -> None:
    graph = rdf.to_rdflib(chronicle.knowledge())
    (caption,) = graph.subjects(RDF.type, KG.Caption)
    assert (caption, RDF.type, SCHEMA.NewsArticle) in graph
    assert (caption, SCHEMA.headline, None) not in graph
    assert str(graph.value(caption, SCHEMA.articleBody)) == "图为试验设施。"


def test_no_knowledge_is_no_triple() -> None:
    assert list(rdf.triples(Knowledge())) == []


@pytest.mark.parametrize("base", ["https://example.org/news/", "urn:x-news:/"])
def test_all_data_lies_under_the_base(base: str) -> None:
    graph: Graph = rdf.to_rdflib(chronicle.knowledge(), base=base)
    assert len(graph) == len(rdf.to_rdflib(chronicle.knowledge()))
    assert all(str(subject).startswith(base) for subject in graph.subjects())
    assert BASE not in rdf.to_turtle(chronicle.knowledge(), base=base).decode()
