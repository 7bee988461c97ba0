"""`derive scan --relations-only` on a generated newsroom: its cost, and which of the planted derivations it finds.

    python -m benchmarks.scan --articles 10000 50000

runs the real command in a process of its own; CPU seconds and peak memory count its workers.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[1]
_PAGE = resource.getpagesize()


def planted(folder: Path, articles: int) -> list[dict[str, Any]]:
    """The derivations of a newsroom, which is written first where it is not there."""
    if not (folder / "planted.jsonl").exists():
        command = (sys.executable, "-m", "benchmarks.newsroom", str(articles), str(folder))
        subprocess.run(command, check=True, cwd=_ROOT)
    return [json.loads(line) for line in (folder / "planted.jsonl").read_text("utf-8").splitlines()]


def resident(root: int) -> int:
    """Bytes in memory of a process and its descendants; 0 where /proc is none."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
    family = {root}
    while more := {one for one, parent in parents.items() if parent in family} - family:
        family |= more
    total = 0
    for one in family:
        try:
            total += int(Path(f"/proc/{one}/statm").read_text().split()[1]) * _PAGE
        except (OSError, ValueError, IndexError):
            continue
    return total


def scanned(path: Path) -> tuple[dict[str, Any], float, float, int]:
    """The report of a scan, CPU and wall seconds, and the largest sum of memory."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.json"
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        command = (sys.executable, "-m", "derive", "scan", path, "--relations-only", "-q", "--format", "json")
        process = subprocess.Popen([*command, "-o", target], cwd=_ROOT)
        peak, over = [0], threading.Event()

        def watch() -> None:
            while not over.wait(0.25):
                peak[0] = max(peak[0], resident(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        over.set()
        watcher.join()
        if code:
            raise SystemExit(f"the scan ended with {code}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        return json.loads(target.read_text("utf-8")), cpu, time.perf_counter() - began, peak[0]


def main() -> None:
    """Scan newsrooms of several sizes and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 50_000])
    for articles in parser.parse_args().articles:
        folder = _ROOT / "build" / "peers" / f"news{articles}"
        truth = planted(folder, articles)
        report, cpu, wall, peak = scanned(folder / "articles.jsonl")
        edges = {(edge["source"], edge["rewrite"]) for family in report["families"] for edge in family["edges"]}
        told = {(source["article"], one["article"]) for one in report["examined"] for source in one["sources"]}
        kinds = Counter(one["edit"] for one in truth)
        found = Counter(one["edit"] for one in truth if (one["source"], one["rewrite"]) in edges)
        listed = Counter(one["edit"] for one in truth if (one["source"], one["rewrite"]) in told)
        turned = sum((one["rewrite"], one["source"]) in edges for one in truth)
        hosts = {(one["host"], one["rewrite"]) for one in truth if one["host"]}
        true = {(one["source"], one["rewrite"]) for one in truth} | hosts
        strange = told - true - {(b, a) for a, b in true}
        # Articles that both come from a third: two copies of one, or a copy and a lift that sits in another.
        above: dict[str, set[str]] = defaultdict(set)
        for one, other in true:
            above[other].add(one)
        sisters = {(a, b) for a, b in strange if ({a} | above[a]) & above[b]}
        figures = {
            "articles": articles,
            "CPU seconds": round(cpu, 1),
            "wall seconds": round(wall, 1),
            "CPU ms an article": round(1000 * cpu / articles, 2),
            "peak GB": round(peak / 1e9, 2),
            "edges": len(edges),
            "parent in the forest": {edit: f"{found[edit]} of {kinds[edit]}" for edit in sorted(kinds)},
            "among the sources": {edit: f"{listed[edit]} of {kinds[edit]}" for edit in sorted(kinds)},
            "turned round": turned,
            "between sisters": len(sisters),
            "lifts below their host": f"{len(hosts & edges)} of {len(hosts)}",
            "between strangers": len(strange - sisters),
        }
        print(json.dumps(figures, indent=1), flush=True)


if __name__ == "__main__":
    main()
