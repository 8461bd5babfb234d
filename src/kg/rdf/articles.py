"""Sources and their articles as triples: texts, headlines, dates, credits, what each mentions."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, URIRef

from kg.model import Article, Knowledge, Source
from kg.rdf import literals
from kg.rdf.iris import Iris
from kg.rdf.terms import Triple
from kg.rdf.vocabulary import KG, SCHEMA


def source_triples(knowledge: Knowledge, iris: Iris, *, with_text: bool) -> Iterator[Triple]:
    """Each source document; ``with_text`` says whether the text that offsets count in goes along."""
    for source in knowledge.sources:
        node = iris.source(source.sha256)
        yield node, RDF.type, SCHEMA.CreativeWork
        yield node, SCHEMA.name, literals.plain(source.name)
        yield node, SCHEMA.sha256, literals.plain(source.sha256)
        if with_text:
            yield node, SCHEMA.text, literals.chinese(source.text)


def article_triples(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    """Each article with its text and date, who is credited, and the entities it mentions."""
    for source in knowledge.sources:
        for article in source.articles:
            yield from _article(iris.article(source.sha256, article.index), article, source, iris)
    for credit in knowledge.credits:
        node = iris.article(credit.source, credit.article)
        for author in credit.authors:
            yield node, SCHEMA.author, iris.entity(author)
        if credit.publisher is not None:
            yield node, SCHEMA.publisher, iris.entity(credit.publisher)
    for linked in knowledge.mentions:
        node = iris.article(linked.source, linked.mention.article)
        yield node, SCHEMA.mentions, iris.entity(linked.entity)


def _article(node: URIRef, article: Article, source: Source, iris: Iris) -> Iterator[Triple]:
    yield node, RDF.type, SCHEMA.NewsArticle
    if article.kind == "caption":
        yield node, RDF.type, KG.Caption
    if article.headline is not None:
        yield node, SCHEMA.headline, literals.chinese(article.headline.chars)
    if article.dateline is not None:
        yield node, SCHEMA.dateline, literals.chinese(article.dateline.chars)
    if article.date is not None:
        yield node, SCHEMA.datePublished, literals.day(article.date)
    if article.body:
        yield node, SCHEMA.articleBody, literals.chinese(article.body)
    yield node, SCHEMA.isPartOf, iris.source(source.sha256)
