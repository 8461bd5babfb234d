"""Whom the server answers to, and what a browser may do with its answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.server.settings import is_loopback
from serving import Server, serving

ASK = "/sparql?query=ASK%20%7B%7D"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "10.0.0.1", "[::2]", ""]
)
def test_a_name_that_was_turned_to_this_machine_gets_nothing(server: Server, host: str) -> None:
    answer = server.request("GET", ASK, {"Host": host})
    assert answer.status == 421
    assert "boolean" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "127.8.8.8"])
def test_this_machine_s_own_names_are_answered(server: Server, host: str) -> None:
    assert server.request("GET", ASK, {"Host": host}).status == 200


def test_a_proxy_s_name_is_answered_where_it_is_allowed(sample_folder: Path) -> None:
    with serving(sample_folder, "--allow-host", "kg.example.org", "--cors", "https://page.example.org") as server:
        assert server.request("GET", ASK, {"Host": "kg.example.org"}).status == 200
        assert server.request("GET", ASK, {"Host": "evil.example"}).status == 421
        origin = {"Origin": "https://page.example.org"}
        assert server.request("GET", ASK, origin).header("Access-Control-Allow-Origin") == origin["Origin"]
        other = server.request("GET", ASK, {"Origin": "https://evil.example"})
        assert other.header("Access-Control-Allow-Origin") != "https://evil.example"
        asked = {**origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        assert server.request("OPTIONS", "/sparql", asked).status == 200


def test_a_host_that_is_no_name_is_refused_everywhere(server: Server) -> None:
    for host in ("exa mple", "localhost/../x", "<b>", "localhost@evil.example"):
        answer = server.request("GET", "/sparql", {"Host": host})
        assert answer.status in {400, 421}
        assert host not in answer.text


def test_pages_of_other_origins_may_read_nothing(server: Server) -> None:
    answer = server.request("GET", ASK, {"Origin": "https://evil.example"})
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]
    assert answer.header("Cross-Origin-Resource-Policy") == "same-origin"


@pytest.mark.parametrize("path", ["/", ASK, "/style.css", "/nothing", "/id/place/320000", "/page/place/320000"])
def test_every_answer_says_what_a_browser_may_do(server: Server, path: str) -> None:
    answer = server.get(path, "text/html, */*;q=0.1")
    policy = answer.header("Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "unsafe" not in policy
    assert answer.header("X-Content-Type-Options") == "nosniff"
    assert answer.header("X-Frame-Options") == "DENY"
    assert not answer.header("Server")


@pytest.mark.parametrize(
    "path",
    [
        "/../graph.ttl",
        "/graph.ttl",
        "/style.css/../../../graph.ttl",
        "/id/../../etc/passwd",
        "/page/..%2f..%2f..%2fetc%2fpasswd",
        "/data/%2e%2e/%2e%2e/etc/passwd",
        "/page//etc/passwd",
        "/page/%00",
        "/page/%ff%fe",
        "/templates/",
        "/static/style.css",
    ],
)
def test_no_path_leads_to_a_file(server: Server, path: str) -> None:
    answer = server.get(path, "text/html, */*;q=0.1")
    assert answer.status in {303, 404}
    assert "root:" not in answer.text
    assert answer.status == 404 or answer.header("Location").startswith(("/page/", "/data/"))


def test_a_redirect_stays_on_this_server(server: Server) -> None:
    location = server.get("/id//evil.example/", "text/html").header("Location")
    assert location.startswith("/page/")
    assert server.get("/id/%0d%0aX-Evil:1", "text/html").header("X-Evil") == ""


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("kg.example", False),
    ],
)
def test_loopback_is_this_machine_only(host: str, own: bool) -> None:
    assert is_loopback(host) is own
