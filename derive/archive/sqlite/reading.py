"""Questions to an archive: one function a question."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterator, Sequence
from sqlite3 import Connection
from typing import TypeVar

from derive.archive.interface import Listed
from derive.archive.record import moment, unpack
from derive.archive.sqlite.blocks import numbers
from derive.model import Article
from derive.retrieve import Entry

T = TypeVar("T")

_AT_ONCE = 500  # values in one statement


def parts(values: Sequence[T], size: int = _AT_ONCE) -> Iterator[Sequence[T]]:
    """Consecutive parts of a sequence."""
    return (values[start : start + size] for start in range(0, len(values), size))


def marks(values: Sequence[object]) -> str:
    """As many question marks as there are values, for IN."""
    return ",".join("?" * len(values))


def postings(db: Connection, keys: Sequence[int]) -> dict[int, array[int]]:
    """key -> numbers."""
    found: dict[int, array[int]] = {}
    for part in parts(keys):
        rows = db.execute(f"SELECT key, block, offsets FROM postings WHERE key IN ({marks(part)})", part)
        for key, block, offsets in rows:
            found.setdefault(key, array("I")).extend(numbers(block, offsets))
    return found


def entries(db: Connection, wanted: Sequence[int]) -> Iterator[Entry]:
    """The current ones among numbers."""
    for part in parts(wanted):
        sql = f"SELECT number, id, outlet, day, norm, authors FROM articles WHERE current AND number IN ({marks(part)})"
        for number, id, outlet, day, norm, authors in db.execute(sql, part):
            yield Entry(number, id, outlet, None if day is None else dt.date.fromordinal(day), norm, names(authors))


def names(authors: str | None) -> tuple[str, ...]:
    """What `writing` joined."""
    return tuple(authors.split("\n")) if authors else ()


def digests(db: Connection, ids: Sequence[str]) -> dict[str, bytes]:
    """id -> digest of the newest version."""
    found: dict[str, bytes] = {}
    for part in parts(ids):
        found |= dict(db.execute(f"SELECT id, digest FROM articles WHERE current AND id IN ({marks(part)})", part))
    return found


def history(db: Connection, id: str) -> tuple[Article, ...]:
    """Every version of an article, the oldest first."""
    sql = "SELECT packed FROM articles JOIN texts USING (number) WHERE id = ? ORDER BY version"
    return tuple(unpack(packed) for (packed,) in db.execute(sql, (id,)))


def listing(db: Connection) -> Iterator[Listed]:
    """The newest versions in order of id."""
    sql = """
        SELECT id, version, outlet, published, title, characters, authors FROM articles JOIN texts USING (number)
        WHERE current ORDER BY id
    """
    for id, version, outlet, published, title, characters, authors in db.execute(sql):
        yield Listed(id, version, outlet, moment(published), title, characters, names(authors))


def articles(db: Connection) -> Iterator[Article]:
    """The newest versions in order of arrival."""
    sql = "SELECT packed FROM articles JOIN texts USING (number) WHERE current ORDER BY number"
    return (unpack(packed) for (packed,) in db.execute(sql))


def days(db: Connection) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of publication."""
    first, last = db.execute("SELECT min(day), max(day) FROM articles WHERE current").fetchone()
    return (None, None) if first is None else (dt.date.fromordinal(first), dt.date.fromordinal(last))


def count(db: Connection) -> int:
    """How many articles there are (0.5 ms in 100,000, by the index of current versions)."""
    (articles,) = db.execute("SELECT count(*) FROM articles WHERE current").fetchone()
    assert isinstance(articles, int)
    return articles


def versions(db: Connection) -> int:
    """How many versions of articles there are."""
    (count,) = db.execute("SELECT count(*) FROM articles").fetchone()
    assert isinstance(count, int)
    return count
