"""Where things stand in the texts: sentences, mentions, and the selectors that point at them.

Every selector with offsets holds the raw slice: ``text[start:end] == exact``, the layout's
line breaks included. What the layout broke also has the joined text as ``rdf:value``. Where
foreign matter lies between the pieces, each piece is a selector of its own: a sentence ties
them by ``dcterms:hasPart``, a mention has them all as targets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from rdflib import DCTERMS, RDF, URIRef

from kg.model import Knowledge, SentenceRef, Span
from kg.rdf import literals
from kg.rdf.iris import Iris
from kg.rdf.terms import Triple
from kg.rdf.vocabulary import OA


def sentence_triples(knowledge: Knowledge, cited: Iterable[SentenceRef], iris: Iris) -> Iterator[Triple]:
    """The sentences that a statement, a policy's status, a figure or an event rests on."""
    for ref in cited:
        node, article = iris.sentence(ref), iris.article(ref.source, ref.article)
        text, source = knowledge.sentence(ref).text, knowledge.source(ref.source).text
        spans = text.pieces(0, len(text), source)
        if len(spans) == 1:
            yield from _selector(node, article, source, spans[0], text.chars)
            continue
        yield node, RDF.type, OA.Selector
        yield node, RDF.value, literals.chinese(text.chars)
        yield node, DCTERMS.isPartOf, article
        for span in spans:
            piece = iris.selector(ref.source, ref.article, span)
            yield node, DCTERMS.hasPart, piece
            yield from _selector(piece, article, source, span)


def mention_triples(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    """Each mention as an annotation: its body the entity, its target where the name stands."""
    for linked in knowledge.mentions:
        mention, source = linked.mention, knowledge.source(linked.source).text
        sentence = knowledge.sentence(SentenceRef(linked.source, mention.article, mention.sentence))
        spans = sentence.text.pieces(mention.start, mention.end, source)
        whole = len(spans) == 1
        node = iris.mention(linked.source, mention.article, spans, linked.entity)
        yield node, RDF.type, OA.Annotation
        yield node, OA.motivatedBy, OA.identifying
        yield node, OA.hasBody, iris.entity(linked.entity)
        if not whole:
            yield node, RDF.value, literals.chinese(mention.surface)
        article = iris.article(linked.source, mention.article)
        for span in spans:
            target = iris.selector(linked.source, mention.article, span)
            yield node, OA.hasTarget, target
            yield from _selector(target, article, source, span, mention.surface if whole else None)


def cited(knowledge: Knowledge) -> list[SentenceRef]:
    """The sentences that something rests on, sorted, each once."""
    found = {evidence.where for statement in knowledge.statements for evidence in statement.evidence}
    found.update(evidence.where for change in knowledge.changes for evidence in change.evidence)
    found.update(SentenceRef(f.source, f.figure.article, f.figure.sentence) for f in knowledge.figures)
    found.update(SentenceRef(e.source, e.event.article, e.event.sentence) for e in knowledge.events)
    return sorted(found, key=attrgetter("source", "article", "sentence"))


def _selector(node: URIRef, article: URIRef, source: str, span: Span, joined: str | None = None) -> Iterator[Triple]:
    """A selector of ``source[span]``. ``joined``: how a reader reads it on, where lines break it."""
    exact = source[span.start : span.end]
    yield node, RDF.type, OA.TextQuoteSelector
    yield node, RDF.type, OA.TextPositionSelector
    yield node, OA.exact, literals.chinese(exact)
    yield node, OA.start, literals.integer(span.start)
    yield node, OA.end, literals.integer(span.end)
    yield node, DCTERMS.isPartOf, article
    if joined is not None and joined != exact:
        yield node, RDF.value, literals.chinese(joined)
