"""`derive config` and the configuration of the other commands: effective values, origins, errors with a suggestion."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.run import derive
from tests.gate.newsroom import CHANGED, FAITHFUL, UNCREDITED, put, wires


def config(folder: Path, text: str, name: str = "derive.toml") -> Path:
    """A configuration file."""
    (path,) = put(folder, {name: text})
    return path


def codes(folder: Path, text: str, *arguments: str, draft: str = CHANGED, **environment: str) -> int:
    """The exit code of a check under a configuration."""
    (path,) = put(folder, {"draft.txt": draft})
    home = wires(folder)
    where = config(folder, text)
    done = derive("check", path, "--against", home, "--config", where, *arguments, **environment)
    assert done.returncode != 2, done.stderr
    return done.returncode


def test_every_setting_says_where_it_comes_from(tmp_path: Path) -> None:
    """Defaults, the file, the environment."""
    path = config(tmp_path, 'max-sources = 5\nfail-on = "warning"\n')
    lines = derive("config", "--config", path, DERIVE_FAIL_ON="note").stdout.splitlines()
    by_key = {line.split(" = ")[0]: line for line in lines}
    assert f"5  # {path}:" in by_key["max-sources"]
    assert '"note"  # DERIVE_FAIL_ON:' in by_key["fail-on"]
    assert "5000000  # default:" in by_key["max-bytes"]


def test_schema_for_editors(tmp_path: Path) -> None:
    """A JSON Schema that accepts what the loader accepts."""
    schema = json.loads(derive("config", "--schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"fail-on": "warning", "severity": {"number": "note"}}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"fail_on": "warning"}, schema)


def test_rules_reach_the_verdict(tmp_path: Path) -> None:
    """Ignored, weighed down, by outlet, by path; the command line is above the environment, that above the file."""
    assert codes(tmp_path, "") == 1
    assert codes(tmp_path, 'ignore = ["number"]') == 0
    assert codes(tmp_path, 'select = ["date"]') == 0
    assert codes(tmp_path, '[severity]\nnumber = "warning"') == 0
    assert codes(tmp_path, '[severity]\nuncredited = "error"', draft=UNCREDITED) == 1
    assert codes(tmp_path, '[paths."*draft.txt"]\nignore = ["number"]') == 0
    assert codes(tmp_path, '[paths."*.html"]\nignore = ["number"]') == 1
    assert codes(tmp_path, 'fail-on = "never"') == 0
    assert codes(tmp_path, 'fail-on = "never"', DERIVE_FAIL_ON="error") == 1
    assert codes(tmp_path, 'fail-on = "never"', "--fail-on", "never", DERIVE_FAIL_ON="error") == 0
    assert codes(tmp_path, 'exclude-outlets = ["Meridian Wire"]') == 0


def test_archive_from_the_configuration(tmp_path: Path) -> None:
    """`derive check DRAFT` alone."""
    (draft,) = put(tmp_path, {"draft.txt": FAITHFUL})
    assert derive("archive", "add", tmp_path / "wires.db", wires(tmp_path)).returncode == 0
    path = config(tmp_path, f'[tool.derive]\narchive = "{tmp_path}/wires.db"\n', "pyproject.toml")
    done = derive("check", draft, "--config", path, "--require-source")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("fail_on = 'error'", "unknown key 'fail_on'; did you mean 'fail-on'?"),
        ("max-source = 3", "unknown key 'max-source'; did you mean 'max-sources'?"),
        ("fail-on = 'eror'", "did you mean 'error'?"),
        ("ignore = ['numbr']", "did you mean 'number'?"),
        ("[severity]\nnumbr = 'note'", "did you mean 'number'?"),
        ("[outlets.Courier]\nignor = ['number']", "outlets.Courier: unknown key 'ignor'; did you mean 'ignore'?"),
        ("[thresholds]\nlinks = 0.3", "did you mean 'link'?"),
        ("[thresholds]\nlink = 3", "out of range"),
        ("max-sources = '3'", "type integer"),
        ("max-sources = true", "type integer"),
        ("max-sources = 0", "out of range"),
        ("ignore = 'number'", "type array"),
        ("ignore = [1]", "none of"),
        ("severity = 3", "type object"),
        ("= 3", "not TOML"),
        ("a = 1\na = 2", "not TOML"),
        ("x = " + "[" * 5000, "not TOML"),
        ("\x00", "not TOML"),
        ("[tool.derive]\nfail-on = 'error'", "unknown key 'tool'"),
    ],
)
@pytest.mark.parametrize("command", [("config",), ("check", "draft.txt", "--against", "wires.jsonl")])
def test_malformed(tmp_path: Path, text: str, says: str, command: tuple[str, ...]) -> None:
    """One line with the file and the key, code 2."""
    done = derive(*command, "--config", config(tmp_path, text))
    assert done.returncode == 2, done.stdout
    assert done.stderr.count("\n") == 1, done.stderr
    assert f"{tmp_path}/derive.toml: " in done.stderr
    assert says in done.stderr


def test_other_bad_sources(tmp_path: Path) -> None:
    """A missing file, a pyproject of another shape, a variable that is no number."""
    assert "cannot be read" in derive("config", "--config", tmp_path / "none.toml").stderr
    shape = config(tmp_path, "tool = 3", "pyproject.toml")
    done = derive("config", "--config", shape)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "[tool.derive]" in done.stderr
    done = derive("config", DERIVE_MAX_SOURCES="many")
    assert (done.returncode, done.stderr) == (2, "derive: DERIVE_MAX_SOURCES: 'many' is no whole number\n")
