"""One server for the tests that do not stop it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.run import derive
from tests.gate.newsroom import wires
from tests.service.server import Running, serving


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive of the wires."""
    folder = tmp_path_factory.mktemp("service")
    assert derive("archive", "add", folder / "wires.db", wires(folder), "--quiet").returncode == 0
    return folder


@pytest.fixture(scope="session")
def server(room: Path) -> Iterator[Running]:
    """With the archive, without a token."""
    with serving(room, "--archive", "wires.db") as running:
        yield running
