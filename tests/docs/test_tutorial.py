"""Every command of the tutorial, in its order, in an empty folder."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from pathlib import Path

from tests.cli.run import DERIVE

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w+) ?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)


def options(info: str) -> dict[str, str]:
    """`exit=0 says="…"` as a dictionary."""
    return dict(part.split("=", 1) for part in shlex.split(info))


def fingerprint(folder: Path) -> str:
    """Of the first finding, as a reader would take it from the report."""
    done = subprocess.run(
        [*DERIVE, "check", "draft.txt", "--format", "json"], cwd=folder, capture_output=True, text=True, check=False
    )
    return str(json.loads(done.stdout)["examined"][0]["findings"][0]["fingerprint"])


def test_tutorial(tmp_path: Path) -> None:
    """Files are written as shown; commands exit as promised and print what is said of them."""
    commands = 0
    for kind, info, body in BLOCK.findall((ROOT / "docs" / "tutorial.md").read_text("utf-8")):
        given = options(info)
        if "file" in given:
            (tmp_path / given["file"]).write_text(body, "utf-8")
        if kind != "sh":
            continue
        commands += 1
        words = shlex.split(body)
        assert words[0] == "derive"
        words = [fingerprint(tmp_path) if word == "{fingerprint}" else word for word in words[1:]]
        environment = {key: value for key, value in os.environ.items() if not key.startswith("DERIVE_")}
        done = subprocess.run(
            [*DERIVE, *words],
            cwd=tmp_path,
            env={**environment, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == int(given["exit"]), (body, done.stdout, done.stderr)
        assert given.get("says", "") in done.stdout, (body, done.stdout)
    assert commands > 8
