"""What follows from several dates together: 1963 and 1974 make eleven years; a Monday and "two days later" a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from derive.facts.dates.calendar import Interval
from derive.facts.dates.lengths import DAYS
from derive.facts.dates.mention import DateKind, DateMention, Length


def distance(one: Interval, other: Interval) -> Length:
    """The time from one date to another, in the unit in which both are told: 1963 to 1974 is eleven years."""
    wide = max(len(one), len(other))
    unit = "year" if wide > 300 else "month" if wide > 20 else "day"
    days = float(abs(other.start - one.start))
    return Length(days, days, unit)


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
    """Whether a stated length can be a measured distance.

    Counting is as fine as the coarser of the two: years between years are whole, "six weeks" is right to half a week.
    """
    unit = max((said.unit, measured.unit), key=lambda name: DAYS[name])
    slack = {"day": 0.1, "week": 3.5, "fortnight": 4, "month": 12, "year": 150}.get(unit, 0.1 * said.high)
    if unit == "year" and measured.unit != "year":
        slack = max(slack, 0.1 * said.high)
    return said.low - slack <= measured.high and measured.low <= said.high + slack
