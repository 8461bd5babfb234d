"""A small SPARQL server in this process, to the standard, that can be told to fail.

/store                     Graph Store Protocol alone
/update                    SPARQL Update alone
/form                      Graph Store Protocol; answers an update with a web page, as Virtuoso does
/repositories/x/statements updates as in RDF4J, where a PUT replaces the whole repository
"""

from __future__ import annotations

import base64
import hashlib
import re
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from urllib.request import parse_http_list, parse_keqv_list

import pyoxigraph as ox

UPDATE = "application/sparql-update"
NONCE = "a0b1c2"


@dataclass
class Server:
    """``faults``: for each coming request, what goes wrong with it, ``""`` for nothing; then nothing does.

    A number is answered; ``drop`` breaks the connection in the middle of the request, ``lose`` after the
    request is carried out and before its answer; ``slow`` answers late; ``redirect`` points elsewhere.
    """

    url: str
    store: ox.Store = field(default_factory=ox.Store)
    faults: deque[str] = field(default_factory=deque)
    scheme: str = ""  # Basic, Digest or Bearer: what is asked for
    elsewhere: str = ""  # where a redirect points
    requests: list[tuple[str, str, int]] = field(default_factory=list)  # method, path, status; 0 where none was sent

    def graph(self, name: str) -> set[str]:
        """The triples of a named graph, or of the default graph (``default``), as N-Triples."""
        where = ox.DefaultGraph() if name == "default" else ox.NamedNode(name)
        return {str(quad.triple) for quad in self.store.quads_for_pattern(None, None, None, where)}

    def names(self) -> set[str]:
        return {name.value for name in self.store.named_graphs()}

    @property
    def writes(self) -> int:
        """Requests that were carried out and answered."""
        return sum(200 <= status < 300 for _, _, status in self.requests)


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port of this machine, gone at the end."""
    with _Http(("127.0.0.1", 0), _Handler) as http:
        server = Server(f"http://127.0.0.1:{http.server_port}")
        http.told = server  # type: ignore[attr-defined]
        threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield server
        finally:
            http.shutdown()


class _Http(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_PUT(self) -> None:
        self._handle()

    def do_POST(self) -> None:
        self._handle()

    def log_message(self, format: str, *args: object) -> None:
        pass

    @property
    def told(self) -> Server:
        return self.server.told  # type: ignore[attr-defined, no-any-return]

    def _handle(self) -> None:
        fault = self.told.faults.popleft() if self.told.faults else ""
        length = int(self.headers["Content-Length"])
        if fault == "drop":
            self.rfile.read(length // 2)
            return self._hang_up()
        body = self.rfile.read(length)
        if fault == "slow":
            time.sleep(0.5)
        if fault == "redirect":
            return self._answer(307, "", ("Location", self.told.elsewhere))
        if fault.isdigit():
            return self._answer(int(fault), "no luck today\nTraceback: secret")
        if not self._known():
            return self._answer(401, "who are you?", *self._challenge())
        status, words, type = self._carry_out(body)
        if fault == "lose":
            return self._hang_up()
        return self._answer(status, words, ("Content-Type", type))

    def _carry_out(self, body: bytes) -> tuple[int, str, str]:
        url, type = urlsplit(self.path), self.headers["Content-Type"]
        update = self.command == "POST" and type == UPDATE
        if url.path == "/form" and update:
            return 200, "<html><head><title>x</title></head><body>a <b>form</b>\n to fill in</body></html>", "text/html"
        if url.path in ("/update", "/repositories/x/statements") and update:
            self.told.store.update(body.decode())
            return 204, "", "text/plain"
        if url.path == "/repositories/x/statements" and self.command == "PUT":
            self.told.store.clear()
            return 204, "", "text/plain"
        if url.path not in ("/store", "/form"):
            return 404, f"{self.command} {url.path} is not supported", "text/plain"
        if type != "text/turtle":
            return 415, f"{type} is no RDF", "text/plain"
        query = parse_qs(url.query, keep_blank_values=True)
        graph = ox.NamedNode(query["graph"][0]) if "graph" in query else ox.DefaultGraph()
        if self.command == "PUT":
            self.told.store.clear_graph(graph)
        self.told.store.load(input=body, format=ox.RdfFormat.TURTLE, to_graph=graph)
        return 201, "", "text/plain"

    def _known(self) -> bool:
        """Is this the user ``kg`` with the password ``geheim``, or the token ``token``?"""
        scheme, _, given = self.headers.get("Authorization", "").partition(" ")
        if not self.told.scheme or scheme != self.told.scheme:
            return not self.told.scheme
        if scheme == "Digest":
            fields = parse_keqv_list(parse_http_list(given))
            ha1, ha2 = _md5("kg:here:geheim"), _md5(f"{self.command}:{self.path}")
            middle = ":".join(fields[name] for name in ("nonce", "nc", "cnonce", "qop"))
            return fields["nonce"] == NONCE and fields["response"] == _md5(f"{ha1}:{middle}:{ha2}")
        return given == ("token" if scheme == "Bearer" else base64.b64encode(b"kg:geheim").decode())

    def _challenge(self) -> list[tuple[str, str]]:
        asked = {"Basic": 'Basic realm="here"', "Digest": f'Digest realm="here", nonce="{NONCE}", qop="auth"'}
        return [("WWW-Authenticate", asked[self.told.scheme])] if self.told.scheme in asked else []

    def _answer(self, status: int, words: str, *headers: tuple[str, str]) -> None:
        self.told.requests.append((self.command, urlsplit(self.path).path, status))
        body = b"" if status == 204 else words.encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _hang_up(self) -> None:
        self.told.requests.append((self.command, urlsplit(self.path).path, 0))
        self.close_connection = True


def _md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()


def resolved_early(update: bytes) -> str:
    r"""As a server sees an update that resolves ``\uXXXX`` before it looks for anything else."""
    return re.sub(r"\\u([0-9A-Fa-f]{4})", lambda match: chr(int(match[1], 16)), update.decode())
