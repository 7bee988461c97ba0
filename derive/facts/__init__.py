"""Facts: what an article states, as mentions with normal values and spans into the plain text."""

from derive.facts.reading import Facts, Reading, read_facts

__all__ = ["Facts", "Reading", "read_facts"]
