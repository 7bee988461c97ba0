"""`derive compare` as its users run it: real files, real processes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest

from derive.render.schema import text as schema_text
from tests.cli.run import DERIVE, derive

SOURCE = (
    "Harbour loses cranes\n\nThe port of Halden lost 12 cranes in the storm on Monday, the harbour master said.\n\n"
    "“We will rebuild every one of them before the winter,” Marta Lindqvist told reporters. Nobody was hurt.\n"
)
REWRITE = (
    "Storm fells harbour cranes\n\nThe harbour master said the port of Halden lost 21 cranes in Monday's storm.\n\n"
    "Marta Lindqvist told reporters: “We will rebuild every one of them before the winter.” Nobody was hurt.\n"
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A source and a rewrite with one changed figure."""
    source, rewrite = tmp_path / "wire.txt", tmp_path / "draft.txt"
    source.write_text(SOURCE, "utf-8")
    rewrite.write_text(REWRITE, "utf-8")
    return source, rewrite


def report(*arguments: str | Path, **environment: str) -> dict[str, object]:
    """The JSON report of a run that must succeed, validated against the published schema."""
    done = derive("compare", *arguments, "--format", "json", **environment)
    assert done.returncode in (0, 1), done.stderr
    data = json.loads(done.stdout)
    jsonschema.validate(data, json.loads(schema_text()))
    assert isinstance(data, dict)
    return data


def test_json_follows_the_contract(pair: tuple[Path, Path]) -> None:
    """One examined entry, spans that hold their words, coverage as a share."""
    data = report(*pair)
    (examined,) = data["examined"]  # type: ignore[misc]
    assert examined["article"] == str(pair[1])
    text = {str(pair[0]): SOURCE, str(pair[1]): REWRITE}
    for one in examined["findings"]:
        assert REWRITE[one["rewrite"]["start"] : one["rewrite"]["end"]] == one["rewrite"]["text"]
        if one["source"]:
            assert (
                text[one["source"]["article"]][one["source"]["start"] : one["source"]["end"]] == one["source"]["text"]
            )
    assert [one["check"] for one in examined["findings"]] == ["number"]
    assert examined["sources"][0]["relation"] == "rewrite"


def test_exit_codes(pair: tuple[Path, Path]) -> None:
    """compare never fails by default; --fail-on makes findings exit 1."""
    assert derive("compare", *pair).returncode == 0
    assert derive("compare", *pair, "--fail-on", "error").returncode == 1
    assert derive("compare", pair[0], "-", "--fail-on", "error", stdin=SOURCE.encode()).returncode == 0


def test_same_bytes_under_any_hash_seed(pair: tuple[Path, Path]) -> None:
    """The report does not depend on PYTHONHASHSEED."""
    first = derive("compare", *pair, "--format", "json", PYTHONHASHSEED="0").stdout
    assert all(
        derive("compare", *pair, "--format", "json", PYTHONHASHSEED=seed).stdout == first
        for seed in ("1", "42", "random")
    )


def test_outputs_of_one_run(pair: tuple[Path, Path], tmp_path: Path) -> None:
    """-o and --output write files, stdout stays empty with -o."""
    done = derive(
        "compare", *pair, "--format", "json", "-o", tmp_path / "r.json", "--output", f"markdown={tmp_path}/r.md"
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "r.json").read_text())["schema"] == "derive.report/1"
    assert "number" in (tmp_path / "r.md").read_text().lower()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["draft.txt", "r.json", "r.md", "wire.txt"]


def test_several_originals(pair: tuple[Path, Path], tmp_path: Path) -> None:
    """A figure that a second original supports is no finding."""
    second = tmp_path / "second.txt"
    second.write_text(
        "Cranes fall\n\nIn the storm on Monday the port of Halden lost 21 cranes, the harbour master said.\n", "utf-8"
    )
    data = report(pair[0], second, pair[1])
    (examined,) = data["examined"]  # type: ignore[misc]
    assert len(examined["sources"]) == 2
    assert not examined["findings"]


def test_terminal_is_plain_in_a_pipe(pair: tuple[Path, Path]) -> None:
    """No escape sequence without a terminal, no line over 80 columns, both wordings there."""
    out = derive("compare", *pair).stdout
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert "21 cranes" in out
    assert "12 cranes" in out


