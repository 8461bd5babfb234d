"""Does a graph keep the contract? Queries see every mention and selector, SHACL the rest.

The queries of ``graph/checks/`` run in pyoxigraph over the whole graph, at any size. The
shapes of ``graph/shapes.ttl`` run in pySHACL, which does some 10,000 triples a second: on the
whole graph up to SHAPES_LIMIT triples, then without its mentions and selectors, and not at all
where what is left is larger still. The report says which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox
import pyshacl
from rdflib import Graph
from rdflib.namespace import RDF, SH, SKOS

from kg import resources
from kg.errors import KnowledgeError
from kg.rdf import turtle
from kg.rdf.vocabulary import KG, OA, PREFIXES, SCHEMA

SHAPES_LIMIT: Final = 100_000

_ONTOLOGY: Final = ox.NamedNode(str(KG).rstrip("#"))
_LABEL: Final = ox.NamedNode(str(SKOS.prefLabel))
# A thing is known by the first of these that it has in full.
_KNOWN_BY: Final = (
    (SKOS.prefLabel,),
    (RDF.subject, RDF.predicate, RDF.object),
    (OA.exact,),
    (SCHEMA.headline,),
    (SCHEMA.name,),
)
_MESSAGE: Final = re.compile(r"# message: (.+)")
_WHOLE: Final = "CONSTRUCT WHERE { ?node ?property ?value }"
_SHAPED: Final = """
CONSTRUCT { ?node ?property ?value } WHERE {
  ?node ?property ?value .
  FILTER NOT EXISTS { ?node a oa:Annotation }
  FILTER NOT EXISTS { ?node a oa:TextPositionSelector }
}
"""
_NO_TEXT: Final = "ASK { ?source schema:sha256 ?hash . FILTER NOT EXISTS { ?source schema:text ?text } }"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: what is wrong in plain words, and where: an IRI, the name it is known by, the value."""

    what: str
    where: str
    check: str  # the query in graph/checks/, or "shapes"


@dataclass(frozen=True, slots=True)
class Report:
    """All faults, sorted, and in ``notes`` what could not be looked at, and why."""

    triples: int
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()


def validate(path: Path) -> list[Finding]:
    """The faults of the graph in a Turtle file, sorted; none where it keeps the contract.

    Raises GraphError where the file is missing or not Turtle.
    """
    return list(examine(path).findings)


def examine(path: Path) -> Report:
    """``validate``, with what was left out. Raises GraphError."""
    store = turtle.parse(turtle.read(path), str(path))
    size = len(store)
    notes = []
    if store.query(_NO_TEXT, prefixes=PREFIXES):
        notes.append("offsets not proven where the build left the source texts out (--no-text)")
    findings = _checked(store)
    shaped = _shaped(store, whole=size <= SHAPES_LIMIT)
    if size > SHAPES_LIMIT:
        notes.append(f"{size} triples: mentions and selectors checked by queries alone, not by shapes")
    if len(shaped) > SHAPES_LIMIT:
        notes.append(f"{len(shaped)} triples without them: shapes not checked, queries alone")
    else:
        findings += _shape_findings(store, shaped)
    return Report(size, tuple(sorted(set(findings))), tuple(notes))


def _checked(store: ox.Store) -> list[Finding]:
    """The findings of every query in graph/checks/. The ontology stands beside the graph for them."""
    ontology = resources.path("ontology.ttl")
    store.load(path=str(ontology), format=ox.RdfFormat.TURTLE, to_graph=_ONTOLOGY)
    found: list[Finding] = []
    for file in sorted((resources.graph_folder() / "checks").glob("*.rq")):
        query = file.read_text(encoding="utf-8")
        message = _MESSAGE.match(query)
        if not message:
            raise KnowledgeError(f"{file}: does not begin with '# message:'")
        solutions = cast(ox.QuerySolutions, store.query(query, prefixes=PREFIXES))
        found.extend(_finding(store, file.stem, message[1], solution) for solution in solutions)
    return found


def _finding(store: ox.Store, check: str, message: str, solution: ox.QuerySolution) -> Finding:
    where, *more = [_readable(store, value) for value in solution if value is not None]
    return Finding(message, ": ".join((where, *more)), check)


def _shaped(store: ox.Store, *, whole: bool) -> list[ox.Triple]:
    query = _WHOLE if whole else _SHAPED
    return list(cast(ox.QueryTriples, store.query(query, prefixes=PREFIXES)))


def _readable(store: ox.Store, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """A literal's text; an IRI with what a reader knows the thing by, where there is such."""
    if not isinstance(term, ox.NamedNode):
        return _text(term)
    for properties in _KNOWN_BY:
        values = [_first(store, term, ox.NamedNode(str(property))) for property in properties]
        if all(values):
            return f"{term.value} ({' '.join(values)})"
    return term.value


def _first(store: ox.Store, subject: ox.NamedNode, property: ox.NamedNode) -> str:
    """The property's value, the first by the alphabet, an entity by its name; empty where there is none."""
    found = [quad.object for quad in store.quads_for_pattern(subject, property, None, ox.DefaultGraph())]
    return min((_name(store, term) for term in found), default="")


def _name(store: ox.Store, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if not isinstance(term, ox.NamedNode):
        return _text(term)
    names = (_text(quad.object) for quad in store.quads_for_pattern(term, _LABEL, None))
    return min(names, default=term.value.removeprefix(str(KG)))


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return term.value if isinstance(term, ox.Literal) else str(term)


def _shape_findings(store: ox.Store, triples: list[ox.Triple]) -> list[Finding]:
    data = Graph().parse(data=turtle.write(triples), format="turtle")
    shapes = Graph().parse(resources.path("shapes.ttl"), format="turtle")
    conforms, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    if conforms:
        return []
    found = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        focus = ox.NamedNode(str(results.value(result, SH.focusNode)))
        message = str(results.value(result, SH.resultMessage))
        value = results.value(result, SH.value)
        where = _readable(store, focus) if value is None else f"{_readable(store, focus)}: {value}"
        found.append(Finding(message, where, "shapes"))
    return found
