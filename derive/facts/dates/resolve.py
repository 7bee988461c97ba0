"""From drafts to mentions: each gets its days, in text order, from the reference day and from the dates before it."""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec import Struct, structs

from derive.facts.dates import calendar
from derive.facts.dates.calendar import Interval
from derive.facts.dates.draft import Base, Draft, Part, Shift
from derive.facts.dates.mention import DateKind, Fields
from derive.facts.lexicon import load

_EASTER: dict[str, int] = load("dates")["holidays"]["easter"]
_FIXED: dict[str, list[int]] = load("dates")["holidays"]["fixed"]


# The longest date that an offset in a unit counts from: two days later than a year is no date.
_BASES = {"minute": 2, "hour": 2, "day": 7, "night": 7, "week": 8, "fortnight": 8, "month": 92, "weekend": 8}


class Tense:
    """Which way a bare weekday or month lies from the reference day."""

    PAST, FUTURE, OPEN, UNSAID = -1, 1, 0, -2


class Context(Struct, frozen=True):
    """What earlier text fixes: the reference day; the dates before this one, the nearest first; a stated year."""

    now: int | None
    before: tuple[Interval, ...] = ()
    year: int | None = None
    month: tuple[int, int] | None = None  # year and month of the last date that had both


def resolve(draft: Draft, context: Context, tense: int) -> tuple[Interval, ...]:
    """The days that a draft can mean, the likeliest first; none where they are not known."""
    found = tuple(dict.fromkeys(_resolve(draft, context, tense)))
    if draft.part:
        found = tuple(one for whole in found for one in _portion(whole, draft.part))
    if draft.direction and draft.kind is DateKind.RELATIVE and context.now is not None:
        found = tuple(_side(one, context.now, draft.direction) for one in found)
    return found


def _side(days: Interval, now: int, direction: int) -> Interval:
    """What "earlier" or "later" leaves of a stretch around now."""
    if direction < 0:
        return Interval(days.start, max(days.start + 1, min(days.end, now + 1)))
    return Interval(min(days.end - 1, max(days.start, now)), days.end)


def _resolve(draft: Draft, context: Context, tense: int) -> list[Interval]:
    match draft.kind:
        case DateKind.DAY:
            return _day(draft, context, tense)
        case DateKind.WEEKDAY:
            return _weekday(draft, context, tense)
        case DateKind.RELATIVE:
            return _shifted(draft.shift, context)
        case DateKind.MONTH | DateKind.SEASON:
            return _month(draft, context, tense)
        case DateKind.YEAR | DateKind.DECADE:
            year = draft.fields.year
            return [] if year is None else [calendar.years(year, draft.count or 1)]
        case DateKind.OFFSET:
            return _shifted(draft.shift, context)
        case _:
            return []


def _day(draft: Draft, context: Context, tense: int) -> list[Interval]:
    one = draft.fields
    if draft.feast:
        return _nearest(draft, context, tense, lambda year: _feast(draft.feast, year))
    if one.month is None and one.day is not None:
        return _day_of_month(one, context, tense)
    if draft.swapped and one.year and one.month and one.day:
        both = (calendar.day_of(one.year, one.month, one.day), calendar.day_of(one.year, one.day, one.month))
        return [day for day in both if day]
    month, day = one.month or 0, one.day or 0
    return _nearest(draft, context, tense, lambda year: calendar.day_of(year, month, day))


def _feast(name: str, year: int) -> Interval | None:
    if name in _EASTER:
        return calendar.one_day(calendar.easter(year) + _EASTER[name])
    month, day = _FIXED[name]
    return calendar.day_of(year, month, day)


def _nearest(draft: Draft, context: Context, tense: int, of_year: Callable[[int], Interval | None]) -> list[Interval]:
    """The one of the stated year; else that of a year named before, and the nearest to the reference day."""
    if draft.fields.year is not None:
        return [day for day in [of_year(draft.fields.year)] if day]
    found = [of_year(context.year)] if context.year is not None else []
    if (now := context.now) is not None:
        year = calendar.civil(now)[0]
        options = [day for day in map(of_year, (year - 1, year, year + 1)) if day]
        if tense == Tense.FUTURE:
            options = [day for day in options if day.end > now] or options
        options.sort(key=lambda day: abs(day.start - now))
        found += options[:1]
    return [day for day in found if day]


