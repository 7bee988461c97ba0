"""Start, serve, stop: every request that has arrived is answered before the door closes."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import threading
from functools import partial
from multiprocessing import get_context

import uvicorn

from derive.errors import UsageError
from derive.service.app import app
from derive.service.options import Options

_GRACE = 0.3  # seconds in which what waits in the kernel's queues is accepted and read after the signal


class Server(uvicorn.Server):
    """A worker that goes on serving for a moment after it was told to stop, so that nothing on its way is lost."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Wait for what has arrived, then stop as uvicorn does: no new connection, the open ones are answered."""
        await asyncio.sleep(_GRACE)
        await super().shutdown(sockets)


def serve(options: Options) -> None:
    """Serve until a signal. Raises UsageError for an address that cannot be had, or one that wants a token."""
    if not options.loopback and not options.token:
        raise UsageError(f"{options.host}: other machines can reach this address; set DERIVE_TOKEN to a secret first")
    config = uvicorn.Config(
        partial(app, options),
        factory=True,
        host=options.host,
        port=options.port,
        workers=options.workers,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        backlog=2048,
        timeout_graceful_shutdown=int(options.seconds) + 5,
    )
    door = _door(options)
    if options.workers == 1:
        _work(config, door)
    else:
        _supervise(config, door)


def _work(config: uvicorn.Config, door: socket.socket) -> None:
    # uvicorn raises the signal again when it has stopped; a service that was told to stop and did has done well.
    signal.signal(signal.SIGTERM, lambda *_: None)
    Server(config).run(sockets=[door])
    # Every request has its answer. A computation that outlived its time has nobody waiting, and must not keep us.
    sys.stderr.flush()
    os._exit(0)


def _supervise(config: uvicorn.Config, door: socket.socket) -> None:
    """Keep the workers alive until a signal, then hand the signal on and wait for each."""
    start = partial(get_context("spawn").Process, target=_work, args=(config, door))
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told.set())
    workers = [start() for _ in range(config.workers)]
    for worker in workers:
        worker.start()
    while not told.wait(0.5):
        for place, worker in enumerate(workers):
            if not worker.is_alive():
                sys.stderr.write(f"derive: worker {worker.pid} ended with {worker.exitcode}; another takes its place\n")
                workers[place] = start()
                workers[place].start()
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join()


def _door(options: Options) -> socket.socket:
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    door = socket.socket(family)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((options.host, options.port))
        door.listen(2048)
    except OSError as error:
        raise UsageError(f"{options.host}:{options.port}: cannot be listened on ({error.strerror})") from None
    door.set_inheritable(True)
    return door
