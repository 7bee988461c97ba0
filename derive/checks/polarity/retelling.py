"""Where a sentence tells again what another denies, whether it denies it or not."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from derive.checks.clauses import retold
from derive.checks.polarity.denials import Denial
from derive.checks.polarity.negatives import outright_in
from derive.checks.telling import Told, Words, about, seam, told
from derive.model import Role, Sentence, Span

_SURE = 0.55  # share of a denied word's neighbours that must be told with it
_LIKELY = 0.4  # the same where no word of the sentence denies anything
_CLEAR = 0.8  # the same where it is open what the denial denies
_LEAST = 2  # words that must be told
_LEAST_UNSURE = 3  # the same with less than a sure share, and where "no" denies a whole clause
_WINDOW = 9  # words on either side of the denied word that still belong to one telling
_ARGUMENTS = 0.5  # share of the words about the denied word that must be told without it
_NEXT = 0.6  # the same of the words next to it
_CLAUSE = 0.5  # the same of all words of its clause
_SPAN = 5  # words of a finding at most
_AUXILIARY = frozenset("be is are was were been being has have had having will would can could did does do to".split())


class Way(StrEnum):
    """How it is told again."""

    CUT = "cut"  # word for word but for the negator
    WORD = "word"  # with the denied word
    ARGUMENTS = "arguments"  # with another verb for the denied one


class Retelling(Struct, frozen=True):
    """The words that tell it again, ascending; of them the denied word, or of the others the one that stands for it."""

    way: Way
    at: tuple[int, ...]
    head: int
    is_sure: bool  # whether a denial must stand near to be one of this

    @property
    def heads(self) -> tuple[int, ...]:
        """The words next to which a denial would stand."""
        return self.at if self.way is Way.ARGUMENTS else (self.head,)

    def span(self, words: Words) -> Span:
        """Few of its words, about the head."""
        if self.way is not Way.ARGUMENTS:
            return about(words, Told(1.0, self.at, self.head), _SPAN)
        first = self.head
        while words.norm(first - 1) in _AUXILIARY:
            first -= 1
        return words.span(first, max(at for at in (self.head, *self.at) if self.head <= at < first + _SPAN))


def retellings(denial: Denial, other: Words, sentence: Sentence, floor: float = _SURE) -> Iterator[Retelling]:
    """The ways in which a sentence tells it again, the surest first. `floor`: the share that is sure."""
    found = _cut(denial, other, sentence) or _by_word(denial, other, sentence, floor)
    if found:
        yield found
    if denial.is_verb and not denial.is_limited and Role.HEADLINE not in (denial.sentence.role, sentence.role):
        at = _neighbors(denial, other, sentence) or _clause(denial, other, sentence)
        if at:  # a headline has too few words to be sure
            yield Retelling(Way.ARGUMENTS, at, _stand_in(denial, at, other, sentence), is_sure=False)


def _cut(denial: Denial, other: Words, sentence: Sentence) -> Retelling | None:
    """Word for word, the negator alone gone."""
    negator, own = denial.predicate.negator, range(*denial.sentence.tokens)
    if negator is None or outright_in(other, range(*sentence.tokens)) >= outright_in(denial.words, own):
        return None
    at = seam(negator, denial.words, denial.sentence, other, sentence)
    return None if at is None else Retelling(Way.CUT, (at, min(at + 1, sentence.tokens[1] - 1)), at, is_sure=True)


def _by_word(denial: Denial, other: Words, sentence: Sentence, floor: float) -> Retelling | None:
    """With the denied word and others about it."""
    predicate = denial.predicate
    found = told(predicate.phrase, denial.words, other, sentence, predicate.key, _WINDOW)
    if found.head is None or denial.is_contrast or not _same_form(denial, other, found.head):
        return None
    sure = found.share >= (_CLEAR if denial.is_open else floor)
    least = _LEAST if sure and not denial.is_whole else _LEAST_UNSURE
    if len(found.at) < min(least, len(predicate.phrase)) or found.share < _LIKELY:
        return None
    if not sure and (denial.is_open or len(found.at) < _LEAST_UNSURE):
        return None
    return Retelling(Way.WORD, found.at, found.head, is_sure=sure)


def _neighbors(denial: Denial, other: Words, sentence: Sentence) -> tuple[int, ...]:
    """Most of the words about it, on both sides of it or three at least: two that go together are in many clauses."""
    for phrase, share in ((denial.arguments, _ARGUMENTS), (denial.about, _NEXT)):
        found = told(phrase, denial.words, other, sentence)
        if found.share < share:
            continue
        keys = {other.keys[at] for at in found.at}
        before, after = (
            any(not keys.isdisjoint(other.alike(denial.words.keys[at])) for at in side)
            for side in ([at for at in phrase if at < denial.own.start], [at for at in phrase if at > denial.own.start])
        )
        if len(found.at) >= _LEAST_UNSURE or (len(found.at) == _LEAST and before and after):
            return found.at
    return ()


def _clause(denial: Denial, other: Words, sentence: Sentence) -> tuple[int, ...]:
    again = retold(denial.clause, denial.own, denial.words, denial.sentence, other, sentence, _CLAUSE)
    return again.at if again and any(at in again.there for at in denial.arguments) else ()


def _stand_in(denial: Denial, at: tuple[int, ...], other: Words, sentence: Sentence) -> int:
    """The word that stands where the denied one would: the next after the told word that comes before it there."""
    before = [denial.words.keys[one] for one in range(denial.clause.first, denial.own.start)]
    anchor = max((one for one in at if other.keys[one] in before), default=at[0])
    free = [one for one in range(*sentence.tokens) if other.keys[one] and one not in at]
    after = [one for one in free if one > anchor]
    return min(after, default=max(free, default=at[0]))


def _same_form(denial: Denial, other: Words, head: int) -> bool:
    """For a word that denies by its prefix: "unconstitutional" is not about a constitution."""
    predicate = denial.predicate
    return predicate.scope is not None or denial.words.norm(predicate.head[0])[-2:] == other.norm(head)[-2:]
