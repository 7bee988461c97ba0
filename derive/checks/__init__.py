"""The checks: one small file each, listed here in order of precedence (the most specific first)."""

from derive.checks import (
    attribution,
    date,
    hedge,
    name,
    negation,
    number,
    quote_altered,
    quote_fabricated,
    superseded,
    uncredited,
    unsupported_attribution,
    unsupported_number,
    unsupported_quote,
)
from derive.checks.examination import Check, Examination, Place

CHECKS: tuple[Check, ...] = (
    quote_altered.CHECK,
    quote_fabricated.CHECK,
    unsupported_quote.CHECK,
    attribution.CHECK,
    unsupported_attribution.CHECK,
    negation.CHECK,
    date.CHECK,
    number.CHECK,
    hedge.CHECK,
    name.CHECK,
    unsupported_number.CHECK,
)

# Checks that only the gate can make: they need an archive.
GATE_CHECKS: tuple[Check, ...] = (superseded.CHECK, uncredited.CHECK)

__all__ = ["CHECKS", "GATE_CHECKS", "Check", "Examination", "Place"]
