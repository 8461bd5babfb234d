"""Processes that answer, each within the time limit, and all of the same graph: the newest that could be opened.

One more stands ready than may work at a time, so that whoever is killed has a successor at once.
"""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Final

from kg.errors import GraphError
from kg.server.process import Process, WorkerEndedError
from kg.server.refusal import Refusal
from kg.server.settings import Limits
from kg.server.stamp import stamp
from kg.server.tasks import Reply, Task

_LOG: Final = logging.getLogger(__name__)
_MOST_WAITING: Final = 1000  # requests that may wait for a worker
_RETRY: Final = {"Retry-After": "5"}  # seconds
_OUT_OF_TIME: Final = "stopped after {:g} s, the time limit; ask for less, or raise it: kg serve --timeout SECONDS"
_OUT_OF_MEMORY: Final = (
    "stopped: the query ended its process, most likely for want of memory (the limit is {} MiB); "
    "ask for less, or raise it: kg serve --memory MIB"
)
_BUSY: Final = "every worker is busy; try again in a few seconds, or let more work: kg serve --workers"
_STOPPING: Final = "the server is stopping"


class Pool:
    """Up to ``size`` tasks at a time; the others wait their turn, as long as a task may take."""

    def __init__(self, folder: Path, size: int, limits: Limits) -> None:
        self._folder = folder
        self._size = size
        self._limits = limits
        self._turns = asyncio.Semaphore(size)
        self._waiting = 0
        self._alive: set[Process] = set()
        self._idle: asyncio.Queue[Process | GraphError] = asyncio.Queue()  # an error where nobody is left to come
        self._opening: set[asyncio.Task[None]] = set()
        self._leaving: set[asyncio.Task[None]] = set()
        self._stamp = self._met = stamp(folder)  # of the graph that is served; the newest that was met
        self._closed = False

    async def start(self) -> None:
        """Open the graph. Raises GraphError where it cannot be opened."""
        self._admit(await Process.open(self._folder, self._limits))
        self._fill()

    async def ask(self, task: Task) -> Reply:
        """The worker's reply. Raises Refusal: 503 too busy, 504 out of time, 500 out of memory."""
        self._watch()
        await self._turn()
        try:
            process = await self._take()
            try:
                return await asyncio.wait_for(process.ask(task), self._limits.seconds)
            except TimeoutError as error:
                raise Refusal(504, _OUT_OF_TIME.format(self._limits.seconds)) from error
            except WorkerEndedError as error:
                if self._closed:
                    raise Refusal(503, _STOPPING, _RETRY) from error
                raise Refusal(500, _OUT_OF_MEMORY.format(self._limits.memory)) from error
            finally:
                self._put(process)
        finally:
            self._turns.release()

    async def close(self) -> None:
        """End every process, and wait until they are gone. Whoever waits for an answer gets Refusal (503)."""
        self._closed = True
        for opening in self._opening:
            opening.cancel()
        for process in list(self._alive):
            self._leave(process)
        for _ in range(self._size):
            self._idle.put_nowait(GraphError(_STOPPING))
        await asyncio.gather(*self._opening, *self._leaving, return_exceptions=True)

    async def _turn(self) -> None:
        if self._waiting >= _MOST_WAITING:
            raise Refusal(503, f"{_MOST_WAITING} queries are waiting; try again in a few seconds", _RETRY)
        self._waiting += 1
        try:
            await asyncio.wait_for(self._turns.acquire(), self._limits.seconds)
        except TimeoutError as error:
            raise Refusal(503, _BUSY, _RETRY) from error
        finally:
            self._waiting -= 1

    async def _take(self) -> Process:
        """The first process that has no task. Raises Refusal (503) where the graph can be opened no more."""
        while not self._closed:
            found = await self._idle.get()
            if isinstance(found, GraphError):
                self._fill()
                raise Refusal(503, str(found), _RETRY)
            if self._fit(found):
                return found
            self._leave(found)  # it ended while nobody asked, or has an older graph
            self._fill()
        raise Refusal(503, _STOPPING, _RETRY)

    def _put(self, process: Process) -> None:
        """Take a process back; one that was left in its task, or has an older graph, gets a successor."""
        if self._fit(process) and len(self._alive) <= self._size + 1:
            self._idle.put_nowait(process)
        else:
            self._leave(process)
            self._fill()

    def _fit(self, process: Process) -> bool:
        return process.usable and process.stamp == self._stamp and not self._closed

    def _watch(self) -> None:
        """Where the graph on disk is another one than the newest that was met, open it beside the one served."""
        now = stamp(self._folder)
        if now != self._met:
            self._met = now
            self._open()

    def _fill(self) -> None:
        """Open as many as are wanting."""
        while not self._closed and len(self._alive) + len(self._opening) <= self._size:
            self._open()

    def _open(self) -> None:
        self._opening.add(asyncio.create_task(self._opened()))

    async def _opened(self) -> None:
        """Open one. Where that fails the others go on; where there are no others, a client is told."""
        try:
            process = await Process.open(self._folder, self._limits)
        except GraphError as error:
            self._end_opening()
            if self._alive:
                _LOG.warning("%s; the graph opened before is still served", error)
            elif not self._opening:
                self._idle.put_nowait(error)
            return
        self._end_opening()
        self._admit(process)

    def _end_opening(self) -> None:
        opening = asyncio.current_task()
        if opening is not None:
            self._opening.discard(opening)

    def _admit(self, process: Process) -> None:
        """A process that has just opened the graph as it is now: where that is a newer one, the others go."""
        self._alive.add(process)
        self._stamp = self._met = process.stamp
        self._idle.put_nowait(process)
        for found in [self._idle.get_nowait() for _ in range(self._idle.qsize())]:
            if isinstance(found, Process) and self._fit(found):
                self._idle.put_nowait(found)
            elif isinstance(found, Process):
                self._leave(found)
        self._fill()

    def _leave(self, process: Process) -> None:
        """Kill it, and see it off without anyone waiting for that."""
        self._alive.discard(process)
        process.kill()
        leaving = asyncio.create_task(process.ended())
        self._leaving.add(leaving)
        leaving.add_done_callback(self._leaving.discard)
