"""Which hedge makes up for the loss of which."""

from __future__ import annotations

from derive.facts.hedges.hedge import Hedge, HedgeClass, Weight

_HEARSAY = frozenset({HedgeClass.ALLEGATION, HedgeClass.REPORT, HedgeClass.BELIEF})
_DOUBT = frozenset({HedgeClass.MODALITY, HedgeClass.BELIEF})

_ENOUGH: dict[HedgeClass, frozenset[HedgeClass]] = {
    HedgeClass.ALLEGATION: _HEARSAY | {HedgeClass.MODALITY, HedgeClass.CREDIT},
    HedgeClass.REPORT: _HEARSAY | {HedgeClass.MODALITY, HedgeClass.CREDIT},
    HedgeClass.BELIEF: _HEARSAY | {HedgeClass.MODALITY, HedgeClass.CREDIT},
    HedgeClass.MODALITY: _HEARSAY | {HedgeClass.MODALITY, HedgeClass.INTENT, HedgeClass.FREQUENCY},
    HedgeClass.FREQUENCY: frozenset({HedgeClass.FREQUENCY, HedgeClass.MODALITY, HedgeClass.QUANTIFIER}),
    HedgeClass.INTENT: _DOUBT | {HedgeClass.INTENT},
    HedgeClass.CERTAINTY: frozenset({HedgeClass.CERTAINTY}),
    HedgeClass.CREDIT: frozenset(),
    HedgeClass.QUANTIFIER: frozenset({HedgeClass.QUANTIFIER, HedgeClass.FREQUENCY}),
}

# From the fewest to all: a step of two, or any step at the upper end, is another claim.
_QUANTITY = ("few", "some", "many", "most", "all")


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
    if hedge.kind is other.kind is HedgeClass.QUANTIFIER:
        return not contrary(hedge, other)
    return True


def contrary(hedge: Hedge, other: Hedge) -> bool:
    """Whether two quantifiers make another claim."""
    senses = (hedge.sense, other.sense)
    if all(sense in _QUANTITY for sense in senses):
        a, b = sorted(_QUANTITY.index(sense) for sense in senses)
        return b - a >= 2 or (b - a == 1 and b >= 3)
    return False
