"""Two readings -> Alignment."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

from derive.align.evidence import Evidence, gather
from derive.align.terms import Term, terms, word_terms
from derive.facts import Reading
from derive.model import Alignment, Document, Link, LinkKind, Role, Sentence
from derive.recipe import AlignRecipe


def align(source: Reading, rewrite: Reading, recipe: AlignRecipe) -> Alignment:
    """Link the sentences of two readings, many to many. Swapping the two mirrors the links of their bodies.

    Each pair is judged on the evidence of the whole matrix (its rank in row and column, its neighbours, what it adds
    to the best link), not on its own; a sentence may be linked to none, one or several. A headline is linked to the
    sentences that it sums up.
    """
    a = _Side(source.document, terms(source))
    b = _Side(rewrite.document, terms(rewrite))
    return Alignment(a.document, b.document, tuple(sorted([*_links(a, b, recipe), *_headline_links(a, b, recipe)])))


def align_words(source: Document, rewrite: Document, recipe: AlignRecipe) -> Alignment:
    """The same by words alone, for bulk verification: no facts are extracted, and headlines are left out."""
    a, b = _Side(source, word_terms(source)), _Side(rewrite, word_terms(rewrite))
    return Alignment(source, rewrite, tuple(sorted(_links(a, b, recipe))))


class _Side(Struct, frozen=True):
    """A document and the terms of its sentences."""

    document: Document
    terms: tuple[tuple[Term, ...], ...]

    def of(self, sentences: Sequence[Sentence]) -> list[tuple[Term, ...]]:
        """The terms of some of its sentences."""
        return [self.terms[one.index] for one in sentences]


def _links(a: _Side, b: _Side, recipe: AlignRecipe) -> Iterator[Link]:
    of_a, of_b = a.document.body, b.document.body
    for i, j, evidence in gather(a.of(of_a), b.of(of_b)):
        score = probability(evidence, recipe)
        if score >= recipe.floor:
            kind = _kind(a.document, of_a[i], b.document, of_b[j], recipe)
            yield Link((of_b[j].index,), (of_a[i].index,), round(score, 4), kind)


def probability(evidence: Evidence, recipe: AlignRecipe) -> float:
    """That the pair is a link: logistic in the evidence."""
    total = recipe.bias + sum(one * weight for one, weight in zip(evidence, recipe.weights, strict=True))
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))


def _headline_links(a: _Side, b: _Side, recipe: AlignRecipe) -> Iterator[Link]:
    """A headline tells the story in a few words: the two or three sentences that hold most of them."""
    heads = [one for one in b.document.sentences if one.role is Role.HEADLINE]
    told = [one for one in a.document.sentences if one.role in (Role.HEADLINE, Role.BODY)]
    for head in heads:
        scored = []
        for i, _, evidence in gather(a.of(told), b.of([head])):
            if evidence.containment >= recipe.headline:
                scored.append((evidence.containment, -i))
        for value, i in sorted(scored, reverse=True)[:3]:
            kind = _kind(a.document, told[-i], b.document, head, recipe)
            yield Link((head.index,), (told[-i].index,), round(min(1.0, value), 4), kind)


def _kind(a: Document, one: Sentence, b: Document, other: Sentence, recipe: AlignRecipe) -> LinkKind:
    from rapidfuzz.distance import Indel

    similarity = Indel.normalized_similarity(
        [word.norm for word in a.words(one)], [word.norm for word in b.words(other)], score_cutoff=recipe.close
    )
    if similarity >= recipe.verbatim:
        return LinkKind.VERBATIM
    return LinkKind.CLOSE if similarity >= recipe.close else LinkKind.LOOSE
