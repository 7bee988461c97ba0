"""How the check `date` decides: the originals' dates with their surroundings, the questions, the verdicts."""

from derive.checks.dates.question import Question
from derive.checks.dates.sources import Dating, Match
from derive.checks.dates.verdict import differences

__all__ = ["Dating", "Match", "Question", "differences"]
