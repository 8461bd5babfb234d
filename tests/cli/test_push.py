"""``kg push``: what is said, and that no secret is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.push import push
from kg.errors import GraphError, RemoteError
from kg.remote import client
from kg.remote.client import TRIES
from kg.store.dataset import Dataset
from sparql_server import Server, serving

OWN = "https://w3id.org/zhimai/id/graph"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("KG_PUSH_USER", "KG_PUSH_PASSWORD", "KG_PUSH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    with serving() as server:
        yield server


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(push, arguments, catch_exceptions=False)


def test_a_graph_of_its_own_unless_another_is_named(server: Server, folder: str) -> None:
    triples = len(Dataset.open(folder))
    output = run(f"{server.url}/update", "--graph", folder).output
    assert output == f"pushed: {triples} triples to <{OWN}> of {server.url}/update (update)\n"
    run(f"{server.url}/store", "--graph", folder, "--to", "http://e/news")
    run(f"{server.url}/store", "--graph", folder, "--to", "default")
    assert len(server.graph("default")) == len(server.graph(OWN)) == len(server.graph("http://e/news")) == triples


def test_what_was_cut_off_says_that_it_goes_on(
    server: Server, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "PAUSE", 0.0)
    arguments = (f"{server.url}/store", "--graph", folder, "--method", "gsp", "--batch", "50")
    server.faults.extend(["", *["500"] * TRIES])
    with pytest.raises(RemoteError, match="500 Internal Server Error: no luck today"):
        run(*arguments)
    assert (tmp_path / "push.json").exists()
    assert run(*arguments).output.startswith("going on after 1 of 5 batches that arrived (--fresh sends all)\n")
    assert run(*arguments).output.startswith("pushed: ")


def test_fresh_sends_everything(server: Server, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "PAUSE", 0.0)
    arguments = (f"{server.url}/store", "--graph", folder, "--method", "gsp", "--batch", "50")
    server.faults.extend(["", *["500"] * TRIES])
    with pytest.raises(RemoteError):
        run(*arguments)
    server.requests.clear()
    assert run(*arguments, "--fresh").output.startswith("pushed: ")
    assert server.writes == 5


def test_who_pushes_is_told_by_the_environment(server: Server, folder: str, tmp_path: Path) -> None:
    server.scheme = "Digest"
    with pytest.raises(RemoteError, match="401 Unauthorized: who are you\\?; set KG_PUSH_USER"):
        run(f"{server.url}/update", "--graph", folder)
    output = run(f"{server.url}/update", "--graph", folder, KG_PUSH_USER="kg", KG_PUSH_PASSWORD="geheim").output
    assert "pushed: " in output
    server.scheme = "Bearer"
    output += run(f"{server.url}/update", "--graph", folder, KG_PUSH_TOKEN="token").output
    kept = "".join(path.read_text() for path in tmp_path.glob("push.json"))
    assert "geheim" not in output + kept
    assert "token" not in output + kept


def test_wrong_use(server: Server, folder: str, tmp_path: Path) -> None:
    with pytest.raises(RemoteError, match="not an http or https URL"):
        run("localhost:7878", "--graph", folder)
    with pytest.raises(RemoteError, match="--to news: not an IRI"):
        run(server.url, "--graph", folder, "--to", "news")
    with pytest.raises(GraphError, match="no such graph"):
        run(server.url, "--graph", str(tmp_path / "none"))
    assert run(server.url, "--graph", folder, "--batch", "0").exit_code == 2
    assert server.requests == []
