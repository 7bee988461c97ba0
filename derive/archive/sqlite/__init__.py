"""SQLite as the home of an archive."""

from derive.archive.sqlite.archive import SqliteArchive
from derive.archive.sqlite.opening import create
from derive.archive.sqlite.salvage import salvage
from derive.archive.sqlite.trouble import Damaged

__all__ = ["Damaged", "SqliteArchive", "create", "salvage"]
