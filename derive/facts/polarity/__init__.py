"""Predicates and their polarity; the words and clauses that they are read by."""
