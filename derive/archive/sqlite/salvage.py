"""A damaged archive -> a new one of every article that can still be read; the damaged file is kept beside it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from derive.archive.record import unpack
from derive.archive.sqlite.archive import SqliteArchive
from derive.archive.sqlite.opening import connect, create
from derive.errors import ArchiveError
from derive.model import Article
from derive.recipe import SketchRecipe

_TOPS = (
    "SELECT seq FROM sqlite_sequence WHERE name = 'articles'",
    "SELECT max(number) FROM texts",
    "SELECT max(number) FROM articles",
)
_AT_ONCE = 2000


def salvage(path: str, recipe: SketchRecipe) -> tuple[int, str]:
    """Save what can be read. Returns the number of articles and the path that the damaged file has now.

    Raises ArchiveError when nothing can be read.
    """
    fresh, damaged = f"{path}.rebuilt", f"{path}.damaged"
    if Path(damaged).exists():
        raise ArchiveError(f"{path}: damaged, and {damaged} is in the way of saving it")
    Path(fresh).unlink(missing_ok=True)
    create(fresh, recipe)
    with closing(connect(path)) as db, closing(SqliteArchive(fresh, recipe)) as target:
        batch: dict[str, Article] = {}
        for article in _readable(db):
            if article.id in batch or len(batch) == _AT_ONCE:
                target.add(list(batch.values()))
                batch = {}
            batch[article.id] = article
        target.add(list(batch.values()))
        count = len(target)
    if not count:
        Path(fresh).unlink()
        raise ArchiveError(f"{path}: damaged, and no article can be read; restore a copy")
    for suffix in ("-wal", "-shm", ""):  # the log first: it must not meet the new file
        if Path(f"{path}{suffix}").exists():
            Path(f"{path}{suffix}").replace(f"{damaged}{suffix}")
    Path(fresh).replace(path)
    return count, damaged


def _readable(db: sqlite3.Connection) -> Iterator[Article]:
    """Every version whose row and text are whole, the oldest first."""
    for number in range(1, _top(db) + 1):
        try:
            row = db.execute("SELECT packed FROM texts WHERE number = ?", (number,)).fetchone()
            if row is not None:
                yield unpack(row[0])
        except (sqlite3.DatabaseError, zlib.error, ValueError, TypeError):
            continue


def _top(db: sqlite3.Connection) -> int:
    """The greatest number, by whichever table still tells it."""
    found = [0]
    for sql in _TOPS:
        try:
            found += [number for (number,) in db.execute(sql) if number]
        except sqlite3.DatabaseError:
            continue
    return max(found)
