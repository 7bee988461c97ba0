"""Ranks of a superlative, and comparisons: "the second-largest city" against "the largest city"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from derive.checks.slot import slot
from derive.facts.lexicon import load
from derive.facts.quantities.words import CARDINALS, ORDINALS
from derive.model import Document, Sentence, Span

_TIES = frozenset(("among", "joint", "equal"))
_BUT = re.compile(r"[^.;]{0,40}\b(?:after|behind|but one|other than|outside|except|apart|bar)\b")
_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_COMPARISON = re.compile(r"\b(?P<way>more|less|fewer) than\b", re.IGNORECASE)
_WAYS = {"more": 1, "less": -1, "fewer": -1}
_WORDS = 6  # words beside two comparisons, of both sides together, that make them one


class Rank(Struct, frozen=True):
    """A superlative with its rank (1 where none is told) and the word that it ranks."""

    words: str
    rank: float
    noun: str
    span: Span


@cache
def _superlatives() -> frozenset[str]:
    return frozenset(load("quantities")["ranks"]["superlatives"].split())


def ranks(document: Document, sentence: Sentence) -> Iterator[Rank]:
    """The superlatives of a sentence, those aside that several may share ("one of the largest")."""
    first, last = sentence.tokens
    tokens = document.tokens
    for at in range(first, last - 1):
        word = tokens[at].norm
        graded = word in ("most", "least") and at + 2 < last
        if not graded and word not in _superlatives():
            continue
        end = at + 1 if not graded else at + 2
        before = [one.norm for one in tokens[max(first, at - 6) : at]]
        if _TIES & set(before) or before[-3:-1] == ["one", "of"] or before[-4:-2] == ["one", "of"]:
            continue
        rank = _ordinal(before[-1]) if before else None
        words = " ".join(one.norm for one in tokens[at:end])
        noun = tokens[end].stem if end < last else ""
        yield Rank(
            words, rank or 1.0, noun, Span(tokens[at - (rank is not None)].start, tokens[min(end, last - 1)].end)
        )


def reranked(document: Document, sentence: Sentence, other: Document, place: Sentence) -> Iterator[tuple[Span, Span]]:
    """The superlatives of a sentence that have another rank there, or one where there is none."""
    mine, its = list(ranks(document, sentence)), None
    for one in mine:
        its = list(ranks(other, place)) if its is None else its
        same = [rank for rank in its if (rank.words, rank.noun) == (one.words, one.noun)]
        alone = len(same) == 1 and sum((rank.words, rank.noun) == (one.words, one.noun) for rank in mine) == 1
        if not alone or 1.0 not in (one.rank, same[0].rank) or one.rank == same[0].rank:
            continue
        told = document.plain if one.rank == 1.0 else other.plain
        if not _BUT.match(told, (one if one.rank == 1.0 else same[0]).span.end):
            yield one.span, same[0].span


def turned(document: Document, sentence: Sentence, other: Document, place: Sentence) -> Iterator[tuple[Span, Span]]:
    """The comparisons that go the other way, among the same words: less than for more than."""
    its = None
    for match in _COMPARISON.finditer(document.plain, sentence.span.start, sentence.span.end):
        if its is None:
            its = list(_COMPARISON.finditer(other.plain, place.span.start, place.span.end))
        for there in its:
            if _WAYS[match["way"].lower()] * _WAYS[there["way"].lower()] < 0:
                spans = Span(*match.span()), Span(*there.span())
                if slot(document, spans[0], other, spans[1]) >= _WORDS:
                    yield spans


def _ordinal(word: str) -> float | None:
    if figures := _FIGURES.fullmatch(word):
        return float(figures[1])
    return ORDINALS.get(word) if word not in CARDINALS else None
