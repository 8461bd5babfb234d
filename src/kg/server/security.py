"""What stands before every route: whom the server answers to, how long a URL may be, what a browser may do."""

from __future__ import annotations

import re
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.server.settings import LONGEST_URL, Settings, is_loopback

# Pages have one style sheet and no script, load nothing else, and stand in nobody's frame.
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
_HOST: Final = re.compile(r"[\w.:-]*|\[[\w.:]*\](:\d+)?", re.ASCII)
_SAME_ORIGIN: Final = {"Cross-Origin-Resource-Policy": "same-origin"}


class Gate:
    """Refuses foreign hosts and endless URLs, and gives every answer its headers.

    A page elsewhere can have its own name point to this machine, and then read what it likes
    (DNS rebinding): a server on a loopback address therefore answers to loopback names only.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in settings.hosts)
        self._closed = is_loopback(settings.host)
        self._headers = HEADERS if settings.cors else HEADERS | _SAME_ORIGIN

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await (self._refusal(scope) or self._app)(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        """The answer to a request that goes no further."""
        given = Headers(scope=scope).get("host", "")
        if not _HOST.fullmatch(given):
            return PlainTextResponse("Host: not the name of a host\n", 400)
        host = _name(given)
        if self._closed and not is_loopback(host) and host not in self._hosts:
            line = f"this server answers to localhost only, not to {host[:100]!r}; see kg serve --allow-host\n"
            return PlainTextResponse(line, 421)
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_URL:
            return PlainTextResponse(f"the URL is longer than {LONGEST_URL} bytes; send the query by POST\n", 414)
        return None


def _name(host: str) -> str:
    """The header's name or address without its port; ``[::1]:8000`` is ``[::1]``."""
    name = host.lower().strip()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.rpartition(":")[0] if ":" in name else name
