"""For a name of the rewrite, the name of an original that it took the place of.

Shared by no other check; it stands apart from `name` so that each file holds one idea.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from derive.checks.examination import Examination, Place
from derive.checks.naming.slots import Slots
from derive.checks.naming.spellings import Spellings
from derive.facts.names import Name, NameKind
from derive.facts.names.likeness import is_same
from derive.facts.names.peoples import peoples
from derive.facts.names.roster import Roster, aliases
from derive.facts.names.vocabulary import vocabulary
from derive.facts.reading import within
from derive.model import Document, Sentence, Witness

# The least fit (see `slots.Slots.fit`) with one word of the name in common; without, when both are of one known kind or
# not; more when the other name stands elsewhere in the rewrite; for a name that the original has
# elsewhere or close by. Measured
# on names of other stories put into honest rewrites (nine in ten found) and on independent reports of one event (one
# new name in five has such a neighbour; next to none in a rewrite).
_SHARED, _SURE, _UNSURE, _PRESENT, _ELSEWHERE, _NEARBY = 0.3, 1.0, 1.2, 0.2, 2.2, 4.5
_BROAD = frozenset((NameKind.ORGANISATION, NameKind.OTHER))


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Where the original's name stands; `misspelt` when the two differ in a few letters only."""

    witness: Witness
    misspelt: bool


class Counterparts:
    """Answers for one examination."""

    def __init__(self, examination: Examination) -> None:
        self._examination = examination
        self._document = examination.rewrite.document
        self._slots = Slots(examination)
        self._originals = Roster((one.document, one.facts.names) for one in examination.sources)
        self._spellings = Spellings(examination, self._originals)

    @cached_property
    def _rewrite(self) -> Roster:
        return Roster([(self._document, self._examination.rewrite.facts.names)])

    def of(self, name: Name, sentence: Sentence) -> Counterpart | None:
        """The counterpart of a name in a sentence of the rewrite, if there is one."""
        missing = self._originals.unknown(name)
        linked = list(self._linked(sentence))
        if any(
            self._is_entity(name, other, place.source) or self._is_restyled(name, place, other)
            for place, other in linked
        ):
            return None
        if not missing:
            return self._recombined(name, linked) or self._swapped(name, sentence, linked)
        witness = self._spellings.of(name, missing, sentence)
        if witness is not None:
            return Counterpart(witness, True)
        return self._replaced(name, missing, sentence, linked)

    def _linked(self, sentence: Sentence) -> Iterator[tuple[Place, Name]]:
        for place in self._examination.linked(sentence):
            for name in within(self._examination.sources[place.source].facts.names, place.sentence.span):
                yield place, name

    def _linked_peoples(self, sentence: Sentence) -> Iterator[tuple[Place, Name]]:
        for place in self._examination.linked(sentence):
            document = self._examination.sources[place.source].document
            for name in peoples(document, place.sentence):
                yield place, name

    @cached_property
    def _keys(self) -> tuple[dict[tuple[str, ...], str], ...]:
        return tuple({name.tokens: name.key for name in one.facts.names} for one in self._examination.sources)

    def _is_entity(self, name: Name, other: Name, source: int) -> bool:
        """Whether two names may be one entity's, also by what the original itself calls it (NHC, Hurricane Center)."""
        return _is_entity(name, other) or self._keys[source].get(name.tokens) == other.key

    def _fit(self, name: Name, place: Place, other: Name) -> float:
        return self._slots.fit(name.span, place.source, other.span)

    def _is_restyled(self, name: Name, place: Place, other: Name) -> bool:
        plain = self._examination.sources[place.source].document.plain
        return _is_restyled(self._document.plain, name, plain, other)

    def _replaced(
        self, name: Name, missing: tuple[str, ...], sentence: Sentence, linked: list[tuple[Place, Name]]
    ) -> Counterpart | None:
        found = []
        beside = within(self._examination.rewrite.facts.names, sentence.span)
        if name.kind is NameKind.PLACE:
            linked = [*linked, *self._linked_peoples(sentence)]
            beside = (*beside, *peoples(self._document, sentence))
        for place, other in linked:
            if not _may_be_one_kind(name, other) or any(self._is_entity(one, other, place.source) for one in beside):
                continue
            mine, theirs = _apart(name, other)
            if not theirs or not set(mine) & set(missing):
                continue
            shared = len(name.tokens) - len(mine)
            score = self._fit(name, place, other)
            if score >= _needed(name, other, shared, bool(self._rewrite.unknown(other))):
                found.append((shared, score, place, other))
        if not found:
            return None
        _, _, place, other = max(found, key=lambda one: (one[0], one[1], -one[3].span.start))
        return Counterpart(Witness(place.source, other.span), False)

    def _recombined(self, name: Name, linked: list[tuple[Place, Name]]) -> Counterpart | None:
        """Words that the original has, but not in this name: Movement for Democratic Choice."""
        if len(name.tokens) < 2 or self._originals.says(name.tokens):
            return None
        for place, other in linked:
            mine, theirs = _apart(name, other)
            if (
                not mine
                or len(mine) != len(theirs)
                or len(mine) * 2 > len(name.tokens)
                or not _may_be_one_kind(name, other)
            ):
                continue
            if any(word in one.tokens for one in self._originals.names for word in mine if one.kind is name.kind):
                continue
            if not self._rewrite.says(other.tokens) and self._fit(name, place, other) >= _SHARED:
                return Counterpart(Witness(place.source, other.span), False)
        return None

    def _swapped(self, name: Name, sentence: Sentence, linked: list[tuple[Place, Name]]) -> Counterpart | None:
        """A name that the original has elsewhere, in the place of another."""
        if name.tokens not in self._originals.forms or not linked:
            return None
        best = linked[0][0]
        document = self._examination.sources[best.source].document
        if _has_people_of(name, document, best.sentence):
            return None
        around = document.sentences[max(0, best.sentence.index - 1) : best.sentence.index + 2]
        close = any(
            self._is_entity(name, one, best.source)
            for one in within(self._examination.sources[best.source].facts.names, around[0].span.to(around[-1].span))
        )
        found = []
        beside = within(self._examination.rewrite.facts.names, sentence.span)
        for place, other in linked:
            if name.kind is not other.kind or any(self._is_entity(one, other, place.source) for one in beside):
                continue
            score = self._fit(name, place, other)
            if score >= (_NEARBY if close else _ELSEWHERE) and not (close and not self._rewrite.unknown(other)):
                found.append((score, place, other))
        if not found:
            return None
        _, place, other = max(found, key=lambda one: (one[0], -one[2].span.start))
        return Counterpart(Witness(place.source, other.span), False)


