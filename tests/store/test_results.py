"""Answers as files."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph
from rdflib import SDO, Graph

from kg import rdf
from kg.errors import QueryError
from kg.model import Knowledge, Source
from kg.store import results, sparql
from kg.store.dataset import Dataset

NAMES = """
SELECT ?name ?other WHERE {
  ?p a kg:Place ; skos:prefLabel ?name .
  OPTIONAL { ?p skos:hiddenLabel ?other }
} ORDER BY ?name
"""


def write(dataset: Dataset, query: str, format: str) -> str:
    return results.write(sparql.ask(dataset, query), format).decode("utf-8")


def test_json(sample: Dataset) -> None:
    found = json.loads(write(sample, NAMES, "json"))
    assert found["head"]["vars"] == ["name", "other"]
    assert found["results"]["bindings"][0]["name"] == {"type": "literal", "value": "南京市", "xml:lang": "zh"}


def test_csv(sample: Dataset) -> None:
    rows = list(csv.reader(io.StringIO(write(sample, NAMES, "csv"))))
    assert rows == [["name", "other"], ["南京市", ""], ["江苏省", ""]]


def test_tsv(sample: Dataset) -> None:
    assert write(sample, NAMES, "tsv").splitlines() == ["?name\t?other", '"南京市"@zh\t', '"江苏省"@zh\t']


def test_turtle(sample: Dataset) -> None:
    text = write(sample, "CONSTRUCT WHERE { ?policy kg:issuedBy ?issuer }", "turtle")
    assert len(Graph().parse(data=text, format="turtle")) == 1
    assert text.endswith("policy:quantum kg:issuedBy organisation:ndrc-js .\n")


@pytest.mark.parametrize(("format", "parser"), [("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")])
def test_rdf_s_other_forms_say_the_same(sample: Dataset, format: str, parser: str) -> None:
    query = "CONSTRUCT WHERE { ?policy kg:issuedBy ?issuer ; skos:prefLabel ?name }"
    turtle = Graph().parse(data=write(sample, query, "turtle"), format="turtle")
    assert set(Graph().parse(data=write(sample, query, format), format=parser)) == set(turtle)


@pytest.mark.parametrize(("format", "parser"), [("turtle", "turtle"), ("rdfxml", "xml")])
def test_a_whole_graph_goes_to_a_file(tmp_path: Path, format: str, parser: str) -> None:
    """As triples do: what XML has not becomes U+FFFD there, wherever it stands."""
    text = "甲乙\x0b\r\n" * 9_000
    page = Source("a.txt", "0" * 64, text, "utf-8")
    dataset = Dataset.of(rdf.to_turtle(Knowledge(sources=(page,))))
    results.write_graph(dataset.store, DefaultGraph(), format, tmp_path / "graph")
    texts = Graph().parse(tmp_path / "graph", format=parser).objects(None, SDO.text)
    assert [str(text) for text in texts] == [text.replace("\x0b", "\ufffd") if format == "rdfxml" else text]


@pytest.mark.parametrize(("format", "text"), [("csv", "true\n"), ("tsv", "true\n")])
def test_yes_is_true(format: str, text: str, sample: Dataset) -> None:
    assert write(sample, "ASK { ?x a kg:Place }", format) == text
    assert json.loads(write(sample, "ASK { ?x a kg:Place }", "json"))["boolean"] is True


def test_xml_holds_any_text() -> None:
    """Control characters, which XML has not, become U+FFFD; a carriage return stays one."""
    text = "甲\x00\x01\x0b\ufffe\r\n<&>\t乙𠀀"
    page = Source("a.txt", "0" * 64, text, "utf-8")
    dataset = Dataset.of(rdf.to_turtle(Knowledge(sources=(page,))))
    (literal,) = ET.fromstring(write(dataset, "SELECT ?t { ?s schema:text ?t }", "xml")).iter(
        "{http://www.w3.org/2005/sparql-results#}literal"
    )
    assert literal.text == "甲\ufffd\ufffd\ufffd\ufffd\r\n<&>\t乙𠀀"


@pytest.mark.parametrize(
    ("query", "format", "message"),
    [
        (NAMES, "turtle", "rows cannot be written as turtle; use one of json, csv, tsv, xml"),
        ("CONSTRUCT WHERE { ?s a ?o }", "csv", "triples cannot be written as csv; use --format turtle"),
    ],
)
def test_a_form_that_the_answer_has_not(query: str, format: str, message: str, sample: Dataset) -> None:
    with pytest.raises(QueryError, match=message):
        write(sample, query, format)
