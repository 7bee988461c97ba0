"""To be described: what it means, why an editor cares.

Fires:
Quiet:
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.model import Change, Severity


def run(examination: Examination) -> Iterator[Change]:
    """Find the changes."""
    return iter(())


CHECK = Check("hedge", "to be described", Severity.WARNING, run, __doc__)
