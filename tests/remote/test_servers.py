"""Real servers, where they are installed: Oxigraph (comes with the test extra) and Virtuoso (Debian)."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic

import chronicle
from kg import rdf
from kg.cli.push import push

NEWS = "https://example.org/news"
NUMBERS = [URIRef(f"http://www.w3.org/2001/XMLSchema#{name}") for name in ("decimal", "integer")]
START = 60  # seconds that a server may take to answer
VIRTUOSO = """
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = t.db
TransactionFile = t.trx
[Parameters]
ServerPort = {sql}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
[HTTPServer]
ServerPort = {http}
ServerRoot = .
"""


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("no oxigraph: pip install oxigraph")
    port = free_port()
    yield from running([program, "serve", "--bind", f"127.0.0.1:{port}"], port, tmp_path_factory.mktemp("oxigraph"))


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("no virtuoso-t: apt-get install virtuoso-opensource-7-bin")
    folder, port = tmp_path_factory.mktemp("virtuoso"), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(http=port, sql=free_port()))
    yield from running([program, "+configfile", "virtuoso.ini", "+foreground"], port, folder)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def running(command: list[str], port: int, folder: Path) -> Iterator[str]:
    """The server's URL while it runs; it is ended with the tests."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + START
        while not answers(port):
            assert process.poll() is None, (folder / "output").read_text()
            assert time.monotonic() < deadline, "no answer"
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(START)


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/", timeout=1):
            return True
    except URLError as error:
        return hasattr(error, "code")
    except OSError:
        return False


def read(url: str) -> Graph:
    with urlopen(
        Request(f"{url}?graph={quote(NEWS, safe='')}", headers={"Accept": "text/turtle"}), timeout=60
    ) as answer:
        return Graph().parse(data=answer.read(), format="turtle")


def with_plain_numbers(graph: Graph) -> Graph:
    """Servers write numbers in a form of their own: 0.90 is 0.9, and 1.00 is 1."""
    plain = Graph()
    for subject, predicate, value in graph:
        if isinstance(value, Literal) and value.datatype in NUMBERS:
            value = Literal(f"{Decimal(str(value)).normalize():f}", datatype=NUMBERS[0], normalize=False)
        plain.add((subject, predicate, value))
    return plain


def assert_arrives(endpoint: str, reader: str, folder: str, **environment: str) -> None:
    """Pushed twice in small batches, read back, it is the graph."""
    for _ in range(2):
        arguments = [endpoint, "--graph", folder, "--to", NEWS, "--batch", "50"]
        result = CliRunner(env=environment).invoke(push, arguments, catch_exceptions=False)
        assert result.output.startswith("pushed: "), result.output
    sent = with_plain_numbers(Graph().parse(Path(folder) / "graph.ttl"))
    assert len(sent) > 100
    assert isomorphic(with_plain_numbers(read(reader)), sent)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A graph with a control character, an astral one, Windows line ends, and a text as long as a book."""
    text = "南京量子中心由江苏省发展改革委承担。\\n" * 10_000
    book = f'<https://w3id.org/zhimai/id/source/1> <https://schema.org/text> "{text}"@zh .\n'
    (tmp_path / "graph.ttl").write_bytes(rdf.to_turtle(chronicle.knowledge()) + book.encode())
    return str(tmp_path)


@pytest.mark.parametrize("endpoint", ["update", "store"])
def test_oxigraph(oxigraph: str, folder: str, endpoint: str) -> None:
    assert_arrives(f"{oxigraph}/{endpoint}", f"{oxigraph}/store", folder)


@pytest.mark.parametrize("endpoint", ["sparql-auth", "sparql-graph-crud-auth"])
def test_virtuoso(virtuoso: str, folder: str, endpoint: str) -> None:
    known = {"KG_PUSH_USER": "dba", "KG_PUSH_PASSWORD": "dba"}
    assert_arrives(f"{virtuoso}/{endpoint}", f"{virtuoso}/sparql-graph-crud", folder, **known)
