"""The script in Cypher: one statement a line, no string that ends early, merged by id."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from kg.export import cypher
from kg.export.property_graph import Edge, Node, PropertyGraph, property_graph
from kg.store.dataset import Dataset

TOKEN = re.compile(
    r"""'(?P<string>(?:[^'\\\n\r]|\\['\\]|\\u[0-9A-Fa-f]{4})*)' | `(?P<name>[^`]+)` | (?P<word>\w[\w.]*)
      | (?P<mark>[\[\]{}(),:;=+<>|-]) | (?P<space>[ ]+) | (?P<comment>//[^\n]*)""",
    re.VERBOSE,
)
PAIRS = {")": "(", "]": "[", "}": "{"}
TEXTS = st.text(st.characters(exclude_categories=("Cs",))) | st.text("\\u'`{}0027;\n\u2028", max_size=30)


def tokens(line: str) -> list[re.Match[str]]:
    """The line's tokens; fails where something is none, as an open quotation mark."""
    found, at = [], 0
    while at < len(line):
        match = TOKEN.match(line, at)
        assert match, f"no token at {line[at : at + 30]!r}"
        found.append(match)
        at = match.end()
    return found


def assert_whole(line: str) -> None:
    """Brackets close in their order, and the statement ends with the line."""
    open_: list[str] = []
    marks = [token["mark"] for token in tokens(line) if token["mark"]]
    for mark in marks:
        if mark in "([{":
            open_.append(mark)
        elif mark in PAIRS:
            assert open_.pop() == PAIRS[mark]
    assert not open_
    assert marks.count(";") == 1
    assert line.endswith(";")


def resolved_early(script: str) -> str:
    """As a parser sees it that resolves ``\\uXXXX`` before it looks for anything else."""
    return re.sub(r"\\u([0-9A-Fa-f]{4})", lambda match: chr(int(match[1], 16)), script)


def unquoted(text: str) -> str:
    """The value of a string, its escapes resolved from left to right."""
    return re.sub(
        r"\\(?:u([0-9A-Fa-f]{4})|(.))", lambda m: chr(int(m[1], 16)) if m[1] else m[2], text[1:-1], flags=re.S
    )


def lines(graph: PropertyGraph) -> list[str]:
    return cypher.write(graph).decode().split("\n")


def test_every_line_is_one_statement(sample: Dataset, chronicled: Dataset, attacked: Dataset) -> None:
    for dataset in (sample, chronicled, attacked):
        comment, constraint, *statements, end = lines(property_graph(dataset, denied=True))
        assert comment.startswith("// ")
        assert "REQUIRE e.id IS UNIQUE" in constraint
        assert end == ""
        assert len(statements) > 3
        for line in (constraint, *statements):
            assert_whole(line)


def test_it_merges_and_never_creates_so_that_it_can_run_again(chronicled: Dataset) -> None:
    _, constraint, *statements, _ = lines(property_graph(chronicled))
    assert "IF NOT EXISTS" in constraint
    for line in statements:
        words = [token["word"] for token in tokens(line)]
        assert "MERGE" in words
        assert not {"CREATE", "DELETE", "REMOVE"} & set(words)


def test_nodes_and_relationships(sample: Dataset) -> None:
    script = cypher.write(property_graph(sample)).decode()
    assert "`label`: '江苏省', `class`: 'Place', `subtype`: 'Province', `names`: ['江苏']" in script
    assert "SET e += row, e:`Place`:`AdministrativeArea`:`Province`;" in script
    assert "MERGE (s)-[r:`issuedBy` {id: row.said.id}]->(o) SET r += row.said;" in script
    assert script.index("'南京量子中心'") < script.index("MERGE (s)")


def test_what_is_denied_is_no_relationship_of_that_type(sample: Dataset) -> None:
    assert "cooperatesWith" not in cypher.write(property_graph(sample)).decode()
    denied = cypher.write(property_graph(sample, denied=True)).decode()
    assert "[r:`NOT_cooperatesWith`" in denied
    assert "[r:`cooperatesWith`" not in denied


def test_many_of_a_kind_are_sent_in_batches() -> None:
    nodes = [a_node(f"http://e/{number:04}", "甲") for number in range(2 * cypher.BATCH + 1)]
    statements = lines(PropertyGraph(tuple(nodes), ()))[2:-1]
    assert [line.count("`id`") for line in statements] == [cypher.BATCH, cypher.BATCH, 1]


@given(text=TEXTS)
@example("\\u0027}) DETACH DELETE e //")
@example("'\\\\u0027\\")
def test_no_text_ends_its_string(text: str) -> None:
    quoted = cypher.quoted(text)
    (token,) = tokens(quoted)
    assert token["string"] is not None
    assert unquoted(quoted) == text


@given(text=TEXTS)
@example("\\u0027}) DETACH DELETE e //")
@example("\\\\u005cu0027")
def test_a_backslash_of_the_text_makes_no_escape_for_a_parser_that_resolves_early(text: str) -> None:
    """Such a parser finds the same string, unless the text itself holds what must be escaped as Unicode."""
    plain = re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]", "", text)
    assert unquoted(resolved_early(cypher.quoted(plain))) == plain


@given(text=TEXTS)
def test_no_text_leaves_its_statement(text: str) -> None:
    node = a_node("http://e/a", text)
    edge = Edge("http://e/s", "http://e/a", "http://e/a", "locatedIn", 0.5, "asserted", "affirmed", text, None, (text,))
    for line in lines(PropertyGraph((node, replace(node, id="http://e/b")), (edge,)))[1:-1]:
        assert_whole(line)


def a_node(id: str, text: str) -> Node:
    return Node(id, text, "Place", ("Site",), (text,), (), (), 1, None, None)
