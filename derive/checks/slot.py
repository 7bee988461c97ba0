"""Word for word the same place: what stands beside two mentions in their sentences is the same."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from derive.facts.lexicon import load
from derive.model import Document, Span

_REACH = 4  # words on either side that are compared
_EDGE = 2  # what it is worth that both stand at an end of their sentence
_ENOUGH = 4  # words beside two mentions, of both sides together, that make it one place


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    return frozenset(load("quantities")["nouns"]["stops"].split())


def leaning(document: Document, span: Span, other: Document, its: Span) -> int:
    """How many words on the better side of two spans are the same (0 to 4), one of them telling."""
    here, there = _edges(document, span), _edges(other, its)
    if here is None or there is None:
        return 0
    left = _common(document, here[0] - 1, here[2] - 1, other, there[0] - 1, there[2] - 1, -1)
    right = _common(document, here[1], here[3], other, there[1], there[3], 1)
    return max((count for count, telling in (left, right) if telling), default=0)


def slot(document: Document, span: Span, other: Document, its: Span) -> int:
    """How many words beside two spans are the same (0 to 8); 0 where they do not stand in the same place.

    Both sides have to agree, and one of the words in common has to say something.
    """
    here, there = _edges(document, span), _edges(other, its)
    if here is None or there is None:
        return 0
    left, telling_left = _common(document, here[0] - 1, here[2] - 1, other, there[0] - 1, there[2] - 1, -1)
    right, telling_right = _common(document, here[1], here[3], other, there[1], there[3], 1)
    total = left + right
    same = left and right and total >= _ENOUGH and (telling_left or telling_right)
    return total if same else 0


def _edges(document: Document, span: Span) -> tuple[int, int, int, int] | None:
    """The word positions of a span, half-open, and those of its sentence."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return None
    first, last = sentence.tokens
    begin = bisect_left(document.tokens, span.start, first, last, key=lambda token: token.span.start)
    end = bisect_left(document.tokens, span.end, begin, last, key=lambda token: token.span.start)
    return begin, end, first, last


def _common(document: Document, at: int, stop: int, other: Document, its: int, end: int, step: int) -> tuple[int, bool]:
    """How many words from two positions on are the same up to the first that is not, and whether one of them tells."""
    count, telling = 0, False
    while count < _REACH:
        if at == stop or its == end:
            return count + (_EDGE if at == stop and its == end else 0), telling
        word = document.tokens[at].norm
        if word != other.tokens[its].norm:
            break
        telling = telling or word not in _small()
        count, at, its = count + 1, at + step, its + step
    return count, telling
