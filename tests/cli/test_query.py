"""``kg query``: what is asked, and what is printed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from kg.cli.query import query
from kg.errors import GraphError, QueryError
from kg.store import queries

NAMES = "SELECT ?name { ?place a kg:Place ; skos:prefLabel ?name } ORDER BY ?name"


def run(*arguments: str, input: str | None = None) -> str:
    """What the command prints. An error is raised as such: the group above makes a line of it."""
    result = CliRunner().invoke(query, arguments, input=input, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_table_in_a_pipe_has_no_colour_and_even_columns(folder: str) -> None:
    lines = run(
        "SELECT ?name ?class { ?x skos:prefLabel ?name ; a ?class } ORDER BY ?name", "--graph", folder
    ).splitlines()
    assert "\x1b" not in "".join(lines)
    assert all(line == line.rstrip() for line in lines)
    rows = [line for line in lines[2:] if "kg:" in line or "schema:" in line]
    assert len(rows) > 10
    columns = {cell_len(line[: line.index("kg:" if "kg:" in line else "schema:")]) for line in rows}
    assert len(columns) == 1


def test_a_long_sentence_is_not_cut_in_a_pipe(folder: str) -> None:
    output = run("SELECT ?body { ?a schema:articleBody ?body }", "--graph", folder)
    assert "江苏省发展改革委印发《量子产业规划》。 南京量子中心由" in output
    assert output.rstrip().endswith("合作。")


def test_a_named_query_with_a_value(folder: str) -> None:
    output = run("projects-in-place", "--set", "place=江苏", "--graph", folder)
    assert [line.split() for line in output.splitlines()[2:]] == [["江苏省", "南京量子中心", "南京市"]]


def test_what_is_inferred_is_asked_on_request(folder: str) -> None:
    question = "SELECT ?name { ?body kg:issued/skos:prefLabel ?name }"
    assert "《量子产业规划》" in run(question, "--inferred", "--graph", folder)
    assert "《量子产业规划》" not in run(question, "--graph", folder)
    assert run(NAMES, "--inferred", "--graph", folder) == run(NAMES, "--no-inferred", "--graph", folder)


def test_the_list_shows_every_query_and_what_it_takes() -> None:
    output = run("--list")
    for name in queries.catalogue():
        assert f"\n{name} " in output
    assert "某地的项目 · Projects in a place" in output
    assert "place=<place>" in output
    assert "least=1" in output


def test_formats_are_written_as_they_are(folder: str) -> None:
    result = CliRunner().invoke(query, [NAMES, "--graph", folder, "--format", "csv"], catch_exceptions=False)
    assert result.stdout_bytes == "name\r\n南京市\r\n江苏省\r\n".encode()
    found = json.loads(run(NAMES, "--graph", folder, "--format", "json"))
    assert [row["name"]["value"] for row in found["results"]["bindings"]] == ["南京市", "江苏省"]


def test_triples_are_turtle_unless_a_table_is_asked_for(folder: str) -> None:
    construct = "CONSTRUCT WHERE { ?policy kg:issuedBy ?issuer }"
    assert "\npolicy:quantum kg:issuedBy organisation:ndrc-js .\n" in run(construct, "--graph", folder)
    table = run(construct, "--graph", folder, "--format", "table")
    assert table.splitlines()[-1].split() == ["policy:quantum", "kg:issuedBy", "organisation:ndrc-js"]


def test_yes_and_no(folder: str) -> None:
    assert run("ASK { ?x a kg:Policy }", "--graph", folder) == "yes\n"
    assert run("ASK { ?x kg:cooperatesWith ?y }", "--graph", folder) == "no\n"


def test_from_a_file_and_from_standard_input(folder: str, tmp_path: Path) -> None:
    file = tmp_path / "question.rq"
    file.write_text("\ufeff" + NAMES, encoding="utf-8")
    assert run("--file", str(file), "--graph", folder) == run(NAMES, "--graph", folder)
    assert run("--file", "-", "--graph", folder, input=NAMES) == run(NAMES, "--graph", folder)


def test_markup_and_control_characters_of_a_text_are_only_shown(folder: str) -> None:
    output = run('SELECT ("[bold]a[/bold]\\u001B[31m\\u202E" AS ?x) {}', "--graph", folder)
    assert output.splitlines()[-1] == "[bold]a[/bold]\ufffd[31m\ufffd"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give one thing to ask"),
        (("denied", "--file", "x.rq"), "give one thing to ask"),
        (("denid",), "no query denid; did you mean denied or "),
        (("denied", "--set", "place"), "--set place: not NAME=VALUE"),
        ((NAMES, "--set", "place=江苏"), "--set is for a named query"),
        (("projects-in-place", "--set", "plce=江苏"), r"no parameter plce; did you mean place\?"),
        (("--file", "nowhere.rq"), r"nowhere\.rq: cannot be read: No such file"),
        (("SELECT * { SERVICE <http://x/> {} }",), "SERVICE asks another machine"),
        (("SELECT * {",), "not SPARQL"),
    ],
)
def test_a_wrong_question_is_one_line(arguments: tuple[str, ...], message: str, folder: str) -> None:
    with pytest.raises(QueryError, match=message) as raised:
        run(*arguments, "--graph", folder)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_utf8(folder: str, tmp_path: Path) -> None:
    (tmp_path / "gbk.rq").write_bytes("SELECT * { ?政 ?策 ?o }".encode("gbk"))
    with pytest.raises(QueryError, match=r"gbk\.rq: not UTF-8; save it as UTF-8"):
        run("--file", str(tmp_path / "gbk.rq"), "--graph", folder)


def test_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such graph; make one with kg build"):
        run(NAMES, "--graph", str(tmp_path / "none"))
