"""One change gives one finding: of overlapping changes the most specific check's stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from derive.checks.examination import Check
from derive.model import Change

_PHRASES = ("hedge", "negation")  # their spans are whole phrases: a name in one may have changed as well


def settle(changes: Iterable[Change], checks: Sequence[Check]) -> tuple[Change, ...]:
    """Drop each change that overlaps one by a check earlier in the list; the rest in text order."""
    rank = {check.id: number for number, check in enumerate(checks)}
    kept: list[Change] = []
    for change in sorted(changes, key=lambda one: (rank[one.check], one.span, one.severity.rank, one.message)):
        if not any(_same_change(other, change) for other in kept):
            kept.append(change)
    return tuple(sorted(kept, key=lambda one: (one.span, rank[one.check])))


def _same_change(kept: Change, other: Change) -> bool:
    """Whether a change only tells again what a more specific one has told."""
    if not kept.span.overlaps(other.span):
        return False
    inside = kept.check in _PHRASES and other.check == "name"
    return not (inside and kept.span.contains(other.span) and len(other.span) * 2 <= len(kept.span))
