"""For a name of the rewrite, the name of an original that it took the place of.

Shared by no other check; it stands apart from `name` so that each file holds one idea.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from derive.checks.examination import Examination, Place
from derive.checks.slots import fit
from derive.facts.names import Name, NameKind
from derive.facts.names.likeness import is_misspelling, is_same
from derive.facts.names.roster import Roster, aliases
from derive.facts.names.vocabulary import vocabulary
from derive.facts.reading import within
from derive.model import Document, Sentence, Witness

# How well the surroundings must agree (see `slots.fit`): with one word of the name in common; without, both of a known
# kind or not; for a name that the original has elsewhere.
_SHARED, _ALONE, _UNSURE, _ELSEWHERE = 0.3, 1.5, 2.2, 2.8
_BROAD = frozenset((NameKind.ORGANISATION, NameKind.OTHER))


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The original's name and where it stands; `misspelt` when the two differ in a few letters only."""

    name: Name
    witness: Witness
    misspelt: bool


class Counterparts:
    """Answers for one examination."""

    def __init__(self, examination: Examination) -> None:
        self._examination = examination
        self._document = examination.rewrite.document
        self._originals = Roster((one.document, one.facts.names) for one in examination.sources)

    @cached_property
    def _rewrite(self) -> Roster:
        return Roster([(self._document, self._examination.rewrite.facts.names)])

    def of(self, name: Name, sentence: Sentence) -> Counterpart | None:
        """The counterpart of a name in a sentence of the rewrite, if there is one."""
        missing = self._originals.unknown(name)
        linked = list(self._linked(sentence))
        if any(_is_entity(name, other) or self._is_restyled(name, place, other) for place, other in linked):
            return None
        if missing:
            return (
                self._misspelt(name, missing, linked)
                or self._replaced(name, missing, linked)
                or self._misspelt(name, missing, list(self._anywhere()))
            )
        return self._recombined(name, linked) or self._swapped(name, sentence, linked)

    def _linked(self, sentence: Sentence) -> Iterator[tuple[Place, Name]]:
        for place in self._examination.linked(sentence):
            for name in within(self._examination.sources[place.source].facts.names, place.sentence.span):
                yield place, name

    def _anywhere(self) -> Iterator[tuple[Place, Name]]:
        for number, source in enumerate(self._examination.sources):
            for name in source.facts.names:
                sentence = source.document.sentence_at(name.span.start)
                if sentence is not None and not self._rewrite.says(name.tokens):
                    yield Place(number, sentence, 0.0), name

    def _fit(self, name: Name, place: Place, other: Name) -> float:
        return fit(self._document, name.span, self._examination.sources[place.source].document, other.span)

    def _is_restyled(self, name: Name, place: Place, other: Name) -> bool:
        plain = self._examination.sources[place.source].document.plain
        return _is_restyled(self._document.plain, name, plain, other)

    def _misspelt(self, name: Name, missing: tuple[str, ...], among: list[tuple[Place, Name]]) -> Counterpart | None:
        for place, other in among:
            if not _may_be_one_kind(name, other) or self._is_restyled(name, place, other):
                continue
            mine, theirs = _apart(name, other)
            if not mine or len(mine) > 2 or not theirs or not set(mine) <= set(missing):
                continue
            near = all(
                any(is_misspelling(word, one) and word not in self._originals.words for one in theirs) for word in mine
            )
            # One rare word is enough; of a longer name, the rest must be there too, but for words left out.
            if near and (len(mine) == len(theirs) or len(name.tokens) <= len(other.tokens)):
                return Counterpart(other, Witness(place.source, other.span), True)
        return None

    def _replaced(self, name: Name, missing: tuple[str, ...], linked: list[tuple[Place, Name]]) -> Counterpart | None:
        found = []
        for place, other in linked:
            if not _may_be_one_kind(name, other) or not self._rewrite.unknown(other):
                continue
            mine, theirs = _apart(name, other)
            if not theirs or not set(mine) & set(missing):
                continue
            shared = len(name.tokens) - len(mine)
            score = self._fit(name, place, other)
            if score >= _needed(name, other, shared):
                found.append((shared, score, place, other))
        if not found:
            return None
        _, _, place, other = max(found, key=lambda one: (one[0], one[1], -one[3].span.start))
        return Counterpart(other, Witness(place.source, other.span), False)

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
                return Counterpart(other, Witness(place.source, other.span), False)
        return None

    def _swapped(self, name: Name, sentence: Sentence, linked: list[tuple[Place, Name]]) -> Counterpart | None:
        """A name that the original has elsewhere, in the place of another."""
        near = self._examination.sources
        if name.tokens not in self._originals.forms:
            return None
        for place, _ in linked[:1]:
            document = near[place.source].document
            around = document.sentences[max(0, place.sentence.index - 1) : place.sentence.index + 2]
            names = [one for each in around for one in within(near[place.source].facts.names, each.span)]
            if any(_is_entity(name, one) for one in names) or _has_people_of(name, document, around):
                return None
        found = []
        mine = within(self._examination.rewrite.facts.names, sentence.span)
        for place, other in linked:
            if name.kind is not other.kind or any(_is_entity(one, other) for one in mine):
                continue
            score = self._fit(name, place, other)
            if score >= _ELSEWHERE:
                found.append((score, place, other))
        if not found:
            return None
        _, place, other = max(found, key=lambda one: (one[0], -one[2].span.start))
        return Counterpart(other, Witness(place.source, other.span), False)


def _needed(name: Name, other: Name, shared: int) -> float:
    if shared:
        return _SHARED if shared == 1 else 0.0
    return _ALONE if name.kind is other.kind and name.kind is not NameKind.UNKNOWN else _UNSURE


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


def _has_people_of(name: Name, document: Document, sentences: Sequence[Sentence]) -> bool:
    """Whether sentences speak of a place by its people: Iraqi for Iraq."""
    known = vocabulary()
    place = known.places.get(name.tokens)
    if place is None:
        return False
    return any(known.peoples.get((word.norm,)) == place for one in sentences for word in document.words(one))


def _may_be_one_kind(name: Name, other: Name) -> bool:
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
