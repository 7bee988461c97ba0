"""`derive archive …`: what it prints, and its exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.archive.stories import story
from tests.cli.run import DERIVE, derive


def lines(path: Path, numbers: range, **changes: str) -> Path:
    """A JSON Lines file of stories."""
    records = []
    for one in map(story, numbers):
        record = {"id": one.id, "title": one.title, "text": one.text, "published": str(one.published)}
        records.append(json.dumps({**record, **changes}))
    path.write_text("\n".join(records) + "\n", "utf-8")
    return path


def test_adding_again_is_a_no_op_and_a_changed_article_a_new_version(tmp_path: Path) -> None:
    url, wires = tmp_path / "wires.db", lines(tmp_path / "wires.jsonl", range(3))
    assert derive("archive", "add", url, wires).stdout == f"{url}: 3 new, 0 changed, 0 unchanged\n"
    assert derive("archive", "add", url, wires).stdout == f"{url}: 0 new, 0 changed, 3 unchanged\n"
    lines(wires, range(1, 2), text="Corrected.")
    done = derive("archive", "add", url, wires)
    assert (done.returncode, done.stdout) == (0, f"{url}: 0 new, 1 changed, 0 unchanged\n")
    listed = derive("archive", "list", url).stdout.splitlines()
    assert [line.split("\t")[:2] for line in listed] == [["s0", "1"], ["s1", "2"], ["s2", "1"]]


def test_list_and_info_as_json(tmp_path: Path) -> None:
    url = tmp_path / "wires.db"
    derive("archive", "add", url, lines(tmp_path / "wires.jsonl", range(3)))
    listed = [json.loads(line) for line in derive("archive", "list", url, "--format", "json").stdout.splitlines()]
    assert [(one["id"], one["published"]) for one in listed] == [
        ("s0", "2025-01-01"),
        ("s1", "2025-01-02"),
        ("s2", "2025-01-03"),
    ]
    info = json.loads(derive("archive", "info", url, "--format", "json").stdout)
    assert (info["articles"], info["versions"], info["first"], info["last"]) == (3, 3, "2025-01-01", "2025-01-03")


def test_an_unreadable_input_is_never_clean(tmp_path: Path) -> None:
    url, wires = tmp_path / "wires.db", lines(tmp_path / "wires.jsonl", range(2))
    wires.write_text(wires.read_text("utf-8") + "{broken\n", "utf-8")
    done = derive("archive", "add", url, wires)
    assert (done.returncode, done.stdout) == (2, f"{url}: 2 new, 0 changed, 0 unchanged\n")
    assert "wires.jsonl:3: not a record" in done.stderr
    assert derive("archive", "add", "--allow-partial", url, wires).returncode == 0


def test_an_id_given_twice_in_one_run_is_told_and_the_first_stays(tmp_path: Path) -> None:
    url = tmp_path / "wires.db"
    one, two = lines(tmp_path / "1.jsonl", range(1)), lines(tmp_path / "2.jsonl", range(1), text="Other.")
    done = derive("archive", "add", url, one, two)
    assert (done.returncode, done.stdout) == (2, f"{url}: 1 new, 0 changed, 0 unchanged\n")
    assert "the id 's0' was given before" in done.stderr


def test_removing_is_all_or_nothing(tmp_path: Path) -> None:
    url = tmp_path / "wires.db"
    derive("archive", "add", url, lines(tmp_path / "wires.jsonl", range(3)))
    done = derive("archive", "remove", url, "s0", "nobody")
    assert (done.returncode, done.stderr) == (2, f"derive: {url}: no article 'nobody'; nothing was removed\n")
    assert derive("archive", "remove", url, "s0").stdout == f"{url}: 1 removed\n"


@pytest.mark.parametrize(("age", "left"), [("2025-01-02", 2), ("99999d", 3), ("0d", 0)])
def test_expiry(tmp_path: Path, age: str, left: int) -> None:
    url = tmp_path / "wires.db"
    derive("archive", "add", url, lines(tmp_path / "wires.jsonl", range(3)))
    assert derive("archive", "expire", url, "--older-than", age).returncode == 0
    assert len(derive("archive", "list", url).stdout.splitlines()) == left


def test_an_age_that_is_none_is_bad_usage(tmp_path: Path) -> None:
    done = derive("archive", "expire", tmp_path / "wires.db", "--older-than", "soon")
    assert done.returncode == 2
    assert done.stderr.startswith("derive: --older-than soon: neither a day")


@pytest.mark.parametrize(
    "command", [("list",), ("info",), ("rebuild",), ("remove", "x"), ("expire", "--older-than", "1d")]
)
def test_no_command_but_add_makes_an_archive(tmp_path: Path, command: tuple[str, ...]) -> None:
    url = tmp_path / "wires.db"
    done = derive("archive", command[0], url, *command[1:])
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"derive: {url}: no such archive (`derive archive add` makes one)\n"
    assert not url.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
def test_an_interrupted_add_keeps_whole_batches_and_is_taken_up_again(tmp_path: Path) -> None:
    url, pipe = tmp_path / "wires.db", lines(tmp_path / "wires.jsonl", range(5000))
    running = subprocess.Popen([*DERIVE, "archive", "add", str(url), str(pipe)], env={**os.environ})
    while not url.exists() and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    assert running.wait(60) in (0, 130)
    held = len(derive("archive", "list", url).stdout.splitlines())
    assert held in (0, 2000, 4000, 5000)
    assert derive("archive", "add", url, pipe).stdout == f"{url}: {5000 - held:,} new, 0 changed, {held:,} unchanged\n"


@pytest.mark.skipif(sys.platform == "win32", reason="file limits are of POSIX")
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """An add for which there is no room: one line, exit code 2; what was acknowledged stays, and room makes it work."""
    import resource

    url = tmp_path / "wires.db"
    few, many = lines(tmp_path / "few.jsonl", range(20)), lines(tmp_path / "many.jsonl", range(3000))
    assert derive("archive", "add", url, few).returncode == 0
    room = url.stat().st_size + 100_000
    full = subprocess.run(
        [*DERIVE, "archive", "add", str(url), str(many)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert full.returncode == 2
    assert full.stderr.splitlines()[-1].startswith(f"derive: {url}: ")
    assert "disk" in full.stderr.splitlines()[-1]
    assert "Traceback" not in full.stderr
    assert len(derive("archive", "list", url).stdout.splitlines()) == 20
    assert derive("archive", "add", url, many).stdout == f"{url}: 2,980 new, 0 changed, 20 unchanged\n"
