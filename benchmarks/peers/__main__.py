"""derive against its peers on one generated corpus, in turns, each in a process and the peers in an environment of
their own.

    python -m benchmarks.peers --articles 50000 --rounds 3

prints a table of medians and ratios, and writes it with the raw figures to build/peers/.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_PINNED = ("datasketch==2.0.0", "xxhash==4.1.0", "rensa==0.5.0", "gaoya==0.2.2", "numpy==2.4.6", "scipy==1.17.1")
_ALONE = ("text-dedup==0.4.0",)  # … without what it asks for: 1.4 GB (Spark, ONNX), of which MinHash imports these:
_IMPORTED = ("click==8.5.1", "click-option-group==0.5.9", "datasets==5.2.0", "regex==2026.11.19", "rich==13.9.4")
_NAMES = ("derive", "datasketch", "datasketch + xxh32", "rensa", "gaoya", "text-dedup")
_BARS = {"datasketch": 25, "datasketch + xxh32": 15, "rensa": 8, "gaoya": 5}


def environment(folder: Path) -> Path:
    """The peers' own interpreter, made on first use and when another peer was pinned."""
    python, told = folder / "venv" / "bin" / "python", folder / "venv" / "pinned.json"
    pinned = json.dumps([_PINNED, _IMPORTED, _ALONE])
    if not told.exists() or told.read_text() != pinned:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder / "venv"], check=True)
        install = [python, "-m", "pip", "install", "-q"]
        subprocess.run([*install, *_PINNED, *_IMPORTED], check=True)
        subprocess.run([*install, "--no-deps", *_ALONE], check=True)
        told.write_text(pinned)
    return python


def run(name: str, python: Path, corpus: Path, **environ: str) -> dict[str, dict[str, float]]:
    """One pipeline, once."""
    script = Path(__file__).with_name("pipelines.py")
    interpreter = Path(sys.executable) if name == "derive" else python
    alone = {"OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}
    done = subprocess.run(
        [interpreter, script, name, corpus], stdout=subprocess.PIPE, check=True, env={**os.environ, **alone, **environ}
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def table(rounds: list[dict[str, dict]]) -> str:  # type: ignore[type-arg]
    """The medians, as a table in Markdown. `load` (imports, compiled code from its cache) is not in the CPU figure."""
    cpu = {name: statistics.median(one[name]["cpu"] for one in rounds) for name in _NAMES}
    lines = [
        "| pipeline | CPU s | times derive | bar | load s | MB | recall J >= .5 / .7 / .8 | pairs |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name in _NAMES:
        last = rounds[-1][name]
        load = statistics.median(one[name]["steps"]["load"] for one in rounds)
        recall = " / ".join(f"{value:.3f}" for value in last["recall"].values())
        ratio = f"{cpu[name] / cpu['derive']:.1f} | {_BARS.get(name, '')}"
        lines.append(f"| {name} | {cpu[name]:.2f} | {ratio} | {load:.2f} | {last['mb']} | {recall} | {last['pairs']} |")
    return "\n".join(lines)


def main() -> None:
    """Generate, run in turns, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args()
    folder = _ROOT / "build" / "peers"
    corpus = folder / f"news{asked.articles}"
    if not (corpus / "planted.jsonl").exists():
        command = [sys.executable, _ROOT / "benchmarks" / "newsroom.py", str(asked.articles), corpus]
        subprocess.run(command, check=True)
    python = environment(folder)
    rounds = []
    for number in range(asked.rounds):
        rounds.append({name: run(name, python, corpus) for name in _NAMES})
        print(f"round {number + 1}:", {name: round(one["cpu"], 2) for name, one in rounds[-1].items()}, file=sys.stderr)
    with tempfile.TemporaryDirectory() as empty:
        cold = run("derive", python, corpus, NUMBA_CACHE_DIR=empty)["steps"]["load"]
    text = f"{table(rounds)}\n\nLoading derive where nothing is compiled yet: {cold:.1f} s CPU, once."
    (folder / "result.json").write_text(json.dumps(rounds, indent=1))
    (folder / "result.md").write_text(text + "\n")
    print(text)


if __name__ == "__main__":
    main()
