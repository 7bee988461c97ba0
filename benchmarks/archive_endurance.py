"""Kill writers of an archive at any moment; let many write and read at once. What was acknowledged must be there.

    python benchmarks/archive_endurance.py kill --rounds 50
    python benchmarks/archive_endurance.py crowd --writers 8 --readers 8 --articles 400

Exits with 1 and says what is missing when an archive does not keep its word. The test-suite runs a few rounds of both.
"""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from derive.archive import open_archive
from derive.model import Article
from derive.retrieve import candidates
from derive.text import read


def article(number: int) -> Article:
    """An article that shares with the others what news shares, and holds a dozen words of its own."""
    own = " ".join(f"zq{number}w{word}" for word in range(12))
    shared = (
        "The harbour council of Port Halden approved the budget for dredging, mayor Ingrid Solvay said on Tuesday. "
    )
    return Article(f"a{number}", f"{shared}{own}. " + shared * (number % 7))


def write(path: str, first: int, count: int, batch: int) -> None:
    """A writer: adds `count` articles and tells each batch that was acknowledged."""
    with closing(open_archive(path, create=True)) as archive:
        for start in range(first, first + count, batch):
            archive.add([article(number) for number in range(start, start + batch)])
            print(start, flush=True)


def look(path: str, seconds: float) -> None:
    """A reader: looks for sources until the time is up; whatever it finds must be whole."""
    until = time.monotonic() + seconds
    looks = 0
    while time.monotonic() < until:
        with closing(open_archive(path)) as archive:
            for one in candidates(read(Article("draft", article(looks % 50).text)), archive, limit=5):
                archive.article(one.source_id)
        looks += 1
    print(looks, flush=True)


def start(*arguments: object) -> subprocess.Popen[str]:
    """A process of this file."""
    command = [sys.executable, __file__, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def faults(path: str, acknowledged: set[int], pending: set[int]) -> Iterator[str]:
    """What is wrong with an archive that must hold the acknowledged articles, and all or none of the pending ones."""
    if not Path(path).exists():
        if acknowledged:
            yield "the archive is gone"
        return
    with closing(sqlite3.connect(path)) as db:
        if (verdict := db.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            yield f"integrity_check: {verdict}"
    with closing(open_archive(path)) as archive:
        held = {int(one.id[1:]) for one in archive.articles()}
        if missing := acknowledged - held:
            yield f"acknowledged and lost: {len(missing)}"
        if held - acknowledged not in (set(), pending):
            yield f"half-added: {len(held - acknowledged)} of {len(pending)}"
        for number in sorted(held)[:: max(1, len(held) // 25)]:
            found = candidates(read(Article("draft", article(number).text)), archive, limit=1)
            if not found or found[0].source_id != f"a{number}":
                yield f"a{number} is stored and not found"


def kill(rounds: int, seed: int = 1) -> Iterator[str]:
    """Kill a writer `rounds` times at a random moment, each time on the archive that the last one left."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "wires.db")
        acknowledged: set[int] = set()
        for number in range(rounds):
            first, batch = 1_000_000 * (number + 1), chance.choice((1, 3, 20, 60))
            writer = start("write", path, first, 1_000 * batch, batch)
            assert writer.stdout is not None
            for _ in range(chance.randrange(3)):  # some die before their first word
                acknowledged.update(range(at := int(writer.stdout.readline()), at + batch))
            time.sleep(chance.random() * 0.25 + (0.2 if chance.random() < 0.5 else 0))
            writer.send_signal(signal.SIGKILL)
            told, _ = writer.communicate()
            for line in told.split():
                acknowledged.update(range(int(line), int(line) + batch))
            after = max((n for n in acknowledged if n >= first), default=first - 1) + 1
            pending = set(range(after, after + batch))
            yield from (f"round {number}: {fault}" for fault in faults(path, acknowledged, pending))
            if Path(path).exists():
                with closing(open_archive(path)) as archive:
                    acknowledged |= {int(one.id[1:]) for one in archive.articles()}


def crowd(writers: int, readers: int, articles: int) -> Iterator[str]:
    """Writers and readers at once on an archive that none of them finds ready-made."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "wires.db")
        crew = [start("write", path, 1_000_000 * n, articles, (1, 5, 20)[n % 3]) for n in range(writers)]
        while not Path(path).exists():
            time.sleep(0.01)
        crew += [start("look", path, 2) for _ in range(readers)]
        for process in crew:
            said, complaint = process.communicate()
            if process.returncode or complaint:
                yield f"{process.args[2:4]}: {complaint.strip()[-300:] or process.returncode}"
            if "look" in process.args and said.strip() == "0":
                yield "a reader never got its turn"
        expected = {1_000_000 * n + at for n in range(writers) for at in range(articles)}
        yield from faults(path, expected, set())


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("kill")
    one.add_argument("--rounds", type=int, default=50)
    one = commands.add_parser("crowd")
    one.add_argument("--writers", type=int, default=8)
    one.add_argument("--readers", type=int, default=8)
    one.add_argument("--articles", type=int, default=400)
    for name, values in {"write": ("first", "count", "batch"), "look": ("seconds",)}.items():
        one = commands.add_parser(name)
        one.add_argument("path")
        for value in values:
            one.add_argument(value, type=int)
    asked = parser.parse_args()
    if asked.command == "write":
        write(asked.path, asked.first, asked.count, asked.batch)
    elif asked.command == "look":
        look(asked.path, asked.seconds)
    else:
        began = time.monotonic()
        if asked.command == "kill":
            found = list(kill(asked.rounds))
        else:
            found = list(crowd(asked.writers, asked.readers, asked.articles))
        print(*(found or ["kept its word"]), f"({time.monotonic() - began:.0f} s)", sep="\n")
        sys.exit(bool(found))


if __name__ == "__main__":
    main()
