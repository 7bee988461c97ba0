"""Whether two mentions stand in the same place of two sentences: what stands around them agrees."""

from __future__ import annotations

from bisect import bisect_left

from derive.model import Document, Span

_REACH = 7  # words on either side
_SMALL = frozenset(
    "the a an of to in on at by for and or that which who was were is are be been has have had it its he she his her"
    " they their as with from this not but".split()
)


def _sides(document: Document, span: Span) -> tuple[list[str], list[str]]:
    """The stems before (nearest first) and after a span, inside its sentence."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return [], []
    first, last = sentence.tokens
    tokens = document.tokens
    begin = bisect_left(tokens, span.start, first, last, key=lambda token: token.span.start)
    end = bisect_left(tokens, span.end, begin, last, key=lambda token: token.span.start)
    before = [tokens[at].stem for at in range(begin - 1, max(first, begin - _REACH) - 1, -1)]
    return before, [tokens[at].stem for at in range(end, min(last, end + _REACH))]


def _shared(one: list[str], two: list[str]) -> float:
    where: dict[str, int] = {}
    for at, stem in enumerate(two):
        where.setdefault(stem, at)
    total = 0.0
    for at, stem in enumerate(one):
        if stem in where:
            near = 1 / (1 + 0.15 * (at + where.pop(stem)))
            total += near * (0.25 if stem in _SMALL else 1.0)
    return total


def fit(document: Document, span: Span, other: Document, counterpart: Span) -> float:
    """How well the surroundings agree: 0 for not at all; about 1 for a word each; 3 and more for the same clause."""
    before, after = _sides(document, span)
    there_before, there_after = _sides(other, counterpart)
    same = _shared(before, there_before) + _shared(after, there_after)
    turned = _shared(before, there_after) + _shared(after, there_before)
    return same + 0.5 * turned
