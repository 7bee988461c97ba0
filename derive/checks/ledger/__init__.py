"""The quote ledger: what became of each quotation of the rewrite, held against the full text of every original."""

from __future__ import annotations

from functools import lru_cache

from derive.checks.examination import Examination
from derive.checks.ledger.entry import Entry, Unit, Verdict
from derive.checks.ledger.lookup import lookup
from derive.checks.ledger.stream import Original
from derive.checks.ledger.units import units

__all__ = ["Entry", "Unit", "Verdict", "ledger"]


@lru_cache(maxsize=2)
def ledger(examination: Examination) -> tuple[Entry, ...]:
    """All lines of the ledger, in the rewrite's order. Kept for the three checks that read it."""
    originals = [Original(source) for source in examination.sources]
    entries = []
    for unit in units(examination.rewrite):
        places = frozenset((place.source, place.sentence.index) for place in examination.linked(unit.sentence))
        entries.append(lookup(unit, originals, places))
    return tuple(entries)
