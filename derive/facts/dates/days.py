"""Readers of calendar dates: days, weekdays, months, and what is near now."""

from __future__ import annotations

from derive.facts.dates.draft import Base, Draft, Part, Shift, Take
from derive.facts.dates.mention import DateKind, Fields
from derive.facts.dates.numbers import digits, ordinal
from derive.facts.dates.times import part_of_day
from derive.facts.lexicon import load

_LEXICON = load("dates")
_MONTHS: dict[str, int] = _LEXICON["months"]["sure"] | _LEXICON["months"]["unsure"]
_WEEKDAYS: dict[str, int] = _LEXICON["weekdays"]["sure"] | _LEXICON["weekdays"]["unsure"]
_UNITS: dict[str, str] = _LEXICON["units"]["singular"] | _LEXICON["units"]["plural"]
_SINGULAR: dict[str, str] = _LEXICON["units"]["singular"]
_DEICTICS: dict[str, int] = _LEXICON["deictics"]
_SEASONS: dict[str, list[int]] = _LEXICON["seasons"]
_EMPTY = frozenset(_LEXICON["stop"]["words"])
_NAMES: dict[str, list[str]] = _LEXICON["names"]
_SHARES = {
    "early": (0.0, 0.45), "beginning": (0.0, 0.4), "start": (0.0, 0.4), "opening": (0.0, 0.4), "mid": (0.25, 0.75),
    "middle": (0.25, 0.75), "late": (0.55, 1.0), "end": (0.55, 1.0), "close": (0.55, 1.0), "turn": (-0.1, 0.1),
}  # fmt: skip


def part(take: Take) -> Part | None:
    """What "early", "mid" or "the last week of" leaves of a stretch."""
    if take.has("nth"):
        nth = ordinal(take.words("nth")) or 0
        word = take.word("of")
        if word == "half":
            return Part(0.0, 0.5) if nth == 1 else Part(0.5, 1.0)
        return Part(unit="quarter" if word in ("quarter", "quarters") else _UNITS.get(word, "day"), nth=nth)
    share = _SHARES.get(take.word("part") or take.word("part_of"))
    return Part(*share) if share else None


def _year(take: Take) -> int | None:
    words = take.words("year")
    if not words:
        return None
    value = int(digits(words[0]))
    return 1 - value if take.word("era") in ("bc", "bce") else value


def _weekday(take: Take) -> int | None:
    return _WEEKDAYS.get(take.word("weekday"))


def numeric(take: Take) -> Draft | None:
    """2019-09-03, 25/12/2019."""
    year, month, day_ = (int(digits(take.word(one))) for one in ("year", "month", "day"))
    swapped = take.symbols[take.first].letter != "Y"
    if year < 100:
        year += 2000 if year < 70 else 1900
    if not 1000 <= year <= 2200:
        return None
    if month > 12:
        month, day_ = day_, month
    if month > 12 or not 1 <= day_ <= 31:
        return None
    return Draft(DateKind.DAY, take.first, take.last, Fields(year, month, day_), swapped=swapped and day_ <= 12)


def day(take: Take) -> Draft | None:
    """October 31, the 31st of October 2019, Sunday the 25th."""
    number = ordinal(take.words("day")) if not take.word("day").isdigit() else int(take.word("day"))
    if number is None or not 1 <= number <= 31:
        return None
    month_ = _MONTHS.get(take.word("month"))
    return Draft(
        DateKind.DAY, take.first, take.last, Fields(_year(take), month_, number, _weekday(take)),
        clock=part_of_day(take.word("daypart")),
    )  # fmt: skip


def month_span(take: Take) -> Draft | None:
    """May 24-26; 24 to 26 May; May 24 and 25."""
    first, second = (int(take.word(name).rstrip("stndrh")) for name in ("day", "day2"))
    if second <= first:
        return None
    month_ = _MONTHS[take.word("month")]
    ends = tuple(
        Draft(DateKind.DAY, take.first, take.last, Fields(_year(take), month_, number)) for number in (first, second)
    )
    return Draft(DateKind.RANGE, take.first, take.last, ends=(ends[0], ends[1]))


def feast(take: Take) -> Draft | None:
    """Christmas Eve, Good Friday 2019."""
    return Draft(
        DateKind.DAY, take.first, take.last, Fields(_year(take)), feast=take.word("feast"),
        clock=part_of_day(take.word("daypart")),
    )  # fmt: skip


