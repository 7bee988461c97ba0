"""Many clients, several workers, a signal in the middle: no error, no lost answer."""

from __future__ import annotations

import json
import signal
import threading
import time
from collections import Counter
from pathlib import Path

import httpx

from tests.gate.newsroom import CHANGED, OWN_STORY, WIRE
from tests.service.server import Running, serving

BODY = {"sources": [{"text": WIRE["text"]}], "rewrite": {"text": CHANGED}}


def hammer(server: Running, clients: int, stop: threading.Event) -> list[tuple[float, int | str]]:
    """Send until told to stop: when each request went out, and its status or why there was none."""
    seen: list[tuple[float, int | str]] = []

    def one() -> None:
        with server.client() as client:
            while not stop.is_set():
                began = time.monotonic()
                try:
                    answer = client.post("/v1/compare", json=BODY)
                    assert answer.json()["schema"] == "derive.report/1"
                    seen.append((began, answer.status_code))
                except httpx.TransportError as error:
                    seen.append((began, type(error).__name__))
                    return

    threads = [threading.Thread(target=one) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def stopped_under_load(folder: Path, *arguments: str) -> None:
    """Everything that went out before the signal is answered in full, and the service leaves with 0."""
    with serving(folder, *arguments) as server:
        stop, told = threading.Event(), []

        def later() -> None:
            time.sleep(2)
            told.append(time.monotonic())
            server.process.send_signal(signal.SIGTERM)

        threading.Thread(target=later).start()
        timer = threading.Timer(30, stop.set)
        timer.start()
        seen = hammer(server, 16, stop)
        timer.cancel()
        assert server.process.wait(60) == 0
    before = Counter(status for began, status in seen if began < told[0])
    assert set(before) == {200}, before
    assert before[200]


def test_a_signal_under_load(tmp_path: Path) -> None:
    """One worker."""
    stopped_under_load(tmp_path)


def test_a_signal_to_several_workers(tmp_path: Path) -> None:
    """Two workers behind one address."""
    stopped_under_load(tmp_path, "--workers", "2")


def test_several_workers_on_one_archive(tmp_path: Path) -> None:
    """What one worker stores, the other finds at once; writers wait for their turn."""
    with serving(tmp_path, "--workers", "2", "--archive", "wires.db") as server:
        failures: list[object] = []

        def write(number: int) -> None:
            for round_ in range(10):
                with server.client() as client:  # a connection each: the kernel chooses the worker
                    path = f"/v1/articles/{number}-{round_}"
                    text = f"{OWN_STORY} Ticket {number}x{round_}y was drawn."
                    answers = [client.put(path, json={"text": text}).status_code]
                with server.client() as client:
                    answers.append(client.get(path).status_code)
                if answers != [201, 200]:
                    failures.append((path, answers))

        threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failures
        with server.client() as client:
            assert client.get("/healthz").json()["articles"] == 60
    assert all(json.loads(one) for one in server.log.read_text("utf-8").splitlines() if one.startswith("{"))
