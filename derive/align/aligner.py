"""Two documents -> Alignment."""

from __future__ import annotations

import math
from collections import Counter

from derive.facts import Reading
from derive.model import Alignment, Link, LinkKind, Role
from derive.recipe import AlignRecipe


def align(source: Reading, rewrite: Reading, recipe: AlignRecipe) -> Alignment:
    """Link the sentences of two readings. Symmetric: swapping the two mirrors the links."""
    a, b = source.document, rewrite.document
    bags_a = [frozenset(w.stem for w in a.words(s)) for s in a.sentences]
    bags_b = [frozenset(w.stem for w in b.words(s)) for s in b.sentences]
    df: Counter[str] = Counter()
    for bag in (*bags_a, *bags_b):
        df.update(bag)
    n = len(bags_a) + len(bags_b)
    idf = {stem: math.log(1 + n / count) - 0.6 for stem, count in df.items()}
    weight_a = [sum(idf[s] for s in bag) or 1.0 for bag in bags_a]
    weight_b = [sum(idf[s] for s in bag) or 1.0 for bag in bags_b]
    links = []
    for j, t in enumerate(b.sentences):
        if t.role is not Role.BODY and t.role is not Role.HEADLINE:
            continue
        scored = []
        for i, s in enumerate(a.sentences):
            if s.role is Role.BOILERPLATE or s.role is Role.HEADING:
                continue
            common = bags_a[i] & bags_b[j]
            if common:
                shared = sum(idf[x] for x in sorted(common))
                scored.append((shared / math.sqrt(weight_a[i] * weight_b[j]), i))
        scored.sort(key=lambda x: (-x[0], x[1]))
        for rank, (value, i) in enumerate(scored[:3]):
            if value >= recipe.floor and (rank == 0 or value >= 0.75 * scored[0][0]):
                kind = (
                    LinkKind.VERBATIM
                    if value > recipe.verbatim
                    else LinkKind.CLOSE
                    if value > recipe.close
                    else LinkKind.LOOSE
                )
                links.append(Link((j,), (i,), round(min(1.0, value), 4), kind))
    return Alignment(a, b, tuple(sorted(links)))
