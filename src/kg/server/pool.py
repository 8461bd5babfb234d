"""Processes that answer, each within the time limit, and of the graph as it is now.

One more stands ready than may work at a time, so that whoever is killed has a successor at once.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
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


class Pool:
    """Up to ``size`` tasks at a time; the others wait their turn, as long as a task may take."""

    def __init__(self, folder: Path, size: int, limits: Limits) -> None:
        self._folder = folder
        self._size = size
        self._limits = limits
        self._turns = asyncio.Semaphore(size)
        self._waiting = 0
        self._ready: deque[asyncio.Future[Process]] = deque()  # processes without a task, some still opening
        self._stamp = self._tried = stamp(folder)  # of the graph that is served; of the newest that was met
        self._renewal: asyncio.Task[None] | None = None
        self._working: set[Process] = set()
        self._closed = False
        self._leaving: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Open the graph. Raises GraphError where it cannot be opened."""
        first = self._opening()
        await first
        self._ready.append(first)
        self._ready.extend(self._opening() for _ in range(self._size))

    async def ask(self, task: Task) -> Reply:
        """The worker's reply. Raises Refusal: 503 too busy, 504 out of time, 500 out of memory."""
        self._watch()
        await self._turn()
        try:
            process = await self._take()
            self._working.add(process)
            try:
                return await asyncio.wait_for(process.ask(task), self._limits.seconds)
            except TimeoutError as error:
                raise Refusal(504, _OUT_OF_TIME.format(self._limits.seconds)) from error
            except WorkerEndedError as error:
                if self._closed:
                    raise _stopping() from error
                raise Refusal(500, _OUT_OF_MEMORY.format(self._limits.memory)) from error
            finally:
                self._put(process)
        finally:
            self._turns.release()

    async def close(self) -> None:
        """End every process, and wait until they are gone. Whoever waits for an answer gets Refusal (503)."""
        self._closed = True
        if self._renewal is not None:
            self._renewal.cancel()
        while self._ready:
            self._discard(self._ready.popleft())
        for process in self._working:
            self._leave(process)
        await asyncio.gather(*self._leaving)

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
        """A process without a task: one that is ready, else the first that will be."""
        if self._closed:
            raise _stopping()
        opening = next((slot for slot in self._ready if slot.done()), self._ready[0])
        self._ready.remove(opening)
        process = _opened(opening)
        if opening.done() and (process is None or not process.usable):
            opening = self._opening()  # it ended while nobody asked, or the graph could not be opened
        try:
            return await asyncio.shield(opening)
        except GraphError as error:
            self._ready.append(self._opening())
            raise Refusal(503, str(error), _RETRY) from error
        except asyncio.CancelledError:
            self._ready.append(opening)
            raise

    def _put(self, process: Process) -> None:
        """Take a process back; one left in its task, or of an older graph, has a successor instead."""
        self._working.discard(process)
        if self._closed:
            self._leave(process)
        elif process.usable and process.stamp == self._stamp:
            opened: asyncio.Future[Process] = asyncio.get_running_loop().create_future()
            opened.set_result(process)
            self._ready.append(opened)
        else:
            self._leave(process)
            self._ready.append(self._opening())

    def _opening(self) -> asyncio.Future[Process]:
        return asyncio.create_task(Process.open(self._folder, self._limits, stamp(self._folder)))

    def _watch(self) -> None:
        """Where the graph on disk is another one than the newest that was met, begin to open it."""
        if self._renewal is None or self._renewal.done():
            now = stamp(self._folder)
            if now != self._tried:
                self._tried = now
                self._renewal = asyncio.create_task(self._renew())

    async def _renew(self) -> None:
        """Serve the graph as it is now; the one until now where that cannot be opened."""
        opening = self._opening()
        try:
            process = await opening
        except GraphError as error:
            _LOG.warning("%s; the graph opened before is still served", error)
            return
        self._stamp = process.stamp
        old = [self._ready.popleft() for _ in range(len(self._ready))]
        self._ready.append(opening)
        self._ready.extend(self._opening() for _ in old[1:])
        for slot in old:
            self._discard(slot)

    def _discard(self, opening: asyncio.Future[Process]) -> None:
        process = _opened(opening)
        if process is not None:
            self._leave(process)
        opening.cancel()

    def _leave(self, process: Process) -> None:
        """Kill it, and see it off without anyone waiting for that."""
        process.kill()
        leaving = asyncio.create_task(process.ended())
        self._leaving.add(leaving)
        leaving.add_done_callback(self._leaving.discard)


def _stopping() -> Refusal:
    return Refusal(503, "the server is stopping", _RETRY)


def _opened(opening: asyncio.Future[Process]) -> Process | None:
    """The process; None where it is still opening, or could not open the graph."""
    if not opening.done() or opening.cancelled() or opening.exception() is not None:
        return None
    return opening.result()
