"""Threads that compute, so that the loop keeps answering; with a queue that has an end and a time that runs out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Answer = TypeVar("Answer")


class Busy(Exception):
    """The queue is full."""


class Pool:
    """`threads` compute at once, `waiting` more may queue. An answer that comes after `seconds` is thrown away."""

    def __init__(self, threads: int, waiting: int, seconds: float) -> None:
        self._threads = ThreadPoolExecutor(threads, "derive")
        self._room = threads + waiting
        self._seconds = seconds
        self._inside = 0

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """Raises Busy; TimeoutError (the thread goes on: Python cannot end it, the limit on bodies bounds it)."""
        if self._inside >= self._room:
            raise Busy
        self._inside += 1
        future = asyncio.get_running_loop().run_in_executor(self._threads, work)
        future.add_done_callback(self._left)
        return await asyncio.wait_for(asyncio.shield(future), self._seconds)

    def _left(self, future: asyncio.Future[Answer]) -> None:
        self._inside -= 1
        if not future.cancelled():
            future.exception()  # asked for, so that an answer nobody waits for is not complained about
