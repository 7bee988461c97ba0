"""`derive scan` as its users run it: odd corpora work or get one clear line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from derive.render.schema import text as schema_text
from tests.cli.run import DERIVE, derive

WIRE = (
    "Harbour loses cranes\n\nThe port of Halden lost 12 cranes in the storm on Monday, the harbour master said.\n\n"
    "“We will rebuild every one of them before the winter,” Marta Lindqvist told reporters. Nobody was hurt.\n\n"
    "The quay at Ostfold stays closed until divers have looked at its foundations, the port authority added."
)
SERVICE = (
    "Norvane Post keeps readers posted on harbours, weather and rail. Our newsletter leaves at seven each morning from "
    "a basement in Tarn. Every subscriber gets the crossword and a map of the ferries."
)
WORDS = (
    "anvil basil cedar dahlia ember fennel garnet hazel iris juniper kelp lupin marble nettle opal pepper quartz resin"
)


def corpus(folder: Path, *texts: str, ids: list[str] | None = None) -> Path:
    """A JSONL file of articles by one outlet, an hour apart."""
    path = folder / "archive.jsonl"
    records = (
        {
            "id": ids[n] if ids else f"a{n:05}",
            "text": text,
            "outlet": "Norvane Post",
            "published": f"2026-01-05T{n % 24:02}:00:00+00:00",
        }
        for n, text in enumerate(texts)
    )
    path.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    return path


def stranger(number: int) -> str:
    """A short story that shares nothing but English with any other."""
    words = [f"{word[:3]}{number:x}{word[3:]}" for word in WORDS.split()]
    halves = (" ".join(words[:9]), " ".join(words[9:]))
    return "\n\n".join(f"The {half} was seen {number} times before the {words[0]} came." for half in halves)


def scanned(*arguments: str | Path) -> dict[str, Any]:
    """The report of a run that must end well and say nothing, validated against the published schema."""
    done = derive("scan", *arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    data: dict[str, Any] = json.loads(done.stdout)
    jsonschema.validate(data, json.loads(schema_text()))
    return data


def test_a_corpus_of_one(tmp_path: Path) -> None:
    """No pair, no family."""
    assert not scanned(corpus(tmp_path, WIRE))["families"]


def test_an_article_without_a_sentence(tmp_path: Path) -> None:
    """It is in nobody's family, and in nobody's way."""
    report = scanned(corpus(tmp_path, WIRE, "—", "Storm in Halden\n", WIRE))
    assert [one["articles"] for one in report["families"]] == [["a00000", "a00003"]]


def test_ten_copies_of_one_article(tmp_path: Path) -> None:
    """One family below the first of them, and nothing changed."""
    report = scanned(corpus(tmp_path, *[WIRE] * 10))
    (family,) = report["families"]
    assert {edge["source"] for edge in family["edges"]} == {"a00000"}
    assert len(family["edges"]) == 9
    assert not any(one["findings"] for one in report["examined"])


def test_a_paragraph_under_every_story_is_no_derivation(tmp_path: Path) -> None:
    """Three hundred strangers that share a paragraph are strangers; the one rewrite among them is found."""
    texts = [f"{stranger(number)}\n\n{SERVICE}" for number in range(300)]
    rewrite = WIRE.replace("Nobody was hurt.", "No one was injured.")
    report = scanned(corpus(tmp_path, *texts, f"{WIRE}\n\n{SERVICE}", f"{rewrite}\n\n{SERVICE}"), "--relations-only")
    assert [one["articles"] for one in report["families"]] == [["a00300", "a00301"]]


@pytest.mark.parametrize("relations_only", [(), ("--relations-only",)])
def test_two_runs_are_one(tmp_path: Path, relations_only: tuple[str, ...]) -> None:
    """Byte for byte, whatever the seed of Python's hashes."""
    path = corpus(tmp_path, WIRE, WIRE.replace("12 cranes", "21 cranes"), stranger(1))
    first, second = (derive("scan", path, *relations_only, "--format", "json", PYTHONHASHSEED=s) for s in "12")
    assert first.stdout == second.stdout


@pytest.mark.parametrize(
    ("texts", "ids", "told"),
    [((WIRE, WIRE), ["a", "a"], "two articles have the id 'a'"), ((), [], "empty")],
    ids=["twice", "none"],
)
def test_what_cannot_be_scanned(tmp_path: Path, texts: tuple[str, ...], ids: list[str], told: str) -> None:
    """Said in plain words, exit code 2."""
    done = derive("scan", corpus(tmp_path, *texts, ids=ids), "-q")
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_an_interrupted_scan(tmp_path: Path) -> None:
    """Ctrl-C: exit code 130, one line, nothing written."""
    target = tmp_path / "report.json"
    process = subprocess.Popen(
        [*DERIVE, "scan", "-", "--format", "json", "-o", str(target)], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stderr is not None
    process.stdin.write(b"Nothing new in Halden. " * 20_000)  # more than a pipe holds: returns when the scan reads
    process.send_signal(signal.SIGINT)
    process.stdin.close()
    stderr = process.stderr.read()
    process.wait(timeout=60)
    assert (process.returncode, stderr) == (130, b"derive: interrupted, no report written\n")
    assert not target.exists()


@pytest.mark.parametrize(
    "command",
    [("scan", "{pipe}"), ("compare", "{wire}", "{pipe}"), ("check", "{pipe}", "--against", "{wire}")],
    ids=lambda command: str(command[0]),
)
def test_a_named_pipe_that_nobody_writes_to(tmp_path: Path, command: tuple[str, ...]) -> None:
    """Waits for nobody: one line, exit code 2."""
    pipe, wire = tmp_path / "pipe.txt", tmp_path / "wire.txt"
    os.mkfifo(pipe)
    wire.write_text(WIRE)
    done = derive(*(one.format(pipe=pipe, wire=wire) for one in command), "-q")
    assert done.returncode == 2
    assert f"{pipe}: is not a regular file" in done.stderr


@pytest.mark.parametrize("command", [("compare", "-", "{wire}"), ("check", "-", "--against", "{wire}")])
def test_an_interrupted_wait_for_standard_input(tmp_path: Path, command: tuple[str, ...]) -> None:
    """Ctrl-C while nothing comes: exit code 130, said in one line."""
    wire = tmp_path / "wire.txt"
    wire.write_text(WIRE)
    process = subprocess.Popen(
        [*DERIVE, *(one.format(wire=wire) for one in command)], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    process.stdin.write(b"Nothing new in Halden. " * 20_000)  # more than a pipe holds: returns when it reads
    process.send_signal(signal.SIGINT)
    process.stdin.close()
    assert (process.stderr.read() if process.stderr else b"").splitlines()[-1] == b"derive: interrupted"
    assert process.wait(timeout=60) == 130
