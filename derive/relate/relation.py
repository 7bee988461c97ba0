"""Alignment -> Relation."""

from __future__ import annotations

from derive.model import Alignment, Coverage, Direction, Document, LinkKind, Relation, RelationKind
from derive.recipe import RelateRecipe


def covered(document: Document, linked: frozenset[int]) -> float:
    """Share of the body words of a document that stand in the linked sentences."""
    total = sum(s.tokens[1] - s.tokens[0] for s in document.body)
    inside = sum(s.tokens[1] - s.tokens[0] for s in document.body if s.index in linked)
    return inside / total if total else 0.0


def relate(alignment: Alignment, recipe: RelateRecipe) -> Relation:
    """Name the relation of an aligned pair."""
    coverage = Coverage(
        rewrite=covered(alignment.rewrite, frozenset(j for link in alignment.links for j in link.rewrite)),
        source=covered(alignment.source, frozenset(i for link in alignment.links for i in link.source)),
    )
    verbatim = bool(alignment.links) and all(link.kind is LinkKind.VERBATIM for link in alignment.links)
    if alignment.source.plain == alignment.rewrite.plain:
        kind = RelationKind.IDENTICAL
    elif verbatim and coverage.rewrite > 0.9:
        kind = RelationKind.NEAR_DUPLICATE
    elif coverage.rewrite >= recipe.partial:
        kind = RelationKind.REWRITE
    elif coverage.rewrite > 0:
        kind = RelationKind.PARTIAL
    else:
        kind = RelationKind.INDEPENDENT
    return Relation(kind, round(coverage.rewrite, 4), Direction.UNDECIDED, 0.0, (), coverage)
