"""The verdict on each date of a sentence: supported, contradicted (and by which date), or told by no original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from derive.checks.dates.lengths import measured, misplaced
from derive.checks.dates.question import Asked, Question
from derive.checks.dates.sources import LINKED, Dating, Found, Match, comparable, covers, grain, size
from derive.checks.dates.untold import is_figure, is_untold
from derive.checks.examination import Examination
from derive.checks.negated import is_denied
from derive.facts.dates import Bound, DateKind, DateMention, Verdict, compare
from derive.facts.dates.agreement import same_length
from derive.facts.dates.arithmetic import derivable, reachable
from derive.facts.dates.calendar import civil
from derive.facts.dates.lengths import DAYS

_MARGIN = 0.05  # by which a contradiction must fit its place better than a support elsewhere
_TWICE = 0.15  # … and better than a support that another date of the sentence has already
_SAME_EVENT = 0.3  # the same for a weekday, which is told of much
_RESEMBLANCE = 0.2  # shared words that make a date elsewhere the one that was meant


class Difference(Struct, frozen=True):
    """A date that no original supports, the date that it contradicts, and whether it is an untold length."""

    mention: DateMention
    match: Match | None
    length: bool = False


@lru_cache(maxsize=2)
def differences_of(examination: Examination) -> tuple[Difference, ...]:
    """Those of all sentences, kept for the checks that report them."""
    dating = Dating(examination)
    found: list[Difference] = []
    for sentence in examination.sentences:
        question = Question(dating, sentence, tuple(one.mention for one in found if not one.length))
        here = [Difference(mention, match) for mention, match in differences(question)]
        told = {one.mention for one in here}
        here += [
            Difference(one.mention, None, length=True)
            for one in question.asked
            if one.mention not in told and is_untold(question, one)
        ]
        found += here
    return tuple(found)


def differences(question: Question) -> Iterator[tuple[DateMention, Match | None]]:
    """Each date of a sentence that no original supports, with the date that it contradicts, if any."""
    free = [found for found in question.linked if not question.tells(found)]
    for one in question.asked:
        placed = question.placed(one.mention)
        if placed and _alike(one.mention, placed.mention):
            continue  # the very words, whatever day the article came out
        if placed and compare(one.mention, placed.mention) is Verdict.DIFFERENT:
            free = [found for found in free if found is not placed]
            yield one.mention, Match(placed, 1 + LINKED, LINKED)
            continue
        if one.mention in question.told:
            continue
        rival = _contradicted(question, one, free) or misplaced(question, one, free) or measured(question, one, free)
        if rival:
            free = [found for found in free if found is not rival.found]
            yield one.mention, rival
        elif _elsewhere(question, one) and (rival := _resembling(question, one, _SAME_EVENT)):
            yield one.mention, rival
        elif _unknown(question, one):
            rival = _resembling(question, one)
            if rival or question.dating.examination.is_told(question.sentence):
                yield one.mention, rival


def _alike(one: DateMention, other: DateMention) -> bool:
    lengths = one.length is None or other.length is None or same_length(one.length, other.length)
    return lengths and one.text.casefold().split() == other.text.casefold().split()


def _contradicted(question: Question, one: Asked, free: Sequence[Found]) -> Match | None:
    """The linked date of its kind in its place, unless the originals have this one at a better place."""
    mention = one.mention
    ranges = [match.found for match in one.same if match.linked and match.found.mention.ends]
    rivals = (match for match in one.different if match.found in free and comparable(mention, match))
    rival = next((match for match in rivals if not _end_of(match.found, ranges, mention.bound)), None)
    if rival is not None and _is_denied_bound(question, mention, rival.found):
        return None
    if mention.length and is_figure(question, mention.length, mention.length.said / DAYS[mention.length.unit]):
        return None
    if rival is None or rival.score <= one.supported + (_TWICE if one.support and one.support.linked else _MARGIN):
        return None
    if not mention.length:
        return None if _follows_flagged(question, mention, rival.found.mention) else rival
    if question.dating.counts(rival.found, mention.length.low / DAYS[mention.length.unit]):
        return None  # "to 36 hours from 38"
    if mention.anchor and rival.found.mention.anchor:
        return rival
    # A length beside two dates that lie so far apart contradicts no other length.
    return None if derivable(mention, question.pool(rival), question.dating.now) else rival


def _is_denied_bound(question: Question, mention: DateMention, other: Found) -> bool:
    """Whether the lengths are one and only the bounds differ, as one of the two is denied."""
    if mention.length is None or other.mention.length is None or mention.length.said != other.mention.length.said:
        return False
    there = question.dating.examination.sources[other.source].document
    return is_denied(question.dating.rewrite.document, mention.span) is not is_denied(there, other.mention.span)


def _follows_flagged(question: Question, mention: DateMention, other: DateMention) -> bool:
    """Whether a date has its year only from one that is reported already: "that September" after a wrong 2016."""
    if mention.fields.year is not None or mention.fields.month is None or mention.fields.month != other.fields.month:
        return False
    years = {civil(day.start)[0] for day in mention.days}
    return any(one.fields.year in years for one in question.flagged)


def _end_of(found: Found, ranges: Sequence[Found], bound: Bound) -> bool:
    """Whether a date only ends a range in which the date in question lies ("the 1990s" for "1980 to 2004")."""
    if bound in (Bound.SINCE, Bound.UNTIL):
        return False
    return any(one.sentence is found.sentence and one.mention.span.contains(found.mention.span) for one in ranges)


def _unknown(question: Question, one: Asked) -> bool:
    """Whether a day, month, year or minute is named that no original has, and that does not follow from theirs."""
    mention, dating = one.mention, question.dating
    named = (
        (mention.kind is DateKind.DAY and mention.fields.month is not None)
        or (mention.kind is DateKind.MONTH and mention.fields.year is not None)
        or mention.kind in (DateKind.YEAR, DateKind.DECADE)
        or (mention.kind is DateKind.TIME and mention.clock is not None and mention.clock.exact)
    )
    if not named or _published(question, mention) or dating.examination.is_own_reporting(question.sentence):
        return False
    # "July 17" is not told by a "this year" somewhere in the original.
    if any(
        match.tier or not covers(match.found.mention, mention) or size(match.found.mention) != "year"
        for match in one.same
    ):
        return False
    if any(
        compare(mention, found.mention) is Verdict.UNKNOWN and grain(found.mention) == "day"
        for found in question.linked
    ):
        return False  # a weekday that no day of publication tells from this date
    lengths = [found.mention for found in question.linked if found.mention.length]
    return not reachable(mention, question.near, lengths, dating.now)


def _elsewhere(question: Question, one: Asked) -> bool:
    """Whether a day near publication is told that no original has: it may be another day's event."""
    mention = one.mention
    if mention.kind is not DateKind.WEEKDAY or not mention.days or one.same or _published(question, mention):
        return False
    return question.dating.examination.is_told(question.sentence)


def _published(question: Question, mention: DateMention) -> bool:
    """Whether it only names the day, month or year of publication."""
    readings = (question.dating.rewrite, *question.dating.examination.sources)
    days = [reading.document.article.day for reading in readings]
    return any(
        day is not None and interval.start <= day.toordinal() < interval.end
        for day in days
        for interval in mention.days
    )


def _resembling(question: Question, one: Asked, least: float = _RESEMBLANCE) -> Match | None:
    """The date elsewhere in the originals that is told with the same words, as when a link is missing."""
    others = (match for match in one.different if not match.linked and not question.tells(match.found))
    rival = next((match for match in others if comparable(one.mention, match)), None)
    return rival if rival and rival.score >= least else None
