"""Turtle: bytes that depend on the triples alone, and that every parser reads alike."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, URIRef

import chronicle
import samples
from kg import rdf
from kg.errors import GraphError
from kg.model import Knowledge, Source
from kg.rdf import literals, turtle
from kg.rdf.vocabulary import SCHEMA

BOTH = [samples.knowledge(), chronicle.knowledge()]
SCRIPT = "import sys, chronicle; from kg import rdf; sys.stdout.buffer.write(rdf.to_turtle(chronicle.knowledge()))"


@pytest.mark.parametrize("knowledge", BOTH)
def test_the_order_of_the_input_does_not_show(knowledge: Knowledge) -> None:
    once = rdf.to_turtle(knowledge)
    triples = list(rdf.triples(knowledge))
    for seed in range(5):
        random.Random(seed).shuffle(triples)
        assert turtle.serialise(triples + triples[:3]) == once
    turned = replace(
        knowledge,
        entities=knowledge.entities[::-1],
        mentions=knowledge.mentions[::-1],
        statements=knowledge.statements[::-1],
    )
    assert rdf.to_turtle(turned) == once


def test_the_hash_seed_does_not_show() -> None:
    tests = Path(__file__).parents[1]
    paths = os.pathsep.join([str(tests), *filter(None, sys.path)])
    written = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "4711")
    ]
    assert written[0] == written[1] == rdf.to_turtle(chronicle.knowledge())


@pytest.mark.parametrize("knowledge", BOTH)
def test_written_parsed_written_is_the_same(knowledge: Knowledge) -> None:
    once = rdf.to_turtle(knowledge)
    assert turtle.serialise(Graph().parse(data=once, format="turtle")) == once
    parsed = [quad.triple for quad in ox.parse(once, format=ox.RdfFormat.TURTLE)]
    assert turtle.write(parsed) == once


@pytest.mark.parametrize("knowledge", BOTH)
def test_rdflib_and_pyoxigraph_read_the_same_triples(knowledge: Knowledge) -> None:
    data = rdf.to_turtle(knowledge)
    count = len(set(rdf.triples(knowledge)))
    assert len(Graph().parse(data=data, format="turtle")) == len(turtle.parse(data)) == count > 200
    assert len(rdf.to_rdflib(knowledge)) == count


@given(st.text(st.characters() | st.sampled_from("\ud800\udc80\udfff")))
def test_any_text_survives(text: str) -> None:
    """Control characters, quotation marks, line ends: all but half surrogate pairs come back."""
    page = Source("页.txt", "0" * 64, text, "utf-8")
    data = rdf.to_turtle(Knowledge(sources=(page,)))
    expected = literals.clean(text)
    (by_oxigraph,) = turtle.parse(data).quads_for_pattern(None, ox.NamedNode(str(SCHEMA.text)), None)
    assert by_oxigraph.object.value == expected
    (by_rdflib,) = Graph().parse(data=data, format="turtle").objects(None, SCHEMA.text)
    assert str(by_rdflib) == expected


def test_it_reads_as_turtle_should() -> None:
    text = rdf.to_turtle(samples.knowledge()).decode()
    prefixes = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert "\n\nplace:320100 a schema:AdministrativeArea ," in text
    assert "\tkg:confidence 0.93 ;\n" in text
    assert "\tkg:locatedIn place:320000 .\n" in text


def test_a_subject_is_written_once_with_its_class_first() -> None:
    text = rdf.to_turtle(samples.knowledge()).decode()
    assert text.count("\nplace:320100 ") == 1
    for block in text.split("\n\n")[1:]:
        assert block.splitlines()[0].split()[1] == "a"


def test_what_is_not_turtle_is_refused_with_its_line() -> None:
    with pytest.raises(GraphError, match=r"^out/graph\.ttl:2: not Turtle \(.+\); build it again$"):
        turtle.parse(b"<http://a> <http://b> <http://c> .\nnonsense\n", "out/graph.ttl")


def test_a_missing_graph_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"none\.ttl: no such graph; make one with kg build"):
        turtle.read(tmp_path / "none.ttl")
    with pytest.raises(GraphError, match="cannot be read"):
        turtle.read(tmp_path)


def test_a_foreign_iri_is_written_in_full() -> None:
    thing = URIRef("http://example.org/#a")
    data = turtle.serialise([(thing, thing, thing)])
    assert data.endswith(b"\n\n<http://example.org/#a> <http://example.org/#a> <http://example.org/#a> .\n")
