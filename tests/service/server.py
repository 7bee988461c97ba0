"""A real server in a process of its own, on a port that was free."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.cli.run import DERIVE


@dataclass
class Running:
    """A server: its address, its process, what it writes to stderr."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def client(self, **headers: str) -> httpx.Client:
        """A client with a patience of a minute."""
        return httpx.Client(base_url=self.url, timeout=60, headers=headers, trust_env=False)


@contextmanager
def serving(folder: Path, *arguments: str | Path, **environment: str) -> Iterator[Running]:
    """Start `derive serve`, wait until it answers, stop it in the end."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    log = folder / "serve.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*DERIVE, "serve", "--port", str(port), *map(str, arguments)],
            stderr=stream,
            cwd=folder,
            env={**os.environ, **environment, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
    running = Running(f"http://127.0.0.1:{port}", process, log)
    try:
        for _ in range(300):
            try:
                httpx.get(f"{running.url}/healthz", trust_env=False, timeout=5)
                break
            except httpx.TransportError:
                assert process.poll() is None, log.read_text()
                time.sleep(0.1)
        yield running
    finally:
        process.terminate()
        process.wait(60)
