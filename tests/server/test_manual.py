"""docs/serve.md: its examples run, and its options and limits are the command's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.cli.serve import serve
from kg.server.settings import Limits
from serving import Server

MANUAL = (Path(__file__).parents[2] / "docs" / "serve.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", MANUAL, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=["rdflib", "SPARQLWrapper"])
def test_each_example_prints_the_places(server: Server, example: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(example.replace("http://127.0.0.1:8000/", server.url), {})
    assert set(capsys.readouterr().out.split()) == {"南京市", "江苏省"}


def test_every_option_is_told() -> None:
    for option in serve.params:
        name = option.opts[0]
        assert name in {"--port"} or name in MANUAL, name


def test_the_limits_are_those_that_hold() -> None:
    defaults = {option.name: option.default for option in serve.params}
    limits = Limits()
    assert (defaults["timeout"], defaults["rows"], defaults["memory"]) == (limits.seconds, limits.rows, limits.memory)
    for figure in (f"{limits.seconds:g}", f"{limits.rows:,}", f"{limits.memory:,}"):
        assert f"| {figure} |" in MANUAL
