"""One worker process, as the server sees it."""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from pathlib import Path
from typing import Any, Final

from kg.errors import GraphError
from kg.server.settings import Limits
from kg.server.stamp import Stamp, stamp
from kg.server.tasks import Opened, Reply, Task
from kg.server.worker import LENGTH, frame

_ENVIRONMENT: Final = {"RUST_BACKTRACE": "0"}  # the engine's, which would want memory where there is none
_ENDED: Final = (asyncio.IncompleteReadError, BrokenPipeError, ConnectionResetError)


class WorkerEndedError(Exception):
    """The process is gone before it had answered."""


class Process:
    """A worker with the graph open. It answers one task at a time; one that was left in a task is of no more use."""

    def __init__(self, process: asyncio.subprocess.Process, stamp: Stamp) -> None:
        self._process = process
        self.stamp = stamp  # of the graph that it has open
        self.busy = False

    @classmethod
    async def open(cls, folder: Path, limits: Limits) -> Process:
        """Start one; it has the graph that lies there when this returns. Raises GraphError where it cannot open it."""
        while True:
            before = stamp(folder)
            process = await cls._start(folder, limits, before)
            if stamp(folder) == before:
                return process
            process.kill()  # another graph took the place of this one meanwhile
            await process.ended()

    @classmethod
    async def _start(cls, folder: Path, limits: Limits, stamp: Stamp) -> Process:
        arguments = [str(folder), str(limits.seconds), str(limits.rows), str(limits.memory)]
        command = [sys.executable, "-P", "-m", "kg.server.worker", *arguments]  # -P: no module of the current folder
        started = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=os.environ | _ENVIRONMENT
        )
        process = cls(started, stamp)
        try:
            opened: Opened = await process._receive()
        except _ENDED as error:
            await process.ended()
            raise GraphError(f"{folder}: the process that opens it ended; see the lines above") from error
        except asyncio.CancelledError:
            process.kill()
            raise
        if opened.fault is not None:
            await process.ended()
            raise GraphError(opened.fault)
        return process

    @property
    def usable(self) -> bool:
        return not self.busy and self._process.returncode is None

    async def ask(self, task: Task) -> Reply:
        """The reply. Raises WorkerEndedError where there comes none; whoever stops waiting must kill it."""
        self.busy = True
        try:
            if self._process.stdin is not None:
                self._process.stdin.write(frame(task))
                await self._process.stdin.drain()
            reply: Reply = await self._receive()
        except _ENDED as error:
            raise WorkerEndedError from error
        self.busy = False
        return reply

    def kill(self) -> None:
        """End it, whatever it is doing. The system takes its memory back at once."""
        if self._process.returncode is None:
            self._process.kill()

    async def ended(self) -> None:
        """Wait until it is gone."""
        await self._process.wait()

    async def _receive(self) -> Any:
        """A value from the worker, which is this program too."""
        output = self._process.stdout
        if output is None:
            raise BrokenPipeError
        (size,) = LENGTH.unpack(await output.readexactly(LENGTH.size))
        return pickle.loads(await output.readexactly(size))
