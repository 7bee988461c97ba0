"""The archive: articles with their sketches, kept between runs and searched by `derive.retrieve`."""

from __future__ import annotations

from derive.archive.interface import Added, Archive, Info, Listed, Progress, Rebuilt
from derive.archive.memory import MemoryArchive
from derive.errors import ArchiveError
from derive.recipe import DEFAULT

__all__ = [
    "Added",
    "Archive",
    "Info",
    "Listed",
    "MemoryArchive",
    "Progress",
    "Rebuilt",
    "open_archive",
    "rebuild_archive",
]


def open_archive(url: str, *, create: bool = False) -> Archive:
    """Open the archive at a path or `sqlite:PATH`; with `create`, make it where there is none.

    `:memory:` is an empty one that lives as long as the process. Raises ArchiveError with one line that says why not;
    RecipeMismatch when its sketches or its format are not ours.
    """
    if url == ":memory:":
        return MemoryArchive()
    from derive.archive import sqlite

    path = _path(url)
    if create:
        sqlite.create(path, DEFAULT.sketch)
    archive = sqlite.SqliteArchive(path)
    try:
        archive.check()
    except ArchiveError:
        archive.close()
        raise
    return archive


def rebuild_archive(url: str, progress: Progress | None = None) -> Rebuilt:
    """Sketch and index an archive anew by today's recipe, whatever recipe it follows.

    Of a damaged file a new archive is made of what can be read, and the damaged one is kept under another name.
    """
    from derive.archive.sqlite import Damaged, SqliteArchive, salvage

    path = _path(url)
    archive = SqliteArchive(path)
    try:
        return Rebuilt(archive.rebuild(progress))
    except Damaged:
        pass
    finally:
        archive.close()
    return Rebuilt(*salvage(path, DEFAULT.sketch))


def _path(url: str) -> str:
    scheme, separator, rest = url.partition("://")
    if not separator:
        return url.removeprefix("sqlite:")
    if scheme == "sqlite":
        return rest.removeprefix("/")
    raise ArchiveError(f"{url}: no archive can be kept at {scheme}:// (a path stands for an SQLite file)")
