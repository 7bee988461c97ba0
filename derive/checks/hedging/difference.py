"""What is held back otherwise in the rewrite than in an original."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from derive.checks.telling import Words
from derive.facts.hedges import Hedge, HedgeClass, Weight
from derive.facts.reading import within
from derive.model import Sentence, Span

LONGEST = 6  # words of a finding
_ELSEWHERE = frozenset({HedgeClass.CERTAINTY, HedgeClass.QUANTIFIER})


class Difference(Struct, frozen=True):
    """Words of the rewrite, the number of an original, its words, and what was compared."""

    here: Span
    source: int
    there: Span
    value: str


def doubts(words: Words, sentence: Sentence) -> Iterator[Hedge]:
    """The hedges of a sentence whose loss matters; not the quantifiers."""
    for hedge in within(words.reading.facts.hedges, sentence.span):
        if hedge.governs and hedge.weight is Weight.FIRM and hedge.kind not in _ELSEWHERE:
            yield hedge


def phrase(words: Words, hedge: Hedge) -> Span:
    """A hedge with the nearest words it governs."""
    near = [at for at in hedge.governs[:3] if abs(at - hedge.words[0]) <= LONGEST]
    first, last = hedge.words
    return words.span(min([first, *near[:1]]), max([last - 1, *near]))
