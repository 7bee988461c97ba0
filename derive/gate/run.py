"""Check drafts one by one, or on all cores when there are many; results in input order."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from derive.archive import Archive, MemoryArchive, open_archive
from derive.model import Article
from derive.pipeline import Checked, Scope, check

_MANY = 6  # drafts from which a second process pays for its start (0.3 s)


@dataclass(frozen=True, slots=True)
class ArchiveHome:
    """Sources kept in an archive."""

    url: str

    def open(self) -> Archive:
        """Open it. Raises ArchiveError."""
        return open_archive(self.url)


@dataclass(frozen=True, slots=True)
class MemoryHome:
    """Sources read for this run."""

    articles: tuple[Article, ...]

    def open(self) -> Archive:
        """Index them."""
        return MemoryArchive(self.articles)


Home = ArchiveHome | MemoryHome


def check_all(drafts: Sequence[Article], home: Home, scope: Scope) -> list[Checked]:
    """Each draft's result, in the order given. Raises ArchiveError."""
    workers = min(os.cpu_count() or 1, len(drafts) // (_MANY // 2))
    if workers < 2 or len(drafts) < _MANY:
        return _part(drafts, home, scope)
    from concurrent.futures import ProcessPoolExecutor

    size = -(-len(drafts) // workers)
    parts = [drafts[start : start + size] for start in range(0, len(drafts), size)]
    with ProcessPoolExecutor(workers) as pool:
        return [one for part in pool.map(_part, parts, [home] * len(parts), [scope] * len(parts)) for one in part]


def _part(drafts: Sequence[Article], home: Home, scope: Scope) -> list[Checked]:
    with closing(home.open()) as index:
        return [check(draft, index, scope) for draft in drafts]
