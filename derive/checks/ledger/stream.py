"""Words in a row to look a quotation up in: those that an original quotes, and all of its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from derive.checks.ledger.unmarked import unmarked
from derive.facts import Reading
from derive.facts.lexicon import load
from derive.facts.quotes import Kind, QuoteWord, words
from derive.model import Sentence, Span

_FUNCTION = frozenset(load("quotes")["function"])
_FUNCTION_WEIGHT = 0.25  # a content word tells as much as four function words


def weight(word: QuoteWord) -> float:
    """How much a word tells of a quotation: 0 for what its speaker did not say, 1 for a content word."""
    if word.kind is not Kind.SPOKEN:
        return 0.0
    return _FUNCTION_WEIGHT if word.norm in _FUNCTION else 1.0


class Stream(Struct, frozen=True, dict=True):
    """A row of words of one original."""

    words: tuple[QuoteWord, ...]

    @cached_property
    def core(self) -> tuple[int, ...]:
        """Where the spoken words stand in `words`."""
        return tuple(number for number, word in enumerate(self.words) if word.kind is Kind.SPOKEN)

    @cached_property
    def _norms(self) -> dict[str, list[int]]:
        """Places in `core` by normal form."""
        table: dict[str, list[int]] = {}
        for place, number in enumerate(self.core):
            table.setdefault(self.words[number].norm, []).append(place)
        return table

    @cached_property
    def stems(self) -> dict[str, list[int]]:
        """Places in `words` by stem."""
        table: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            if word.stem:
                table.setdefault(word.stem, []).append(number)
        return table

    def runs(self, norms: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where the normal forms stand in one run, as half-open ranges of `words`."""
        if not norms:
            return
        rarest = min(range(len(norms)), key=lambda one: len(self._norms.get(norms[one], ())))
        for place in self._norms.get(norms[rarest], ()):
            first = place - rarest
            if first < 0 or first + len(norms) > len(self.core):
                continue
            if all(self.words[self.core[first + one]].norm == norm for one, norm in enumerate(norms)):
                yield self.core[first], self.core[first + len(norms) - 1] + 1


class Original(Struct, frozen=True, eq=False, dict=True):
    """One source, as the ledger reads it."""

    reading: Reading

    @cached_property
    def speech(self) -> tuple[Span, ...]:
        """What it gives as someone's words: the insides of its quotation marks and speech printed without marks."""
        marked = [piece for one in self.reading.facts.quotes for piece in one.pieces]
        merged: list[Span] = []
        for span in sorted([*marked, *unmarked(self.reading.document, self.reading.facts.quotes)]):
            if merged and span.start < merged[-1].end:
                merged[-1] = merged[-1].to(span)
            else:
                merged.append(span)
        return tuple(merged)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.speech]

    @cached_property
    def quoted(self) -> Stream:
        """The words of its speech, attributions between their pieces left out."""
        text = self.reading.document.plain
        return Stream(tuple(word for span in self.speech for word in words(text, span)))

    @cached_property
    def whole(self) -> Stream:
        """All words, narration and speech."""
        document = self.reading.document
        return Stream(words(document.plain, Span(0, len(document.plain))) if document.plain else ())

    def sentence(self, word: QuoteWord) -> Sentence | None:
        """The sentence that a word stands in."""
        return self.reading.document.sentence_at(word.span.start)

    def is_speech(self, span: Span) -> bool:
        """Whether a word stands in its speech."""
        number = bisect_right(self._starts, span.start) - 1
        return number >= 0 and span.start < self.speech[number].end
