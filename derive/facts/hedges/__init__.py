"""The hedges of a document: what holds a statement back, and which words it governs."""

from derive.facts.hedges.compatibility import contrary, makes_up
from derive.facts.hedges.finder import find
from derive.facts.hedges.hedge import Hedge, HedgeClass, Weight

__all__ = ["Hedge", "HedgeClass", "Weight", "contrary", "find", "makes_up"]
