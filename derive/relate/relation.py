"""Alignment -> Relation: derived or independent as a calibrated probability, and what kind of derivation."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

from derive.facts import Reading
from derive.model import Alignment, Coverage, Document, LinkKind, Relation, RelationKind
from derive.recipe import RelateRecipe
from derive.relate.direction import decide
from derive.relate.signals import Signals, signals


def relate(alignment: Alignment, recipe: RelateRecipe, readings: tuple[Reading, Reading] | None = None) -> Relation:
    """Name the relation of an aligned pair. `readings` bring the facts that speak for a direction."""
    measured = signals(alignment)
    coverage = Coverage(
        rewrite=covered(alignment.rewrite, frozenset(j for link in alignment.links for j in link.rewrite)),
        source=covered(alignment.source, frozenset(i for link in alignment.links for i in link.source)),
    )
    probability = derived(measured)
    kind = _kind(alignment, measured, probability, coverage, recipe)
    if kind is RelationKind.INDEPENDENT:
        probability = 1 - probability
    verdict = decide(alignment, readings, recipe)
    return Relation(
        kind, round(probability, 4), verdict.direction, round(verdict.confidence, 4), verdict.evidence, coverage
    )


def covered(document: Document, linked: frozenset[int]) -> float:
    """Share of the body words of a document that stand in the linked sentences."""
    total = sum(s.tokens[1] - s.tokens[0] for s in document.body)
    inside = sum(s.tokens[1] - s.tokens[0] for s in document.body if s.index in linked)
    return inside / total if total else 0.0


def derived(measured: Signals) -> float:
    """The probability that one text descends from the other: as a whole story or by a few lifted sentences."""
    if not measured.coverage:
        return 0.0
    return max(_logistic(model, measured) for model in _models().values())


@cache
def _models() -> dict[str, tuple[float, dict[str, float]]]:
    # Plain numbers, written by benchmarks/train_relate.py with their training report: never a pickle.
    data = json.loads((Path(__file__).parent / "coefficients.json").read_text("utf-8"))
    return {name: (one["bias"], one["weights"]) for name, one in data.items()}


def _logistic(model: tuple[float, dict[str, float]], measured: Signals) -> float:
    bias, weights = model
    total = bias + sum(weight * getattr(measured, field) for field, weight in weights.items())
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))


def _kind(
    alignment: Alignment, measured: Signals, probability: float, coverage: Coverage, recipe: RelateRecipe
) -> RelationKind:
    source, rewrite = alignment.source, alignment.rewrite
    if len(source.tokens) == len(rewrite.tokens) and source.plain.split() == rewrite.plain.split():
        return RelationKind.IDENTICAL
    if probability < 0.5:
        # Not enough wording for descent, but more than two reporters of one event share: both tell nearly all of it,
        # or they have runs of words in common outside quotations. Then a third text stands behind them.
        shared = (
            measured.coverage_low >= recipe.common_coverage
            or measured.runs >= recipe.common_runs
            or measured.certainty >= recipe.common_certainty
        )
        return RelationKind.COMMON_SOURCE if probability >= recipe.common and shared else RelationKind.INDEPENDENT
    verbatim = {j for link in alignment.links if link.kind is LinkKind.VERBATIM for j in link.rewrite}
    copied = covered(alignment.rewrite, frozenset(verbatim))
    if copied >= recipe.near_duplicate and coverage.source >= recipe.near_duplicate:
        return RelationKind.NEAR_DUPLICATE
    return RelationKind.REWRITE if coverage.rewrite >= recipe.partial else RelationKind.PARTIAL
