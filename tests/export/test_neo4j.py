"""The tables for neo4j-admin database import, read by its rules: typed headers, ids, ends, lists."""

from __future__ import annotations

import csv
import io
import re

from hypothesis import given
from hypothesis import strategies as st

from kg.export import neo4j
from kg.export.property_graph import Edge, Node, PropertyGraph, property_graph
from kg.store.dataset import Dataset

ID = "https://w3id.org/zhimai/id/"
# Neo4j's manual, "CSV header format": name:type or :FIELD, a type may be a list.
HEADER = re.compile(r"(\w+(:(ID|string|int|double)(\[\])?)?|:(LABEL|START_ID|END_ID|TYPE))")


def tables(graph: PropertyGraph) -> dict[str, list[dict[str, str]]]:
    return {
        name: list(csv.DictReader(io.StringIO(data.decode(), newline=""))) for name, data in neo4j.write(graph).items()
    }


def test_headers_follow_the_rules(sample: Dataset) -> None:
    for data in neo4j.write(property_graph(sample)).values():
        headers = data.decode().split("\r\n", 1)[0].split(",")
        assert all(HEADER.fullmatch(header) for header in headers), headers
    nodes, relationships = tables(property_graph(sample)).values()
    assert {"id:ID", ":LABEL"} <= nodes[0].keys()
    assert {":START_ID", ":END_ID", ":TYPE"} <= relationships[0].keys()


def test_a_node_has_its_labels_and_its_lists(sample: Dataset) -> None:
    nodes = {row["id:ID"]: row for row in tables(property_graph(sample))["nodes.csv"]}
    place = nodes[f"{ID}place/320000"]
    assert place[":LABEL"].split("\x1f") == ["Entity", "Place", "AdministrativeArea", "Province"]
    assert (place["names:string[]"], place["lat:double"], place["mentions:int"]) == ("江苏", "32.06", "0")
    assert nodes[f"{ID}person/wang"]["lat:double"] == ""


def test_ids_are_unique_and_every_end_is_one_of_them(chronicled: Dataset) -> None:
    found = tables(property_graph(chronicled, denied=True))
    ids = [row["id:ID"] for row in found["nodes.csv"]]
    assert len(ids) == len(set(ids))
    assert len(found["relationships.csv"]) > 3
    for row in found["relationships.csv"]:
        assert {row[":START_ID"], row[":END_ID"]} <= set(ids)
        assert 0 <= float(row["confidence:double"]) <= 1


def test_the_type_of_a_denied_relationship_is_another(sample: Dataset) -> None:
    types = [row[":TYPE"] for row in tables(property_graph(sample, denied=True))["relationships.csv"]]
    assert sorted(types) == ["NOT_cooperatesWith", "issuedBy", "locatedIn", "locatedIn", "undertakenBy"]
    assert "cooperatesWith" not in {row[":TYPE"] for row in tables(property_graph(sample))["relationships.csv"]}


@given(text=st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_is_read_back(text: str) -> None:
    node = Node("http://e/a", text, "Place", (), (text, "乙"), (), (), 0, None, None)
    edge = Edge("http://e/s", "http://e/a", "http://e/a", "locatedIn", 0.5, "asserted", "affirmed", None, None, (text,))
    found = tables(PropertyGraph((node,), (edge,)))
    expected = text.replace("\x1f", "\ufffd")
    assert found["nodes.csv"][0]["label:string"] == expected
    assert found["nodes.csv"][0]["names:string[]"].split("\x1f") == [expected, "乙"]
    assert found["relationships.csv"][0]["sentences:string[]"] == expected
