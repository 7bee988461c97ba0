"""Lengths of time that no original gives, and that lie between no two of its dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import combinations

from derive.checks.dates.question import Asked, Question
from derive.facts.dates import Bound, DateKind, DateMention, Interval, Length
from derive.facts.dates.agreement import same_length
from derive.facts.dates.arithmetic import derivable, ordered
from derive.facts.dates.lengths import DAYS
from derive.facts.quantities import Kind, Quantity
from derive.model import Role
from derive.text.words import forms

_SHORT = ("second", "minute", "hour")  # units finer than the days that an offset resolves to
_YEAR = 365.25
_NEARLY = 0.02  # share by which a figure may be rounded
_ROOM = 1.1
_MOST = 20  # times over a course that are held against each other
_RECKONED = frozenset(
    "now past last previous quicker faster slower behind ahead clear less more fewer longer shorter".split()
)
_FEASTS = frozenset(forms(word)[1] for word in ("anniversary", "birthday", "jubilee"))
_LEAST = 2  # of its unit: "a day", "one year" are said of anything


def is_untold(question: Question, one: Asked) -> bool:
    """Whether a counted length is in no original, and cannot be worked out from the dates at its place."""
    mention, dating = one.mention, question.dating
    if mention.kind not in (DateKind.DURATION, DateKind.OFFSET) or mention.length is None or mention.length.vague:
        return False
    length = mention.length
    count = length.said / DAYS[length.unit]
    if count < _LEAST or mention.bound is Bound.EVERY:
        return False
    if any(match.found.mention.length or length.unit not in _SHORT for match in one.same):
        return False
    lengths = (found.mention.length for found in dating.found)
    if any(other is not None and (same_length(other, length) or other.said == length.said) for other in lengths):
        return False  # a bound is not its matter; "six minutes in hand" for "six minutes ahead"
    if not dating.examination.is_told(question.sentence) or _is_reckoned(question, one):
        return False
    if any(dating.counts(found, count) for found in question.linked) or is_figure(question, length, count):
        return False
    beside = [other.mention for other in question.asked if other is not one and other.same]
    dates = [found.mention for found in dating.found] if mention.anchor is not None else question.near
    return not _lies_between(mention, [*dates, *beside], dating.now)


def _is_reckoned(question: Question, one: Asked) -> bool:
    """Whether a length is worked out by whoever tells it: a headline's, up to now, or a lead over somebody else."""
    document = question.dating.examination.rewrite.document
    first = bisect_left(document.starts, one.mention.span.start)
    last = bisect_left(document.starts, one.mention.span.end)
    around = document.tokens[max(first - 1, 0) : last + 3]
    return question.sentence.role is Role.HEADLINE or any(token.norm in _RECKONED for token in around)


def _lies_between(mention: DateMention, dates: Sequence[DateMention], now: int | None) -> bool:
    """Whether a length can be the time between two dates, or between one and now, however these are read."""
    if derivable(mention, dates, now):
        return True
    length = mention.length
    days = [*ordered(dates), *([Interval(now, now + 1)] if now is not None else [])]
    if length is None or length.unit in _SHORT:
        return False
    for one, other in combinations(sorted(days), 2):
        least, most = other.start - one.end + 1, other.end - 1 - one.start
        if least <= length.high * _ROOM and length.low <= most * _ROOM:
            return True
    return False


def _numbers(ordinal: Quantity, unit: str) -> bool:
    """Whether an ordinal counts such units: "the 57th minute", "the 70th anniversary"."""
    return forms(unit)[1] in ordinal.noun or (unit == "year" and not _FEASTS.isdisjoint(ordinal.noun))


def is_figure(question: Question, length: Length, count: float) -> bool:
    """Whether figures of the originals say as much: an age, 2:05:19, two such times, a seventh month in a row."""
    for source in question.dating.examination.sources:
        courses: list[float] = []
        for one in source.facts.quantities:
            size = one.low * _YEAR if one.dimension == "age" else one.low / 86_400 if one.dimension == "time" else 0.0
            if one.kind is Kind.ORDINAL and one.low == count and _numbers(one, length.unit):
                return True
            if one.dimension == "time":
                courses.append(size)
            if size and abs(size - length.said) <= _NEARLY * length.said:
                return True
        if any(abs(abs(a - b) - length.said) <= _NEARLY * length.said for a, b in combinations(courses[:_MOST], 2)):
            return True
    return False
