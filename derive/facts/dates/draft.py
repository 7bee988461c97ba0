"""What a rule reads from the words before any day is known: the first half of a `DateMention`."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from derive.facts.dates.mention import NO_FIELDS, Bound, Clock, DateKind, Fields, Length
from derive.facts.dates.symbols import Symbol


class Base(Enum):
    """What a shift counts from: the day of publication, the last date in the text, or either."""

    NOW = auto()
    TEXT = auto()
    EITHER = auto()


class Shift(Struct, frozen=True):
    """Some units from a base: last week is one week back from now."""

    unit: str
    count: float
    base: Base = Base.NOW
    spread: float = 0.0  # how many units it may be off


class Part(Struct, frozen=True):
    """A part of a stretch, as shares of it: "early 2019" is 0 to 0.42; or its nth unit ("the last day of May")."""

    low: float = 0.0
    high: float = 1.0
    unit: str = ""
    nth: int = 0


class Draft(Struct, frozen=True):
    """A date as read; `first` and `last` are the symbols that it covers (last exclusive)."""

    kind: DateKind
    first: int
    last: int
    fields: Fields = NO_FIELDS
    shift: Shift | None = None
    part: Part | None = None
    clock: Clock | None = None
    length: Length | None = None
    count: int = 0  # years from fields.year on, for decades and centuries
    season: tuple[int, int] | None = None  # first month, months
    feast: str = ""
    direction: int = 0
    anchor: tuple[int, int] | None = None  # symbols of the event that an offset leans on
    bound: Bound = Bound.NONE
    ends: tuple[Draft, Draft] | None = None
    swapped: bool = False  # day and month may stand in either order: 5/12/2019


class Take(Struct, frozen=True):
    """Symbols that a pattern matched, by the pattern's group names."""

    symbols: Sequence[Symbol]
    groups: dict[str, tuple[int, int]]
    first: int
    last: int

    def words(self, group: str) -> list[str]:
        """The folded words of a group; none where it matched nothing."""
        first, last = self.groups.get(group, (0, 0))
        return [one.word for one in self.symbols[first:last] if one.word]

    def word(self, group: str) -> str:
        """The first word of a group, or nothing."""
        return next(iter(self.words(group)), "")

    def has(self, group: str) -> bool:
        """Whether a group matched."""
        return group in self.groups

    def before(self, distance: int = 1) -> Symbol | None:
        """The symbol before the match."""
        return self.symbols[self.first - distance] if self.first >= distance else None

    def after(self, distance: int = 0) -> Symbol | None:
        """The symbol after the match."""
        return self.symbols[self.last + distance] if self.last + distance < len(self.symbols) else None


def with_year(draft: Draft, year: int) -> Draft:
    """A draft that takes its year from the other end of its range: "from March to May 2019"."""
    if draft.fields.year is not None or draft.kind not in (DateKind.DAY, DateKind.MONTH):
        return draft
    return replace(draft, fields=replace(draft.fields, year=year))


def stated(drafts: Sequence[Draft]) -> int | None:
    """The year that a draft of several states."""
    return next((one.fields.year for one in drafts if one.fields.year is not None and not one.count), None)
