"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kg.errors import OutputError

_REMEDIES: Final = {
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EDQUOT: "your share of the disk is full; make room and try again",
    errno.EACCES: "no permission to write there; choose another folder",
    errno.EPERM: "no permission to write there; choose another folder",
    errno.EROFS: "a disk that is read only; choose another folder",
    errno.EISDIR: "a folder is in its place; choose another name",
    errno.ENOTDIR: "a file stands where a folder should; choose another folder",
    errno.EEXIST: "a file stands where a folder should; choose another folder",
    errno.ENAMETOOLONG: "the name is too long; choose another",
}


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, making its folder where there is none.

    A reader sees the old file or the new one, never a part: the bytes go to a file beside it
    and reach the disk before that takes its place. Whatever goes wrong, the old file is
    unhurt and the one beside it is gone. Raises OutputError.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with as_output_error(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(beside, data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def as_output_error(path: Path) -> Iterator[None]:
    """What the system refuses while ``path`` is written is an OutputError that says what to do."""
    try:
        yield
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, error.strerror or str(error))
        raise OutputError(f"{path}: cannot be written: {remedy}") from error


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
