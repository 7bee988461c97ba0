"""A path -> a connection to an archive of ours, or one line on why not."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from derive.archive.sqlite.trouble import PATIENCE, told
from derive.errors import ArchiveError, RecipeMismatch
from derive.recipe import SketchRecipe

FORMAT = 2
"""Of the tables below; kept in SQLite's user_version. 1: without authors."""

_APPLICATION = 0x64727631  # "drv1", SQLite's application_id
_MAGIC = b"SQLite format 3\0"
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- One row a version. Numbers are never used again (AUTOINCREMENT), so postings may outlive what they point to.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL,
    digest BLOB NOT NULL,
    day INTEGER,
    outlet TEXT,
    norm REAL NOT NULL,
    authors TEXT -- one a line
);
CREATE UNIQUE INDEX version_of_article ON articles (id, version);
CREATE INDEX current_version ON articles (number) WHERE current;
CREATE TABLE texts (
    number INTEGER PRIMARY KEY,
    title TEXT,
    published TEXT,
    characters INTEGER NOT NULL,
    packed BLOB NOT NULL,
    wording BLOB NOT NULL,
    substance BLOB NOT NULL
);
-- The inverted file: for each key and each block of 4096 numbers the offsets in the block that hold the key, 16 bits
-- each. An add appends to the row of the newest block, so that a thousand small adds leave no thousand rows.
CREATE TABLE postings (
    key INTEGER NOT NULL,
    block INTEGER NOT NULL,
    offsets BLOB NOT NULL,
    PRIMARY KEY (key, block)
) WITHOUT ROWID;
"""


def connect(path: str) -> sqlite3.Connection:
    """Open an archive of today's format; a file or folder that cannot be written is opened for reading only."""
    _look(path)
    place = Path(path).resolve()
    if os.access(place, os.W_OK) and os.access(place.parent, os.W_OK):
        mode = "mode=rw"
    else:
        # A reader of the log needs its index file: without the right to make one, only a closed archive is readable.
        mode = "mode=ro" if Path(f"{place}-wal").exists() else "immutable=1"
    with told(path):
        connection = sqlite3.connect(f"{place.as_uri()}?{mode}", uri=True, timeout=PATIENCE, isolation_level=None)
        try:
            _check(path, connection, writable=mode == "mode=rw")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA cache_size = -65536")
        except BaseException:
            connection.close()
            raise
    return connection


def create(path: str, recipe: SketchRecipe) -> None:
    """Make an empty archive unless there is something at `path`: whole or not at all, whoever else tries."""
    place = Path(path)
    if place.exists():
        return
    if not place.absolute().parent.is_dir():
        raise ArchiveError(f"{path}: there is no folder {place.parent}")
    draft = place.with_name(f".{place.name}.{os.getpid()}.new")
    try:
        with told(path):
            draft.unlink(missing_ok=True)
            with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(_TABLES)
                connection.execute("INSERT INTO about VALUES ('recipe', ?)", (recipe.fingerprint(),))
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {FORMAT}")
        _publish(draft, place)
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be made: {error.strerror or error}") from error
    finally:
        for leftover in (draft, Path(f"{draft}-wal"), Path(f"{draft}-shm")):
            leftover.unlink(missing_ok=True)


def _publish(draft: Path, place: Path) -> None:
    """Give the finished file its name; where another process was faster, its file stays."""
    try:
        os.link(draft, place)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not place.exists():
            draft.rename(place)


def _look(path: str) -> None:
    """Refuse, before SQLite sees it, what is no archive."""
    place = Path(path)
    try:
        if place.is_dir():
            raise ArchiveError(f"{path}: is a folder, not an archive")
        with place.open("rb") as stream:
            magic = stream.read(len(_MAGIC))
    except FileNotFoundError:
        raise ArchiveError(f"{path}: no such archive (`derive archive add` makes one)") from None
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    if magic != _MAGIC:
        raise ArchiveError(f"{path}: not a derive archive (not an SQLite database)")


def _check(path: str, connection: sqlite3.Connection, *, writable: bool) -> None:
    """Refuse another program's database and other formats; the format before this one is brought up to it."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if application != _APPLICATION:
        raise ArchiveError(f"{path}: not a derive archive (a database of another program)")
    if found > FORMAT:
        raise RecipeMismatch(f"{path}: made by a newer derive (archive format {found}, this one reads {FORMAT})")
    if found == 1 and writable:
        _add_authors(connection)
    elif found == 1:
        raise RecipeMismatch(f"{path}: archive format 1 wants to be brought to {FORMAT}, and the file is read-only")
    elif found < FORMAT:
        raise RecipeMismatch(f"{path}: archive format {found} is too old for this derive, which reads {FORMAT}")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the first page of a damaged file fails here


def _add_authors(connection: sqlite3.Connection) -> None:
    """Format 1 -> 2: whole or not at all, and once, whoever else opens it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone() == (1,):
            connection.execute("ALTER TABLE articles ADD COLUMN authors TEXT")
            connection.execute("PRAGMA user_version = 2")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def check_recipe(path: str, connection: sqlite3.Connection, recipe: SketchRecipe) -> None:
    """Refuse an archive whose sketches cannot be compared with ours. Raises RecipeMismatch."""
    row = connection.execute("SELECT value FROM about WHERE name = 'recipe'").fetchone()
    if row is None or row[0] != recipe.fingerprint():
        found = row[0] if row else "none"
        raise RecipeMismatch(
            f"{path}: its sketches follow another recipe ({found}, ours is {recipe.fingerprint()}); "
            f"run `derive archive rebuild {path}`"
        )
