"""Reads a request's body, which may be neither too large nor too slow."""

from __future__ import annotations

import asyncio
from typing import Final

from starlette.requests import Request

from kg.server.refusal import Refusal
from kg.server.settings import BODY_SECONDS, LARGEST_BODY

# A client that is still sending may not read the refusal: so much is heard out, though not kept.
_HEARD_OUT: Final = 16 * LARGEST_BODY


async def read(request: Request) -> bytes:
    """The body. Raises Refusal: 413 too large, 408 not here in time."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > _HEARD_OUT:
        raise _too_large()
    try:
        return await asyncio.wait_for(_whole(request), BODY_SECONDS)
    except TimeoutError as error:
        raise Refusal(408, f"the body was not here within {BODY_SECONDS:g} s") from error


async def _whole(request: Request) -> bytes:
    body, size = bytearray(), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= LARGEST_BODY:
            body += chunk
        elif size > _HEARD_OUT:
            raise _too_large()
    if size > LARGEST_BODY:
        raise _too_large()
    return bytes(body)


def _too_large() -> Refusal:
    return Refusal(413, f"the body is larger than {LARGEST_BODY} bytes; ask in parts", {"Connection": "close"})
