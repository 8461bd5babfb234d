"""Which graph a store belongs to: the stamp that lies beside it.

A store answers for a ``graph.ttl`` only while that file holds the bytes that the store was made of. That
is what the hash in the stamp is for. To hash a large file for every question would be slow, so the stamp
also remembers what the file system said of the file; where all of that is as it was, so are the bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from kg.store.files import write_whole

FILE: Final = "stamp.json"
_FORMAT: Final = 1
_GENERATION: Final = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Identity:
    """A file as the file system knows it. Any writing to it changes the last, which no program can set back."""

    device: int
    number: int
    size: int
    modified: int  # nanoseconds
    changed: int  # nanoseconds; on Windows this is the day of its making, so an identity proves nothing there

    @staticmethod
    def of(file: Path) -> Identity:
        seen = file.stat()
        return Identity(seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)


@dataclass(frozen=True, slots=True)
class Stamp:
    """``generation`` is the store's folder, ``rules`` the version of those that it was inferred by."""

    generation: str  # 17
    sha256: str  # of graph.ttl
    rules: str
    prefixes: Mapping[str, str]
    identity: Identity | None = None

    @staticmethod
    def read(folder: Path) -> Stamp | None:
        """The stamp in a folder; None where there is none, or none that this version can read."""
        try:
            said = json.loads((folder / FILE).read_bytes())
            if said.pop("format") != _FORMAT or not _GENERATION.fullmatch(said["generation"]):
                return None
            identity = said.pop("identity")
            return Stamp(**said, identity=Identity(**identity) if identity else None)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def write(self, folder: Path) -> None:
        """Replace the folder's stamp at one stroke. Raises OutputError."""
        text = json.dumps({"format": _FORMAT, **asdict(self)}, ensure_ascii=False, indent=1)
        write_whole(folder / FILE, text.encode("utf-8"))

    def fits(self, graph: Path) -> bool:
        """Does the store answer for this file as it is now? False where the file cannot be read."""
        try:
            if os.name == "posix" and self.identity == Identity.of(graph):
                return True
            with graph.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256
        except OSError:
            return False


def proven(graph: Path, data: bytes, since: int) -> Identity | None:
    """The file's identity where it is known to stand for ``data``, else None.

    ``since``: a moment by the clock of the file system (nanoseconds), before this is called. A change made
    after it has another time than one made before it, however coarse that clock is.
    """
    try:
        identity = Identity.of(graph)
        return identity if identity.changed < since and graph.read_bytes() == data else None
    except OSError:
        return None
