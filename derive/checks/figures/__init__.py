"""What became of each figure of a rewrite; the checks `number` and `unsupported-number` report it."""

from derive.checks.figures.names import named
from derive.checks.figures.verdict import Fate, Verdict
from derive.checks.figures.verdicts import Figures, figures_of

__all__ = ["Fate", "Figures", "Verdict", "figures_of", "named"]
