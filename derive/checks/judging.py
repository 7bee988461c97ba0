"""The verdict on each date of a sentence: supported, contradicted (and by which date), or told by no original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from derive.checks.dating import LINKED, Dating, Found, Match, covers, grain, size
from derive.facts.dates import Bound, DateKind, DateMention, Interval, Verdict, compare
from derive.facts.dates.agreement import agree
from derive.facts.dates.arithmetic import derivable, distance, fits, reachable
from derive.facts.dates.context import surroundings
from derive.facts.dates.lengths import DAYS
from derive.facts.dates.resolve import moved
from derive.facts.reading import within
from derive.model import Sentence

_MARGIN = 0.05  # by which a contradiction must fit its place better than a support elsewhere
_ORDER = 15  # a length that is more times another is told of something else, unless only the unit differs
_TWICE = 0.15  # … and better than a support that another date of the sentence has already
_CLOSE = 0.5  # shared words that leave no doubt which length of the original is meant
# In which units one counts from a date that is told so finely.
_COUNTED = {
    "day": ("hour", "day", "week", "fortnight"),
    "month": ("week", "month", "year"),
    "year": ("year", "decade", "century"),
}
_RESEMBLANCE = 0.2  # shared words that make a date elsewhere the one that was meant
_DATES = ("day", "weekend", "week", "month", "season", "year")


@dataclass(frozen=True)
class _Asked:
    """A date of the rewrite with what the originals have for it, best first."""

    mention: DateMention
    around: Mapping[str, float]
    same: Sequence[Match]
    different: Sequence[Match]

    @property
    def support(self) -> Match | None:
        """The best date that it can be and that is as precise."""
        return next((one for one in self.same if not covers(one.found.mention, self.mention)), None)

    @property
    def supported(self) -> float:
        """How well that one fits; 0 without any."""
        return self.support.score if self.support else 0.0


def differences(dating: Dating, sentence: Sentence) -> Iterator[tuple[DateMention, Match | None]]:
    """Each date of a sentence that no original supports, with the date that it contradicts, if any."""
    mentions = within(dating.rewrite.facts.dates, sentence.span)
    if not mentions:
        return
    tiers = dating.tiers(sentence)
    asked = [_ask(dating, sentence, one, tiers) for one in mentions]
    told = _one_to_one({one.mention: one.support for one in asked if _settled(one)}, tiers)
    linked = [found for found, tier in tiers.items() if tier == LINKED]
    free = [found for found in linked if not _told(found, told)]
    near = [found.mention for found, tier in tiers.items() if tier]
    for one in asked:
        if one.mention in told:
            continue
        rival = (
            _contradicted(dating, one, free, near, [found.mention for found in linked])
            or _misplaced(dating, one, free, near)
            or _measured(dating, one, free, told, [found.mention for found in linked])
        )
        if rival:
            free = [found for found in free if found is not rival.found]
            yield one.mention, rival
        elif _unknown(dating, one, linked, near) and not dating.examination.is_own_reporting(sentence):
            rival = _resembling(one, told)
            if rival or linked:
                yield one.mention, rival


def _one_to_one(told: dict[DateMention, Match | None], tiers: Mapping[Found, float]) -> dict[DateMention, Match | None]:
    """Where two dates of the rewrite answer to one of the original, the one that fits its place better keeps it."""
    kept: dict[DateMention, Match | None] = {}
    claimed: dict[Found, Match] = {}
    for mention, match in sorted(told.items(), key=lambda item: -item[1].score if item[1] else 0.0):
        if match is None or match.found not in claimed:
            kept[mention] = match
            if match:
                claimed[match.found] = match
    return kept


def _ask(dating: Dating, sentence: Sentence, mention: DateMention, tiers: Mapping[Found, float]) -> _Asked:
    around = surroundings(dating.rewrite.document, sentence, mention)
    matches = dating.matches(mention, around, tiers)
    return _Asked(mention, around, matches[Verdict.SAME], matches[Verdict.DIFFERENT])


def _told(found: Found, told: Mapping[DateMention, Match | None]) -> bool:
    """Whether the sentence tells a date of the original already."""
    for mention, match in told.items():
        if match and match.found is found:
            return True
        elsewhere = match is None or match.found.sentence is not found.sentence
        if elsewhere and grain(found.mention) == grain(mention) and compare(found.mention, mention) is Verdict.SAME:
            return True
    return False


def _settled(one: _Asked) -> bool:
    """Whether a linked sentence has the date; "until 2017" is not "2017" where that sentence has "until 2015"."""
    support = one.support
    if support is None or not support.linked:
        return False
    rival = next((match for match in one.different if match.linked and _comparable(one.mention, match)), None)
    bound = one.mention.bound
    return rival is None or bound in (Bound.NONE, support.found.mention.bound) or bound is not rival.found.mention.bound


def _comparable(one: DateMention, match: Match) -> bool:
    """Whether the one can stand for the other: days for days, lengths of one order."""
    other = match.found.mention
    if one.kind is other.kind is DateKind.RELATIVE:
        return True
    if grain(one) != grain(other) or _years_apart(one, other):
        return False
    if one.length is None or other.length is None or not one.length.low or not other.length.low:
        return True
    shares = one.length.high / other.length.low, other.length.high / one.length.low
    count = round(one.length.low / DAYS[one.length.unit], 2) == round(other.length.low / DAYS[other.length.unit], 2)
    return max(shares) <= _ORDER or count


def _years_apart(one: DateMention, other: DateMention) -> bool:
    """Whether a weekday, which lies near the day of publication, is held against a date far from it."""
    if DateKind.WEEKDAY not in (one.kind, other.kind) or not one.interval or not other.interval:
        return False
    return abs(one.interval.start - other.interval.start) > 31


def _contradicted(
    dating: Dating,
    one: _Asked,
    free: Sequence[Found],
    near: Sequence[DateMention],
    linked: Sequence[DateMention],
) -> Match | None:
    """The linked date of its kind in its place, unless the originals have this one at a better place."""
    mention = one.mention
    ranges = [match.found for match in one.same if match.linked and match.found.mention.ends]
    rival = next(
        (
            match
            for match in one.different
            if match.found in free and _comparable(mention, match) and not _end_of(match.found, ranges, mention.bound)
        ),
        None,
    )
    if rival is None or rival.score <= one.supported + (_TWICE if one.support and one.support.linked else _MARGIN):
        return None
    if mention.length and dating.counts(rival.found, mention.length.low / DAYS[mention.length.unit]):
        return None  # "to 36 hours from 38"
    events = mention.anchor and rival.found.mention.anchor
    if events or not mention.length:
        return rival
    # A length beside two dates that lie so far apart contradicts no other length.
    return None if derivable(mention, linked if rival.likeness > _CLOSE else near, dating.now) else rival


def _end_of(found: Found, ranges: Sequence[Found], bound: Bound) -> bool:
    """Whether a date only ends a range in which the date in question lies ("the 1990s" for "1980 to 2004")."""
    if bound in (Bound.SINCE, Bound.UNTIL):
        return False
    return any(one.sentence is found.sentence and one.mention.span.contains(found.mention.span) for one in ranges)


def _misplaced(dating: Dating, one: _Asked, free: Sequence[Found], near: Sequence[DateMention]) -> Match | None:
    """The linked date that an offset misses: "26 years later" than 1971 where the original has 1987."""
    mention = one.mention
    if mention.kind is not DateKind.OFFSET or derivable(mention, near, dating.now):
        return None
    days = mention.days or _from_event(dating, mention)
    for found in free if days else ():
        there = found.mention
        if grain(there) in _DATES and _as_fine(mention, there) and there.days:
            if any(agree(day, other) for day in days for other in there.days):
                return None
            score = dating.score(mention, one.around, found, LINKED)
            if score > one.supported + _MARGIN:
                return Match(found, score, LINKED)
    return None


def _as_fine(offset: DateMention, date: DateMention) -> bool:
    """Whether a date is told in the unit that the offset counts in."""
    return offset.length is not None and offset.length.unit in _COUNTED.get(size(date), ())


def _from_event(dating: Dating, mention: DateMention) -> list[Interval]:
    """The days that "two days before his death" means by the originals' own date of the death."""
    if mention.anchor is None or mention.length is None:
        return []
    anchor, tokens = mention.anchor, dating.rewrite.document.tokens
    stems = [token.stem for token in tokens if anchor.contains(token.span)]
    count = mention.direction * (mention.length.low + mention.length.high) / 2
    return [moved(day, "day", count) for events in dating.events for day in events.days(stems)]


