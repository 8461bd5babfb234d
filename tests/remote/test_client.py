"""Requests to one endpoint: tried again where that may help, never sent elsewhere, refused in one line."""

from __future__ import annotations

import pytest

from kg.errors import RemoteError
from kg.remote.client import PAUSE, TRIES, Client, Request
from kg.remote.credentials import Credentials
from sparql_server import Server, serving

INSERT = Request("POST", b"INSERT DATA { <http://e/s> <http://e/p> 1 }", "application/sparql-update")
NOBODY = Credentials()
KG = Credentials(user="kg", password="geheim")
TOKEN = Credentials(token="token")


def client(server: Server, path: str = "/update", credentials: Credentials = NOBODY, timeout: float = 10) -> Client:
    return Client(server.url + path, credentials, timeout=timeout, sleep=lambda seconds: None)


@pytest.mark.parametrize("fault", ["drop", "lose", "503", "500", "429", "slow"])
def test_a_moments_trouble_is_tried_again(server: Server, fault: str) -> None:
    server.faults.extend([fault, "", ""])
    assert client(server, timeout=0.3).send(INSERT).accepted
    assert len(server.graph("default")) == 1
    assert len(server.requests) >= 1 + (fault != "slow")


def test_pauses_double_and_are_as_long_as_the_server_asks(server: Server) -> None:
    pauses: list[float] = []
    server.faults.extend(["503"] * (TRIES - 1))
    Client(f"{server.url}/update", NOBODY, sleep=pauses.append).send(INSERT)
    assert pauses == [PAUSE, PAUSE * 2, PAUSE * 4, PAUSE * 8]


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("503", r"/update: POST answered 503 Service Unavailable: no luck today \(5 tries; push again"),
        ("drop", r"/update: out of reach: .+; is the server running"),
    ],
)
def test_lasting_trouble_is_one_line(server: Server, fault: str, message: str) -> None:
    server.faults.extend([fault] * TRIES)
    with pytest.raises(RemoteError, match=message) as raised:
        client(server).send(INSERT)
    assert "\n" not in str(raised.value)
    assert len(server.requests) == TRIES


def test_no_server() -> None:
    with serving() as server:
        pass
    with pytest.raises(RemoteError, match="out of reach: Connection refused"):
        client(server).send(INSERT)


def test_no_answer_in_time(server: Server) -> None:
    server.faults.extend(["slow"] * TRIES)
    with pytest.raises(RemoteError, match="out of reach: no answer in time"):
        client(server, timeout=0.1).send(INSERT)


@pytest.mark.parametrize("status", [400, 403, 404, 413])
def test_a_refusal_is_not_tried_again(server: Server, status: int) -> None:
    server.faults.append(str(status))
    answer = client(server).send(INSERT)
    assert (answer.status, answer.words) == (status, "no luck today")
    assert len(server.requests) == 1


def test_of_a_web_page_the_words_are_shown(server: Server) -> None:
    answer = client(server, "/form").send(INSERT)
    assert (answer.type, answer.words) == ("text/html", "a form to fill in")


def test_a_redirect_is_not_followed(server: Server) -> None:
    with serving() as elsewhere:
        server.elsewhere = f"{elsewhere.url}/update"
        server.faults.append("redirect")
        answer = client(server, credentials=KG).send(INSERT)
        assert (answer.status, answer.location) == (307, f"{elsewhere.url}/update")
        assert elsewhere.requests == []


@pytest.mark.parametrize(("scheme", "credentials"), [("Basic", KG), ("Digest", KG), ("Bearer", TOKEN)])
def test_who_we_are_is_told_as_the_server_asks(server: Server, scheme: str, credentials: Credentials) -> None:
    server.scheme = scheme
    one = client(server, credentials=credentials)
    assert one.send(INSERT).accepted
    assert one.send(INSERT).accepted
    asked = [status for _, _, status in server.requests if status == 401]
    assert len(asked) == (0 if scheme == "Bearer" else 1)  # it is remembered for the second request


@pytest.mark.parametrize("scheme", ["Basic", "Digest", "Bearer"])
@pytest.mark.parametrize("credentials", [NOBODY, Credentials(user="kg", password="falsch"), Credentials(token="x")])
def test_who_is_not_known_gets_no_further(server: Server, scheme: str, credentials: Credentials) -> None:
    server.scheme = scheme
    assert client(server, credentials=credentials).send(INSERT).status == 401
    assert len(server.store) == 0


def test_the_endpoints_own_query_goes_along_and_is_not_shown(server: Server) -> None:
    one = client(server, "/store?access-token=geheim")
    put = Request("PUT", b"<http://e/s> <http://e/p> 1 .", "text/turtle", "graph=http%3A%2F%2Fe%2Fg")
    assert one.send(put).accepted
    assert server.names() == {"http://e/g"}
    assert one.shown == f"{server.url}/store"


@pytest.mark.parametrize(
    ("endpoint", "message"),
    [
        ("ftp://localhost/x", "not an http or https URL"),
        ("file:///etc/passwd", "not an http or https URL"),
        ("localhost:7878", "not an http or https URL"),
        ("http://localhost:seven/", "not a URL"),
        ("http://localhost/a b", "percent-encode what is not ASCII"),
        ("http://localhost/新闻", "percent-encode what is not ASCII"),
        ("http://localhost/x#y", "leave out what follows a #"),
    ],
)
def test_what_is_no_endpoint(endpoint: str, message: str) -> None:
    with pytest.raises(RemoteError, match=message):
        Client(endpoint, NOBODY)


def test_a_password_in_a_url_is_refused_and_not_repeated() -> None:
    with pytest.raises(RemoteError, match="a URL is no place for a password; set KG_PUSH_USER") as raised:
        Client("http://kg:geheim@localhost/update", NOBODY)
    assert "geheim" not in str(raised.value)


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"KG_PUSH_TOKEN": "x", "KG_PUSH_USER": "y"}, "are both set"),
        ({"KG_PUSH_PASSWORD": "geheim"}, "is set without KG_PUSH_USER"),
        ({"KG_PUSH_TOKEN": "geheim\r\nX: y"}, "a character that no HTTP header may"),
    ],
)
def test_credentials_that_cannot_be(environment: dict[str, str], message: str) -> None:
    with pytest.raises(RemoteError, match=message) as raised:
        Credentials.of(environment)
    assert "geheim" not in str(raised.value)


def test_credentials_are_not_shown() -> None:
    assert "geheim" not in repr(Credentials.of({"KG_PUSH_USER": "kg", "KG_PUSH_PASSWORD": "geheim"}))
