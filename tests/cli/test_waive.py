"""Waivers and baselines, from the signature to the exit code."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import derive
from tests.gate.newsroom import CHANGED, FAITHFUL, put, wires


class Desk:
    """A folder with a draft that has one error, the wires, and a file of waivers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.waivers = folder / "waivers.toml"
        self.home = wires(folder)
        (self.config,) = put(folder, {"derive.toml": f'waivers = "{self.waivers}"\n'})
        self.write(CHANGED)

    def write(self, text: str) -> None:
        """Another version of the draft."""
        (self.draft,) = put(self.folder, {"draft.txt": text})

    def check(self, *arguments: str | Path) -> Any:
        """A run of the gate."""
        return derive("check", self.draft, "--against", self.home, "--config", self.config, *arguments)

    def fingerprint(self) -> str:
        """Of the one finding."""
        (entry,) = json.loads(self.check("--format", "json").stdout)["examined"]
        (one,) = entry["findings"]
        return str(one["fingerprint"])

    def waive(self, fingerprint: str, *more: str) -> Any:
        """Sign it off."""
        signed = ("--reason", "the port’s own count", "--by", "Night desk")
        return derive("waive", fingerprint, *signed, *more, "--config", self.config)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk of its own for each test."""
    return Desk(tmp_path)


def test_a_waived_finding_does_not_count_and_stays(desk: Desk) -> None:
    """In every format, marked."""
    assert desk.check().returncode == 1
    fingerprint = desk.fingerprint()
    assert desk.waive(fingerprint).returncode == 0
    done = desk.check("--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    (entry,) = json.loads(done.stdout)["examined"]
    assert entry["status"] == "findings"
    assert entry["findings"][0]["waived"] == {"reason": "the port’s own count", "by": "Night desk", "until": None}
    for name, mark in (
        ("text", "Night desk"), ("jsonl", '"by": "Night desk"'), ("html", "Night desk"), ("markdown", "Night desk"),
        ("sarif", '"suppressions"'), ("junit", "waived: the port’s own count (Night desk)"),
        ("github", "(waived: the port’s own count, Night desk)"),
    ):  # fmt: skip
        out = desk.check("--format", name).stdout
        assert mark.lower() in out.lower(), name


def test_it_survives_edits_elsewhere_and_reopens(desk: Desk) -> None:
    """Another paragraph, a moved sentence: waived. The value, the sentence or the source changes: open again."""
    desk.waive(desk.fingerprint())
    desk.write("A new headline for the day\n\n" + CHANGED.split("\n\n", 1)[1].replace("No one was hurt", "None died"))
    assert desk.check().returncode == 0
    desk.write(CHANGED.replace("Twenty-one cranes", "Twenty-two cranes"))
    done = desk.check()
    assert done.returncode == 1
    assert "is not used" in done.stderr
    desk.write(CHANGED.replace("hit the port", "struck the port"))
    assert desk.check().returncode == 1
    desk.write(CHANGED)
    assert desk.check().returncode == 0
    desk.home.write_text(desk.home.read_text("utf-8").replace("on Monday night, the", "late on Monday, the"), "utf-8")
    assert desk.check().returncode == 1


def test_expired_and_unused_are_reported(desk: Desk) -> None:
    """An expired waiver does not hold; neither line makes the run fail."""
    fingerprint = desk.fingerprint()
    desk.waive(fingerprint, "--until", "2020-01-31")
    done = desk.check()
    assert done.returncode == 1
    assert f"waiver {fingerprint} expired on 2020-01-31: the port’s own count" in done.stderr
    desk.write(FAITHFUL)
    desk.waivers.unlink()
    desk.waive(fingerprint, "--until", "9999-12-31")
    done = desk.check()
    assert done.returncode == 0
    assert f"waiver {fingerprint} is not used" in done.stderr
    assert desk.check("--quiet").stderr == ""


def test_the_file_is_plain_and_stable(desk: Desk) -> None:
    """Sorted by fingerprint, whatever the order of signing; odd characters survive; a new term replaces the old."""
    desk.waive("b" * 16)
    desk.waive("a" * 16)
    desk.waive("b" * 16, "--until", "2099-01-01")
    odd = 'a "quoted" \\ reason\twith\nlines and \U0001f600 \U000e0001 \x7f'
    derive("waive", "c" * 16, "--reason", odd, "--by", "Night desk", "--config", desk.config)
    entries = tomllib.loads(desk.waivers.read_text("utf-8"))["waiver"]
    assert [one["fingerprint"][0] for one in entries] == ["a", "b", "c"]
    assert str(entries[1]["until"]) == "2099-01-01"
    assert entries[2]["reason"] == odd
    assert "waived already" in desk.waive("a" * 16).stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[waiver]]\nfingerprint = 'xyz'\nreason = 'r'\nby = 'b'", "no fingerprint"),
        ("[[waiver]]\nfingerprint = '0123456789abcdef'\nby = 'b'", "fingerprint, reason and by are expected"),
        ("[[waiver]]\nfingerprint = '0123456789abcdef'\nby = 'b'\nreason = 'r'\nuntill = 2", "are expected"),
        ("[[waiver]]\nfingerprint = 3\nby = 'b'\nreason = 'r'", "are texts"),
        ("[[waiver]]\nfingerprint = '0123456789abcdef'\nby = 'b'\nreason = ' '", "are texts"),
        ("[[waiver]]\nfingerprint = '0123456789abcdef'\nby = 'b'\nreason = 'r'\nuntil = '2025-01-01'", "is a day"),
        ("waiver = 3", "only [[waiver]] tables"),
        ("waiver = [3]", "waiver 1"),
        ("[[waivers]]", "only [[waiver]] tables"),
        ("not toml", "not TOML"),
    ],
)
def test_malformed_waivers(desk: Desk, text: str, says: str) -> None:
    """One line, code 2, and no report that could be taken for a clean one."""
    desk.waivers.write_text(text, "utf-8")
    done = desk.check()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert str(desk.waivers) in done.stderr
    assert says in done.stderr


def test_bad_usage(desk: Desk) -> None:
    """No fingerprint, no reason, an empty one, a day that is none, a folder in the way."""
    assert "no fingerprint" in desk.waive("12").stderr
    assert derive("waive", "a" * 16, "--by", "Night desk").returncode == 2
    assert derive("waive", "a" * 16, "--by", "x", "--reason", " ", "--config", desk.config).returncode == 2
    assert "is no day" in desk.waive("a" * 16, "--until", "tomorrow").stderr
    assert not desk.waivers.exists()
    desk.waivers.mkdir()
    done = desk.waive("a" * 16)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_baseline_shows_only_what_is_new(desk: Desk) -> None:
    """The old finding is gone, a new one counts."""
    base = desk.folder / "base.json"
    assert desk.check("--format", "json", "-o", base).returncode == 1
    done = desk.check("--baseline", base, "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["examined"][0]["findings"] == []
    desk.write(CHANGED.replace("40 million", "60 million"))
    done = desk.check("--baseline", base, "--format", "json")
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["examined"][0]["findings"]) == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"examined": 3}', '{"examined": [{"findings": [{}]}]}', "[" * 9999])
def test_bad_baseline(desk: Desk, text: str) -> None:
    """One line, code 2; a missing one too."""
    (path,) = put(desk.folder, {"base.json": text})
    done = desk.check("--baseline", path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is no JSON report of derive" in done.stderr
    assert desk.check("--baseline", desk.folder / "none.json").returncode == 2
