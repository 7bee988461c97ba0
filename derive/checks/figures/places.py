"""Figures that stand in one place, word for word: there a small difference is a change."""

from __future__ import annotations

from collections.abc import Sequence

from derive.checks.examination import Examination
from derive.checks.figures.likeness import Figure
from derive.checks.slot import slot
from derive.facts.quantities import Kind, Quantity
from derive.facts.quantities.compare import agree
from derive.model import Span


def same_place(examination: Examination, new: Figure, olds: Sequence[Figure]) -> Figure | None:
    """The figure among the same words, if it is another one and not a vaguer way to tell it."""
    here = examination.rewrite.document
    places = [
        (slot(here, _figure(new.mention), examination.sources[old.source].document, _figure(old.mention)), -number)
        for number, old in enumerate(olds)
    ]
    words, number = max(places, default=(0, 0))
    if not words:
        return None
    old = olds[-number]
    vague = (new.mention.kind is Kind.VAGUE) is not (old.mention.kind is Kind.VAGUE)
    return None if vague or agree(new.mention, old.mention) else old


def _figure(quantity: Quantity) -> Span:
    """A figure with its bound words, and without what it counts: that has to be the same."""
    return Span(quantity.whole.start, quantity.span.end)