def _day_of_month(fields: Fields, context: Context, tense: int) -> list[Interval]:
    """The 25th: of the month named before, and of the reference month or its neighbour."""
    found: list[Interval | None] = []
    if context.month and fields.day:
        year, month = context.month
        found.append(calendar.day_of(year, month, fields.day))
    if context.now is not None and fields.day:
        year, month, _ = calendar.civil(context.now)
        near = []
        for index in (year * 12 + month - 2, year * 12 + month - 1, year * 12 + month):
            if day := calendar.day_of(index // 12, index % 12 + 1, fields.day):
                near.append(day)
        ahead = tense == Tense.FUTURE
        near.sort(key=lambda day: (ahead and day.end <= (context.now or 0), abs(day.start - (context.now or 0))))
        found += near[:2]
    days = [day for day in found if day]
    if fields.weekday is not None:
        days = [day for day in days if day.weekday == fields.weekday] or days
    return days


def _weekday(draft: Draft, context: Context, tense: int) -> list[Interval]:
    weekday, shift = draft.fields.weekday, draft.shift
    if weekday is None or context.now is None:
        return []
    past = context.now - (context.now - 1 - weekday) % 7
    future = past + 7 if past != context.now else past
    if shift and shift.unit == "week":
        week = calendar.unit(context.now, "week", int(shift.count))
        return [calendar.one_day(week.start + weekday)]
    if shift and shift.count < 0:
        before = past if past != context.now else past - 7
        return [calendar.one_day(before), calendar.one_day(before - 7)]
    if shift and shift.count > 0:
        after = past + 7
        return [calendar.one_day(after), calendar.one_day(after + 7)]
    if shift:
        near = [calendar.one_day(future), calendar.one_day(past)]
        return near[::-1] if tense == Tense.PAST else near
    if tense == Tense.FUTURE:
        return (
            [calendar.one_day(future), calendar.one_day(future + 7)]
            if past == context.now
            else [calendar.one_day(future)]
        )
    if tense == Tense.OPEN:
        return (
            [calendar.one_day(past), calendar.one_day(future)]
            if future != past
            else [calendar.one_day(past), calendar.one_day(past + 7)]
        )
    return [calendar.one_day(past)]


def _month(draft: Draft, context: Context, tense: int) -> list[Interval]:
    one, shift = draft.fields, draft.shift
    if shift and shift.unit == "quarter":
        if context.now is None:
            return []
        year, month, _ = calendar.civil(context.now)
        found = [calendar.months(year, (month - 1) // 3 * 3 + 1 + 3 * int(shift.count), 3)]
        return [*found, calendar.months(year, 10, 3)] if shift.count == -1 else found  # or the last of this year
    first, length = draft.season or (one.month or 1, 1)
    if shift and shift.unit == "year":  # May of last year
        return (
            [calendar.months(calendar.civil(context.now)[0] + int(shift.count), first, length)] if context.now else []
        )
    if one.year is not None:
        found = [calendar.months(one.year, first, length)]
        if draft.season and first + length > 13:
            found.append(calendar.months(one.year - 1, first, length))  # the winter that ends in it
        return found
    if shift and shift.base is Base.TEXT:  # "that September"
        named = dict.fromkeys(calendar.civil(one.start)[0] for one in context.before)
        return [calendar.months(year, first, length) for year in named]
    if context.now is None:
        return [calendar.months(context.year, first, length)] if context.year is not None else []
    year = calendar.civil(context.now)[0]
    around = [calendar.months(year + step, first, length) for step in (-3, -2, -1, 0, 1)]
    past = [one for one in around if one.start <= context.now]
    future = [one for one in around if one.end > context.now]
    if shift and shift.base is Base.NOW:
        if shift.count < 0:
            ended = [one for one in past if one.end <= context.now]
            if shift.count < -1:
                return [ended[-2]]
            return [ended[-1], calendar.months(year - 1, first, length)]
        if shift.count > 0:
            ahead = [one for one in future if one.start > context.now]
            return [ahead[0], calendar.months(year + 1, first, length)]
        return [calendar.months(year, first, length)]
    found = [calendar.months(context.year, first, length)] if context.year is not None else []
    if tense == Tense.FUTURE:
        return [future[0], *found]
    if tense == Tense.OPEN:
        return [past[-1], future[0], *found]
    return [*found, past[-1]]


def _shifted(shift: Shift | None, context: Context) -> list[Interval]:
    if shift is None:
        return []
    found: list[Interval] = []
    if shift.base is not Base.NOW:
        whole = shift.base is Base.EITHER or not shift.count  # the following week, that month: calendar units
        found += [
            calendar.unit(one.start, shift.unit, int(shift.count)) if whole else _spread(one, shift)
            for one in context.before
            if len(one) <= _BASES.get(shift.unit, 366)
        ]
    if shift.base is not Base.TEXT and context.now is not None:
        found += _from_now(context.now, shift)
    return found


def _from_now(now: int, shift: Shift) -> list[Interval]:
    if shift.unit == "weekend":
        saturday = calendar.unit(now, "week").start + 5
        last = saturday if now >= saturday else saturday - 7
        weeks = {-1: (last,), 0: (saturday, saturday - 7), 1: (saturday, saturday + 7)}[int(shift.count)]
        return [Interval(day, day + 2) for day in weeks]
    whole = shift.count == int(shift.count) and abs(shift.count) <= 2 and shift.unit != "decade" and not shift.spread
    if whole and shift.unit in ("day", "week", "month", "year"):
        found = [calendar.unit(now, shift.unit, int(shift.count))]
    else:
        found = [_spread(calendar.one_day(now), shift)]
    if shift.unit == "year" and shift.count <= -2:
        # Full years are counted: in March, four years and five months are "four years ago".
        found.append(_spread(calendar.one_day(now), structs.replace(shift, count=shift.count - 1)))
    return found


def _spread(days: Interval, shift: Shift) -> Interval:
    """Shifted by the least and by the most that the words allow."""
    if not shift.spread:
        return moved(days, shift.unit, shift.count)
    low, high = shift.count - shift.spread, shift.count + shift.spread
    return moved(days, shift.unit, low).to(moved(days, shift.unit, high))


def moved(days: Interval, unit: str, count: float) -> Interval:
    """Some days, a number of units later; as blurred as counting in that unit is."""
    match unit:
        case "second" | "minute":
            return days
        case "hour":
            return days.shifted(math.floor(count / 24)).to(days.shifted(math.ceil(count / 24)))
        case "day" | "night":
            return days.shifted(round(count))
        case "week" | "fortnight":
            return days.shifted(round(count * (7 if unit == "week" else 14))).widened(
                3 if len(days) < 7 and count else 0
            )
        case "month":
            step = round(count)
            shifted = Interval(calendar.add_months(days.start, step), calendar.add_months(days.end, step))
            return shifted.widened(12) if len(days) < 28 and count else shifted
        case _:
            step = round(count * {"year": 1, "decade": 10, "century": 100}.get(unit, 1))
            start = calendar.civil(days.start)[0] + step
            end = calendar.civil(days.end - 1)[0] + step
            blur = 3 if unit == "decade" else 0
            return Interval(calendar.years(start - blur).start, calendar.years(end + blur).end)


def _portion(whole: Interval, part: Part) -> list[Interval]:
    """A share of a stretch, or its nth day, week, month …."""
    if not part.unit:
        low = whole.start + round(len(whole) * part.low)
        return [Interval(low, max(low + 1, whole.start + round(len(whole) * part.high)))]
    if part.unit == "quarter":
        year, month, _ = calendar.civil(whole.start)
        return [calendar.months(year, month + 3 * ((part.nth - 1) % 5), 3)]  # the last (-1) is the fourth
    sizes = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3653}
    size = min(sizes.get(part.unit, 1), len(whole))
    start = whole.end - size if part.nth < 0 else whole.start + size * (part.nth - 1)
    if not whole.start <= start < whole.end:
        return []
    return [Interval(start, start + size)]


def anchored(draft: Draft, base: Interval) -> tuple[Interval, ...]:
    """An offset counted from a date that it names: two days after May 3."""
    if draft.shift is None:
        return ()
    return (_spread(base, draft.shift),)
