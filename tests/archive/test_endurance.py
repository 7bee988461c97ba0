"""An archive keeps its word under kill -9 and with many at it (the full run: benchmarks/archive_endurance.py)."""

from __future__ import annotations

import sys

import pytest

from benchmarks import archive_endurance


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_what_was_acknowledged_survives_kill_9_and_nothing_is_half_added() -> None:
    assert list(archive_endurance.kill(rounds=4)) == []


def test_several_writers_and_readers_at_once() -> None:
    assert list(archive_endurance.crowd(writers=3, readers=2, articles=40)) == []
