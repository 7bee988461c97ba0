"""What an archive is, wherever it is kept. SQLite and memory are two homes; a server would be a third."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from derive.model import Article
from derive.retrieve import Index


class Added(Struct, frozen=True):
    """What became of the articles of one `add`."""

    new: int = 0
    changed: int = 0  # a new version of an article that was there
    unchanged: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(self.new + other.new, self.changed + other.changed, self.unchanged + other.unchanged)


class Listed(Struct, frozen=True):
    """One article in a listing, its newest version."""

    id: str
    version: int
    outlet: str | None
    published: dt.date | None
    title: str | None
    characters: int
    authors: tuple[str, ...] = ()


class Info(Struct, frozen=True):
    """What an archive is and holds. `size` is in bytes, write-ahead log included; days are of publication."""

    url: str
    format: int
    recipe: str
    articles: int
    versions: int
    size: int
    first: dt.date | None
    last: dt.date | None


class Rebuilt(Struct, frozen=True):
    """What a rebuild left: the articles, and where the file went that was too damaged to be rebuilt in place."""

    articles: int
    damaged: str | None = None


Progress = Callable[[int, int], None]
"""Told how many articles are done, and of how many."""


class Archive(Index, Protocol):
    """A persisted index.

    Every method may raise ArchiveError with one line that names the archive; a method that changes it does all of its
    work or none, and what it has returned from survives the death of the process.
    """

    def add(self, articles: Sequence[Article]) -> Added:
        """Store articles in one transaction: new ones, new versions of changed ones; the same again is a no-op.

        Raises ArchiveError when one id stands for two different articles in the same call.
        """
        ...

    def remove(self, ids: Sequence[str]) -> int:
        """Delete articles, all their versions. Returns how many there were."""
        ...

    def expire(self, before: dt.date) -> int:
        """Delete the articles published before a day; those without a date stay. Returns how many there were."""
        ...

    def history(self, id: str) -> tuple[Article, ...]:
        """Every version of an article, the oldest first; empty where there is none of this id."""
        ...

    def list(self) -> Iterator[Listed]:
        """Every article's newest version, in order of id."""
        ...

    def articles(self) -> Iterator[Article]:
        """Every article's newest version with its text, in the order of arrival."""
        ...

    def info(self) -> Info:
        """What it holds."""
        ...

    def rebuild(self, progress: Progress | None = None) -> int:
        """Make every sketch and the index anew from the stored texts, by today's recipe. Returns the articles."""
        ...

    def close(self) -> None:
        """Let go of the archive. Nothing is pending: every change was committed when its method returned."""
        ...
