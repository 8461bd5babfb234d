"""A server in a process of its own, and requests as they go over the wire."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

# More rows than any machine can count to within a test.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def media(self) -> str:
        return self.headers.get_content_type()

    def header(self, name: str) -> str:
        return self.headers.get(name, "")


@dataclass(frozen=True)
class Server:
    url: str  # with a slash at its end
    process: subprocess.Popen[str]

    @property
    def endpoint(self) -> str:
        return f"{self.url}sparql"

    def request(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None
    ) -> Answer:
        """One request on a connection of its own; the path goes as it is."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str | None = None) -> Answer:
        return self.request("GET", path, {"Accept": accept} if accept else {})

    def ask(self, query: str, accept: str | None = None) -> Answer:
        return self.get(f"/sparql?query={quote(query)}", accept)

    def workers(self) -> set[int]:
        """The process ids of the server's workers."""
        children = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        return {int(pid) for pid in Path(children).read_text().split()}


@contextmanager
def serving(folder: Path | str, *options: str) -> Iterator[Server]:
    """A server of this folder on a free port, stopped as by Ctrl-C."""
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(folder), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"})
    assert process.stdout is not None
    try:
        url = re.search(r"http://\S+", process.stdout.readline())
        assert url, "the server did not start"
        yield Server(url[0], process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        process.stdout.close()


def eventually(holds: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether it holds before the time is over, asked again and again."""
    until = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < until:
        time.sleep(0.05)
    return held
