"""What follows from several dates together: 1963 and 1974 make eleven years; a Monday and "two days later" a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from derive.facts.dates.agreement import same_length
from derive.facts.dates.calendar import Interval
from derive.facts.dates.mention import DateKind, DateMention, Length


def distance(one: Interval, other: Interval) -> Length:
    """The time from one date to another, between what their blur allows.

    Two years or months count as they are named (1963 to 1974 is eleven years, give or take what is not told).
    """
    wide = max(len(one), len(other))
    nominal = abs(other.start - one.start)
    if wide == 1:
        return Length(nominal, nominal, "day")
    unit = "year" if wide > 300 else "month" if wide > 20 else "day"
    slack = {"year": 366, "month": 31, "day": wide}[unit]
    return Length(max(0, nominal - slack // 2), nominal + slack, unit)


def ordered(mentions: Iterable[DateMention]) -> list[Interval]:
    """The distinct resolved days of mentions, ranges by their ends, in order of time."""
    found: dict[Interval, None] = {}
    for one in mentions:
        if one.kind is DateKind.RANGE and one.ends:
            found.update(dict.fromkeys(day for end in one.ends for day in end.days[:1]))
        elif one.kind not in (DateKind.DURATION, DateKind.TIME):
            found.update(dict.fromkeys(one.days[:2]))
    return sorted(found)


def derivable(one: DateMention, mentions: Sequence[DateMention], now: int | None) -> bool:
    """Whether a duration or offset is the distance of two dates among `mentions` (or of one of them and now)."""
    if one.length is None:
        return False
    days = ordered(mentions)
    if now is not None and (one.kind is DateKind.DURATION or one.deictic):
        days = sorted({*days, Interval(now, now + 1)})
    for index, first in enumerate(days):
        for second in days[index + 1 :]:
            if fits(one.length, distance(first, second)):
                return True
    return False


def fits(said: Length, measured: Length) -> bool:
    """Whether a stated length can be a measured distance; counting both ends, or neither, is a day's difference."""
    if measured.unit == "day" and said.unit in ("day", "week", "fortnight"):
        slack = 0.0 if said.unit == "day" else 1.0
        if said.high == said.low and said.unit != "day":
            slack = 3.0
        return said.low - slack <= measured.high and measured.low <= said.high + slack
    return same_length(said, measured)
