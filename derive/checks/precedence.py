"""One change gives one finding: of overlapping changes the most specific check's stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from derive.checks.examination import Check
from derive.model import Change


def settle(changes: Iterable[Change], checks: Sequence[Check]) -> tuple[Change, ...]:
    """Drop each change that overlaps one by a check earlier in the list; the rest in text order."""
    rank = {check.id: number for number, check in enumerate(checks)}
    kept: list[Change] = []
    for change in sorted(changes, key=lambda one: (rank[one.check], one.span, one.severity.rank, one.message)):
        if not any(change.span.overlaps(other.span) for other in kept):
            kept.append(change)
    return tuple(sorted(kept, key=lambda one: (one.span, rank[one.check])))
