"""What a service is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field

from derive.settings import Settings


@dataclass(frozen=True, slots=True)
class Options:
    """Where it listens, what it reads, and its limits.

    `body` in bytes; `seconds` for one answer; `threads` compute at once in a worker and `waiting` more may queue there.
    """

    settings: Settings
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = field(default=None, repr=False)
    workers: int = 1
    body: int = 1_000_000
    seconds: float = 30.0
    threads: int = 2
    waiting: int = 256

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return self.host in ("127.0.0.1", "::1", "localhost")
