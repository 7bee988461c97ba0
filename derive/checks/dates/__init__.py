"""How the check `date` decides: the originals' dates with their surroundings, the questions, the verdicts."""

from derive.checks.dates.verdict import Difference, differences_of

__all__ = ["Difference", "differences_of"]
