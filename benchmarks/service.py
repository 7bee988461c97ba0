"""The HTTP service under many clients, beside the same work through the Python API.

    python -m benchmarks.service [--seconds 60] [--clients 50] [--workers 2]

Three figures: the overhead of one request when nobody else asks (bar: at most 10 ms at the median), the throughput and
the waiting times of many clients, and the same work in as many processes of the Python API.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import httpx

from derive.pipeline import compare
from derive.render.json import as_data
from derive.service.shapes import Compare, named
from tests.service.server import serving

CORPUS = Path("corpus/pairs")


def bodies() -> list[dict[str, object]]:
    """A request for each pair of the sample newsroom."""
    return [
        {
            "sources": [{"text": (CORPUS / f"{name}.source.txt").read_text("utf-8")}],
            "rewrite": {"text": (CORPUS / f"{name}.rewrite.txt").read_text("utf-8")},
        }
        for name in sorted(path.name.split(".")[0] for path in CORPUS.glob("*.rewrite.txt"))
    ]


def alone(body: dict[str, object]) -> float:
    """Seconds for a request's work through the Python API, JSON included."""
    began = time.perf_counter()
    request = Compare.model_validate(body)
    sources, rewrite = named(request.sources, request.rewrite)
    json.dumps(as_data(compare(sources, rewrite)))
    return time.perf_counter() - began


def in_processes(workers: int, seconds: float) -> float:
    """Requests a second through the Python API."""
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(alone, bodies()))  # every process has imported everything
        done, began = 0, time.perf_counter()
        while time.perf_counter() - began < seconds:
            done += len(list(pool.map(alone, bodies())))
        return done / (time.perf_counter() - began)


def overhead(url: str) -> tuple[float, float]:
    """Median seconds of a request over HTTP and of its work alone, taken in turn so that load hits both."""
    over, direct = [], []
    with httpx.Client(base_url=url, timeout=60, trust_env=False) as client:
        for _ in range(3):
            for body in bodies():
                began = time.perf_counter()
                assert client.post("/v1/compare", json=body).status_code == 200
                over.append(time.perf_counter() - began)
                direct.append(alone(body))
    return statistics.median(over), statistics.median(direct)


def crowd(url: str, clients: int, seconds: float) -> tuple[list[float], list[str]]:
    """The waiting times of many clients, and what went wrong."""
    waits: list[float] = []
    wrong: list[str] = []
    end = time.perf_counter() + seconds

    def one(number: int) -> None:
        mine = bodies()
        with httpx.Client(base_url=url, timeout=120, trust_env=False) as client:
            turn = number
            while time.perf_counter() < end:
                began = time.perf_counter()
                try:
                    answer = client.post("/v1/compare", json=mine[turn % len(mine)])
                    if answer.status_code != 200 or not answer.json()["examined"]:
                        wrong.append(str(answer.status_code))
                except (httpx.TransportError, ValueError, KeyError) as error:
                    wrong.append(type(error).__name__)
                waits.append(time.perf_counter() - began)
                turn += 1

    threads = [threading.Thread(target=one, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits, wrong


def main() -> None:
    """Measure and print as JSON."""
    parser = argparse.ArgumentParser(description="The service under load.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), "--workers", str(given.workers)) as server:
        overhead(server.url)  # warm
        over, direct = overhead(server.url)
        began = time.perf_counter()
        waits, wrong = crowd(server.url, given.clients, given.seconds)
        took = time.perf_counter() - began
    api = in_processes(given.workers, min(given.seconds, 20))
    waits.sort()
    print(
        json.dumps(
            {
                "one client, median ms": round(over * 1000, 1),
                "the same work, median ms": round(direct * 1000, 1),
                "overhead, ms": round((over - direct) * 1000, 1),
                "clients": given.clients,
                "requests": len(waits),
                "errors or lost": wrong,
                "requests a second": round(len(waits) / took, 1),
                "p50 ms": round(waits[len(waits) // 2] * 1000),
                "p99 ms": round(waits[len(waits) * 99 // 100] * 1000),
                f"Python API in {given.workers} processes, requests a second": round(api, 1),
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
