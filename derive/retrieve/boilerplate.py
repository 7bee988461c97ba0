"""What is printed under story after story, as known runs of words: set aside, never counted as derivation.

The grammar of credits and service lines is `derive.text.boilerplate`; this holds what no grammar knows, such as the
paragraph about the company. How it is learnt from a corpus: `derive.retrieve.recurrence`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from derive.model import Article, Document, Role
from derive.sketch.runs import hashed, known, runs_of
from derive.text.document import read, set_aside

_SHARE = 0.7  # of a sentence's words that must stand in known runs: a phrase that all use does not make it nobody's


class Run(NamedTuple):
    """A run of words (its hash), how many articles hold it, and the first of them (its number)."""

    run: int
    articles: int
    first: int


class Boilerplate(Struct, frozen=True):
    """The runs of words (hashes, see `derive.sketch.runs`) that are nobody's, and the commonest of them."""

    runs: frozenset[int] = frozenset()
    commonest: tuple[Run, ...] = ()

    def mark(self, document: Document) -> Document:
        """The document with the sentences that consist of such runs given the role of boilerplate."""
        if not self.runs:
            return document
        hashes = [hashed(one.span.of(document.plain)) for one in document.sentences]
        inside = iter(known([word for sentence in hashes for word in sentence], self.runs))
        shares = [sum(next(inside) for _ in sentence) / (len(sentence) or 1) for sentence in hashes]
        return set_aside(document, lambda sentence: shares[sentence.index] >= _SHARE)


NONE = Boilerplate()


def said(boilerplate: Boilerplate, articles: Sequence[Article]) -> Iterator[tuple[str, int]]:
    """The boilerplate of a corpus in words, the commonest first: paragraphs, and how many articles hold them."""
    seen: set[int] = set()
    for one in boilerplate.commonest:
        if one.run in seen:
            continue
        document = boilerplate.mark(read(articles[one.first]))
        for _, group in groupby(document.sentences, lambda sentence: (sentence.paragraph, sentence.role)):
            sentences = list(group)
            span = sentences[0].span.to(sentences[-1].span)
            runs = set(runs_of(hashed(span.of(document.plain))))
            if one.run in runs and sentences[0].role is Role.BOILERPLATE:
                seen |= runs
                yield " ".join(span.of(document.plain).split()), one.articles
