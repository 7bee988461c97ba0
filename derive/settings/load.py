"""Where settings come from: defaults, then `derive.toml` or `[tool.derive]`, then the environment.

The command line's own options go above all of them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from derive.errors import UsageError
from derive.recipe import DEFAULT, Recipe
from derive.settings.keys import KEYS, Key
from derive.settings.toml import read_toml
from derive.settings.validate import validate

FILE = "derive.toml"
_BY_NAME = {key.name: key for key in KEYS}


class Setting(Struct, frozen=True):
    """An effective value and where it comes from."""

    value: Any
    origin: str


class Settings(Struct, frozen=True):
    """All effective values by key."""

    values: Mapping[str, Setting]

    def __getitem__(self, name: str) -> Any:
        return self.values[name].value

    @property
    def recipe(self) -> Recipe:
        """The recipe with the thresholds of the configuration."""
        given = self["thresholds"]
        relate, claimed = (
            replace(one, partial=given.get("partial", one.partial), decided=given.get("direction", one.decided))
            for one in (DEFAULT.relate, DEFAULT.claimed)
        )
        align = replace(DEFAULT.align, floor=given.get("link", DEFAULT.align.floor))
        return replace(DEFAULT, align=align, relate=relate, claimed=claimed)


def load(path: str | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The effective settings. `path` names a configuration file; without it, the working folder's is taken if any.

    Raises UsageError with file and key for anything that is not in the table of keys.
    """
    values = {key.name: Setting(key.default, "default") for key in KEYS}
    for file, table in _tables(path):
        for name, value in table.items():
            validate(_BY_NAME, name, value, file)
            values[name] = Setting(value, file)
    for key in KEYS:
        variable = "DERIVE_" + key.name.upper().replace("-", "_")
        given = (environment if environment is not None else os.environ).get(variable)
        if given is not None:
            value = _from_environment(key, given, variable)
            validate(_BY_NAME, key.name, value, variable)
            values[key.name] = Setting(value, variable)
    return Settings(values)


def _tables(path: str | None) -> list[tuple[str, dict[str, Any]]]:
    if path is not None:
        table = read_toml(Path(path))
        return [(path, _ours(table, path) if Path(path).name == "pyproject.toml" else table)]
    if Path(FILE).is_file():
        return [(FILE, read_toml(Path(FILE)))]
    project = Path("pyproject.toml")
    if project.is_file():
        return [("pyproject.toml", _ours(read_toml(project), "pyproject.toml"))]
    return []


def _ours(table: Any, path: str) -> dict[str, Any]:
    """`[tool.derive]` of a project file."""
    for name in ("tool", "derive"):
        table = table.get(name, {})
        if not isinstance(table, dict):
            raise UsageError(f"{path}: [tool.derive] is expected to be a table")
    return dict(table)


def _from_environment(key: Key, given: str, variable: str) -> Any:
    kind = key.schema.get("type", "string")
    if kind == "integer":
        try:
            return int(given)
        except ValueError:
            raise UsageError(f"{variable}: '{given}' is no whole number") from None
    if kind == "array":
        return [part.strip() for part in given.split(",") if part.strip()]
    if kind == "object":
        raise UsageError(f"{variable}: '{key.name}' is a table and can only stand in a file")
    return given
