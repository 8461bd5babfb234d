"""Requests to one endpoint and to nothing else: no redirect is followed, no proxy asked.

What may be a moment's trouble (a dropped connection, a timeout, a 5xx or 429 answer) is tried again
after a pause that doubles each time, so a request must do no harm when it arrives twice.
"""

from __future__ import annotations

import contextlib
import http.client
import re
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import SplitResult, urlsplit

from kg.errors import RemoteError
from kg.remote.credentials import Authorization, Credentials

TRIES: Final = 5
PAUSE: Final = 0.5  # seconds before the second try, twice as many before each further one
LONGEST_PAUSE: Final = 60.0  # seconds, whatever the server asks for
TIMEOUT: Final = 300.0  # seconds; copying a large graph on the server takes a while
_ANSWER: Final = 1 << 16  # bytes of an answer that are looked at
_SHOWN: Final = 200
_PASSING: Final = frozenset({429, 500, 502, 503, 504})
_PAGE: Final = 1 << 12  # bytes of a web page that are looked at
_TAG: Final = re.compile(r"(?s)<head\b.*</head>|<[^<>]*>")

Connection = http.client.HTTPConnection


@dataclass(frozen=True, slots=True)
class Request:
    """``query`` is added to the endpoint's URL, percent-encoded as it is."""

    method: str
    body: bytes
    type: str  # the body's media type
    query: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    type: str  # media type, without parameters
    words: str  # the first line that the server says, of a web page all, cut and safe to print
    challenges: tuple[str, ...]
    location: str
    pause: float | None  # seconds after which to try again, where the server says it

    @property
    def accepted(self) -> bool:
        return 200 <= self.status < 300

    def __str__(self) -> str:
        try:
            said = f"{self.status} {HTTPStatus(self.status).phrase}"
        except ValueError:
            said = str(self.status)
        return f"{said}: {self.words}" if self.words else said


class Client:
    """Speaks to one endpoint over one connection, opened anew where it breaks."""

    def __init__(
        self,
        endpoint: str,
        credentials: Credentials,
        *,
        timeout: float = TIMEOUT,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Raises RemoteError where ``endpoint`` is no http or https URL, or has a password in it."""
        self._url = _checked(endpoint)
        self.path = self._url.path or "/"
        self.shown = f"{self._url.scheme}://{self._url.netloc}{self._url.path}"  # a query may hold a token
        self._authorization = Authorization(credentials, endpoint)
        self._sleep = sleep
        secure = self._url.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        self._connection = kind(self._url.hostname or "", self._url.port, timeout=timeout)

    def send(self, request: Request) -> Answer:
        """The server's last word. Raises RemoteError where it cannot be had, or is 5xx after TRIES tries."""
        pause, trouble = PAUSE, ""
        for _ in range(TRIES):
            if trouble:
                self._sleep(min(pause, LONGEST_PAUSE))
                pause *= 2
            try:
                answer = self._authorized(request)
            except ssl.SSLCertVerificationError as error:
                raise RemoteError(f"{self.shown}: its certificate is not trusted ({error.verify_message})") from error
            except (OSError, http.client.HTTPException) as error:
                self._connection.close()
                trouble = f"out of reach: {_why(error)}; is the server running, and the URL right?"
                continue
            if answer.status not in _PASSING:
                return answer
            trouble = f"{request.method} answered {answer}"
            pause = max(pause, answer.pause or 0.0)
        raise RemoteError(f"{self.shown}: {trouble} ({TRIES} tries; push again, and it goes on where it stopped)")

    def close(self) -> None:
        self._connection.close()

    def _authorized(self, request: Request) -> Answer:
        answer = self._once(request)
        if answer.status == HTTPStatus.UNAUTHORIZED and self._authorization.challenged(answer.challenges):
            answer = self._once(request)
        return answer

    def _once(self, request: Request) -> Answer:
        target = f"{self.path}?{'&'.join(filter(None, (self._url.query, request.query)))}".rstrip("?")
        headers = {"Content-Type": request.type, "Accept": "*/*", "User-Agent": "zhimai"}
        authorization = self._authorization.header(request.method, target)
        if authorization:
            headers["Authorization"] = authorization
        # A server that refuses need not read to the end; its answer says more than the broken pipe.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._connection.request(request.method, target, request.body, headers)
        with self._connection.getresponse() as response:
            answer = _answer(response)
            if not response.isclosed():  # more than we care to read
                self._connection.close()
        return answer


def _checked(endpoint: str) -> SplitResult:
    try:
        url = urlsplit(endpoint)
        url.port  # noqa: B018  (it is checked when it is read)
    except ValueError as error:
        raise RemoteError(f"{endpoint}: not a URL ({error})") from error
    if url.scheme not in ("http", "https") or not url.hostname:
        raise RemoteError(f"{endpoint}: not an http or https URL, such as http://localhost:7878/store")
    if url.username is not None:
        raise RemoteError(
            f"{url.scheme}://{url.hostname}: a URL is no place for a password; "
            "set KG_PUSH_USER and KG_PUSH_PASSWORD instead"
        )
    if not (endpoint.isascii() and endpoint.isprintable()) or " " in endpoint or url.fragment:
        raise RemoteError(f"{endpoint}: percent-encode what is not ASCII, and leave out what follows a #")
    return url


def _answer(response: http.client.HTTPResponse) -> Answer:
    body = response.read(_ANSWER)
    type = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
    after = response.headers.get("Retry-After", "")
    return Answer(
        status=response.status,
        type=type,
        words=_words_of_page(body[:_PAGE]) if type == "text/html" else _first_line(body),
        challenges=tuple(response.headers.get_all("WWW-Authenticate", [])),
        location=_printable(response.headers.get("Location", "")),
        pause=float(after) if after.isascii() and after.isdigit() else None,
    )


def _first_line(body: bytes) -> str:
    lines = (_printable(line.strip()) for line in body.decode("utf-8", "replace").splitlines())
    return next(filter(None, lines), "")


def _words_of_page(body: bytes) -> str:
    """What a web page says below its head, on one line."""
    return _printable(" ".join(_TAG.sub(" ", body.decode("utf-8", "replace")).split()))


def _printable(text: str) -> str:
    """At most 200 characters, none that could move a terminal's cursor."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)[:_SHOWN]


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    words = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return _printable(words)
