"""Whether two mentions stand in the same place of two sentences: what stands around them agrees."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from functools import cached_property

from derive.checks.examination import Examination
from derive.checks.slot import slot
from derive.model import Document, Span

_REACH = 7  # words on either side
_FADING = 0.15  # what each word of distance takes away
_BESIDE = 0.3  # for the very next word in common
_SMALL = frozenset(
    "the a an of to in on at by for and or that which who was were is are be been has have had it its he she his her"
    " they their as with from this not but".split()
)


class Slots:
    """Compares surroundings in the rewrite with those in the originals."""

    def __init__(self, examination: Examination) -> None:
        self._document = examination.rewrite.document
        self._sources = tuple(one.document for one in examination.sources)

    @cached_property
    def _weights(self) -> tuple[dict[str, float], ...]:
        """For each original the weight of its stems: 1.3 for one that stands once, less for what it is all about."""
        found = []
        for document in self._sources:
            counts = Counter(token.stem for token in document.tokens)
            found.append({stem: 0.25 if stem in _SMALL else 1.3 / math.sqrt(n) for stem, n in counts.items()})
        return tuple(found)

    def is_same(self, span: Span, source: int, counterpart: Span) -> bool:
        """Whether the same words stand on both sides."""
        return slot(self._document, span, self._sources[source], counterpart) > 0

    def fit(self, span: Span, source: int, counterpart: Span) -> float:
        """How well the surroundings agree: 0 not at all; 1 a rare word at each other's side; 3 and more one clause."""
        before, after = _sides(self._document, span)
        there_before, there_after = _sides(self._sources[source], counterpart)
        weights = self._weights[source]
        same = _shared(before, there_before, weights) + _shared(after, there_after, weights)
        turned = _shared(before, there_after, weights) + _shared(after, there_before, weights)
        beside = sum(one[:1] == two[:1] != [] for one, two in ((before, there_before), (after, there_after)))
        return same + 0.5 * turned + _BESIDE * beside


def _sides(document: Document, span: Span) -> tuple[list[str], list[str]]:
    """The stems before (nearest first) and after a span, inside its sentence."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return [], []
    first, last = sentence.tokens
    tokens = document.tokens
    begin = bisect_left(document.starts, span.start, first, last)
    end = bisect_left(document.starts, span.end, begin, last)
    before = [tokens[at].stem for at in range(begin - 1, max(first, begin - _REACH) - 1, -1)]
    return before, [tokens[at].stem for at in range(end, min(last, end + _REACH))]


def _shared(one: list[str], two: list[str], weights: dict[str, float]) -> float:
    where: dict[str, int] = {}
    for at, stem in enumerate(two):
        where.setdefault(stem, at)
    total = 0.0
    for at, stem in enumerate(one):
        if stem in where:
            total += weights[stem] / (1 + _FADING * (at + where.pop(stem)))
    return total
