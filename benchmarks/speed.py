"""What derive costs, as a ratio to a yardstick of the same run: CPU time, medians.

    python -m benchmarks.speed

Processes: `--help` beside `import click`; `compare` on the demo pair (and on the founding pair where it is present)
beside `import numpy`. Warm, in this process: compare with all checks on 20, 40, 80, 160 and 320 sentences a side.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.gold import load
from derive.model import Article
from derive.pipeline import compare, reading

ROUNDS = 7
FOUNDING = Path("../shared/data/seed_pair")


def process(*command: str) -> tuple[float, int]:
    """CPU milliseconds (median) and peak memory in MB of a whole process."""
    times = []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return round(statistics.median(times) * 1000, 1), peak(*command)


def peak(*command: str) -> int:
    """Peak resident memory of a process, MB (its own, not the largest child's so far)."""
    code = "import resource,subprocess,sys; subprocess.run(sys.argv[1:],stdout=-3); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024)"
    return int(
        subprocess.run([sys.executable, "-c", code, *command], check=True, capture_output=True, text=True).stdout
    )


def warm(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """CPU milliseconds of a piece of work in this process, median."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return round(statistics.median(times) * 1000, 1)


def stories(sentences: int) -> tuple[Article, Article]:
    """A pair of so many sentences a side, from the moderate and light pairs of the sample newsroom."""
    texts: tuple[list[str], list[str]] = ([], [])
    pairs = [pair for pair in load(Path("corpus/pairs")) if pair.gold["style"] in ("moderate", "light")]
    for into, side in zip(texts, ("source", "rewrite"), strict=True):
        for pair in pairs:
            document = reading(getattr(pair, side)).document
            into += [one.span.of(document.plain) for one in document.body]
    source, rewrite = (
        Article(name, "\n\n".join(into[:sentences])) for name, into in zip(("a", "b"), texts, strict=True)
    )
    return source, rewrite


def main() -> dict[str, Any]:
    """Measure everything."""
    python = sys.executable
    click, _ = process(python, "-c", "import click")
    numpy, _ = process(python, "-c", "import numpy")
    helped, _ = process(python, "-m", "derive", "--help")
    results: dict[str, Any] = {"derive --help / import click": round(helped / click, 2)}
    pairs = {"demo": "corpus/pairs/harbour"} | ({"founding pair": f"{FOUNDING}/austin"} if FOUNDING.is_dir() else {})
    for name, stem in pairs.items():
        spent, memory = process(
            python, "-m", "derive", "compare", f"{stem}.source.txt", f"{stem}.rewrite.txt", "--format", "json"
        )
        results[f"derive compare ({name}) / import numpy"] = round(spent / numpy, 2)
        results[f"derive compare ({name}), MB"] = memory
    growth = {}
    for sentences in (20, 40, 80, 160, 320):
        source, rewrite = stories(sentences)
        growth[f"{sentences} x {sentences}"] = warm(partial(compare, [source], rewrite), 5)
    results["warm compare, ms CPU"] = growth
    results["import numpy, ms CPU"] = numpy
    return results


if __name__ == "__main__":
    print(json.dumps(main(), indent=1))
