"""Figures that stand in one place, word for word: there a small difference is a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from derive.checks.examination import Examination
from derive.checks.figures.likeness import Figure
from derive.checks.slot import slot
from derive.facts.quantities import Kind, Quantity
from derive.facts.quantities.compare import agree, comparable, firmer_bound, same_unit
from derive.model import Span


def same_place(examination: Examination, new: Figure, olds: Sequence[Figure]) -> Figure | None:
    """The figure among the same words, if it is another one and not a vaguer way to tell it."""
    here = examination.rewrite.document
    best: Figure | None = None
    most = 0
    for old in olds:
        if not comparable(new.mention, old.mention):
            continue
        words = slot(here, _figure(new.mention), examination.sources[old.source].document, _figure(old.mention))
        if words > most:
            best, most = old, words
    if best is None or not is_changed(new.mention, best.mention):
        return None
    return best


def at_one(examination: Examination, new: Figure, old: Figure) -> bool:
    """Whether two figures stand among the same words."""
    there = examination.sources[old.source].document
    return slot(examination.rewrite.document, _figure(new.mention), there, _figure(old.mention)) > 0


def is_changed(new: Quantity, old: Quantity) -> bool:
    """Whether a figure is no other form of one: neither vaguer nor gone ("none")."""
    if (new.kind is Kind.VAGUE) is not (old.kind is Kind.VAGUE) or not new.high or not old.high:
        return False
    return not agree(new, old) or firmer_bound(new, old)


def twin(new: Figure, olds: Iterable[Figure]) -> Figure | None:
    """The same number of another unit or currency: hardly ever chance, and never a conversion."""
    mention = new.mention
    if mention.kind not in (Kind.MONEY, Kind.MEASURE) or mention.written < 2:
        return None
    alike = [one for one in olds if one.mention.kind is mention.kind and one.mention.dimension == mention.dimension]
    if any(agree(mention, one.mention) for one in alike):
        return None
    for one in alike:
        its = one.mention
        if its.written == mention.written and its.high * mention.low == its.low * mention.high and (
            mention.kind is Kind.MEASURE or its.low == mention.low
        ):  # fmt: skip
            return None if same_unit(mention.unit, its.unit) else one
    return None


def _figure(quantity: Quantity) -> Span:
    """A figure with its bound words, and without what it counts: that has to be the same."""
    return Span(min(quantity.whole.start, quantity.span.start), quantity.span.end)
