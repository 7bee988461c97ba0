"""Days as numbers: the proleptic Gregorian calendar, before the year 1 as well (which `datetime` has not)."""

from __future__ import annotations

import datetime as dt
from calendar import isleap

from msgspec import Struct

_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Interval(Struct, frozen=True, order=True):
    """Days [start, end), each the number that `datetime.date.toordinal` gives; zero and less before the year 1.

    Raises ValueError for an empty one.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"no days from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Interval) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share a day."""
        return self.start < other.end and other.start < self.end

    def shifted(self, days: int) -> Interval:
        """The same number of days, later."""
        return Interval(self.start + days, self.end + days)

    def widened(self, days: int) -> Interval:
        """Some days more at both ends."""
        return Interval(self.start - days, self.end + days)

    def to(self, other: Interval) -> Interval:
        """The smallest interval that covers both."""
        return Interval(min(self.start, other.start), max(self.end, other.end))

    @property
    def weekday(self) -> int | None:
        """0 for Monday, where it is a single day."""
        return (self.start - 1) % 7 if len(self) == 1 else None

    def __str__(self) -> str:
        return f"{iso(self.start)}/{iso(self.end)}"


def month_length(year: int, month: int) -> int:
    """Days of a month."""
    return 29 if month == 2 and isleap(year) else _LENGTH[month - 1]


def number(year: int, month: int, day: int) -> int:
    """The number of a day; years count astronomically (0 is 1 BC)."""
    before = year - 1
    leap = month > 2 and isleap(year)
    return before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE_MONTH[month - 1] + leap + day


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a number."""
    cycles, rest = divmod(day - 1, 146097)
    date = dt.date.fromordinal(rest + 1)
    return date.year + 400 * cycles, date.month, date.day


def iso(day: int) -> str:
    """A day in ISO 8601, with a sign and four digits before the year 0."""
    year, month, of_month = civil(day)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{of_month:02}"


def one_day(day: int) -> Interval:
    """That day."""
    return Interval(day, day + 1)


def day_of(year: int, month: int, day: int) -> Interval | None:
    """That day, where the month has it."""
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    return one_day(number(year, month, day))


def months(year: int, month: int, count: int = 1) -> Interval:
    """Some months from a month on; `month` may lie outside 1 to 12."""
    first, last = year * 12 + month - 1, year * 12 + month - 1 + count
    return Interval(number(first // 12, first % 12 + 1, 1), number(last // 12, last % 12 + 1, 1))


def years(year: int, count: int = 1) -> Interval:
    """Some years from a year on."""
    return months(year, 1, 12 * count)


def add_months(day: int, count: int) -> int:
    """The same day of the month some months later, or the month's last."""
    year, month, of_month = civil(day)
    index = year * 12 + month - 1 + count
    year, month = index // 12, index % 12 + 1
    return number(year, month, min(of_month, month_length(year, month)))


def unit(day: int, name: str, count: int = 0) -> Interval:
    """The day, week (from Monday), month, year, decade or century that holds a day; or the one `count` later."""
    year, month, _ = civil(day)
    match name:
        case "week":
            return Interval(day - (day - 1) % 7, day - (day - 1) % 7 + 7).shifted(7 * count)
        case "fortnight":
            return Interval(day, day + 14).shifted(14 * count)
        case "month":
            return months(year, month + count)
        case "year":
            return years(year + count)
        case "decade":
            return years(year // 10 * 10 + 10 * count, 10)
        case "century":
            return years((year - 1) // 100 * 100 + 1 + 100 * count, 100)
        case _:
            return one_day(day + count)


def easter(year: int) -> int:
    """The number of Easter Sunday (the anonymous Gregorian computus)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return number(year, month, day + 1)
