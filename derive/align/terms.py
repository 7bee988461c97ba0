"""What a sentence is compared by: the stems of its words, and its figures and dates by value.

"€50,000" and "50,000 euros", "nine miles" and "14.6 km", "Thursday" and "Oct. 31" become the same terms.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from derive.facts import Reading
from derive.facts.dates import DateMention
from derive.facts.quantities import Kind, Quantity
from derive.model import Document, Span
from derive.text.frequency import zipf


class Term(NamedTuple):
    """A key that two sentences may share, and how common it is in English (Zipf: 7 for "the", 2.3 for the rarest)."""

    key: str
    zipf: float


_STEP = 0.06  # of a figure's logarithm: values within 3 % share a term, so that honest rounding and conversion do
_LONG = 31  # days; a longer interval says little


def word_terms(document: Document) -> tuple[tuple[Term, ...], ...]:
    """The terms of each sentence by its words alone."""
    words = _words(document)
    return tuple(tuple(words[slice(*sentence.tokens)]) for sentence in document.sentences)


def terms(reading: Reading) -> tuple[tuple[Term, ...], ...]:
    """The terms of each sentence; the words of a figure or date give way to its value."""
    document = reading.document
    words, starts = _words(document), document.starts
    found = []
    for sentence, figures in zip(document.sentences, values(reading), strict=True):
        here: list[Term] = []
        at, last = sentence.tokens
        for span, keys in figures:
            first = bisect_left(starts, span.start, at, last)
            here += words[at:first]
            here += keys
            at = bisect_left(starts, span.end, first, last)
        found.append((*here, *words[at:last]))
    return tuple(found)


def values(reading: Reading) -> Iterator[list[tuple[Span, list[Term]]]]:
    """For each sentence the figures and dates that words of it write, none inside another, with their terms."""
    every = sorted(_values(reading), key=lambda one: (one[0].start, -one[0].end))
    starts = reading.document.starts
    at = 0
    for sentence in reading.document.sentences:
        here: list[tuple[Span, list[Term]]] = []
        first, last = sentence.tokens
        covered = sentence.span.start
        while first < last and at < len(every) and every[at][0].start <= starts[last - 1]:
            span = every[at][0]
            if span.start >= covered:
                here.append(every[at])
                covered = span.end
            at += 1
        yield here


def _words(document: Document) -> list[Term]:
    return [_term(token.stem, token.norm) for token in document.tokens]


@lru_cache(maxsize=1 << 14)
def _term(stem: str, norm: str) -> Term:
    return Term(stem, zipf(norm))


def _values(reading: Reading) -> Iterator[tuple[Span, list[Term]]]:
    for quantity in reading.facts.quantities:
        if keys := _figure(quantity):
            yield quantity.span, keys
    for date in reading.facts.dates:
        if keys := [key for end in date.ends or (date,) for key in _date(end)]:
            yield date.span, keys


def _figure(quantity: Quantity) -> list[Term]:
    if quantity.kind in (Kind.LABEL, Kind.SCORE, Kind.VAGUE):
        return []
    value = abs(quantity.low)
    what = quantity.dimension or ("%" if quantity.kind in (Kind.PERCENT, Kind.POINTS, Kind.FRACTION) else "")
    if not what and value <= 12:
        return [Term(f"#{value:g}", 5.4 if value <= 3 else 4.9)]
    if value == 0:
        return [Term(f"#{what}0", 4.9)]
    # Two halves of overlapping steps: neighbours across a border still share one.
    step = math.log(value) / _STEP
    rarity = 3.8 if what or value > 100 else 4.8
    return [Term(f"#{what}{math.floor(step)}", rarity), Term(f"#{what}~{math.floor(step + 0.5)}", rarity)]


def _date(date: DateMention) -> Iterator[Term]:
    if date.interval:
        yield Term(f"@{date.interval.start}+{len(date.interval)}", 4.2 if len(date.interval) <= _LONG else 3.5)
    if date.clock:
        yield Term(f"@clock {date.clock.start}", 3.5)
    if date.length and not date.length.vague:
        yield Term(f"@length {round(math.log(date.length.low + 0.01) / 0.1)}", 4.2)
