"""Finding the sources of one draft loads nothing heavy, and gives the same answer whatever the hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from derive.archive import open_archive
from tests.archive.stories import stories, story

_SCRIPT = """
import sys
from derive.archive import open_archive
from derive.model import Article
from derive.retrieve import candidates
from derive.text import read
print(candidates(read(Article("draft", sys.stdin.read())), open_archive(sys.argv[1])))
heavy = {"numpy", "scipy", "sklearn", "numba", "datasketch", "pandas"} & set(sys.modules)
assert not heavy, heavy
"""


def test_a_draft_is_served_by_the_standard_library_alike_under_every_hash_seed(tmp_path: Path) -> None:
    path = str(tmp_path / "wires.db")
    with closing(open_archive(path, create=True)) as archive:
        archive.add(stories(50))
    told = set()
    for seed in ("0", "1", "2"):
        command = [sys.executable, "-c", _SCRIPT, path]
        done = subprocess.run(
            command, input=story(7).text.encode(), capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        assert done.returncode == 0, done.stderr.decode()
        told.add(done.stdout)
    assert len(told) == 1
    assert b"s7" in told.pop()
