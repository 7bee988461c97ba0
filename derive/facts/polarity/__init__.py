"""Predicates and their polarity; the words and clauses that they are read by."""

from derive.facts.polarity.clauses import Clauses
from derive.facts.polarity.finder import find
from derive.facts.polarity.predicate import Order, Polarity, Predicate, shared

__all__ = ["Clauses", "Order", "Polarity", "Predicate", "find", "shared"]
