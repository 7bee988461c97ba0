"""An edit of a text, and where everything stands afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.mutations.subject import Subject


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


Edits = tuple[Edit, ...]  # ascending, apart: together they are one change

Planter = Callable[["Subject", Random], Iterator[Edits]]  # every place of an article, each with one change


@dataclass(frozen=True, slots=True)
class Plant:
    """A kind of change that must be found, by a finding of its family."""

    kind: str
    family: str
    run: Planter


@dataclass(frozen=True, slots=True)
class Restyle:
    """A kind of honest rewording that must not be flagged."""

    kind: str
    run: Planter


def of(found: re.Match[str], new: str, group: int = 0) -> Edits:
    """The edit that puts new words for a group of a match."""
    return (Edit(found.start(group), found.end(group), new),)


def applied(text: str, edits: Edits) -> str:
    """The text after the edits."""
    parts, at = [], 0
    for one in edits:
        parts += [text[at : one.start], one.new]
        at = one.end
    return "".join([*parts, text[at:]])


def places(text: str, edits: Edits) -> Iterator[tuple[int, int]]:
    """Where the edits stand in the edited text. What was only taken away leaves its two neighbouring letters."""
    moved = 0
    for one in edits:
        start = one.start + moved
        moved += len(one.new) - (one.end - one.start)
        yield (start, start + len(one.new)) if one.new else (max(0, start - 1), start + 1)


def shifted(position: int, edits: Edits) -> int:
    """Where a position of the unedited text has gone."""
    moved = 0
    for one in edits:
        if one.end > position:
            return min(position, one.start) + moved if one.start < position else position + moved
        moved += len(one.new) - (one.end - one.start)
    return position + moved
