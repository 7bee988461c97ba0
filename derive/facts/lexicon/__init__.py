"""Word lists by language, as data: `load("quantities")` reads `lexicon/en/quantities.toml` once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str, language: str = "en") -> dict[str, Any]:
    """The lexicon of that name. Raises FileNotFoundError for a language that has none."""
    return tomllib.loads(resources.files(__name__).joinpath(language, f"{name}.toml").read_text("utf-8"))
