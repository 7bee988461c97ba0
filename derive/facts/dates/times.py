"""Readers of the time of day: 6:30 p.m., half past six, 2100 GMT, eight in the morning, noon."""

from __future__ import annotations

import re

from derive.facts.dates.draft import Draft, Take
from derive.facts.dates.mention import Clock, DateKind
from derive.facts.dates.numbers import cardinal
from derive.facts.lexicon import load

_LEXICON = load("dates")
_PARTS: dict[str, list[int]] = _LEXICON["parts"]
_ZONES: dict[str, int] = _LEXICON["zones"]
_HOUR = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?(am|pm)?")
_MORNING = frozenset(("dawn", "sunrise", "daybreak", "morning"))
_BY_THE_CLOCK = frozenset("at by until till before after from around".split())
_NAMED_BY = "igufABE~<e-–,&("  # what stands before a bare "6:30"


def part_of_day(word: str) -> Clock | None:
    """The minutes of a part of the day; of the deictics only tonight and overnight have one."""
    if word == "tonight":
        word = "night"
    if word not in _PARTS:
        return None
    start, end = _PARTS[word]
    return Clock(start % 1440, start % 1440) if start == end else Clock(start, end)


def _hour(take: Take, group: str = "hour") -> tuple[int, int, str] | None:
    """Hour, minute and a glued am or pm."""
    words = take.words(group)
    if words and words[0][0].isdigit():
        if (take.has("zone") or take.has("half")) and re.fullmatch(r"\d{4}", words[0]):
            return int(words[0][:2]), int(words[0][2:]), ""
        match = _HOUR.fullmatch(words[0])
        if not match or (match.group(2) and int(match.group(2)) > 59):
            return None
        return int(match.group(1)), int(match.group(2) or 0), match.group(3) or ""
    value = cardinal(words)
    return (int(value), 0, "") if 1 <= value <= 12 else None


def clock(take: Take) -> Draft | None:
    """An hour that its surroundings make one: a.m., o'clock, a zone, "in the morning"."""
    hour = _hour(take)
    before = take.before()
    if hour is None or (take.has("daypart") and not take.has("half") and not (before and before.letter in "igufABE~(")):
        return None
    return _draft(take, *hour)


def hour_of_weekday(take: Take) -> Draft | None:
    """By eight on Sunday evening."""
    hour, before = _hour(take), take.before()
    return _draft(take, *hour) if hour is not None and before is not None and before.word in _BY_THE_CLOCK else None


def military(take: Take) -> Draft | None:
    """2230 local time, 0430 hours."""
    hour, after = _hour_of_four(take.word("hour")), take.after()
    if hour is None or after is None or after.word not in ("local", "hours", "hrs"):
        return None
    return _draft(take, *hour)


def _hour_of_four(digits: str) -> tuple[int, int, str] | None:
    hour, minute = int(digits[:2]), int(digits[2:])
    return (hour, minute, "") if hour < 24 and minute < 60 else None


def bare_clock(take: Take) -> Draft | None:
    """18:00 or 6pm alone; 3:16 only after a preposition, for it may be a score."""
    hour = _hour(take)
    if hour is None:
        return None
    before, after = take.before(), take.after()
    named = (before is not None and before.letter in _NAMED_BY) or (after is not None and after.word in ("local", "on"))
    if not hour[2] and not named and not (hour[0] >= 13 or take.word("hour").startswith("0")):
        return None
    return _draft(take, *hour)


def between(take: Take) -> Draft | None:
    """From 6 to 8 p.m., 2.30-3pm: the second hour lends its half of the day to the first."""
    first, second = _hour(take), _hour(take, "hour2")
    half = take.word("half") or (second[2] if second else "")
    if first is None or second is None or not half or first[0] > 12 or second[0] > 12:
        return None
    later = (second[0] % 12, second[1]) > (first[0] % 12, first[1])
    other = half if later else ("am" if half == "pm" else "pm")
    ends = (_draft(take, first[0], first[1], first[2] or other), _draft(take, second[0], second[1], half))
    return Draft(DateKind.RANGE, take.first, take.last, ends=(ends[0], ends[1])) if ends[0] and ends[1] else None


def past(take: Take) -> Draft | None:
    """Half past six, twenty past six, a quarter to nine."""
    words, side = take.words("past"), take.word("side")
    minutes = 30 if "half" in words else 15 if "quarter" in words else int(cardinal(words))
    hour = cardinal(take.words("hour"))
    before = take.before()
    side = {"before": "to", "after": "past"}.get(side, side)
    sure = (
        (side == "past" and take.word("side") == "past")
        or "quarter" in words
        or take.has("daypart")
        or take.has("half")
        or _o_clock(take)
    )
    if side not in ("past", "to") or not sure or not 1 <= hour <= 12 or not 0 < minutes < 60:
        return None
    if (
        side == "past"
        and "half" not in words
        and "quarter" not in words
        and not (before and before.letter in "ig~ABeu")
    ):
        return None
    total = int(hour) * 60 + (minutes if side == "past" else -minutes)
    return _draft(take, total // 60, total % 60, "")


def _o_clock(take: Take) -> bool:
    return any(one.letter == "k" for one in take.symbols[take.first : take.last])


def near_noon(take: Take) -> Draft | None:
    """Twenty minutes before midnight."""
    size = {"minute": 1, "hour": 60}.get(_LEXICON["units"]["plural"].get(take.word("unit"), take.word("unit")))
    noon = part_of_day(take.word("daypart"))
    if size is None or noon is None:
        return None
    step = round(cardinal(take.words("count")) * size) * (-1 if take.word("which") == "before" else 1)
    minutes = (noon.start + step) % 1440
    return Draft(DateKind.TIME, take.first, take.last, clock=Clock(minutes, minutes))


def part_alone(take: Take) -> Draft | None:
    """In the evening, at night, at noon, shortly before midnight."""
    return Draft(DateKind.TIME, take.first, take.last, clock=part_of_day(take.word("daypart")))


def _draft(take: Take, hour: int, minute: int, half: str) -> Draft | None:
    half = half or take.word("half")
    part = take.word("daypart")
    if hour > 24 or minute > 59 or ((half or part) and hour > 12 and part):
        return None
    if half or part:
        if part and not half:
            half = "am" if part in _MORNING or (part == "night" and (hour < 6 or hour == 12)) else "pm"
        if hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
    zone = _ZONES.get(take.word("zone"))
    digits = take.word("hour")
    day_clock = hour >= 13 or hour == 0 or bool(half) or zone == 0 or digits.startswith("0")
    minutes = hour * 60 + minute
    return Draft(DateKind.TIME, take.first, take.last, clock=Clock(minutes, minutes, zone, not day_clock))
