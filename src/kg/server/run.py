"""Starts the server and stays until it is told to stop."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from typing import Final

import uvicorn

from kg.errors import ServeError
from kg.server.app import make
from kg.server.pool import Pool
from kg.server.settings import LONGEST_URL, Settings

_LONGEST_HEAD: Final = 4 * LONGEST_URL  # bytes of a request before its body; more is no HTTP that we answer
_PATIENCE: Final = 3  # seconds that clients have to fetch their answers when the server is told to stop


def serve(settings: Settings, ready: Callable[[str], None]) -> None:
    """Open the graph, listen, call ``ready`` with the URL, and answer until SIGINT or SIGTERM.

    Raises GraphError where the graph cannot be opened, ServeError where the address cannot be had.
    """
    with _listening(settings) as listening:
        asyncio.run(_answer(settings, listening, ready))


class _Server(uvicorn.Server):
    """Ends what is being asked when it is told to stop, rather than wait for it."""

    def __init__(self, config: uvicorn.Config, pool: Pool) -> None:
        super().__init__(config)
        self._pool = pool

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._pool.close()
        await super().shutdown(sockets)


async def _answer(settings: Settings, listening: socket.socket, ready: Callable[[str], None]) -> None:
    pool = Pool(settings.folder, settings.workers, settings.limits)
    try:
        await pool.start()
        config = uvicorn.Config(
            make(settings, pool),
            log_level="warning",
            server_header=False,
            lifespan="off",
            h11_max_incomplete_event_size=_LONGEST_HEAD,
            timeout_graceful_shutdown=_PATIENCE,
        )
        ready(_url(listening))
        await _Server(config, pool).serve(sockets=[listening])
    finally:
        await pool.close()


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host.strip("[]"), settings.port), family=family, backlog=1024)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"{settings.host}:{settings.port}: cannot be listened on: {reason}; choose another --host or --port"
        raise ServeError(message) from error


def _url(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
