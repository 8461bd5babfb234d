"""What arrived where, so that a push that was cut off goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.store.files import write_whole

FILE: Final = "push.json"  # beside the graph


@dataclass(frozen=True, slots=True)
class Push:
    """One graph of one server, by one method. It is told by a hash: a URL may hold a token."""

    endpoint: str
    graph: str
    method: str

    @property
    def key(self) -> str:
        return hashlib.sha256("\x1f".join((self.endpoint, self.graph, self.method)).encode()).hexdigest()[:20]


class Record:
    """Steps done of each push that did not come to its end. A damaged file is as good as none: all is sent anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pushes = _read(path)

    def done(self, push: Push, digest: str) -> int:
        """How many steps of this content were done; 0 where the server got other content since."""
        found, steps = self._pushes.get(push.key, ("", 0))
        return steps if found == digest else 0

    def note(self, push: Push, digest: str, steps: int) -> None:
        """Raises OutputError."""
        self._pushes[push.key] = (digest, steps)
        self._save()

    def forget(self, push: Push) -> None:
        """The push came to its end, or is to begin anew. Raises OutputError."""
        if self._pushes.pop(push.key, None):
            self._save()

    def _save(self) -> None:
        pushes = {key: {"content": digest, "steps": steps} for key, (digest, steps) in sorted(self._pushes.items())}
        write_whole(self._path, (json.dumps({"pushes": pushes}, indent=1) + "\n").encode())


def _read(path: Path) -> dict[str, tuple[str, int]]:
    try:
        pushes = json.loads(path.read_bytes())["pushes"]
        return {str(key): (str(push["content"]), int(push["steps"])) for key, push in pushes.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
