"""What the views cost, and how soon the page stands in a browser; each figure beside its bar.

    python benchmarks/render.py            a table
    python benchmarks/render.py --json     the same as JSON

Rendering is CPU seconds, warm, the median of many runs, also as a ratio to writing the report as JSON: the ratio
travels from machine to machine. The browser's figures are wall clock and want a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from derive.render import Look, render
from derive.report import Report
from tests.render.reports import long_pair

_FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()
_WATCH = """window.tasks = [];
new PerformanceObserver(list => list.getEntries().forEach(one => window.tasks.push(one.duration)))
    .observe({type: 'longtask', buffered: true});"""
_OPENED = """[performance.timing.loadEventEnd - performance.timing.navigationStart,
    performance.getEntriesByName('first-contentful-paint')[0].startTime,
    Math.max(0, ...window.tasks)]"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value; `bar` is the most it may be."""

    name: str
    value: float
    unit: str
    bar: float | None = None


def cpu(report: Report, name: str, runs: int = 25) -> float:
    """Median CPU milliseconds of rendering, the first run left out."""
    took = []
    for _ in range(runs + 1):
        before = time.process_time()
        render(report, name, Look())
        took.append(1000 * (time.process_time() - before))
    return statistics.median(took[1:])


def rendering() -> Iterator[Figure]:
    """Every human format for 40 × 40 sentences, and how the page grows."""
    pair = long_pair(40)
    base = cpu(pair, "json")
    for name, bar in (("html", 20.0), ("text", None), ("markdown", None)):
        took = cpu(pair, name)
        yield Figure(f"{name}, 40 × 40 sentences", took, "ms CPU", bar)
        yield Figure(f"{name} against JSON", took / base, "×")
    large = long_pair(400)
    yield Figure("html, 400 × 400 sentences", cpu(large, "html", 3), "ms CPU")
    yield Figure("html, 400 × 400 sentences", len(render(large, "html", Look()).encode()) / 1e6, "MB", 3.0)


def opening(runs: int = 5) -> Iterator[Figure]:
    """First paint, load and the longest task of the browser's main thread, medians."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        for size, bars in ((60, (None, 300.0, 100.0)), (400, (2000.0, None, None))):
            file = Path(folder) / f"{size}.html"
            file.write_text(render(long_pair(size), "html", Look()), encoding="utf-8")
            seen = []
            for _ in range(runs):
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                page.add_init_script(_WATCH)
                page.goto(file.as_uri())
                page.wait_for_timeout(500)
                seen.append(page.evaluate(_OPENED))
                page.close()
            names = ("loaded", "first paint", "longest task")
            for name, bar, values in zip(names, bars, zip(*seen, strict=True), strict=True):
                yield Figure(f"{name}, {size} × {size} sentences", statistics.median(values), "ms", bar)
        browser.close()


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    figures = [*rendering(), *(opening() if shutil.which("chromium") else ())]
    if asked.json:
        print(json.dumps([asdict(one) for one in figures], indent=1))
        return
    for one in figures:
        bar = f"≤ {one.bar:g}" if one.bar is not None else ""
        print(f"{one.name:<40} {one.value:>9.2f} {one.unit:<7} {bar}")


if __name__ == "__main__":
    main()
