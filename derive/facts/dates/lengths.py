"""Readers of lengths of time, and of what leans on one: five months, two days later, the day after the vote."""

from __future__ import annotations

from msgspec.structs import replace

from derive.facts.dates.draft import Base, Draft, Shift, Take
from derive.facts.dates.mention import Bound, DateKind, Length
from derive.facts.dates.numbers import cardinal, well_formed
from derive.facts.dates.times import part_of_day
from derive.facts.lexicon import load

_LEXICON = load("dates")
_SINGULAR: dict[str, str] = _LEXICON["units"]["singular"]
_UNITS: dict[str, str] = _SINGULAR | _LEXICON["units"]["plural"]
_VAGUE: dict[str, tuple[int, int]] = _LEXICON["vague"]
_APPROXIMATE: dict[str, tuple[float, float]] = _LEXICON["approximate"]
_SPENDING: dict[str, list[str]] = _LEXICON["spending"]
_COMPARING = frozenset(_LEXICON["comparing"]["after"])
DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0,
    "month": 30.4375, "year": 365.25, "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
# What a bare plural can mean, in its own unit: "days later" is no month, "years" no single one.
_PLURAL = {
    "second": (1, 120), "minute": (1, 90), "hour": (1, 36), "day": (1, 13), "week": (1.5, 12), "month": (1.5, 20),
    "year": (1.5, 25), "decade": (1.5, 15), "century": (1.5, 30), "fortnight": (2, 6),
}  # fmt: skip


def made(low: float, high: float, unit: str) -> Length:
    """A length from counts of a unit."""
    return Length(low * DAYS[unit], high * DAYS[unit], unit, (low + high) / 2 * DAYS[unit])


def length(take: Take) -> Draft | None:
    """Five months, a few days, two to three weeks, the past two decades."""
    unit = _UNITS[take.word("unit")]
    take = _trimmed(take)
    words = take.words("count")
    if words and words[-1] in _VAGUE:
        low, high = map(float, _VAGUE[words[-1]])
    else:
        low = high = cardinal(words)
    if take.has("count2"):
        high = cardinal(take.words("count2"))
        if high <= low:
            return None
    if _year_like(take, low) or (low > 9999 and unit != "year"):
        return None
    low, high = (low + 0.5, high + 0.5) if take.has("more") else (low, high)
    return _with_side(take, made(low, high, unit))


def _trimmed(take: Take) -> Take:
    """The match without number words in front that belong to something else: "one three-day spell"."""
    first, last = take.groups.get("count", (0, 0))
    start = first
    while start < last and not well_formed([one.word for one in take.symbols[start:last]]):
        start += 1
    if start == first or take.has("which"):
        return take
    return replace(take, groups={**take.groups, "count": (start, last)}, first=start)


def _year_like(take: Take, count: float) -> bool:
    """Whether the count is a year: "in 2019 weeks of protest"."""
    return 1800 <= count <= 2100 and take.symbols[take.groups["count"][0]].letter == "Y"


def compound(take: Take) -> Draft | None:
    """Two hours, one minute and 39 seconds."""
    total = 0.0
    previous = float("inf")
    for count, unit in (("count", "unit"), ("count2", "unit2"), ("count3", "unit3")):
        if take.has(unit):
            size = DAYS[_UNITS[take.word(unit)]]
            if size >= previous:
                return None
            total, previous = total + cardinal(take.words(count)) * size, size
    return _with_side(take, Length(total, total, _UNITS[take.word("unit")], total))


def half(take: Take) -> Draft | None:
    """Half a century, a quarter of an hour."""
    unit = _UNITS[take.word("unit")]
    words = take.words("half")
    parts = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}.get(words[-1])
    if parts is None:
        return None
    share = cardinal(words[:-1]) / parts
    return _with_side(take, made(share, share, unit))


def single(take: Take) -> Draft | None:
    """A day, where it is a length and not a rate ("twice a day") or a thing ("a day to remember")."""
    unit = _UNITS[take.word("unit")]
    if take.word("unit") not in _SINGULAR:
        return None
    before, after = take.before(), take.after()
    more = 0.5 if take.has("more") else 0.0
    high = cardinal(take.words("count2")) if take.has("count2") else 1 + more
    draft = _with_side(take, made(1 + more, high, unit))
    if (draft and draft.kind is DateKind.OFFSET) or more or take.has("count2"):
        return draft
    if before and (before.word in _SPENDING["before"] or before.letter == "~"):
        return draft
    if after and after.word in _SPENDING["after"] and not (before and before.letter in "hNdYcU"):
        return draft
    return None


def plural(take: Take) -> Draft | None:
    """Bare units: for years, days later, weeks of talks, minutes before the vote."""
    word = take.word("unit")
    unit = _UNITS[word]
    before, after = take.before(), take.after()
    if word.endswith("long") or (
        word in _SINGULAR and after and after.letter == "-" and (long := take.after(1)) and long.word == "long"
    ):
        return Draft(DateKind.DURATION, take.first, take.last, length=made(1, 1, unit))  # a week-long stay
    if word in _SINGULAR or unit == "century":
        return None
    draft = _with_side(take, made(*_PLURAL[unit], unit))
    if draft and draft.kind is DateKind.OFFSET:
        return draft
    if before and before.word in ("for", "within", "over", "in", "took", "take", "takes", "lasted", "spent", "coming"):
        return draft
    if after and after.letter == "-" and (following := take.after(1)) and following.word == "long":
        return draft
    if after and after.letter == "O" and not (before and before.letter in "_t"):
        return draft
    return None


