"""Standard input, read so that Ctrl-C is never lost.

A buffered read of many bytes looks for signals only while the system has it waiting: one that comes between two of its
reads is noticed when the next bytes do, which may be never.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from select import select

_AT_ONCE = 1 << 16


def standard_input(most: int) -> bytes:
    """The bytes of standard input, at most so many. Raises OSError."""
    if sys.stdin is None:
        raise OSError("standard input is closed")
    if os.name == "nt" or threading.current_thread() is not threading.main_thread():
        return sys.stdin.buffer.read(most)  # no Ctrl-C comes there; Windows waits for sockets only
    found = bytearray()
    with _wake_up() as bell:
        while len(found) < most:
            ready, _, _ = select([sys.stdin, bell], [], [])
            if sys.stdin in ready:
                chunk = os.read(sys.stdin.fileno(), min(_AT_ONCE, most - len(found)))
                if not chunk:
                    break
                found += chunk
    return bytes(found)


@contextmanager
def _wake_up() -> Iterator[int]:
    """A file that can be read from the moment when a signal has come, whoever waits for what."""
    bell, rope = os.pipe()
    os.set_blocking(rope, False)
    before = signal.set_wakeup_fd(rope, warn_on_full_buffer=False)
    try:
        yield bell
    finally:
        signal.set_wakeup_fd(before)
        os.close(bell)
        os.close(rope)
