"""What a date in a text is worth: days, time of day, length; and what its words leave open."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from derive.facts.dates.calendar import Interval
from derive.model import Mention, Span


class DateKind(StrEnum):
    """What the words name."""

    DAY = "day"  # a day of the month, a feast
    WEEKDAY = "weekday"
    RELATIVE = "relative"  # yesterday, last week, this year
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"  # or century
    SEASON = "season"  # or quarter of a year
    TIME = "time"
    DURATION = "duration"
    RANGE = "range"
    OFFSET = "offset"  # two days later, the day after the vote, a month ago


class Bound(StrEnum):
    """The preposition, where it belongs to what is said; of a length, what it measures when no stretch of time."""

    NONE = ""
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    EVERY = "every"  # of a length: how often
    APART = "apart"  # of a length: how much more or less


class Clock(Struct, frozen=True):
    """A time of day as minutes [start, end]; a single minute has start == end.

    `zone` is minutes from UTC where it is given. `half` says that morning or evening is left open ("at 6:30").
    """

    start: int
    end: int
    zone: int | None = None
    half: bool = False

    @property
    def exact(self) -> bool:
        """Whether it names a minute and no part of the day."""
        return self.start == self.end


class Length(Struct, frozen=True):
    """A stretch of time in days, between two bounds; `unit` is the coarsest that the words name.

    `said` is the figure itself, which "nearly" or "more than" widens; the middle of what two figures or none give.
    """

    low: float
    high: float
    unit: str
    said: float

    @property
    def ranged(self) -> bool:
        """Whether two figures give it: "15 to 20 seconds"."""
        return self.low < self.high and abs(self.low + self.high - 2 * self.said) < 1e-6 * self.high

    @property
    def vague(self) -> bool:
        """Whether only the unit is named: "days", "several weeks"; no ceiling ("under two hours") is vague."""
        return self.high > 1.6 * self.low and self.said < 0.99 * self.high


class Fields(Struct, frozen=True):
    """What the words fix by themselves, without any reference day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


NO_FIELDS = Fields()


class DateMention(Mention, frozen=True):
    """A date, time or duration.

    `days` are the days that it can mean, the likeliest first; empty where it cannot be resolved. A range has its two
    ends in `ends`. An offset has its `length`, its `direction` (-1 before, 0 the same, 1 after) and, where it leans on
    an event, the words of it in `anchor`; one that leans on the day of publication ("ago") has none and is `deictic`.
    """

    kind: DateKind
    days: tuple[Interval, ...] = ()
    fields: Fields = NO_FIELDS
    clock: Clock | None = None
    length: Length | None = None
    bound: Bound = Bound.NONE
    ends: tuple[DateMention, DateMention] | None = None
    direction: int = 0
    anchor: Span | None = None
    deictic: bool = False

    @property
    def interval(self) -> Interval | None:
        """The likeliest days."""
        return self.days[0] if self.days else None

    @property
    def value(self) -> str:
        """Its normal form in one line, for messages, fingerprints and labels."""
        parts = [str(self.kind)]
        if self.days:
            parts.append(str(self.days[0]))
        elif self.fields != NO_FIELDS:
            one = self.fields
            parts.append(",".join("?" if part is None else str(part) for part in (one.year, one.month, one.day)))
            if one.weekday is not None:
                parts.append(f"weekday {one.weekday}")
        if self.clock:
            ends = (f"{minute // 60:02}:{minute % 60:02}" for minute in sorted({self.clock.start, self.clock.end}))
            parts.append("-".join(ends))
        if self.length:
            low, high = (f"{days:g}" for days in (self.length.low, self.length.high))
            parts.append(f"{low} days" if low == high else f"{low} to {high} days")
        if self.bound:
            parts.insert(1, str(self.bound))
        return " ".join(parts)