def same(take: Take) -> Draft | None:
    """The same day, that evening: no distance from the date before."""
    word = take.word("unit")
    if (word in _UNITS and word not in _SINGULAR) or take.word("same") == "those":
        return None
    unit = _UNITS.get(word, "day")
    anchor = None
    after = take.after()
    if after and after.word == "as":
        anchor = _event(take, take.last + 1)
    base = Base.TEXT
    first = take.first - ((before := take.before()) is not None and before.letter == "t")
    clock = part_of_day(word) if word not in _UNITS or word == "night" else None
    return Draft(
        DateKind.OFFSET, first, take.last, shift=Shift(unit, 0, base), length=made(0, 0, unit), clock=clock,
        anchor=anchor,
    )  # fmt: skip


def day_before(take: Take) -> Draft | None:
    """The day after (the crash), the week before."""
    if take.word("unit") not in _SINGULAR:
        return None
    unit = _UNITS[take.word("unit")]
    direction = 1 if take.word("which") in ("after", "later") else -1
    anchor = _event(take, take.last)
    return Draft(
        DateKind.OFFSET, take.first, take.last, shift=Shift(unit, direction, Base.TEXT), length=made(1, 1, unit),
        direction=direction, anchor=anchor,
    )  # fmt: skip


def next_unit(take: Take) -> Draft | None:
    """The next day, the previous year, the past week, the coming months."""
    word, which = take.word("unit"), take.word("which")
    unit = _UNITS[word]
    if unit in ("minute", "second"):
        return None  # at the last minute
    if word not in _SINGULAR:
        return Draft(DateKind.DURATION, take.first, take.last, length=made(*_PLURAL[unit], unit))
    if which in ("last", "past"):
        return Draft(DateKind.DURATION, take.first, take.last, length=made(1, 1, unit), shift=Shift(unit, -1))
    if which in ("coming", "upcoming"):
        return Draft(DateKind.RELATIVE, take.first, take.last, shift=Shift(unit, 1))
    direction = 1 if which in ("next", "following", "ensuing") else -1
    base = Base.TEXT if unit in ("day", "night") else Base.EITHER
    return Draft(
        DateKind.OFFSET, take.first, take.last, shift=Shift(unit, direction, base), length=made(1, 1, unit),
        direction=direction,
    )  # fmt: skip


def _with_side(take: Take, span: Length) -> Draft | None:
    """The length alone, or the offset that the next words make of it."""
    low, high = _widening(take)
    span = Length(span.low * low, span.high * high, span.unit, span.said)
    plain = Draft(DateKind.DURATION, take.first, take.last, length=span, bound=_measure(take))
    after = take.after()
    if after and after.letter == "%" and (so := take.after(1)) and so.word == "so":
        span = Length(span.low * 0.8, span.high * 1.3, span.unit, span.said)
        plain = replace(plain, length=span, last=take.last + 2)
        after = take.after(2)
    if after is None or take.has("which"):
        return plain
    count = (span.low + span.high) / 2 / DAYS[span.unit]
    spread = (span.high - span.low) / 2 / DAYS[span.unit]
    end = plain.last + 1
    if after.letter == "G":
        return replace(
            plain, kind=DateKind.OFFSET, last=end, direction=-1, shift=Shift(span.unit, -count, Base.NOW, spread)
        )
    if after.letter in "ER":
        side = -1 if after.letter == "E" else 1
        return replace(
            plain,
            kind=DateKind.OFFSET,
            last=end,
            direction=side,
            shift=Shift(span.unit, side * count, Base.TEXT, spread),
        )
    if after.letter in "BA":
        side = -1 if after.letter == "B" else 1
        anchor = _event(take, end)
        return replace(
            plain, kind=DateKind.OFFSET, last=end, direction=side, anchor=anchor,
            shift=Shift(span.unit, side * count, Base.TEXT, spread),
        )  # fmt: skip
    return plain


def _measure(take: Take) -> Bound:
    """Whether a length says how often, or how much more or less."""
    before = take.before()
    if before is not None and before.word in ("every", "each"):
        return Bound.EVERY
    following = [one.word for distance in range(4) if (one := take.after(distance))]
    if following[:1] and (
        following[0] in _COMPARING or (following[0] in ("a", "per") and _COMPARING & set(following[2:3]))
    ):
        return Bound.APART
    return Bound.NONE


def _event(take: Take, first: int) -> tuple[int, int] | None:
    """The symbols that name the event after "before" or "after": up to the next mark, eight at most.

    None before a preposition: "the day before from Halden" names no event.
    """
    if first < len(take.symbols) and take.symbols[first].letter in "if&":
        return None
    last = first
    while last < len(take.symbols) and last < first + 8 and take.symbols[last].letter not in ";,()–":
        last += 1
    return (first, last) if last > first else None


def _widening(take: Take) -> tuple[float, float]:
    """What "nearly", "more than" and the like in front make of a length."""
    words = [one.word if (one := take.before(distance)) else "" for distance in (3, 2, 1)]
    for size in (3, 2, 1):
        if share := _APPROXIMATE.get(" ".join(words[-size:])):
            return share[0], share[1]
    return 1.0, 1.0