def _needed(name: Name, other: Name, shared: int, gone: bool) -> float:
    """The least fit, by the number of words in common and whether the other name is gone from the whole rewrite."""
    if shared:
        return (_SHARED if shared == 1 else 0.0) if gone else _SURE
    sure = name.kind is other.kind and name.kind is not NameKind.UNKNOWN
    return (_SURE if sure else _UNSURE) + (0.0 if gone else _PRESENT)


def _apart(name: Name, other: Name) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of each that the other lacks."""
    return (
        tuple(word for word in name.tokens if not any(_agree(word, one) for one in other.tokens)),
        tuple(word for word in other.tokens if not any(_agree(word, one) for one in name.tokens)),
    )


def _agree(one: str, two: str) -> bool:
    return is_same(one, two) or (1 in (len(one), len(two)) and one[0] == two[0])


def _is_entity(name: Name, other: Name) -> bool:
    """Whether two names may be one entity's: one has all the words of the other, or they are known as equal."""
    mine, theirs = _apart(name, other)
    if not mine or not theirs:
        return True
    places = vocabulary().places
    if name.tokens in places and places.get(name.tokens) == places.get(other.tokens):
        return True
    return bool(aliases(name.tokens) & (aliases(other.tokens) | {other.tokens}))


def _has_people_of(name: Name, document: Document, sentence: Sentence) -> bool:
    """Whether a sentence speaks of a place by its people: Iraqi for Iraq."""
    known = vocabulary()
    place = known.places.get(name.tokens)
    if place is None:
        return False
    return any(known.peoples.get((word.norm,)) == place for word in document.words(sentence))


def _may_be_one_kind(name: Name, other: Name) -> bool:
    known = vocabulary()
    if len(other.tokens) == 1 and other.tokens[0] in known.organisation | known.place:
        return False  # "the Office": a word for the thing that has a name
    if NameKind.UNKNOWN in (name.kind, other.kind) or name.kind is other.kind:
        return True
    return {name.kind, other.kind} <= _BROAD


def _squashed(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


def _is_restyled(plain: str, name: Name, other_plain: str, other: Name) -> bool:
    """The same letters with other marks, a possessive without its apostrophe, a family: St Peters, the Lindqvists."""
    mine, theirs = _squashed(name.text), _squashed(other.text)
    if mine == theirs:
        return True
    if mine + "s" == theirs:
        return _is_plural(other_plain, other) or plain.startswith("'s", name.span.end)
    if theirs + "s" == mine:
        return _is_plural(plain, name) or other_plain.startswith("'s", other.span.end)
    return False


def _is_plural(plain: str, name: Name) -> bool:
    before = plain[max(0, name.span.start - 4) : name.span.start].lower()
    return before == "the " or plain[name.span.end : name.span.end + 1] in ("'", "’")
