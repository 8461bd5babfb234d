"""Golden cases: a folder each, with the page, what the graph must say of it, and why.

``expected.ttl`` names things by their labels (``[ skos:prefLabel "国务院"@zh ]``), so it can be read
and stays right when identifiers change; each of its triples must hold in the built graph.
``absent.ttl``, where there is one, must not hold in any part.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import SKOS

from kg import pipeline, rdf
from kg.rdf import PREFIXES

CASES = sorted(folder for folder in (Path(__file__).parent / "cases").iterdir() if folder.is_dir())
_HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())

Node = URIRef | BNode | Literal


def patterns(file: Path) -> list[tuple[str, str]]:
    """One ASK a triple whose subject or object is not a label: (as written, the query)."""
    graph = Graph().parse(data=_HEAD + file.read_text(encoding="utf-8"), format="turtle")
    labels = dict(graph.subject_objects(SKOS.prefLabel))

    def term(node: Node, name: str) -> tuple[str, str]:
        if isinstance(node, BNode):
            return f"?{name}", f"?{name} skos:prefLabel|skos:altLabel {labels[node].n3()} . "
        return node.n3(), ""

    found = []
    for subject, predicate, value in sorted(graph):
        if predicate != SKOS.prefLabel:
            (s, known), (o, named) = term(subject, "s"), term(value, "o")
            said = " ".join(labels.get(node, node) for node in (subject, predicate, value))
            found.append((said, f"ASK {{ {known}{named}{s} {predicate.n3()} {o} }}"))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    graph = rdf.to_rdflib(pipeline.build([case / "page.txt"]).knowledge)
    expected = patterns(case / "expected.ttl")
    assert expected
    missing = [said for said, query in expected if not graph.query(query, initNs=PREFIXES).askAnswer]
    assert missing == []
    if (case / "absent.ttl").exists():
        present = [
            said for said, query in patterns(case / "absent.ttl") if graph.query(query, initNs=PREFIXES).askAnswer
        ]
        assert present == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_says_why(case: Path) -> None:
    assert (case / "why.md").read_text(encoding="utf-8").strip()
