"""Whether two dates can be the same. Values compare as classes: what cannot be compared never differs."""

from __future__ import annotations

from enum import StrEnum

from derive.facts.dates import calendar
from derive.facts.dates.calendar import Interval
from derive.facts.dates.mention import Bound, Clock, DateKind, DateMention, Fields, Length

_OPPOSED = frozenset(
    (
        frozenset((Bound.BEFORE, Bound.AFTER)),
        frozenset((Bound.SINCE, Bound.UNTIL)),
        frozenset((Bound.SINCE, Bound.BEFORE)),
        frozenset((Bound.AFTER, Bound.UNTIL)),
        frozenset((Bound.AFTER, Bound.BY)),
    )
)


_EQUAL = 1e-6
_SHORTLY = 30  # minutes


class Verdict(StrEnum):
    """What comparing two dates shows."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def _verdict(same: bool) -> Verdict:
    return Verdict.SAME if same else Verdict.DIFFERENT


def compare(one: DateMention, other: DateMention) -> Verdict:
    """Compare two dates. Symmetric. UNKNOWN where they are of different nature or cannot be resolved."""
    if one.kind is DateKind.RANGE or other.kind is DateKind.RANGE:
        return _ranges(one, other)
    if one.kind is DateKind.TIME and other.kind is DateKind.TIME:
        shortly = _shortly(one, other) or _shortly(other, one)
        return Verdict.SAME if shortly else _clocks(one.clock, other.clock)
    if DateKind.TIME in (one.kind, other.kind):
        return Verdict.UNKNOWN
    if one.kind is DateKind.DURATION or other.kind is DateKind.DURATION:
        return _lengths(one, other)
    if one.kind is DateKind.OFFSET and other.kind is DateKind.OFFSET:
        return _offsets(one, other)
    days = _days(one, other)
    if days is Verdict.SAME and frozenset((one.bound, other.bound)) in _OPPOSED:
        return Verdict.DIFFERENT
    if days is Verdict.SAME and one.clock and other.clock and _clocks(one.clock, other.clock) is Verdict.DIFFERENT:
        return Verdict.DIFFERENT
    return days


def _ranges(one: DateMention, other: DateMention) -> Verdict:
    if one.ends and other.ends:
        if any(ends[0].kind is DateKind.DURATION for ends in (one.ends, other.ends)):
            return _verdict(near(one.interval, other.interval)) if one.interval and other.interval else Verdict.UNKNOWN
        verdicts = [compare(mine, its) for mine, its in zip(one.ends, other.ends, strict=True)]
        if Verdict.DIFFERENT not in verdicts and Verdict.SAME in verdicts:
            return Verdict.SAME
        if one.interval and other.interval:
            return _verdict(near(one.interval, other.interval))
        return Verdict.DIFFERENT if Verdict.DIFFERENT in verdicts else Verdict.UNKNOWN
    span, single = (one, other) if one.ends else (other, one)
    if span.ends is None:
        return Verdict.UNKNOWN
    if single.kind is DateKind.DURATION:
        return Verdict.UNKNOWN
    verdicts = [compare(end, single) for end in span.ends]
    if Verdict.SAME in verdicts:
        return Verdict.SAME
    if span.interval and single.interval:
        return _verdict(any(agree(span.interval, day) for day in single.days))
    return Verdict.UNKNOWN


def near(one: Interval, other: Interval) -> bool:
    """Whether two intervals are one, the ends up to a tenth aside."""
    slack = max(1, round(0.1 * min(len(one), len(other))))
    return abs(one.start - other.start) <= slack and abs(one.end - other.end) <= slack


def agree(one: Interval, other: Interval) -> bool:
    """Whether one contains the other, or they share at least half of the shorter."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= min(len(one), len(other))


def _shortly(one: DateMention, other: DateMention) -> bool:
    """Whether "before 11" or "after a quarter past five" stands for a minute shortly before or after."""
    if one.clock is None or other.clock is None or not one.clock.exact or not other.clock.exact or other.bound:
        return False
    turn = 720 if one.clock.half or other.clock.half else 1440
    later = (other.clock.start - one.clock.start) % turn
    if one.bound is Bound.AFTER:
        return 0 < later <= _SHORTLY
    return one.bound is Bound.BEFORE and turn - later <= _SHORTLY


def _clocks(one: Clock | None, other: Clock | None) -> Verdict:
    if one is None or other is None:
        return Verdict.UNKNOWN
    if one.exact and other.exact:
        gap = (one.start - other.start) % 1440
        gaps = {gap}
        if one.half or other.half:
            gaps.add((gap + 720) % 1440)
        if one.zone != other.zone:
            if one.zone is not None and other.zone is not None:
                gaps = {(one.start - one.zone - other.start + other.zone) % 1440}
            elif 0 not in gaps:
                return Verdict.UNKNOWN if gap % 30 == 0 and 0 in (one.zone, other.zone) else Verdict.DIFFERENT
        return _verdict(0 in gaps)
    for shift in (-1440, 0, 1440):
        start, end = one.start + shift, one.end + shift
        if start < other.end and other.start < end:
            return Verdict.SAME
        if (start == end and other.start <= start <= other.end) or (other.exact and start <= other.start <= end):
            return Verdict.SAME
    if (one.half and one.exact) or (other.half and other.exact):
        return Verdict.UNKNOWN
    return Verdict.DIFFERENT


