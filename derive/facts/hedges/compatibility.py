"""Which hedge makes up for the loss of which."""

from __future__ import annotations

from functools import cache

from derive.facts.hedges.hedge import Hedge, HedgeClass, Weight
from derive.facts.lexicon import load

_HEARSAY = frozenset({HedgeClass.ALLEGATION, HedgeClass.REPORT, HedgeClass.BELIEF})
_DOUBT = frozenset({HedgeClass.MODALITY, HedgeClass.BELIEF})

_ENOUGH: dict[HedgeClass, frozenset[HedgeClass]] = {
    HedgeClass.ALLEGATION: _HEARSAY | {HedgeClass.MODALITY, HedgeClass.CREDIT},
    HedgeClass.REPORT: _HEARSAY | {HedgeClass.MODALITY, HedgeClass.CREDIT},
    HedgeClass.BELIEF: _HEARSAY | {HedgeClass.MODALITY, HedgeClass.CREDIT},
    HedgeClass.MODALITY: _HEARSAY | {HedgeClass.MODALITY, HedgeClass.INTENT, HedgeClass.FREQUENCY, HedgeClass.BOUND},
    HedgeClass.FREQUENCY: frozenset(
        {HedgeClass.FREQUENCY, HedgeClass.MODALITY, HedgeClass.QUANTIFIER, HedgeClass.BOUND}
    ),
    HedgeClass.INTENT: _DOUBT | {HedgeClass.INTENT},
    HedgeClass.CERTAINTY: frozenset({HedgeClass.CERTAINTY}),
    HedgeClass.CREDIT: frozenset(),
    HedgeClass.BOUND: frozenset({HedgeClass.BOUND, HedgeClass.MODALITY}),
    HedgeClass.QUANTIFIER: frozenset({HedgeClass.QUANTIFIER, HedgeClass.FREQUENCY}),
}

# From the fewest to all: a step of two, or any step at the upper end, is another claim.
_QUANTITY = ("few", "some", "many", "most", "all")
_LOW, _HIGH = frozenset({"min", "over"}), frozenset({"max", "under", "near"})


def makes_up(hedge: Hedge, other: Hedge) -> bool:
    """Whether `other`, over the same words, holds them back as `hedge` does."""
    if other.kind not in _ENOUGH[hedge.kind]:
        return False
    if hedge.kind is HedgeClass.MODALITY and other.kind is HedgeClass.INTENT:
        return other.sense != "future"
    if hedge.kind is other.kind is HedgeClass.INTENT:
        return hedge.sense == "strong" or other.sense != "future"
    if hedge.kind is other.kind is HedgeClass.FREQUENCY:
        return "always" not in (hedge.sense, other.sense)
    if hedge.kind is not HedgeClass.FREQUENCY and other.sense == "rarely" and other.weight is Weight.SOFT:
        return False  # "an unusual step" is no doubt
    if hedge.kind in (HedgeClass.FREQUENCY, HedgeClass.MODALITY) and other.kind is HedgeClass.BOUND:
        return other.sense == "about"
    if hedge.kind is other.kind is HedgeClass.BOUND:
        return not contrary(hedge, other)
    if hedge.kind is other.kind is HedgeClass.QUANTIFIER:
        return not contrary(hedge, other)
    return True


@cache
def limits() -> frozenset[str]:
    """Words that bound a figure from elsewhere in the sentence."""
    return frozenset(load("hedges")["limits"].split())


def contrary(hedge: Hedge, other: Hedge) -> bool:
    """Whether two bounds point in opposite directions, or two quantifiers make another claim."""
    senses = (hedge.sense, other.sense)
    if hedge.kind is HedgeClass.BOUND:
        return (senses[0] in _LOW and senses[1] in _HIGH) or (senses[0] in _HIGH and senses[1] in _LOW)
    if all(sense in _QUANTITY for sense in senses):
        a, b = sorted(_QUANTITY.index(sense) for sense in senses)
        return b - a >= 2 or (b - a == 1 and b >= 3)
    return False
