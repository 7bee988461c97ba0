"""Lengths and offsets of the rewrite against the dates of the original."""

from __future__ import annotations

from collections.abc import Sequence

from derive.checks.dates.question import Asked, Question
from derive.checks.dates.sources import DATES, LINKED, Found, Match, grain, size
from derive.facts.dates import DateKind, DateMention, Interval
from derive.facts.dates.agreement import agree
from derive.facts.dates.arithmetic import derivable, distance, fits
from derive.facts.dates.resolve import moved

_MARGIN = 0.05  # by which a contradiction must fit its place better than a support elsewhere
# In which units one counts from a date that is told so finely.
_COUNTED = {
    "day": ("hour", "day", "week", "fortnight"),
    "month": ("week", "month", "year"),
    "year": ("year", "decade", "century"),
}


def misplaced(question: Question, one: Asked, free: Sequence[Found]) -> Match | None:
    """The linked date that an offset misses: "26 years later" than 1971 where the original has 1987."""
    mention = one.mention
    if mention.kind is not DateKind.OFFSET or not mention.direction:
        return None
    days = mention.days or _from_event(question, mention)
    if not days or _follows_flagged(question, mention, days):
        return None
    best: Match | None = None
    beside = [match.found for told, match in question.told.items() if told.span.end <= mention.span.start]
    for found in (*free, *(beside if mention.anchor else ())):
        there = found.mention
        if grain(there) in DATES and there.days and _counted(mention, there):
            if any(agree(day, other) for day in days for other in there.days):
                return None
            score = question.dating.score(mention, one.around, found, LINKED)
            if best is None and score > one.supported + _MARGIN:
                best = Match(found, score, LINKED)
    if best is None or derivable(mention, question.pool(best), question.dating.now):
        return None
    return best


def _follows_flagged(question: Question, mention: DateMention, days: Sequence[Interval]) -> bool:
    """Whether an offset counts from a date that is reported already: one change, one finding."""
    if mention.length is None or mention.anchor:
        return False
    back = [moved(day, "day", -mention.direction * mention.length.said) for day in days]
    return any(agree(day, other) for day in back for one in question.flagged for other in one.days)


def _counted(offset: DateMention, date: DateMention) -> bool:
    """Whether a date is told in the unit that the offset counts in."""
    return offset.length is not None and offset.length.unit in _COUNTED.get(size(date), ())


def _from_event(question: Question, mention: DateMention) -> list[Interval]:
    """The days that "two days before his death" means by the originals' own date of the death."""
    if mention.anchor is None or mention.length is None:
        return []
    anchor, tokens = mention.anchor, question.dating.rewrite.document.tokens
    stems = [token.stem for token in tokens if anchor.contains(token.span)]
    count = mention.direction * (mention.length.low + mention.length.high) / 2
    return [moved(day, "day", count) for events in question.dating.events for day in events.days(stems)]


def measured(question: Question, one: Asked, free: Sequence[Found]) -> Match | None:
    """For a length: the untold one of two linked dates that lie another length apart."""
    mention = one.mention
    if mention.kind is not DateKind.DURATION or mention.length is None or mention.length.vague or one.same:
        return None
    if derivable(mention, [found.mention for found in question.linked], question.dating.now):
        return None
    for found in free:
        for match in question.told.values():
            known = match.found
            first, second = known.mention.interval, found.mention.interval
            if known.sentence != found.sentence or size(known.mention) != size(found.mention):
                continue
            if not first or not second or not _counted(mention, found.mention):
                continue
            if not fits(mention.length, distance(first, second)):
                return Match(found, match.score, LINKED)
    return None
