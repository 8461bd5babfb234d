"""``kg ask``: the answer on standard output, the query that gave it beside."""

import pytest
from click.testing import CliRunner, Result

from kg.cli.ask import ask


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ask, arguments, catch_exceptions=False)


def test_a_question_is_answered_and_the_query_named(folder: str) -> None:
    result = run("江苏有哪些项目？", "--graph", folder)
    assert result.exit_code == 0
    assert [line.split() for line in result.stdout.splitlines()[2:]] == [["江苏省", "南京量子中心", "南京市"]]
    place = "https://w3id.org/zhimai/id/place/320000"
    assert result.stderr == f"kg query projects-in-place --set place={place}  # 某地的项目: 江苏省\n"


def test_the_sparql_is_shown_when_asked_for(folder: str) -> None:
    result = run("哪些事被否认了？", "--graph", folder, "--show-query")
    first, second = result.stderr.splitlines()[:2]
    assert first == "kg query denied  # 被否认的事"
    assert second.startswith("SELECT DISTINCT ?subject ?says")
    assert "SELECT" not in result.stdout


def test_a_file_gets_the_answer_alone(folder: str) -> None:
    result = run("江苏有哪些项目？", "--graph", folder, "--format", "csv")
    assert result.stdout_bytes == "within,project,location\r\n江苏省,南京量子中心,南京市\r\n".encode()


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (
            "江西有哪些项目？",
            [
                "江西: no place of that name in ",
                "  江苏",
                "Questions near it that can be answered:",
                "  江苏有哪些项目？",
            ],
        ),
        ("江苏有多少人口？", ["no query is asked for in these words", "Questions near it"]),
        ("Which projects?", ["questions are asked in Chinese"]),
    ],
)
def test_what_is_not_answered_says_why_and_what_could_be(question: str, lines: list[str], folder: str) -> None:
    result = run(question, "--graph", folder)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"kg: {lines[0]}")
    for line in lines[1:]:
        assert f"\n{line}" in result.stderr
