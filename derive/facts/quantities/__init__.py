"""The quantities of a document: figures, money, percentages, measures, ages, scores, with bound, unit and noun."""

from derive.facts.quantities.grammar import find
from derive.facts.quantities.value import Bound, Kind, Quantity

__all__ = ["Bound", "Kind", "Quantity", "find"]
