"""A TOML file as a table, or one line that says why not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomli

from derive.errors import UsageError


def read_toml(path: Path) -> dict[str, Any]:
    """The table that a file holds. Raises UsageError."""
    try:
        return tomli.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from None
    except RecursionError:
        raise UsageError(f"{path}: not TOML: nested too deeply") from None