def test_a_pipe_that_closes_early_is_quiet(pair: tuple[Path, Path]) -> None:
    """`derive … | head -1` leaves no traceback."""
    shell = " ".join([*DERIVE, "compare", f"'{pair[0]}'", f"'{pair[1]}'", "| head -c 1"])
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""


class TestBadInput:
    """Each gets one clear line and exit code 2, or simply works."""

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", "empty"), (b"  \n ", "only white space"), (b"\x00\x01", "binary"),
            (b"x" * 5_000_001, "larger than 5,000,000 bytes"), (b"\x81\x8d", "neither UTF-8"),
        ],
    )  # fmt: skip
    def test_unreadable(self, pair: tuple[Path, Path], tmp_path: Path, data: bytes, reason: str) -> None:
        """The file is named, nothing is printed on stdout."""
        bad = tmp_path / "bad.txt"
        bad.write_bytes(data)
        done = derive("compare", pair[0], bad)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
        assert f"{bad}: " in done.stderr
        assert reason in done.stderr

    def test_bad_usage(self, pair: tuple[Path, Path], tmp_path: Path) -> None:
        """One line and exit code 2."""
        for arguments in (
            ("compare",), ("compare", pair[0]), ("compare", pair[0], pair[0]), ("compare", *pair, "--format", "xyz"),
            ("compare", *pair, "--source-date", "yesterday"), ("compare", *pair, "--output", "json"),
            ("compare", *pair, "-o", tmp_path / "no" / "r.json"), ("compare", tmp_path, pair[1]), ("nonsense",),
            ("compare", tmp_path / "missing.txt", pair[1]), ("explain", "numbr"),
        ):  # fmt: skip
            done = derive(*arguments)
            assert done.returncode == 2, arguments
            assert done.stderr.count("\n") == 1, done.stderr
            assert "Traceback" not in done.stderr

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("x" * 200_000, id="one long word"),
            pytest.param("word " * 40_000, id="one long line"),
            pytest.param("a. " * 3000, id="tiny sentences"),
            pytest.param("مرحبا بالعالم. قال الوزير ذلك.", id="right to left"),
            pytest.param("港口关闭了。没有人受伤。", id="Chinese"),
            pytest.param("“" * 5000, id="only opening marks"),
            pytest.param("‘“" * 3000, id="mixed marks"),
            pytest.param("no stop", id="no stop"),
            pytest.param("...", id="only dots"),
            pytest.param("." * 50_000, id="many dots"),
            pytest.param("\U0001f600 ok. \u202e evil", id="emoji and bidi"),
            pytest.param("1,2,3," * 3000, id="figures"),
            pytest.param("(" * 3000, id="brackets"),
            pytest.param("\n" * 500 + "x", id="blank lines"),
            pytest.param("Said he said she said " * 2000, id="cue words"),
            pytest.param("up to at least nearly " * 2000, id="hedges"),
            pytest.param("Port Halden of the " * 4000, id="capitals"),
            pytest.param("did not fail to deny " * 2000, id="negations"),
        ],
    )
    def test_odd_texts_simply_work(self, tmp_path: Path, text: str) -> None:
        """Huge lines, other scripts, unbalanced marks: a report, no traceback, no hang."""
        one, other = tmp_path / "one.txt", tmp_path / "other.txt"
        one.write_text(text, "utf-8", errors="replace")
        other.write_text(text + "\n\nMore.", "utf-8", errors="replace")
        done = derive("compare", one, other, "--format", "json")
        assert done.returncode == 0, done.stderr
        json.loads(done.stdout)

    def test_escape_sequences_never_reach_the_terminal(self, pair: tuple[Path, Path], tmp_path: Path) -> None:
        """Control and bidi characters of an article are shown, not sent."""
        evil = tmp_path / "evil.txt"
        evil.write_text(REWRITE.replace("Storm", "Storm\x1b]52;c;AAAA\x07\u202e"), "utf-8")
        for format_ in ("text", "markdown"):
            out = derive("compare", pair[0], evil, "--format", format_).stdout
            assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_help_and_version() -> None:
    """Every command has its help; the version is the package's."""
    out = derive("--help").stdout
    assert "compare" in out
    assert derive("--version").stdout.startswith("derive 0.")
    assert "SOURCE" in derive("compare", "--help").stdout
    assert json.loads(derive("schema").stdout)["title"] == "derive.report/1"
    assert "number" in derive("explain").stdout
    assert "Quiet" in derive("explain", "number").stdout
