"""Retrieval: which pairs are worth aligning, for one draft against an index and for a whole corpus."""

from derive.retrieve.candidates import LIMIT, candidates
from derive.retrieve.index import Entry, Index
from derive.retrieve.pairs import pairs

__all__ = ["LIMIT", "Entry", "Index", "candidates", "pairs"]
