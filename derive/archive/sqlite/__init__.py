"""SQLite as the home of an archive."""

from derive.archive.sqlite.archive import SqliteArchive
from derive.archive.sqlite.opening import create

__all__ = ["SqliteArchive", "create"]
