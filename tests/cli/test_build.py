"""kg build: what it writes, what it says, how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph

from kg.store import disk

REPORT = "新华社北京12月6日电 国家能源局印发《电力规划》。江苏省南京市的紫金山实验室参加编制。\n"


def kg(*arguments: str, folder: Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments], cwd=folder, input=text, capture_output=True, text=True, check=False
    )


def test_writes_turtle_and_page_and_says_what_it_found(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(REPORT, encoding="utf-8")
    done = kg("build", "page.txt", "--out", "graphs/one", "--date", "2025-12-06", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    written = sorted(file.name for file in (tmp_path / "graphs/one").iterdir())
    assert written == ["graph.html", "graph.ttl", "links.tsv", "state.bin", "store"]
    assert "issuedBy 1" in done.stdout
    assert "graph.html" in done.stdout
    assert done.stderr == ""
    assert "\x1b[" not in done.stdout
    assert len(Graph().parse(tmp_path / "graphs/one/graph.ttl")) > 50


def test_what_is_believed_too_little_is_left_out_and_counted(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(REPORT, encoding="utf-8")
    done = kg("build", "page.txt", "--date", "2025-12-06", "--min-confidence", "1", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "issuedBy" not in done.stdout
    (dropped,) = [line for line in done.stdout.splitlines() if line.startswith("dropped")]
    assert "below --min-confidence" in dropped
    assert "low score" in dropped


def test_a_store_is_written_unless_it_is_not_wanted(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(REPORT, encoding="utf-8")
    question = ("query", "SELECT ?name { ?place a kg:Place ; skos:prefLabel ?name } ORDER BY ?name")
    assert kg("build", "page.txt", folder=tmp_path).returncode == 0
    assert disk.find(tmp_path / "out" / "graph.ttl")
    stored = kg(*question, folder=tmp_path)
    assert "南京市" in stored.stdout
    assert kg("build", "page.txt", "--no-store", folder=tmp_path).returncode == 0
    assert not (tmp_path / "out" / "store").exists()
    assert kg(*question, folder=tmp_path).stdout == stored.stdout


def test_reads_standard_input(tmp_path: Path) -> None:
    done = kg("build", "-", "--date", "2025-12-06", folder=tmp_path, text=REPORT)
    assert done.returncode == 0, done.stderr
    assert "standard-input.txt" in (tmp_path / "out/graph.ttl").read_text(encoding="utf-8")


def test_what_was_not_understood_is_listed_on_request(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(REPORT + "国务院公布《水法。\n", encoding="utf-8")
    done = kg("build", "page.txt", "--issues", "issues.jsonl", folder=tmp_path)
    assert done.returncode == 0
    issues = [json.loads(line) for line in (tmp_path / "issues.jsonl").read_text(encoding="utf-8").splitlines()]
    assert "unbalanced-bracket" in {issue["kind"] for issue in issues}
    assert "unbalanced-bracket 1" in done.stdout


def test_a_skipped_file_is_named_and_the_status_says_so(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    done = kg("build", "good.txt", "absent.txt", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("kg: skipped absent.txt")
    assert (tmp_path / "out/graph.ttl").exists()


def test_nothing_readable_writes_nothing(tmp_path: Path) -> None:
    done = kg("build", "absent.txt", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "kg: absent.txt: no such file; check the name\n"
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_cannot_be_one(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "out").write_text("in the way", encoding="utf-8")
    done = kg("build", "page.txt", folder=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "out" in done.stderr
    assert (tmp_path / "out").read_text(encoding="utf-8") == "in the way"


@pytest.mark.parametrize("arguments", [("build", "--date", "2025-02-30"), ("build", "--colour"), ("dance",)])
def test_wrong_use_is_status_two(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert kg(*arguments, folder=tmp_path).returncode == 2


def test_the_whole_line_on_the_sample_page(tmp_path: Path) -> None:
    """Build, validate, query, show: the commands of the README on the page in seeds/."""
    seeds = Path(__file__).parents[2] / "seeds"
    assert kg("build", str(seeds), "--out", "out", folder=tmp_path).returncode == 0
    validated = kg("validate", folder=tmp_path)
    assert validated.returncode == 0, validated.stdout
    articles = "SELECT ?a { ?a a schema:NewsArticle } "
    rows = kg("query", articles, "--format", "csv", folder=tmp_path).stdout.split()
    assert len(rows) - 1 == 7
    shown = kg("show", "工信部", folder=tmp_path)
    assert shown.returncode == 0
    assert "工业和信息化部" in shown.stdout
    assert kg("query", "projects-in-place", "--set", "place=江苏", folder=tmp_path).returncode == 0
