"""How much two figures are about the same thing, whatever they say."""

from __future__ import annotations

from derive.checks.counterpart import Placed, shared
from derive.facts.quantities import Kind, Quantity
from derive.facts.quantities.compare import agree, comparable
from derive.facts.quantities.nouns import GENERIC

RIVAL = 0.62  # from this likeness on, two figures are taken for the same thing; the weights below were read off
STRONG = 0.95  # rewrites and teachers' simplifications (55 alarms in 113,000 words, most of them true)
_AGREEING = 1.0  # what an equal value adds when figures are paired
OF_ONE_KIND = (Kind.AGE, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.SCORE)  # the kind alone says much

Figure = Placed[Quantity]


def likeness(new: Figure, old: Figure) -> float:
    """From 0 (different kinds) to about 2 (one kind, unit and noun among the same words)."""
    a, b = new.mention, old.mention
    if not comparable(a, b):
        return 0.0
    base = 0.0 if a.kind in (Kind.COUNT, Kind.VAGUE) else 0.1 if a.kind is Kind.ORDINAL else 0.3
    base += 0.15 if a.unit == b.unit and a.unit else 0.0
    return base + noun_likeness(a, b) + 0.7 * shared(new.around, old.around) + 0.3 * shared(new.near, old.near)


def noun_likeness(a: Quantity, b: Quantity) -> float:
    """Whether two figures count the same: 0.6 for one noun, 0.15 for "people" against any, below 0 for two nouns."""
    if not a.noun or not b.noun:
        return 0.15 if a.kind in OF_ONE_KIND else 0.05
    if set(a.noun) & set(b.noun):
        return 0.6 if a.noun[0] == b.noun[0] or a.noun[-1] == b.noun[-1] else 0.5
    if set(a.noun) & GENERIC or set(b.noun) & GENERIC:
        return 0.15
    return 0.0 if a.kind in OF_ONE_KIND else -0.15


def is_strong(new: Figure, old: Figure) -> bool:
    """Whether two figures count one thing, beyond doubt."""
    strength = likeness(new, old)
    if noun_likeness(new.mention, old.mention) >= 0.5:
        return strength >= STRONG
    return strength >= STRONG and shared(new.near, old.near) >= 0.6


def fit(new: Figure, old: Figure) -> float:
    """What figures are paired by: their likeness, and more where they agree."""
    score = likeness(new, old)
    if agree(new.mention, old.mention):
        return max(score, 0.05) + _AGREEING
    return score if comparable(new.mention, old.mention) else 0.0


def significant(quantity: Quantity) -> int:
    """How many digits of a figure carry meaning: 3 for 1,250, 1 for 8,000."""
    return len(f"{abs(quantity.written):.10g}".replace(".", "").strip("0"))
