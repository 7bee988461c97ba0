"""What the check `name` asks: which name, spelling or term of an original a word of the rewrite took the place of."""

from derive.checks.naming.counterparts import Counterpart, Counterparts
from derive.checks.naming.neighbours import Neighbours
from derive.checks.naming.terms import Term, Terms

__all__ = ["Counterpart", "Counterparts", "Neighbours", "Term", "Terms"]
