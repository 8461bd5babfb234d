"""What a server is told when it starts."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LONGEST_URL: Final = 32 * 1024  # bytes of path and query string
LARGEST_BODY: Final = 1024 * 1024  # bytes
BODY_SECONDS: Final = 10.0  # within which a body has to be here


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take. ``memory`` is in MiB, on top of what the open graph takes."""

    seconds: float = 30.0
    rows: int = 100_000
    memory: int = 2048


@dataclass(frozen=True, slots=True)
class Settings:
    """``hosts`` are names to answer to beside the machine's own; ``cors`` an origin whose pages may ask, or None."""

    folder: Path
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    limits: Limits = Limits()
    hosts: tuple[str, ...] = ()
    cors: str | None = None


def is_loopback(host: str) -> bool:
    """Whether the name or address is this machine's own and nobody else's."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
