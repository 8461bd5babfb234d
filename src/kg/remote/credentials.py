"""Who we are to a server: a bearer token, or a user with a password (Basic or Digest, as it asks)."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.error import URLError
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
)

from kg.errors import RemoteError

TOKEN: Final = "KG_PUSH_TOKEN"
USER: Final = "KG_PUSH_USER"
PASSWORD: Final = "KG_PUSH_PASSWORD"


@dataclass(frozen=True, slots=True)
class Credentials:
    """At most one of a token and a user; no value is ever shown, logged or kept in a file."""

    token: str | None = field(default=None, repr=False)
    user: str | None = field(default=None, repr=False)
    password: str = field(default="", repr=False)

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Credentials:
        """From KG_PUSH_TOKEN, or KG_PUSH_USER and KG_PUSH_PASSWORD. Raises RemoteError where both are set."""
        token, user = environment.get(TOKEN) or None, environment.get(USER) or None
        password = environment.get(PASSWORD, "")
        if token and user:
            raise RemoteError(f"{TOKEN} and {USER} are both set; unset the one that this server does not want")
        if password and not user:
            raise RemoteError(f"{PASSWORD} is set without {USER}; set both")
        if token and not (token.isascii() and token.isprintable()):
            raise RemoteError(f"{TOKEN} holds a character that no HTTP header may; copy it again, without line breaks")
        return cls(token, user, password)


class Authorization:
    """The Authorization header of each request. A password is sent only where the server asks for one."""

    def __init__(self, credentials: Credentials, url: str) -> None:
        self._credentials = credentials
        self._url = url
        self._basic = False
        self._challenge: dict[str, str] | None = None  # of Digest
        passwords = HTTPPasswordMgrWithDefaultRealm()
        if credentials.user is not None:
            passwords.add_password(None, url, credentials.user, credentials.password)
        self._digest = HTTPDigestAuthHandler(passwords)

    def header(self, method: str, target: str) -> str | None:
        """For a request of this method to this path and query; None where none is needed, as far as is known."""
        if self._credentials.token is not None:
            return f"Bearer {self._credentials.token}"
        if self._basic:
            pair = f"{self._credentials.user}:{self._credentials.password}".encode()
            return f"Basic {base64.b64encode(pair).decode()}"
        if self._challenge is not None:
            return self._answer(self._challenge, method, target)
        return None

    def challenged(self, challenges: Iterable[str]) -> bool:
        """Take note of what a 401 asks for (its WWW-Authenticate headers). Can we answer it?"""
        if self._credentials.user is None:
            return False
        asked = {scheme.lower(): rest for scheme, _, rest in (challenge.partition(" ") for challenge in challenges)}
        if "digest" in asked:
            challenge = parse_keqv_list(list(filter(None, parse_http_list(asked["digest"]))))
            if self._answer(challenge, "GET", "/") is not None:
                self._challenge, self._basic = challenge, False
                return True
        self._basic = "basic" in asked or not asked
        return self._basic

    def _answer(self, challenge: dict[str, str], method: str, target: str) -> str | None:
        request = Request(self._url, method=method)
        request.selector = target
        try:
            answer = self._digest.get_authorization(request, challenge)
        except (ValueError, URLError):  # an algorithm or a protection that Python does not know
            return None
        return f"Digest {answer}" if answer else None
