"""For a name of the rewrite, the name of an original that it took the place of."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from derive.checks.examination import Examination
from derive.checks.naming.linked import Candidate, Linked
from derive.checks.naming.slots import Slots
from derive.checks.naming.spellings import Spellings
from derive.facts.names import Name, NameKind
from derive.facts.names.identity import apart, may_be_one_kind, may_hold
from derive.facts.names.likeness import is_alike
from derive.facts.names.peoples import peoples
from derive.facts.names.roster import Roster
from derive.facts.names.vocabulary import vocabulary
from derive.facts.reading import within
from derive.model import Document, Sentence, Witness

# The least fit (see `slots.Slots.fit`) with one word of the name in common; without, when both are of one known kind or
# not; more when the other name stands elsewhere in the rewrite; for a name that the original has elsewhere or close by.
# Measured on names of other stories put into honest rewrites (nine in ten found) and on independent reports of one
# event (one new name in five has such a neighbour; next to none in a rewrite).
_SHARED, _SURE, _UNSURE, _PRESENT, _ELSEWHERE, _NEARBY = 0.3, 1.0, 1.2, 0.2, 2.2, 4.5


class Counterpart(Struct, frozen=True):
    """Where the original's name stands; `misspelt` when the two differ in a few letters only.

    `value` is what was compared, in normal form: the same for the full name and the surname.
    """

    witness: Witness
    misspelt: bool
    value: str


class Counterparts:
    """Answers for one examination."""

    def __init__(self, examination: Examination) -> None:
        self._names = examination.rewrite.facts.names
        self._document = examination.rewrite.document
        self._linked = Linked(examination)
        self._slots = Slots(examination)
        self._originals = Roster((one.document, one.facts.names) for one in examination.sources)
        self._spellings = Spellings(examination, self._originals)

    @cached_property
    def _rewrite(self) -> Roster:
        return Roster([(self._document, self._names)])

    def of(self, name: Name, sentence: Sentence) -> Counterpart | None:
        """The counterpart of a name in a sentence of the rewrite, if there is one."""
        missing = self._originals.unknown(name)
        linked = self._linked.names(sentence)
        if any(self._linked.is_restyled(name, one) for one in linked):
            return None
        if missing:
            witness = self._spellings.of(name, missing, sentence)
            if witness is not None:
                return Counterpart(witness, True, " ".join(missing))
        if any(self._linked.contains(name, one) for one in linked):
            return None
        if missing:
            found = self._replaced(name, missing, sentence, linked)
        else:
            found = self._recombined(name, linked) or self._swapped(name, sentence, linked)
        if found is None:
            return None
        value = f"{' '.join(name.tokens)} <- {' '.join(found.name.tokens)}"
        return Counterpart(Witness(found.source, found.name.span), False, value)

    def _fit(self, name: Name, candidate: Candidate) -> float:
        return self._slots.fit(name.span, candidate.source, candidate.name.span)

    def _replaced(
        self, name: Name, missing: tuple[str, ...], sentence: Sentence, linked: list[Candidate]
    ) -> Candidate | None:
        beside = within(self._names, sentence.span)
        if name.kind is NameKind.PLACE:
            linked = linked + self._linked.peoples(sentence)
            beside = beside + peoples(self._document, sentence)
        found = []
        for one in linked:
            told = self._told(one, beside, name)
            if not may_be_one_kind(name, one.name) or told >= self._linked.count(one):
                continue
            if may_hold(name, one.name) and not self._slots.is_same(name.span, one.source, one.name.span):
                continue
            mine, theirs = apart(name.tokens, one.full)
            if not theirs or not set(mine) & set(missing) or set(theirs) <= vocabulary().roles:
                continue  # "the U.S. Senate" for "a U.S. Senator"
            shared = 2 if is_alike(name.tokens, one.full) else len(name.tokens) - len(mine)
            score = self._fit(name, one)
            if score >= (_ELSEWHERE if told else _needed(name, one.name, shared, not self._rewrite.says(one.full))):
                found.append((shared, score, -one.name.span.start, one))
        return max(found, key=lambda each: each[:3])[3] if found else None

    def _told(self, candidate: Candidate, beside: tuple[Name, ...], name: Name) -> int:
        """How often the sentence of the rewrite names the candidate too."""
        return sum(
            each is not name and self._linked.is_entity(each, candidate.name, candidate.source) for each in beside
        )

    def _recombined(self, name: Name, linked: list[Candidate]) -> Candidate | None:
        """Words that the original has, but not in this name: Movement for Democratic Choice."""
        if len(name.tokens) < 2 or self._originals.says(name.tokens):
            return None
        for one in linked:
            mine, theirs = apart(name.tokens, one.name.tokens)
            if not mine or len(mine) != len(theirs) or 2 * len(mine) > len(name.tokens):
                continue
            elsewhere = any(
                word in each.tokens for each in self._originals.names if each.kind is name.kind for word in mine
            )
            if elsewhere or not may_be_one_kind(name, one.name) or self._rewrite.says(one.name.tokens):
                continue
            if self._fit(name, one) >= _SHARED:
                return one
        return None

    def _swapped(self, name: Name, sentence: Sentence, linked: list[Candidate]) -> Candidate | None:
        """A name that the original has elsewhere, in the place of another."""
        if name.tokens not in self._originals.forms or not linked:
            return None
        best = linked[0]
        if _has_people_of(name, self._linked.document(best.source), best.sentence):
            return None
        close = any(self._linked.is_entity(name, one, best.source) for one in self._linked.around(best))
        beside = within(self._names, sentence.span)
        found = []
        for one in linked:
            if not may_be_one_kind(name, one.name) or self._told(one, beside, name):
                continue
            if is_alike(name.tokens, one.name.tokens):
                continue  # the original spells it in both ways
            if close and self._rewrite.says(one.name.tokens):
                continue
            score = self._fit(name, one)
            if score >= (_NEARBY if close or name.kind is not one.name.kind else _ELSEWHERE):
                found.append((score, -one.name.span.start, one))
        return max(found, key=lambda each: each[:2])[2] if found else None


def _needed(name: Name, other: Name, shared: int, gone: bool) -> float:
    """The least fit, by the number of words in common and whether the other name is gone from the whole rewrite."""
    if shared:
        return (_SHARED if shared == 1 else 0.0) if gone else _SURE
    sure = name.kind is other.kind and name.kind is not NameKind.UNKNOWN
    return (_SURE if sure else _UNSURE) + (0.0 if gone else _PRESENT)


def _has_people_of(name: Name, document: Document, sentence: Sentence) -> bool:
    """Whether a sentence speaks of a place by its people: Iraqi for Iraq."""
    known = vocabulary()
    place = known.places.get(name.tokens)
    return place is not None and any(known.peoples.get((word.norm,)) == place for word in document.words(sentence))
