"""What follows from several dates together: 1963 and 1974 make eleven years; a Monday and "two days later" a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from derive.facts.dates.agreement import agree
from derive.facts.dates.calendar import Interval
from derive.facts.dates.lengths import DAYS
from derive.facts.dates.mention import DateKind, DateMention, Length
from derive.facts.dates.resolve import moved

_BLURRED = 31  # a day is not reached by counting to its year
# How many days a length counted in a unit may be off: a week is right to half a week, a decade to two years.
_SLACK = {"day": 0.1, "week": 3.5, "fortnight": 4.0, "month": 12.0, "year": 150.0, "decade": 730.0, "century": 730.0}


def distance(one: Interval, other: Interval) -> Length:
    """The time from one date to another, in the unit in which both are told: 1963 to 1974 is eleven years."""
    days = float(abs(other.start - one.start))
    return Length(days, days, _unit(max(one, other, key=len)), days)


def _unit(days: Interval) -> str:
    return "year" if len(days) > 300 else "month" if len(days) > 20 else "day"


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
    spans = [other.interval for other in mentions if other.kind is DateKind.RANGE and other.interval]
    if any(fits(one.length, Length(len(span), len(span), "day", len(span))) for span in spans):
        return True  # both ends counted: four days from August 22 to 25
    if now is not None and (one.deictic or DAYS[one.length.unit] > 27):
        days = sorted({*days, Interval(now, now + 1)})
    for index, first in enumerate(days):
        for second in days[index + 1 :]:
            if fits(one.length, distance(first, second)):
                return True
    return False


def reachable(one: DateMention, dates: Sequence[DateMention], lengths: Iterable[DateMention], now: int | None) -> bool:
    """Whether a date lies one of some lengths from another date, or from now: "by April 20" for "within ten days"."""
    days = ordered(dates)
    if now is not None:
        days.append(Interval(now, now + 1))
    for other in lengths:
        if other.length is None or not other.length.low:
            continue
        size = DAYS[other.length.unit]
        counts = {
            other.length.low / size,
            other.length.high / size,
            round((other.length.low + other.length.high) / 2 / size),
        }
        for day in days:
            there = (moved(day, other.length.unit, side * count) for count in sorted(counts) for side in (1, -1))
            if any(agree(target, own) and len(target) <= _BLURRED * len(own) for target in there for own in one.days):
                return True
    return False


def fits(said: Length, measured: Length) -> bool:
    """Whether a stated length can be a measured distance.

    Counting is as fine as the coarser of the two: years between years are whole, "six weeks" is right to half a week.
    """
    if DAYS[said.unit] < DAYS[measured.unit]:
        return False  # months between years are not known
    unit = max((said.unit, measured.unit), key=lambda name: DAYS[name])
    slack = _SLACK.get(unit, 0.0)
    if unit == "year" and measured.unit != "year":
        slack = max(slack, 0.1 * said.high)
    if unit in ("decade", "century"):
        slack = max(slack, 0.05 * said.high)
    return said.low - slack <= measured.high and measured.low <= said.high + slack
