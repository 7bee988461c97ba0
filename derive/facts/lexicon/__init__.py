"""Word lists by language, as data: `load("quantities")` reads `lexicon/en/quantities.toml` once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import tomli


def load(name: str, language: str = "en") -> dict[str, Any]:
    """The lexicon of that name. Raises FileNotFoundError for a language that has none."""
    return _read(name, language)


@cache
def _read(name: str, language: str) -> dict[str, Any]:
    # By its path: importlib.resources would bring in zipfile and tempfile. tomli is tomllib, compiled: the lists cost
    # each process 10 ms and not 50.
    return tomli.loads((Path(__file__).parent / language / f"{name}.toml").read_text("utf-8"))
