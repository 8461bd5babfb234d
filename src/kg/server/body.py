"""Reads a request's body, which may be neither too large nor too slow."""

from __future__ import annotations

import asyncio

from starlette.requests import Request

from kg.server.refusal import Refusal
from kg.server.settings import BODY_SECONDS, LARGEST_BODY


async def read(request: Request) -> bytes:
    """The body. Raises Refusal: 413 too large, 408 not here in time."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > LARGEST_BODY:
        raise _too_large()
    try:
        return await asyncio.wait_for(_whole(request), BODY_SECONDS)
    except TimeoutError as error:
        raise Refusal(408, f"the body was not here within {BODY_SECONDS:g} s") from error


async def _whole(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise _too_large()
    return bytes(body)


def _too_large() -> Refusal:
    return Refusal(413, f"the body is larger than {LARGEST_BODY} bytes; ask in parts", {"Connection": "close"})
