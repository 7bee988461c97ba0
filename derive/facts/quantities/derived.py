"""Figures that follow from the original's: sums, differences, remainders, ratios, the length of a list of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from derive.facts.quantities.value import Bound, Kind, Quantity

_MOST = 12  # figures of a passage that are combined: 12 give 66 sums of two
_ADDABLE = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.MEASURE)
_LIST = re.compile(
    r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*(?:, (?:and )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*){0,12},? and [A-Z][\w'’.-]*"
)
_ITEM = re.compile(r", (?:and )?| and ")


def follows(new: Quantity, olds: Sequence[Quantity]) -> bool:
    """Whether a figure is a sum, difference, ratio or part of the given ones."""
    near = _alike(new, olds)[:_MOST]
    values = [one.low for one in near]
    if new.kind in (Kind.MULTIPLE, Kind.FRACTION, Kind.PERCENT) and _is_ratio(new, olds):
        return True
    if new.kind in (Kind.PERCENT, Kind.FRACTION) and any(_fits(new, 1 - one.low) for one in near):
        return True
    if new.kind is Kind.POINTS:
        shares = [one.low * 100 for one in olds if one.kind is Kind.PERCENT][:_MOST]
        return any(_fits(new, abs(a - b)) for a, b in combinations(shares, 2))
    if new.kind is Kind.AGE:
        return False
    if len(values) > 1 and _fits(new, sum(values)):
        return True
    if any(_fits(new, a + b) or _fits(new, abs(a - b)) for a, b in combinations(values, 2)):
        return True
    if len(values) <= 8 and any(_fits(new, a + b + c) or _fits(new, a + b - c) for a, b, c in combinations(values, 3)):
        return True
    return _from_parts(new, olds)


def _alike(new: Quantity, olds: Sequence[Quantity]) -> list[Quantity]:
    if new.kind not in (*_ADDABLE, Kind.FRACTION):
        return []
    kind = Kind.PERCENT if new.kind is Kind.FRACTION else new.kind
    return [one for one in olds if one.kind is kind and one.dimension in (new.dimension, "percent") and not one.ranged]


def _fits(new: Quantity, value: float) -> bool:
    off = abs(new.low - value)
    if value <= 0:
        return False
    if new.bound.side:
        return off <= 1e-6 or 0 < (value - new.low) * new.bound.side <= min(new.step, 0.2 * value)
    if new.bound in (Bound.ABOUT, Bound.NEARLY):
        return off <= max(0.06 * value, 0.0)
    return off <= 1e-6 * max(value, 1.0) or (new.step > 1 and off <= 0.02 * value)


def _is_ratio(new: Quantity, olds: Sequence[Quantity]) -> bool:
    for a, b in combinations([one for one in olds if one.kind in _ADDABLE and one.low > 0][:_MOST], 2):
        if a.kind is not b.kind or a.dimension != b.dimension:
            continue
        small, large = sorted((a.low, b.low))
        ratios = (large / small, small / large, 1 - small / large, large / small - 1)
        if any(abs(new.low - ratio) <= 0.05 * ratio for ratio in ratios if ratio > 0):
            return True
    return False


def _from_parts(new: Quantity, olds: Sequence[Quantity]) -> bool:
    """ "29 out of 30" gives 29, 30 and the one that is left."""
    for old in olds:
        if len(old.parts) == 2 and old.kind in (Kind.FRACTION, Kind.COUNT, Kind.SCORE):
            a, b = old.parts
            if new.low in (a, b, b - a, a - b, a + b):
                return True
    return False


def lists(text: str, count: float) -> bool:
    """Whether a passage names exactly so many in a row: "Lindqvist, Oduya and Marsh" are three."""
    return any(len(_ITEM.split(match.group())) == count for match in _LIST.finditer(text))
