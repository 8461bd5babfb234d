"""``kg validate``: exit status and plain words."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import chronicle
from kg import rdf
from kg.cli.validate import validate
from kg.errors import GraphError


def run(folder: str) -> Result:
    return CliRunner().invoke(validate, ["--graph", folder], catch_exceptions=False)


def test_a_build_has_nothing_wrong(folder: str) -> None:
    result = run(folder)
    assert result.exit_code == 0
    assert result.output == f"{folder}/graph.ttl: 214 triples, nothing wrong\n"


def test_a_fault_is_said_in_plain_words_and_the_status_is_1(folder: str) -> None:
    path = Path(folder) / "graph.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('oa:exact "蓝海公司"@zh', 'oa:exact "红海公司"@zh'), encoding="utf-8")
    result = run(folder)
    assert result.exit_code == 1
    first, second, last = result.output.splitlines()
    assert first == "a selector's words are not those at its place in the source text:"
    assert second.startswith("  https://w3id.org/zhimai/id/selector/")
    assert second.endswith(" (红海公司): 69-73 红海公司")
    assert last == f"{path}: 214 triples, 1 fault"


def test_of_many_alike_ten_are_shown(chronicle_folder: str) -> None:
    path = Path(chronicle_folder) / "graph.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("oa:start ", "oa:start 9"), encoding="utf-8")
    result = run(chronicle_folder)
    assert result.exit_code == 1
    blocks = result.output.split("source text:\n")[1].splitlines()
    shown = [line for line in blocks if line.startswith("  ")]
    assert re.fullmatch(r"  and \d+ more", blocks[10])
    assert all(line.startswith("  https://") for line in shown[:10])


def test_a_graph_without_texts_has_a_note(chronicle_folder: str) -> None:
    path = Path(chronicle_folder) / "graph.ttl"
    path.write_bytes(rdf.to_turtle(chronicle.knowledge(), with_text=False))
    result = run(chronicle_folder)
    assert result.exit_code == 0
    assert "note: offsets not proven where the build left the source texts out (--no-text)\n" in result.output


def test_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such graph"):
        run(str(tmp_path / "none"))
