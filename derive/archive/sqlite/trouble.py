"""What SQLite complains of -> one line that names the archive and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from derive.errors import ArchiveError

PATIENCE = 60.0
"""Seconds that a writer waits for its turn."""

_TELLING = (
    ("SQLITE_FULL", "the disk is full; nothing of this step was stored"),
    ("SQLITE_READONLY", "cannot be written: the file or its folder is read-only"),
    ("SQLITE_BUSY", f"another process has kept it locked for {PATIENCE:.0f} seconds; try again"),
    ("SQLITE_LOCKED", f"another process has kept it locked for {PATIENCE:.0f} seconds; try again"),
    ("SQLITE_CORRUPT", "the file is damaged; restore a copy, or save what can be read with `derive archive rebuild`"),
    ("SQLITE_NOTADB", "not a derive archive (not an SQLite database)"),
    ("SQLITE_CANTOPEN", "cannot be opened"),
    ("SQLITE_IOERR", "cannot be read or written (input/output error, perhaps a full disk)"),
)


class Damaged(ArchiveError):
    """A file of ours that SQLite can no longer make sense of."""


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turn SQLite's errors into ArchiveError."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        for prefix, reason in _TELLING:
            if name.startswith(prefix):
                kind = Damaged if prefix == "SQLITE_CORRUPT" else ArchiveError
                raise kind(f"{path}: {reason}") from error
        raise ArchiveError(f"{path}: {' '.join(str(error).split())}") from error
    except UnicodeEncodeError as error:
        raise ArchiveError(f"{path}: an id or outlet is not valid Unicode: {error.object!r}") from error