def _side(one: Length) -> int:
    """1 for a length that is a floor, -1 for a ceiling."""
    if one.ranged or one.low == one.high:
        return 0
    return 1 if one.low >= one.said * (1 - _EQUAL) else -1 if one.high <= one.said * (1 + _EQUAL) else 0


def same_length(one: Length, other: Length) -> bool:
    """Whether two lengths can be the same: equal in one unit, up to a tenth in two (a month is about four weeks)."""
    if abs(one.said - other.said) < _EQUAL * one.said and _side(one) * _side(other) < 0:
        return False  # more than an hour against less than an hour
    if _side(one) * _side(other) > 0 and one.unit != other.unit:
        return abs(one.said - other.said) <= 0.1 * max(one.said, other.said)  # up to 90 days, up to three months
    if one.unit == other.unit and one.said and other.said and not one.vague and not other.vague:
        widened = abs(one.low / one.said - other.low / other.said) + abs(one.high / one.said - other.high / other.said)
        if one.ranged and other.ranged:
            return abs(one.low - other.low) + abs(one.high - other.high) < _EQUAL * one.high
        if widened < _EQUAL:  # nearly 65 against nearly 70
            return abs(one.said - other.said) < _EQUAL * one.said
    slack = _EQUAL if one.unit == other.unit else 0.1
    return one.low * (1 - slack) <= other.high and other.low * (1 - slack) <= one.high


def _lengths(one: DateMention, other: DateMention) -> Verdict:
    if one.length is None or other.length is None:
        return Verdict.UNKNOWN
    measures = {bound for bound in (one.bound, other.bound) if bound in (Bound.EVERY, Bound.APART)}
    if measures and one.bound is not other.bound:
        return Verdict.UNKNOWN  # six years against every six months
    if DateKind.OFFSET in (one.kind, other.kind) and 0.0 in (one.length.high, other.length.high):
        return Verdict.UNKNOWN  # "the same day" is no length
    return _verdict(same_length(one.length, other.length))


def _offsets(one: DateMention, other: DateMention) -> Verdict:
    if one.length is None or other.length is None:
        return Verdict.UNKNOWN
    if one.direction and other.direction and one.direction != other.direction and not (one.deictic or other.deictic):
        return Verdict.DIFFERENT
    if not same_length(one.length, other.length):
        likeliest = one.interval and other.interval and one.deictic is not other.deictic
        return _verdict(bool(likeliest) and _days(one, other) is Verdict.SAME)
    return Verdict.SAME


def _days(one: DateMention, other: DateMention) -> Verdict:
    if _meet(one, other) or _leaves_out_year(one.fields, other.fields):
        return Verdict.SAME
    said = _fields(one, other)
    if said is Verdict.DIFFERENT:
        return said
    if one.days and other.days:
        if any(agree(mine, its) for mine in one.days for its in other.days):
            return Verdict.SAME
        return Verdict.SAME if _weeks_apart(one, other) else Verdict.DIFFERENT
    return said


def _meet(one: DateMention, other: DateMention) -> bool:
    """Whether two limits are one moment, told from its two sides: until 2030, until the end of 2029."""
    limits = (Bound.UNTIL, Bound.BY, Bound.BEFORE)
    if one.bound not in limits or other.bound not in limits:
        return False
    return any(
        2 * min(len(mine), len(its)) < max(len(mine), len(its))
        and 1 in (abs(mine.start - its.end) + 1, abs(its.start - mine.end) + 1)
        for mine in one.days
        for its in other.days
    )


def _leaves_out_year(one: Fields, other: Fields) -> bool:
    """Whether two dates are the same day of a month and only one says of which year: which, the story may tell."""
    same = one.day is not None and (one.month, one.day) == (other.month, other.day)
    return same and (one.year is None) is not (other.year is None)


def _weeks_apart(one: DateMention, other: DateMention) -> bool:
    """Whether a bare weekday and "Friday 30 October" only disagree about the week: the story may tell of an earlier."""
    date = other if one.kind is DateKind.WEEKDAY else one
    if (one.kind is DateKind.WEEKDAY) == (other.kind is DateKind.WEEKDAY) or date.fields.weekday is None:
        return False
    gaps = (abs(mine.start - its.start) for mine in one.days for its in other.days if len(mine) == len(its) == 1)
    return any(gap in (7, 14) for gap in gaps)


def known(one: DateMention) -> Fields:
    """What is known of a date: what its words say and what its days, if resolved beyond doubt, add."""
    said = one.fields
    if len(one.days) != 1:
        return said
    days = one.days[0]
    year, month, day = calendar.civil(days.start)
    last_year, last_month, _ = calendar.civil(days.end - 1)
    return Fields(
        year if year == last_year else said.year,
        month if (year, month) == (last_year, last_month) else said.month,
        day if len(days) == 1 else said.day,
        days.weekday if len(days) == 1 else said.weekday,
    )


def _fields(one: DateMention, other: DateMention) -> Verdict:
    """Compare what the words themselves fix; resolved days lend theirs where the other has none."""
    mine, its = one.fields, other.fields
    if not one.days or not other.days:
        mine, its = known(one), known(other)
    decades = DateKind.DECADE in (one.kind, other.kind) or (
        one.kind is not other.kind and bool(one.days and other.days)
    )
    pairs = [
        (mine.year, its.year) if not decades else (None, None),
        (mine.month, its.month) if not decades else (None, None),
        (mine.day, its.day) if not decades else (None, None),
        (mine.weekday, its.weekday),
    ]
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    if not both:
        return Verdict.UNKNOWN
    return _verdict(all(a == b for a, b in both))
