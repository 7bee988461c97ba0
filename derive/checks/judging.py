"""The verdict on each date of a sentence: supported, contradicted (and by which date), or told by no original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from derive.checks.dating import Dating, Found, Match, covers, grain, size
from derive.facts.dates import DateKind, DateMention, Verdict, compare
from derive.facts.dates.agreement import agree
from derive.facts.dates.arithmetic import derivable, distance, fits
from derive.facts.dates.context import surroundings
from derive.facts.dates.resolve import moved
from derive.facts.reading import within
from derive.model import Sentence

_MARGIN = 0.05  # by which a contradiction must fit its place better than a support elsewhere
_SWAP = 0.2  # … and better than a support in a linked sentence


@dataclass(frozen=True)
class _Asked:
    """A date of the rewrite with what the originals have for it, best first."""

    mention: DateMention
    same: Sequence[Match]
    different: Sequence[Match]

    @property
    def support(self) -> Match | None:
        """The best date that it can be and that is as precise."""
        return next((one for one in self.same if not covers(one.found.mention, self.mention)), None)


def differences(dating: Dating, sentence: Sentence) -> Iterator[tuple[DateMention, Match | None]]:
    """Each date of a sentence that no original supports, with the date that it contradicts, if any."""
    mentions = within(dating.rewrite.facts.dates, sentence.span)
    if not mentions or not dating.examination.linked(sentence):
        return
    tiers = dating.tiers(sentence)
    asked = [_ask(dating, sentence, one, tiers) for one in mentions]
    told = {one.mention: one.support for one in asked if _settled(one)}
    taken = {match.found for match in told.values() if match}
    for one in asked:
        if one.mention in told:
            continue
        free = [
            match for match in one.different
            if match.linked and match.found not in taken
            and not any(compare(match.found.mention, other) is Verdict.SAME for other in told)
        ]  # fmt: skip
        rival = _contradicted(dating, one, free, tiers) or _measured(one, free, told, tiers)
        if rival:
            taken.add(rival.found)
            yield one.mention, rival


def _ask(dating: Dating, sentence: Sentence, mention: DateMention, tiers: Mapping[Found, float]) -> _Asked:
    around = surroundings(dating.rewrite.document, sentence, mention)
    matches = dating.matches(mention, around, tiers)
    return _Asked(mention, matches[Verdict.SAME], matches[Verdict.DIFFERENT])


def _settled(one: _Asked) -> bool:
    """Whether a linked sentence has the date, and none that fits the place much better."""
    support = one.support
    if support is None or not support.linked:
        return False
    rival = next((match for match in one.different if match.linked and _comparable(one.mention, match)), None)
    return rival is None or rival.score < support.score + _SWAP


def _comparable(one: DateMention, match: Match) -> bool:
    return grain(one) == grain(match.found.mention)


def _contradicted(
    dating: Dating, one: _Asked, free: Sequence[Match], tiers: Mapping[Found, float]
) -> Match | None:
    """The linked date that stands where this one does, unless the originals have this one at a better place."""
    mention = one.mention
    support = one.support
    score = support.score if support else 0.0
    rival = next((match for match in free if _comparable(mention, match)), None)
    if rival and rival.score > score + _MARGIN and not _follows(dating, mention, rival, tiers):
        return rival
    if mention.kind is not DateKind.OFFSET or support:
        return None
    days = mention.days or _from_event(dating, mention)
    rival = next((match for match in free if grain(match.found.mention) in ("day", "month", "year")), None)
    if not days or rival is None or derivable(mention, _pool(tiers), None):
        return None
    there = rival.found.mention
    if any(agree(day, other) for day in days for other in there.days):
        return None
    return rival


def _follows(dating: Dating, mention: DateMention, rival: Match, tiers: Mapping[Found, float]) -> bool:
    """Whether a length is the distance of two dates nearby, so that a length beside them contradicts nothing."""
    other = rival.found.mention
    if mention.length is None or mention.anchor and other.anchor:
        return False
    return derivable(mention, _pool(tiers), None)


def _pool(tiers: Mapping[Found, float]) -> list[DateMention]:
    return [found.mention for found, tier in tiers.items() if tier]


def _from_event(dating: Dating, mention: DateMention) -> list:  # type: ignore[type-arg]
    """The days that "two days before his death" means by the originals' own date of the death."""
    if mention.anchor is None or mention.length is None:
        return []
    document = dating.rewrite.document
    stems = [token.stem for token in document.tokens if mention.anchor.contains(token.span)]
    count = mention.direction * (mention.length.low + mention.length.high) / 2
    return [moved(day, "day", count) for events in dating.events for day in events.days(stems)]


def _measured(
    one: _Asked, free: Sequence[Match], told: Mapping[DateMention, Match | None], tiers: Mapping[Found, float]
) -> Match | None:
    """For a length: the untold one of two linked dates that lie another length apart."""
    mention = one.mention
    if mention.kind is not DateKind.DURATION or mention.length is None or mention.length.vague or one.same:
        return None
    if derivable(mention, _pool(tiers), None):
        return None
    for found, tier in tiers.items():
        other = found.mention
        if tier < 0.3 or not other.interval or any(compare(other, known) is not Verdict.DIFFERENT for known in told):
            continue
        for match in told.values():
            if match and match.found.sentence == found.sentence and match.found.mention.interval:
                first, second = sorted((match.found.mention.interval, other.interval))
                if size(match.found.mention) == size(other) and not fits(mention.length, distance(first, second)):
                    return Match(found, match.score, True)
    return None
