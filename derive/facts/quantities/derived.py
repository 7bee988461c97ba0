"""Figures that follow from the original's: sums, differences, remainders, ratios, the length of a list of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from derive.facts.quantities.compare import comparable
from derive.facts.quantities.value import Bound, Kind, Quantity

_MOST = 12  # figures of a passage that are combined: 12 give 66 sums of two
_ADDABLE = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.MEASURE)
_LONGEST_LIST = 40
_NAME = r"(?:the )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,4}"
_LIST = re.compile(rf"{_NAME}(?:, {_NAME}){{0,40}},? and {_NAME}|{_NAME}(?:, {_NAME}){{2,40}}")
_ITEM = re.compile(r",? and (?:the )?|, (?:the )?")
_ONE = re.compile(
    r"\b(?:another|one|an? (?:man|woman|boy|girl|person|child|officer|third|second|fourth|fifth|single|teenager|further))\b",
    re.I,
)


def follows(new: Quantity, olds: Sequence[Quantity], beside: Sequence[Quantity] = (), singles: int = 0) -> bool:
    """Whether a figure is a sum, difference, ratio or part of the given ones.

    `beside` are the figures that stand beside it: who adds up tells all of the parts or none. `singles` more may be
    added one by one ("another man").
    """
    near = _alike(new, olds)[:_MOST]
    if new.kind in (Kind.MULTIPLE, Kind.FRACTION, Kind.PERCENT) and _is_ratio(new, olds):
        return True
    if new.kind in (Kind.PERCENT, Kind.FRACTION) and any(_fits(new, 1 - one.low) for one in near):
        return True
    if new.kind is Kind.POINTS:
        shares = [one.low * 100 for one in olds if one.kind is Kind.PERCENT][:_MOST]
        return any(_fits(new, abs(a - b)) for a, b in combinations(shares, 2))
    if new.kind is Kind.AGE:
        return False
    told = frozenset(one.low for one in beside)
    values = [one.low for one in near] + [1.0] * (min(singles, 3) if new.kind is Kind.COUNT else 0)
    return _adds(new, values, told) or _from_parts(new, olds)


def _adds(new: Quantity, values: Sequence[float], told: frozenset[float]) -> bool:
    """Whether a figure is the sum of all, or a sum or difference of two or three of the values."""
    if len(values) > 1 and _fits(new, sum(values)):
        return True
    for a, b in combinations(values, 2):
        if _fits(new, a + b) and (a in told) is (b in told) or _fits(new, abs(a - b)):
            return True
    if len(values) > 8:
        return False
    return any(
        len({a in told, b in told, c in told}) == 1
        and any(_fits(new, total) for total in (a + b + c, a + b - c, a - b + c, b + c - a))
        for a, b, c in combinations(values, 3)
    )


def _alike(new: Quantity, olds: Sequence[Quantity]) -> list[Quantity]:
    if new.kind not in (*_ADDABLE, Kind.FRACTION):
        return []
    shares = (Kind.PERCENT, Kind.FRACTION)
    kinds = shares if new.kind in shares else (new.kind,)
    return [
        one for one in olds
        if one.kind in kinds and (one.dimension == new.dimension or new.kind in shares) and not one.ranged
    ]  # fmt: skip


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
    """Whether a multiple or share is the ratio of two figures for one thing, or the part by which they differ."""
    amounts = [one for one in olds if one.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE) and one.low > 0][:_MOST]
    if new.kind is Kind.MULTIPLE:
        amounts.extend(one for one in olds if one.kind in (Kind.PERCENT, Kind.FRACTION) and one.low > 0)
    for a, b in combinations(amounts, 2):
        if comparable(a, b):
            small, large = sorted((a.low, b.low))
            ratios = (large / small, small / large, 1 - small / large, large / small - 1)
            if any(abs(new.low - ratio) <= 0.04 * ratio for ratio in ratios):
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


def counted(new: Quantity, text: str, own: str) -> bool:
    """Whether a small count is told by a passage's own words: the length of a list, "two women and a man".

    `own` is the rewrite's sentence: what it names of a list may be left out of "and eight other countries".
    """
    if new.kind is not Kind.COUNT or not 2 <= new.low <= _LONGEST_LIST:
        return False
    for match in _LIST.finditer(text):
        items = _ITEM.split(match.group())
        if new.low in (len(items), len(items) - sum(item in own for item in items)):
            return True
    return False


def ones(text: str) -> int:
    """How many single people or things a passage adds to its figures: "another", "a man"."""
    return len(_ONE.findall(text))