def _measured(
    dating: Dating,
    one: _Asked,
    free: Sequence[Found],
    told: Mapping[DateMention, Match | None],
    linked: Sequence[DateMention],
) -> Match | None:
    """For a length: the untold one of two linked dates that lie another length apart."""
    mention = one.mention
    if mention.kind is not DateKind.DURATION or mention.length is None or mention.length.vague or one.same:
        return None
    if derivable(mention, linked, dating.now):
        return None
    for found in free:
        for match in told.values():
            if match and match.found.sentence == found.sentence and size(match.found.mention) == size(found.mention):
                if mention.length.unit not in _COUNTED.get(size(found.mention), ()):
                    continue
                ends = (match.found.mention.interval, found.mention.interval)
                if ends[0] and ends[1] and not fits(mention.length, distance(ends[0], ends[1])):
                    return Match(found, match.score, LINKED)
    return None


def _unknown(dating: Dating, one: _Asked, linked: Sequence[Found], near: Sequence[DateMention]) -> bool:
    """Whether a day, month, year or minute is named that no original has, and that does not follow from theirs."""
    mention = one.mention
    fields = mention.fields
    named = (
        (mention.kind is DateKind.DAY and fields.month is not None)
        or (mention.kind is DateKind.MONTH and fields.year is not None)
        or mention.kind in (DateKind.YEAR, DateKind.DECADE)
        or (mention.kind is DateKind.TIME and mention.clock is not None and mention.clock.exact)
    )
    if not named or one.same or _published(dating, mention):
        return False
    lengths = [found.mention for found in linked if found.mention.length]
    return not reachable(mention, near, lengths, dating.now)


def _published(dating: Dating, mention: DateMention) -> bool:
    """Whether it only names the day, month or year of publication."""
    days = [reading.document.article.day for reading in (dating.rewrite, *dating.examination.sources)]
    return any(
        day is not None and interval.start <= day.toordinal() < interval.end
        for day in days
        for interval in mention.days
    )


def _resembling(one: _Asked, told: Mapping[DateMention, Match | None]) -> Match | None:
    """The date elsewhere in the originals that is told with the same words, as when a link is missing."""
    others = (match for match in one.different if not match.linked and not _told(match.found, told))
    rival = next((match for match in others if _comparable(one.mention, match)), None)
    return rival if rival and rival.score >= _RESEMBLANCE else None
