"""Check drafts one by one, or on all cores when there are many; results in input order."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from functools import partial

from msgspec import Struct

from derive.archive import Archive, MemoryArchive, open_archive
from derive.model import Article
from derive.pipeline import Checked, Scope, check
from derive.settings import Settings, rules_for

_MANY = 6  # drafts from which a second process pays for its start (0.3 s)


class ArchiveHome(Struct, frozen=True):
    """Sources kept in an archive."""

    url: str

    def open(self) -> Archive:
        """Open it. Raises ArchiveError."""
        return open_archive(self.url)


class MemoryHome(Struct, frozen=True):
    """Sources read for this run."""

    articles: tuple[Article, ...]

    def open(self) -> Archive:
        """Index them."""
        return MemoryArchive(self.articles)


Home = ArchiveHome | MemoryHome


def check_all(drafts: Sequence[Article], home: Home, scope: Scope, settings: Settings) -> list[Checked]:
    """Each draft's result by the rules for it, in the order given. Raises ArchiveError."""
    workers = min(os.cpu_count() or 1, len(drafts) // (_MANY // 2))
    if workers < 2 or len(drafts) < _MANY:
        return _part(drafts, home, scope, settings)
    from concurrent.futures import ProcessPoolExecutor

    size = -(-len(drafts) // workers)
    parts = [drafts[start : start + size] for start in range(0, len(drafts), size)]
    with ProcessPoolExecutor(workers) as pool:
        work = partial(_part, home=home, scope=scope, settings=settings)
        return [one for part in pool.map(work, parts) for one in part]


def _part(drafts: Sequence[Article], home: Home, scope: Scope, settings: Settings) -> list[Checked]:
    with closing(home.open()) as index:
        return [_one(draft, index, scope, settings) for draft in drafts]


def _one(draft: Article, index: Archive, scope: Scope, settings: Settings) -> Checked:
    rules = rules_for(draft, settings)
    return check(draft, index, scope, settings.recipe, rules.checks, rules.gate)
