"""A process that holds the graph and answers one task after another, until it is killed or nobody asks.

Run as ``python -m kg.server.worker FOLDER SECONDS ROWS MEMORY``; tasks come on standard input, replies
go to what was standard output, each a length of eight bytes and a pickle.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from pathlib import Path
from typing import Any, BinaryIO, Final

from kg.errors import GraphError
from kg.server.answers import answer
from kg.server.tasks import Opened
from kg.store.dataset import Dataset

LENGTH: Final = struct.Struct(">Q")
_MEBIBYTE: Final = 1024 * 1024
_GRACE: Final = 5.0  # seconds that the server has to kill it before it ends by itself


def frame(value: object) -> bytes:
    """A value as it travels."""
    data = pickle.dumps(value, protocol=5)
    return LENGTH.pack(len(data)) + data


def main(folder: str, seconds: float, rows: int, memory: int) -> None:
    """Say that the graph is open, then answer until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to hear
    tasks, replies = sys.stdin.buffer, _take_output()
    try:
        dataset = Dataset.open(folder)
    except GraphError as error:
        _send(replies, Opened(str(error)))
        return
    _send(replies, Opened(None))
    _hold_memory(memory)
    while (task := _receive(tasks)) is not None:
        _hold_time(seconds + _GRACE)
        try:
            reply = answer(dataset, task, rows)
        except MemoryError:
            os.abort()  # as the engine does where it gets none
        _hold_time(0)
        _send(replies, reply)


def _take_output() -> BinaryIO:
    """Standard output for replies alone: whatever else is printed goes to standard error."""
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return replies


def _send(replies: BinaryIO, value: object) -> None:
    try:
        replies.write(frame(value))
        replies.flush()
    except BrokenPipeError:
        os._exit(0)  # the server is gone, and nobody is there to tell


def _receive(tasks: BinaryIO) -> Any:
    """The next task, None at the input's end."""
    header = tasks.read(LENGTH.size)
    return pickle.loads(tasks.read(*LENGTH.unpack(header))) if len(header) == LENGTH.size else None


def _hold_time(seconds: float) -> None:
    """End this process after so many seconds, whatever it does and whether or not the server lives; 0: do not."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _hold_memory(mebibytes: int) -> None:
    """No more address space than it has now and so much on top, where the system can hold it to that."""
    status = Path("/proc/self/statm")
    if status.is_file():
        import resource  # not on every system

        pages = int(status.read_text().split()[0])
        most = pages * resource.getpagesize() + mebibytes * _MEBIBYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
