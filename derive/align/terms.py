"""What a sentence is compared by: the stems of its words, and its figures and dates by value.

"€50,000" and "50,000 euros", "nine miles" and "14.6 km", "Thursday" and "Oct. 31" become the same terms.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from derive.facts import Reading
from derive.facts.dates import DateMention
from derive.facts.quantities import Kind, Quantity
from derive.model import Document, Span, Token
from derive.text.frequency import zipf


class Term(NamedTuple):
    """A key that two sentences may share, and how common it is in English (Zipf: 7 for "the", 2.3 for the rarest)."""

    key: str
    zipf: float


_STEP = 0.06  # of a figure's logarithm: values within 3 % share a term, so that honest rounding and conversion do
_LONG = 31  # days; a longer interval says little


def word_terms(document: Document) -> tuple[tuple[Term, ...], ...]:
    """The terms of each sentence by its words alone."""
    return tuple(tuple(map(_word, document.words(sentence))) for sentence in document.sentences)


def terms(reading: Reading) -> tuple[tuple[Term, ...], ...]:
    """The terms of each sentence; the words of a figure or date give way to its value."""
    document = reading.document
    values = sorted(_values(reading), key=lambda one: (one[0].start, -one[0].end))
    found = []
    at = 0
    for sentence in document.sentences:
        here: list[Term] = []
        covered = sentence.span.start
        for token in document.words(sentence):
            while at < len(values) and values[at][0].start <= token.span.start:
                span, keys = values[at]
                at += 1
                if span.start >= covered:
                    here.extend(keys)
                    covered = span.end
            if token.span.start >= covered:
                here.append(_word(token))
        found.append(tuple(here))
    return tuple(found)


def _word(token: Token) -> Term:
    return _term(token.stem, token.norm)


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
