"""What a build remembers for the next one: every source as it was read, by the hash of its bytes.

A cache and nothing more: with it, without it, or with one of other sources, a build gives the
same bytes. What was remembered under other code or other knowledge is not used.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import kg
from kg import resources
from kg.issues import Issue
from kg.linking.decisions import Decisions
from kg.linking.linker import Told
from kg.memo import Plain
from kg.store.files import write_whole

FILE: Final = "state.bin"
_MAGIC: Final = b"zhimai state 2\n"
_MODULES: Final = frozenset(
    {"kg.model", "kg.issues", "kg.linking.coreference", "kg.linking.things", "kg.linking.linker"}
)
_CODE: Final = (
    "reading",
    "extraction",
    "linking",
    "rdf",
    "export",
    "store/state.py",
    "model.py",
    "pipeline.py",
    "issues.py",
    "characters.py",
    "numerals.py",
    "lexicon.py",
)


@dataclass(frozen=True, slots=True)
class Record:
    """One source: what it says, and what of it was not understood."""

    told: Told
    issues: tuple[Issue, ...]


@dataclass(slots=True)
class State:
    """Records and memos by key. Only those that this build asked for are written again."""

    version: str
    _old: dict[str, Any] = field(default_factory=dict)
    _new: dict[str, Any] = field(default_factory=dict)

    @staticmethod
    def load(path: Path | None, decisions: Decisions, day: date | None = None) -> State:
        """The state in a file; an empty one where there is no file, or none of this version.

        ``day``: of articles that name none, nor their file.
        """
        state = State(_version(decisions, day))
        if path is not None and path.is_file():
            state._old = _records(path.read_bytes(), state.version)
        return state

    def record(self, data: bytes, name: str, make: Callable[[], Record]) -> Record:
        """The source's record as remembered, else as ``make`` makes it. What ``make`` raises goes through."""
        key = hashlib.sha256(data + b"\x1f" + name.encode("utf-8", "surrogatepass")).hexdigest()
        known = self._old.get(key) or self._new.get(key)
        record = _loaded(known) if known else None
        if record is None:
            record = make()
            known = _dumped(record)
        self._new[key] = known
        return record

    def memo(self, key: str, make: Callable[[], Plain]) -> Plain:
        """What an earlier build made for the key, else what ``make`` makes."""
        known: Plain | None = self._old.get(key)
        self._new[key] = made = make() if known is None else known
        return made

    def save(self, path: Path) -> None:
        """Write the records that were asked for. Raises OutputError."""
        body = pickle.dumps((self.version, self._new), protocol=5)
        write_whole(path, _MAGIC + hashlib.sha256(body).digest() + body)


class _Writer(pickle.Pickler):
    """Writes a dataclass as its class and the values of its fields: four times quicker to read than what is usual."""

    def reducer_override(self, value: Any) -> Any:
        kind = type(value)
        return (kind, _values(kind)(value)) if is_dataclass(kind) else NotImplemented


@cache
def _values(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of a dataclass's fields, in the order in which it is made of them."""
    names = [each.name for each in fields(kind)]
    return lambda value: tuple([getattr(value, name) for name in names])


class _Reader(pickle.Unpickler):
    """Reads dataclasses of this package and nothing else, so that a file from elsewhere runs no other code."""

    def find_class(self, module: str, name: str) -> Any:
        return _class(module, name)


@cache
def _class(module: str, name: str) -> type:
    if module in _MODULES or (module, name) == ("datetime", "date"):
        found: Any = getattr(import_module(module), name)
        if found is date or (isinstance(found, type) and is_dataclass(found)):
            return found
    raise pickle.UnpicklingError(f"{module}.{name}: not part of a state")


def _dumped(record: Record) -> bytes:
    out = io.BytesIO()
    _Writer(out, protocol=5).dump((record.told, record.issues))
    return out.getvalue()


def _loaded(data: bytes) -> Record | None:
    try:
        return Record(*_Reader(io.BytesIO(data)).load())
    except (pickle.UnpicklingError, EOFError, TypeError, ValueError, AttributeError, IndexError, KeyError):
        return None


def _records(data: bytes, version: str) -> dict[str, Any]:
    """The records of a file of this version; none where it is of another one, or damaged."""
    start = len(_MAGIC) + hashlib.sha256().digest_size
    body = data[start:]
    if not data.startswith(_MAGIC) or hashlib.sha256(body).digest() != data[len(_MAGIC) : start]:
        return {}
    try:
        found, records = _Reader(io.BytesIO(body)).load()
    except (pickle.UnpicklingError, EOFError, TypeError, ValueError, AttributeError):
        return {}
    return records if found == version else {}


def _version(decisions: Decisions, day: date | None) -> str:
    lines = "\n".join(line.line for line in decisions.lines)
    return hashlib.sha256(f"{_knowledge()}\n{day}\n{lines}".encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _knowledge() -> str:
    """A hash of the code that reads and of all that it knows."""
    total = hashlib.sha256(kg.__version__.encode())
    package = Path(kg.__file__).parent
    code = [
        file
        for part in _CODE
        for file in ([package / part] if part.endswith(".py") else (package / part).rglob("*.py"))
    ]
    known = [
        file
        for folder in ("gazetteer", "lexicon", "linking", "relations", "policies", "models")
        for file in resources.path(folder).iterdir()
    ]
    for file in (*sorted(code), *sorted(known)):
        total.update(file.name.encode() + b"\x1f" + file.read_bytes())
    return total.hexdigest()
