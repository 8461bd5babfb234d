"""The clients that people use, as their manuals say."""

from __future__ import annotations

import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from serving import Server

KG = "https://w3id.org/zhimai/ns#"
SELECT = "SELECT ?name { ?place a kg:Place ; skos:prefLabel ?name } ORDER BY ?name"


def wrapper(server: Server, query: str) -> SPARQLWrapper:
    made = SPARQLWrapper(server.endpoint)
    made.setQuery(query)
    return made


def test_rdflib_asks_it_as_a_store(server: Server) -> None:
    graph = rdflib.Graph(SPARQLStore(server.endpoint))
    assert [str(row["name"]) for row in graph.query(SELECT)] == ["南京市", "江苏省"]
    names = {str(name) for name in graph.objects(None, rdflib.SKOS.prefLabel)}
    assert {"江苏省", "南京量子中心"} <= names
    assert bool(graph.query("ASK { ?place a kg:Place }"))


def test_rdflib_posts_a_query_too(server: Server) -> None:
    graph = rdflib.Graph(SPARQLStore(server.endpoint, method="POST"))
    assert [str(row["name"]) for row in graph.query(SELECT)] == ["南京市", "江苏省"]


def test_rdflib_federates_from_it(server: Server) -> None:
    query = f"SELECT ?place {{ SERVICE <{server.endpoint}> {{ ?place a <{KG}Place> }} }}"
    assert len(list(rdflib.Graph().query(query))) == 2


def test_sparqlwrapper_reads_rows(server: Server) -> None:
    asked = wrapper(server, SELECT)
    asked.setReturnFormat(JSON)
    assert [row["name"]["value"] for row in asked.queryAndConvert()["results"]["bindings"]] == ["南京市", "江苏省"]
    asked.setMethod(POST)
    asked.setReturnFormat(XML)
    assert "江苏省" in asked.queryAndConvert().toxml()
    asked.setReturnFormat(CSV)
    assert asked.queryAndConvert().decode().split() == ["name", "南京市", "江苏省"]


def test_sparqlwrapper_reads_triples(server: Server) -> None:
    asked = wrapper(server, "CONSTRUCT { ?place skos:prefLabel ?name } { ?place a kg:Place ; skos:prefLabel ?name }")
    asked.setReturnFormat(XML)
    assert {str(name) for name in asked.queryAndConvert().objects()} == {"南京市", "江苏省"}
    asked.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=asked.queryAndConvert(), format="turtle")) == 2


def test_rdflib_reads_a_thing_by_its_address(server: Server) -> None:
    graph = rdflib.Graph().parse(f"{server.url}id/place/320000")
    names = graph.objects(rdflib.URIRef("https://w3id.org/zhimai/id/place/320000"), rdflib.SKOS.prefLabel)
    assert [str(name) for name in names] == ["江苏省"]
