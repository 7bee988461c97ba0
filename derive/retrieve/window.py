"""Which articles may be a source: the time, the outlet, the author, never the draft itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from derive.retrieve.index import Entry, Index
from derive.sketch.words import words


class By(StrEnum):
    """Whose articles may be a source: anybody's, the draft's own authors' alone, or only those of others."""

    ANYBODY = "anybody"
    SAME = "same-author"
    OTHERS = "others"


def signed(authors: Iterable[str]) -> frozenset[str]:
    """Names for comparison: whatever their case, diacritics and full stops."""
    return frozenset(" ".join(words(one)) for one in authors)


class Window(Struct, frozen=True):
    """Limits on a source. An article without a date is never outside; empty `outlets` stand for all.

    `authors` are the draft's, as `signed` gives them; an article that nobody signed is by others.
    """

    since: dt.date | None
    until: dt.date | None
    outlets: frozenset[str]
    exclude_outlets: frozenset[str]
    draft: str
    by: By = By.ANYBODY
    authors: frozenset[str] = frozenset()

    def admits(self, entry: Entry) -> bool:
        """Whether an article may be a source."""
        early = entry.day is not None and self.since is not None and entry.day < self.since
        late = entry.day is not None and self.until is not None and entry.day > self.until
        wanted = (not self.outlets or entry.outlet in self.outlets) and entry.outlet not in self.exclude_outlets
        return wanted and not early and not late and entry.id != self.draft and self._right_author(entry)

    def _right_author(self, entry: Entry) -> bool:
        if self.by is By.ANYBODY:
            return True
        return bool(self.authors & signed(entry.authors)) is (self.by is By.SAME)


def admitted(promise: Mapping[int, float], index: Index, window: Window, enough: int) -> list[Entry]:
    """The entries of greatest promise that may be a source: at least `enough` where there are so many."""
    found: list[Entry] = []
    for numbers in _by_promise(promise, enough):
        found += filter(window.admits, index.entries(numbers))
        if len(found) >= enough:
            break
    return found


def _by_promise(promise: Mapping[int, float], enough: int) -> Iterator[Sequence[int]]:
    """The numbers in parts, the most promising first; only as much is sorted as is asked for."""
    least = sorted(promise.values())[-enough:][:1]
    best = [number for number, value in promise.items() if value >= least[0]] if least else []
    yield sorted(best, key=lambda number: (-promise[number], number))[:enough]
    ranked = sorted(promise, key=lambda number: (-promise[number], number))
    for start in range(enough, len(ranked), enough):
        yield ranked[start : start + enough]
