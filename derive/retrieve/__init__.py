"""Retrieval: which pairs are worth aligning, for one draft against an index and for a whole corpus."""

from derive.retrieve.corpus import pairs
from derive.retrieve.draft import LIMIT, candidates
from derive.retrieve.index import Entry, Index
from derive.retrieve.window import By

__all__ = ["LIMIT", "By", "Entry", "Index", "candidates", "pairs"]
