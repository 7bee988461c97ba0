"""A sentence of the rewrite, its dates, and what the originals have for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from derive.checks.dates.sources import LINKED, Dating, Found, Match, comparable, covers, grain
from derive.checks.slot import leaning, slot
from derive.facts.dates import Bound, DateMention, Verdict, compare
from derive.facts.dates.context import surroundings
from derive.facts.reading import within
from derive.model import Sentence

_LEANING = 3  # words on one side that leave no doubt where a date stood
_CLOSE = 0.5  # shared words that leave no doubt which length of the original is meant


class Asked(Struct, frozen=True):
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

    @property
    def settled(self) -> bool:
        """Whether a linked sentence has the date; "until 2017" is not "2017" where that sentence has "until 2015"."""
        support, bound = self.support, self.mention.bound
        if support is None or not support.linked:
            return False
        rival = next((one for one in self.different if one.linked and comparable(self.mention, one)), None)
        return (
            rival is None
            or bound in (Bound.NONE, support.found.mention.bound)
            or bound is not rival.found.mention.bound
        )


class Question(Struct, frozen=True, dict=True):
    """All dates of one sentence of the rewrite. `flagged` are those of earlier sentences that were reported."""

    dating: Dating
    sentence: Sentence
    flagged: Sequence[DateMention]

    @cached_property
    def mentions(self) -> tuple[DateMention, ...]:
        """Its dates."""
        return within(self.dating.rewrite.facts.dates, self.sentence.span)

    @cached_property
    def _tiers(self) -> Mapping[Found, float]:
        return self.dating.tiers(self.sentence)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Its dates with what the originals have for them."""
        found = []
        for mention in self.mentions:
            around = surroundings(self.dating.rewrite.document, self.sentence, mention)
            matches = self.dating.matches(mention, around, self._tiers)
            found.append(Asked(mention, around, matches[Verdict.SAME], matches[Verdict.DIFFERENT]))
        return tuple(found)

    @cached_property
    def linked(self) -> tuple[Found, ...]:
        """The dates of the linked sentences."""
        return tuple(found for found, tier in self._tiers.items() if tier == LINKED)

    @cached_property
    def near(self) -> tuple[DateMention, ...]:
        """The dates of the linked sentences and of those beside them."""
        return tuple(found.mention for found, tier in self._tiers.items() if tier)

    def placed(self, mention: DateMention) -> Found | None:
        """The date that stands, among the same words, where the rewrite has this one; a range before its ends."""
        here = self.dating.rewrite.document
        best, most = None, 0
        for found in self.linked:
            if bool(mention.ends) is not bool(found.mention.ends):
                continue
            there = self.dating.examination.sources[found.source].document
            words = slot(here, mention.span, there, found.mention.span)
            if words > most:
                best, most = found, words
        if best is None or compare(mention, best.mention) is not Verdict.DIFFERENT:
            return best
        kept = (one.found for asked in self.asked if asked.mention is mention for one in asked.same if one.linked)
        return None if any(self._leans(mention, found) for found in kept) else best

    def _leans(self, mention: DateMention, found: Found) -> bool:
        """Whether the same date stands there after the same words: what comes next has only been left out."""
        there = self.dating.examination.sources[found.source].document
        return leaning(self.dating.rewrite.document, mention.span, there, found.mention.span) >= _LEANING

    @cached_property
    def told(self) -> Mapping[DateMention, Match]:
        """The dates that answer to one of a linked sentence.

        Where two answer to one, the one that fits its place better keeps it.
        """
        kept: dict[DateMention, Match] = {}
        claimed: set[Found] = set()
        pairs = [(one.mention, one.support) for one in self.asked if one.settled and one.support]
        for mention, match in sorted(pairs, key=lambda pair: -pair[1].score):
            if match.found not in claimed:
                kept[mention] = match
                claimed.add(match.found)
        return kept

    def pool(self, rival: Match) -> Sequence[DateMention]:
        """The dates whose distance can be a length that stands where `rival` does."""
        return [found.mention for found in self.linked] if rival.likeness > _CLOSE else self.near

    def tells(self, found: Found) -> bool:
        """Whether the sentence tells a date of the original: that very one, or the same of another sentence."""
        for mention, match in self.told.items():
            if match.found is found:
                return True
            elsewhere = match.found.sentence is not found.sentence
            if elsewhere and grain(found.mention) == grain(mention) and compare(found.mention, mention) is Verdict.SAME:
                return True
        return False
