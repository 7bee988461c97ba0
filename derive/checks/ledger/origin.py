"""Where a unit of a quotation comes from: the best place in one row of words of one original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from derive.checks.ledger.alignment import Aligned, align, windows
from derive.checks.ledger.entry import Unit
from derive.checks.ledger.stream import Original, Stream, weight
from derive.facts.quotes import Kind, QuoteWord
from derive.model import Span

Places = frozenset[tuple[int, int]]  # (source, sentence) pairs that a sentence of the rewrite is linked to


class Origin(Struct, frozen=True):
    """The place that a unit was aligned with."""

    number: int  # of the source
    original: Original
    stream: Stream
    aligned: Aligned
    linked: bool  # whether the rewrite's sentence is linked to the place, or next to it

    @property
    def words(self) -> list[QuoteWord]:
        """The words of the original that were found."""
        return [self.stream.words[place] for place in self.aligned.places]

    @property
    def span(self) -> Span:
        """From the first of them to the last, as far as they stand in the sentence that has most of them."""
        words = self.words
        sentences = [self.original.sentence(word) for word in words]
        main = max(sentences, key=lambda one: (sum(one == other for other in sentences), -(one.index if one else 0)))
        inside = [word.span for word, sentence in zip(words, sentences, strict=True) if sentence == main]
        return inside[0].to(inside[-1])

    @property
    def quoted(self) -> bool:
        """Whether most of the weight that was found stands in the original's own quotations."""
        words = self.words
        spoken = sum(weight(word) for word in words if self.original.is_speech(word.span))
        return 2 * spoken > sum(map(weight, words))


def _segments(words: Sequence[QuoteWord]) -> list[list[str]]:
    """The spoken words between gaps."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word.kind is Kind.GAP:
            parts.append([])
        elif word.kind is Kind.SPOKEN:
            parts[-1].append(word.norm)
    return [part for part in parts if part]


def stands_in(words: Sequence[QuoteWord], stream: Stream) -> bool:
    """Whether the words stand in a stream word for word and in order, marked gaps aside."""
    reached = 0
    for segment in _segments(words):
        run = next((end for start, end in stream.runs(segment) if start >= reached), None)
        if run is None:
            return False
        reached = run
    return True


def best(unit: Unit, originals: Sequence[Original], places: Places, *, quoted: bool) -> Origin | None:
    """The place that has most of a unit, in the originals' quotations or in all of their words."""
    found = list(_origins(unit, originals, places, quoted=quoted))
    # A link is worth a tenth of the words: it decides between places that are nearly alike.
    return max(found, key=lambda one: one.aligned.kept + 0.1 * one.linked) if found else None


def _origins(unit: Unit, originals: Sequence[Original], places: Places, *, quoted: bool) -> Iterator[Origin]:
    for number, original in enumerate(originals):
        stream = original.quoted if quoted else original.whole
        for window in windows(unit.words, stream):
            aligned = align(unit.words, stream, window)
            if not aligned.places:
                continue
            origin = Origin(number, original, stream, aligned, linked=False)
            indices = {sentence.index for word in origin.words if (sentence := original.sentence(word))}
            near = any((number, index + step) in places for index in indices for step in (-1, 0, 1))
            yield Origin(number, original, stream, aligned, near)
