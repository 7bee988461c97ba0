"""Standard input in a process of its own: whole, bounded, and interrupted at any moment."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")

READ = "import sys; from derive.ingest.standard import standard_input as read; sys.stdout.buffer.write(read({most}))"
ROUNDS = 300
PATIENCE = 60  # seconds, for what takes one
INTERRUPTED = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background is born deaf to Ctrl-C
from derive.ingest.standard import standard_input
while True:
    try:
        print("waiting", flush=True)
        print(len(standard_input(1 << 24)), flush=True)
        break
    except KeyboardInterrupt:
        pass
"""


@pytest.mark.parametrize("size", [0, 1, 65_536, 300_000])
def test_all_of_it_comes(size: int) -> None:
    given = bytes(at % 251 for at in range(size))
    assert (
        subprocess.run([sys.executable, "-c", READ.format(most=10**9)], input=given, capture_output=True).stdout
        == given
    )


def test_no_more_than_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", READ.format(most=70_000)], input=b"x" * 200_000, capture_output=True)
    assert len(done.stdout) == 70_000


def test_ctrl_c_between_two_reads_is_not_lost() -> None:
    """Each round some bytes come and an interruption right behind them: it is noticed although no more bytes do."""
    process = subprocess.Popen([sys.executable, "-c", INTERRUPTED], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    watchdog = threading.Timer(PATIENCE, process.kill)  # a lost one would wait for ever
    watchdog.start()
    for number in range(ROUNDS):
        assert process.stdout.readline() == b"waiting\n"
        time.sleep(number % 20 / 50_000)
        process.stdin.write(b"x" * (1 + number * 97 % 5000))
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
    process.stdin.close()
    assert process.stdout.read().splitlines()[0] == b"waiting"
    assert process.wait(timeout=PATIENCE) == 0
    watchdog.cancel()
