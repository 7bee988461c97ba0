"""An archive of a generated newsroom: how fast it takes articles, how large it is, how soon it finds a source.

    python benchmarks/archive_bench.py --articles 100000

runs the real commands in processes of their own, and prints each figure beside its bar.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from derive.archive import open_archive
from derive.model import Article
from derive.retrieve import candidates
from derive.text import read

_ROOT = Path(__file__).parents[1]
_DRAFT = """
import sys
from derive.archive import open_archive
from derive.model import Article
from derive.retrieve import candidates
from derive.text import read
print(len(candidates(read(Article("draft", sys.stdin.read())), open_archive(sys.argv[1]))))
heavy = {"numpy", "scipy", "sklearn", "numba", "datasketch", "pandas"} & set(sys.modules)
assert not heavy, heavy
"""


def cpu_of(*command: str | Path, stdin: str = "") -> tuple[float, float]:
    """CPU and wall seconds of a process."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, input=stdin, text=True, stdout=subprocess.PIPE, cwd=_ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, time.perf_counter() - began


def said(name: str, value: str, bar: str = "") -> None:
    """One line of the result."""
    print(f"{name:<42} {value:<28} {bar}", flush=True)


def main() -> None:
    """Build, measure, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--drafts", type=int, default=300)
    asked = parser.parse_args()
    folder = _ROOT / "build" / "peers" / f"news{asked.articles}"
    if not (folder / "planted.jsonl").exists():
        subprocess.run([sys.executable, _ROOT / "benchmarks" / "newsroom.py", str(asked.articles), folder], check=True)
    path = folder / "wires.db"
    for old in folder.glob("wires.db*"):
        old.unlink()
    add = (sys.executable, "-m", "derive", "archive", "add", path, folder / "articles.jsonl")
    cpu, wall = cpu_of(*add)
    said("add", f"{asked.articles / wall:,.0f} articles/s ({cpu:.0f} s CPU)", ">= 800/s on 2 cores")
    cpu, wall = cpu_of(*add)
    said("add again, nothing new", f"{asked.articles / wall:,.0f} articles/s")
    size = sum(one.stat().st_size for one in folder.glob("wires.db*"))
    said("size", f"{size / asked.articles / 1000:.2f} kB an article", "<= 8 kB")

    archive = open_archive(str(path))
    planted = [json.loads(line) for line in (folder / "planted.jsonl").open()]
    chosen = planted[:: max(1, len(planted) // asked.drafts)]
    times: list[float] = []
    cpus: list[float] = []
    counts: list[int] = []
    first: dict[str, list[bool]] = {}
    within: dict[str, list[bool]] = {}
    for one in chosen:
        draft = read(Article("draft", archive.article(one["rewrite"]).text))
        began, used = time.perf_counter(), time.process_time()
        found = [each.source_id for each in candidates(draft, archive) if each.source_id != one["rewrite"]]
        times.append(time.perf_counter() - began)
        cpus.append(time.process_time() - used)
        counts.append(len(found))
        first.setdefault(one["edit"], []).append(found[:1] == [one["source"]])
        within.setdefault(one["edit"], []).append(one["source"] in found)
    said(
        "retrieval, warm, median",
        f"{statistics.median(times) * 1000:.0f} ms ({statistics.median(cpus) * 1000:.0f} ms CPU)",
        "<= 100 ms",
    )
    said("retrieval, warm, worst of 20", f"{sorted(times)[-len(times) // 20] * 1000:.0f} ms")
    said("candidates, median and most", f"{statistics.median(counts):.0f}, {max(counts)}", "<= 200")
    for edit, hits in first.items():
        inside = sum(within[edit]) / len(hits)
        said(f"source of a planted {edit}", f"first {sum(hits) / len(hits):.3f}, found {inside:.3f}")
    text = archive.article(chosen[0]["rewrite"]).text
    archive.close()
    numpy = statistics.median(cpu_of(sys.executable, "-c", "import numpy")[0] for _ in range(5))
    draft_cpu = statistics.median(cpu_of(sys.executable, "-c", _DRAFT, path, stdin=text)[0] for _ in range(5))
    said(
        "a process that retrieves for one draft",
        f"{draft_cpu:.2f} s CPU = {draft_cpu / numpy:.1f} x numpy",
        "check: <= 8 x",
    )


if __name__ == "__main__":
    main()
