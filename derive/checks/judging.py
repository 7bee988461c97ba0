"""The verdict on each date of a sentence: supported, contradicted (and by which date), or told by no original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from derive.checks.dating import LINKED, Dating, Found, Match, covers, grain, size
from derive.facts.dates import Bound, DateKind, DateMention, Interval, Verdict, compare
from derive.facts.dates.agreement import agree
from derive.facts.dates.arithmetic import derivable, distance, fits
from derive.facts.dates.context import surroundings
from derive.facts.dates.lengths import DAYS
from derive.facts.dates.resolve import moved
from derive.facts.reading import within
from derive.model import Sentence

_MARGIN = 0.05  # by which a contradiction must fit its place better than a support elsewhere
_ORDER = 15  # a length that is more times another is told of something else, unless only the unit differs
_DATES = ("day", "week", "month", "year")


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
    if not mentions or not dating.examination.linked(sentence):
        return
    tiers = dating.tiers(sentence)
    asked = [_ask(dating, sentence, one, tiers) for one in mentions]
    told = {one.mention: one.support for one in asked if _settled(one)}
    free = [found for found, tier in tiers.items() if tier == LINKED and not _told(found, told)]
    near = [found.mention for found, tier in tiers.items() if tier]
    for one in asked:
        if one.mention in told:
            continue
        rival = (
            _contradicted(one, free, near) or _misplaced(dating, one, free, near) or _measured(one, free, told, near)
        )
        if rival:
            free = [found for found in free if found is not rival.found]
            yield one.mention, rival


def _ask(dating: Dating, sentence: Sentence, mention: DateMention, tiers: Mapping[Found, float]) -> _Asked:
    around = surroundings(dating.rewrite.document, sentence, mention)
    matches = dating.matches(mention, around, tiers)
    return _Asked(mention, around, matches[Verdict.SAME], matches[Verdict.DIFFERENT])


def _told(found: Found, told: Mapping[DateMention, Match | None]) -> bool:
    """Whether the sentence tells a date of the original already."""
    return any(match and match.found is found for match in told.values()) or any(
        grain(found.mention) == grain(mention) and compare(found.mention, mention) is Verdict.SAME for mention in told
    )


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
    if grain(one) != grain(other):
        return False
    if one.length is None or other.length is None or not one.length.low or not other.length.low:
        return True
    shares = one.length.high / other.length.low, other.length.high / one.length.low
    count = round(one.length.low / DAYS[one.length.unit], 2) == round(other.length.low / DAYS[other.length.unit], 2)
    return max(shares) <= _ORDER or count


def _contradicted(one: _Asked, free: Sequence[Found], near: Sequence[DateMention]) -> Match | None:
    """The linked date of its kind in its place, unless the originals have this one at a better place."""
    mention = one.mention
    rival = next((match for match in one.different if match.found in free and _comparable(mention, match)), None)
    if rival is None or rival.score <= one.supported + _MARGIN:
        return None
    events = mention.anchor and rival.found.mention.anchor
    # A length beside two dates that lie so far apart contradicts no other length.
    return None if mention.length and not events and derivable(mention, near, None) else rival


def _misplaced(dating: Dating, one: _Asked, free: Sequence[Found], near: Sequence[DateMention]) -> Match | None:
    """The linked date that an offset misses: "26 years later" than 1971 where the original has 1987."""
    mention = one.mention
    if mention.kind is not DateKind.OFFSET or derivable(mention, near, None):
        return None
    days = mention.days or _from_event(dating, mention)
    for found in free if days else ():
        there = found.mention
        if grain(there) in _DATES and _as_fine(mention, there) and there.days:
            if any(agree(day, other) for day in days for other in there.days):
                return None
            score = dating.score(mention, one.around, found, LINKED)
            if score > one.supported + _MARGIN:
                return Match(found, score, True)
    return None


def _as_fine(offset: DateMention, date: DateMention) -> bool:
    """Whether a date is told in the unit that the offset counts in."""
    unit = offset.length.unit if offset.length else ""
    return size(date) == {"day": "day", "hour": "day", "month": "month", "year": "year", "decade": "year"}.get(
        unit, "day"
    )


def _from_event(dating: Dating, mention: DateMention) -> list[Interval]:
    """The days that "two days before his death" means by the originals' own date of the death."""
    if mention.anchor is None or mention.length is None:
        return []
    anchor, tokens = mention.anchor, dating.rewrite.document.tokens
    stems = [token.stem for token in tokens if anchor.contains(token.span)]
    count = mention.direction * (mention.length.low + mention.length.high) / 2
    return [moved(day, "day", count) for events in dating.events for day in events.days(stems)]


def _measured(
    one: _Asked, free: Sequence[Found], told: Mapping[DateMention, Match | None], near: Sequence[DateMention]
) -> Match | None:
    """For a length: the untold one of two linked dates that lie another length apart."""
    mention = one.mention
    if mention.kind is not DateKind.DURATION or mention.length is None or mention.length.vague or one.same:
        return None
    if derivable(mention, near, None):
        return None
    for found in free:
        for match in told.values():
            if match and match.found.sentence == found.sentence and size(match.found.mention) == size(found.mention):
                ends = (match.found.mention.interval, found.mention.interval)
                if ends[0] and ends[1] and not fits(mention.length, distance(ends[0], ends[1])):
                    return Match(found, match.score, True)
    return None
