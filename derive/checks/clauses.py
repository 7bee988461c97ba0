"""Where a clause is told again when its predicate is told in other words: by what stands about the predicate."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from derive.checks.telling import Words
from derive.facts.polarity.clauses import Break
from derive.facts.polarity.words import is_adverb, key_of
from derive.model import Sentence, Span

_LEAST = 3  # words that two clauses must share: two ("the minister", "on Friday") are in many
_SHARE = 0.55  # of the words of the shorter one
_OWN = 0.4  # of the words of the clause itself
_AUXILIARY = frozenset("be is are was were been being has have had will would can did does do not never to".split())
_LONGEST = 30  # words of content of a clause that are compared


class Clause(Struct, frozen=True):
    """A clause: the range of its words, and which of them have content (who says it left out)."""

    first: int
    last: int
    content: tuple[int, ...]


class Retold(Struct, frozen=True):
    """The clause that tells another one again, which of its words both have, and which of the other's."""

    clause: Clause
    at: tuple[int, ...]
    there: tuple[int, ...]
    share: float  # of the other's

    def span(self, words: Words, longest: int) -> Span:
        """Its own words, the ones for the other's predicate, with a few to go with them."""
        own = [at for at in self.clause.content if at not in self.at] or list(self.clause.content)
        first = own[0]
        while first > self.clause.first and words.norm(first - 1) in _AUXILIARY:
            first -= 1
        last = [at for at in self.clause.content if first <= at < first + longest]
        return words.span(first, last[-1])


@lru_cache(maxsize=1 << 9)
def clauses(words: Words, sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order; those without content left out."""
    first, last = sentence.tokens
    stops = words.reading.clauses.breaks[sentence.index]
    ends = [at for at in range(first + 1, last) if stops[at - first] is Break.HARD]
    parts = zip((first, *ends), (*ends, last), strict=True)
    found = (Clause(start, end, tuple(_content(words, start, end))) for start, end in parts)
    return tuple(one for one in found if one.content)


def retold(
    clause: Clause, but: range, origin: Words, place: Sentence, other: Words, sentence: Sentence, floor: float = _OWN
) -> Retold | None:
    """The clause of a sentence that shares most words with a clause of `origin`, and enough to be the same.

    `but`: the words of the clause that are not expected to be told, as its predicate; `floor`: the share of the rest
    that must be told. None too where another clause
    of its own sentence (`place`) shares more with what was found.
    """
    wanted = {origin.keys[at] for at in clause.content if at not in but}
    told = {key for one in wanted for key in other.alike(one)}
    if len(told & other.bags[sentence.index]) < _LEAST:
        return None
    size, best = max(
        ((len(_keys(one, other) & told), one) for one in clauses(other, sentence)),
        key=lambda pair: pair[0],
        default=(0, clause),
    )
    if size < _LEAST or size < floor * len(wanted) or size < _SHARE * min(len(wanted), len(_keys(best, other))):
        return None
    theirs = _keys(best, other)
    for rival in clauses(origin, place):
        if rival.first != clause.first:
            again = {key for one in _keys(rival, origin) for key in other.alike(one)}
            if len(theirs & again) >= size:
                return None
    at = tuple(at for at in best.content if other.keys[at] in told)
    there = tuple(at for at in clause.content if at not in but and not theirs.isdisjoint(other.alike(origin.keys[at])))
    return Retold(best, at, there, size / len(wanted))


def clause_at(words: Words, sentence: Sentence, at: int) -> Clause | None:
    """The clause with a word."""
    return next((one for one in clauses(words, sentence) if one.first <= at < one.last), None)


def _keys(clause: Clause, words: Words) -> set[str]:
    return {words.keys[at] for at in clause.content}


def core(words: Words, sentence: Sentence, predicate: range) -> range:
    """The words between the nearest breaks on either side of a predicate: its own subject and object."""
    start, end = sentence.tokens
    stops = words.reading.clauses.breaks[sentence.index]
    first, last = predicate.start, predicate.stop
    while first > start and stops[first - start] is Break.NONE:
        first -= 1
    while last < end and stops[last - start] is Break.NONE:
        last += 1
    return range(first, last)


def _content(words: Words, first: int, last: int) -> Iterator[int]:
    say = key_of("say", "say")
    found = (at for at in range(first, last) if words.keys[at] not in ("", say) and not is_adverb(words.norm(at)))
    for _, at in zip(range(_LONGEST), found, strict=False):
        yield at
