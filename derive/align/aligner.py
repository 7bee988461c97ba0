"""Two readings -> Alignment."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from derive.align.evidence import Evidence, gather
from derive.facts import Reading
from derive.model import Alignment, Document, Link, LinkKind, Role, Sentence
from derive.recipe import AlignRecipe


def align(source: Reading, rewrite: Reading, recipe: AlignRecipe) -> Alignment:
    """Link the sentences of two readings, many to many. Swapping the two mirrors the links of their bodies.

    Each pair is judged on the evidence of the whole matrix (its rank in row and column, its neighbours, what it adds
    to the best link), not on its own; a sentence may be linked to none, one or several. A headline is linked to the
    sentences that it sums up.
    """
    a, b = source.document, rewrite.document
    links = [*_links(a, b, a.body, b.body, recipe), *_headline_links(a, b, recipe)]
    return Alignment(a, b, tuple(sorted(links)))


def _links(
    a: Document, b: Document, of_a: Sequence[Sentence], of_b: Sequence[Sentence], recipe: AlignRecipe
) -> Iterator[Link]:
    for i, j, evidence in gather(a, b, of_a, of_b):
        score = probability(evidence, recipe)
        if score >= recipe.floor:
            kind = _kind(a, of_a[i], b, of_b[j], recipe)
            yield Link((of_b[j].index,), (of_a[i].index,), round(score, 4), kind)


def probability(evidence: Evidence, recipe: AlignRecipe) -> float:
    """That the pair is a link: logistic in the evidence."""
    total = recipe.bias + sum(one * weight for one, weight in zip(evidence, recipe.weights, strict=True))
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))


def _headline_links(a: Document, b: Document, recipe: AlignRecipe) -> Iterator[Link]:
    """A headline tells the story in a few words: the two or three sentences that hold most of them."""
    heads = [one for one in b.sentences if one.role is Role.HEADLINE]
    told = [one for one in a.sentences if one.role in (Role.HEADLINE, Role.BODY)]
    for head in heads:
        scored = []
        for i, _, evidence in gather(a, b, told, [head]):
            if evidence.containment >= recipe.headline:
                scored.append((evidence.containment, -i))
        for value, i in sorted(scored, reverse=True)[:3]:
            kind = _kind(a, told[-i], b, head, recipe)
            yield Link((head.index,), (told[-i].index,), round(min(1.0, value), 4), kind)


def _kind(a: Document, one: Sentence, b: Document, other: Sentence, recipe: AlignRecipe) -> LinkKind:
    from rapidfuzz.distance import Indel

    similarity = Indel.normalized_similarity(
        [word.norm for word in a.words(one)], [word.norm for word in b.words(other)], score_cutoff=recipe.close
    )
    if similarity >= recipe.verbatim:
        return LinkKind.VERBATIM
    return LinkKind.CLOSE if similarity >= recipe.close else LinkKind.LOOSE
