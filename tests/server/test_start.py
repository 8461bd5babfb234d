"""Starting the command: what it says when it cannot."""

from __future__ import annotations

import builtins
import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli.serve import serve
from kg.errors import GraphError, MissingExtraError, ServeError
from serving import serving


def start(*arguments: str) -> None:
    CliRunner().invoke(serve, arguments, catch_exceptions=False)


def test_a_folder_without_a_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"graph\.ttl: no such graph; make one with kg build"):
        start("--graph", str(tmp_path), "--port", "0")


def test_a_port_that_is_taken(sample_folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=f"127.0.0.1:{port}: cannot be listened on: .*; choose another"):
            start("--graph", str(sample_folder), "--port", str(port))


@pytest.mark.parametrize("host", ["localhost", "::1"])
def test_it_listens_where_it_is_told(sample_folder: Path, host: str) -> None:
    if host == "::1" and not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    with serving(sample_folder, "--host", host) as server:
        assert server.ask("ASK {}").status == 200


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch, sample_folder: Path) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "kg.server.run":
            raise ModuleNotFoundError("No module named 'uvicorn'", name="uvicorn")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"^uvicorn: not installed; pip install 'zhimai\[serve\]'$"):
        start("--graph", str(sample_folder))