def day_alone(take: Take) -> Draft | None:
    """The 25th, of a month that the text has named."""
    before = take.before()
    number = ordinal(take.words("day"))
    if number is None or not 1 <= number <= 31 or before is None:
        return None
    after = take.after()
    if after is None or after.letter != "_" or after.capital or after.word in _EMPTY:
        figure = take.symbols[take.first + 1].letter == "D" or len(take.words("day")) > 1
        if before.word in ("on", "until", "till", "by", "from", "to", "since") and (figure or before.word == "on"):
            return Draft(DateKind.DAY, take.first, take.last, Fields(day=number))
    return None


def before_last(take: Take) -> Draft | None:
    """The year before last, the autumn before last."""
    word = take.word("unit")
    if word in _UNITS:
        return Draft(DateKind.RELATIVE, take.first, take.last, shift=Shift(_UNITS[word], -2))
    season = tuple(_SEASONS.get(word, (_MONTHS.get(word, 1), 1)))
    kind = DateKind.SEASON if word in _SEASONS else DateKind.MONTH
    return Draft(kind, take.first, take.last, season=(season[0], season[1]), shift=Shift("yearly", -2))


def after_tomorrow(take: Take) -> Draft | None:
    """The day before yesterday, the day after tomorrow."""
    count = 2 if take.word("deictic") == "tomorrow" else -2
    return Draft(DateKind.RELATIVE, take.first, take.last, shift=Shift("day", count))


def deictic(take: Take) -> Draft | None:
    """Yesterday morning, today, tomorrow night."""
    word = take.word("deictic")
    clock = part_of_day(take.word("daypart")) or (part_of_day(word) if word not in ("today", "yesterday") else None)
    return Draft(DateKind.RELATIVE, take.first, take.last, shift=Shift("day", _DEICTICS[word]), clock=clock)


def this_unit(take: Take) -> Draft | None:
    """Last week, this year, next month, earlier this year."""
    word, which = take.word("unit"), take.word("which")
    if (
        word not in _SINGULAR
        or word in ("second", "minute", "min")
        or (which in ("past", "preceding") and word == "day")
    ):
        return None
    count = {"": 0, "this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "preceding": -1}.get(which, 1)
    base = Base.EITHER if which in ("", "following", "previous", "preceding") else Base.NOW
    share = part(take)
    when = take.word("when")
    return Draft(
        DateKind.RELATIVE, take.first, take.last, shift=Shift(_UNITS[word], count, base), part=share,
        direction=-1 if when == "earlier" else 1 if when == "later" else 0,
        clock=part_of_day(word) if word == "night" else None,
    )  # fmt: skip


def weekday(take: Take) -> Draft | None:
    """Tuesday, Tuesday morning, early on Tuesday."""
    before, after = take.before(), take.after()
    if before and before.capital and before.word in _NAMES["before"]:
        return None
    if after and after.capital and after.word in _NAMES["after"]:
        return None
    return Draft(
        DateKind.WEEKDAY, take.first, take.last, Fields(weekday=_weekday(take)), clock=part_of_day(take.word("daypart"))
    )


def this_weekday(take: Take) -> Draft | None:
    """Last Friday, next Wednesday, this Sunday."""
    which = take.word("which")
    count = {"this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1, "following": 1}.get(which, -1)
    base = Base.EITHER if which in ("following", "previous", "preceding") else Base.NOW
    return Draft(
        DateKind.WEEKDAY, take.first, take.last, Fields(weekday=_weekday(take)), shift=Shift("weekday", count, base),
        clock=part_of_day(take.word("daypart")),
    )  # fmt: skip


def weekday_of_week(take: Take) -> Draft | None:
    """Friday of last week, Wednesday evening next week."""
    if _UNITS.get(take.word("unit")) != "week":
        return weekday(take)
    count = {"this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}.get(take.word("which"), -1)
    return Draft(
        DateKind.WEEKDAY, take.first, take.last, Fields(weekday=_weekday(take)), shift=Shift("week", count),
        clock=part_of_day(take.word("daypart")),
    )  # fmt: skip


def this_part(take: Take) -> Draft | None:
    """Last night, this morning."""
    count = {"this": 0, "last": -1}.get(take.word("which"))
    if count is None:
        return None
    clock = part_of_day(take.word("daypart"))
    return Draft(DateKind.RELATIVE, take.first, take.last, shift=Shift("day", count), clock=clock)


def weekend(take: Take) -> Draft | None:
    """Last weekend, the weekend."""
    count = {"last": -1, "past": -1, "next": 1, "coming": 1, "": -1}.get(take.word("which"), 0)
    return Draft(DateKind.RELATIVE, take.first, take.last, shift=Shift("weekend", count))
