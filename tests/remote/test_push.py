"""A push as a whole: it ends with the graph there, whole, whatever happens on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RemoteError
from kg.remote.batches import Batches
from kg.remote.client import TRIES, Client
from kg.remote.credentials import Credentials
from kg.remote.push import Choice, Sender, method_of
from kg.remote.record import Push, Record
from kg.store.dataset import Dataset
from sparql_server import Server

NEWS = "https://example.org/news"
OTHERS = '<http://e/s> <http://e/p> "of others"'
SIZE = 40  # triples a batch
PATHS = {"gsp": "/store", "update": "/update"}
METHODS = pytest.mark.parametrize("method", ["gsp", "update"])


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "push.json"


def push(server: Server, dataset: Dataset, record: Path, path: str, choice: Choice = "auto") -> str:
    """Sends the graph to NEWS; the method that was taken."""
    client = Client(server.url + path, Credentials(), sleep=lambda seconds: None)
    method = method_of(client, NEWS, choice)
    sender = Sender(client, method, Record(record), Push(server.url + path, NEWS, method.name))
    sender.send(Batches.of(dataset, SIZE), lambda done, total: None)
    client.close()
    return method.name


def expected(dataset: Dataset) -> set[str]:
    return {str(quad.triple) for quad in dataset.store}


@METHODS
def test_the_graph_takes_the_place_of_the_old_one_and_of_no_other(
    server: Server, sample: Dataset, record: Path, method: Choice
) -> None:
    server.store.update(f"INSERT DATA {{ GRAPH <{NEWS}> {{ {OTHERS} }} GRAPH <http://e/g> {{ {OTHERS} }} {OTHERS} }}")
    for _ in range(2):
        push(server, sample, record, PATHS[method])
        assert server.graph(NEWS) == expected(sample)
        assert server.graph("http://e/g") == server.graph("default") == {OTHERS}
        assert server.names() == {NEWS, "http://e/g"}


@pytest.mark.parametrize(
    ("path", "taken"),
    [("/update", "update"), ("/store", "gsp"), ("/form", "gsp"), ("/repositories/x/statements", "update")],
)
def test_auto_finds_what_the_endpoint_speaks(
    server: Server, sample: Dataset, record: Path, path: str, taken: str
) -> None:
    assert push(server, sample, record, path) == taken
    assert server.graph(NEWS) == expected(sample)


def test_a_repository_is_never_put_over(server: Server, sample: Dataset, record: Path) -> None:
    server.store.update(f"INSERT DATA {{ {OTHERS} }}")
    with pytest.raises(RemoteError, match="a PUT there replaces the whole repository; use --method update"):
        push(server, sample, record, "/repositories/x/statements", "gsp")
    assert server.graph("default") == {OTHERS}


def steps(dataset: Dataset, method: str) -> int:
    """How many requests a push is; an update ends with a COPY and a DROP."""
    return len(Batches.of(dataset, SIZE).parts) + (2 if method == "update" else 0)


@METHODS
@pytest.mark.parametrize("fault", ["drop", "lose", "503"])
def test_a_fault_at_any_step_changes_nothing_in_the_end(
    server: Server, sample: Dataset, record: Path, method: Choice, fault: str
) -> None:
    for at in range(steps(sample, method)):
        server.store.clear()
        server.requests.clear()
        server.faults.extend([""] * at + [fault])
        push(server, sample, record, PATHS[method], method)
        assert len(server.requests) == steps(sample, method) + 1
        assert server.graph(NEWS) == expected(sample)
        assert server.names() == {NEWS}


@METHODS
def test_what_was_cut_off_goes_on_where_it_stopped(
    server: Server, sample: Dataset, record: Path, method: Choice
) -> None:
    for at in range(steps(sample, method)):
        server.store.clear()
        server.requests.clear()
        server.faults.extend([""] * at + ["503"] * TRIES)
        with pytest.raises(RemoteError, match="503 Service Unavailable"):
            push(server, sample, record, PATHS[method], method)
        assert server.writes == at
        push(server, sample, record, PATHS[method], method)
        assert server.writes == steps(sample, method)
        assert server.graph(NEWS) == expected(sample)
        assert server.names() == {NEWS}


def test_readers_see_the_old_graph_until_an_update_is_whole(server: Server, sample: Dataset, record: Path) -> None:
    server.store.update(f"INSERT DATA {{ GRAPH <{NEWS}> {{ {OTHERS} }} }}")
    server.faults.extend(["", ""] + ["503"] * TRIES)
    with pytest.raises(RemoteError):
        push(server, sample, record, "/update", "update")
    assert server.graph(NEWS) == {OTHERS}


@METHODS
def test_a_graph_that_changed_since_is_sent_from_its_beginning(
    server: Server, sample: Dataset, record: Path, method: Choice
) -> None:
    server.faults.extend(["", ""] + ["503"] * TRIES)
    with pytest.raises(RemoteError):
        push(server, sample, record, PATHS[method], method)
    changed = Dataset.of(sample.turtle.replace("新华社".encode(), "人民网".encode()))
    push(server, changed, record, PATHS[method], method)
    assert server.graph(NEWS) == expected(changed) != expected(sample)
    assert server.names() == {NEWS}


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("401", "set KG_PUSH_USER and KG_PUSH_PASSWORD, or KG_PUSH_TOKEN"),
        ("403", "this user may not write there"),
        ("404", "it may not speak SPARQL Update at this URL; docs/remote-stores.md lists"),
        ("413", "send less at a time with --batch"),
        ("redirect", "it wants http://elsewhere/ to be asked; give that URL yourself if you trust it"),
        ("418", "ask who runs the server"),
    ],
)
def test_a_refusal_says_what_to_do(server: Server, sample: Dataset, record: Path, fault: str, message: str) -> None:
    server.elsewhere = "http://elsewhere/"
    server.faults.append(fault)
    with pytest.raises(RemoteError, match=message) as raised:
        push(server, sample, record, "/update", "update")
    assert "\n" not in str(raised.value)
    assert "secret" not in str(raised.value)


def test_an_endpoint_that_speaks_nothing(server: Server, sample: Dataset, record: Path) -> None:
    with pytest.raises(
        RemoteError, match="PUT answered 404 Not Found: PUT /nothing is not supported; it may not speak"
    ):
        push(server, sample, record, "/nothing")
    assert len(server.store) == 0
