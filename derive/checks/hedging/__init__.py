"""What holds a statement back: doubts by their clause, quantifiers by their noun, bounds by their figure."""

from derive.checks.hedging.added import added
from derive.checks.hedging.bounds import bounds
from derive.checks.hedging.difference import Difference
from derive.checks.hedging.lost import lost
from derive.checks.hedging.quantifiers import quantifiers

__all__ = ["Difference", "added", "bounds", "lost", "quantifiers"]
