"""What a quantity is."""

from __future__ import annotations

from enum import StrEnum

from msgspec import field

from derive.model import Mention, Span


class Kind(StrEnum):
    """What a quantity says how much of."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"  # percentage points, and points that are scored
    MEASURE = "measure"
    AGE = "age"
    ORDINAL = "ordinal"
    SCORE = "score"
    MULTIPLE = "multiple"
    FRACTION = "fraction"
    VAGUE = "vague"
    LABEL = "label"  # "Flight 214": no quantity, but a digit of it can change all the same


class Bound(StrEnum):
    """Which side of the figure the truth is on."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"  # a little below
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"

    @property
    def side(self) -> int:
        """1 for a lower bound, -1 for an upper bound, 0 for a figure that stands for itself."""
        return _SIDES.get(self, 0)


_SIDES = {Bound.AT_LEAST: 1, Bound.MORE_THAN: 1, Bound.NEARLY: -1, Bound.AT_MOST: -1, Bound.LESS_THAN: -1}


class Quantity(Mention, frozen=True):
    """A figure in its sentence; `span` covers figure and unit, `whole` also its bound word and what it counts.

    `low` and `high` (equal but for ranges and vague plurals) are in the base unit of the dimension: metres, kilograms,
    square metres, litres, seconds, degrees Celsius, years of age, whole currency units, fractions of one for percent.
    `written` is `low` in `unit`, as it stands in the text. `step` is the worth of the last digit that carries meaning,
    in base units: 1000 for 8,000 and for "eight thousand". `parts` are the figures that a score, a ratio or "all but
    two of the 30" is made of. `noun` holds the stems of what is counted, nearest first.
    """

    kind: Kind
    low: float
    high: float
    step: float
    unit: str = ""  # "km", "USD", "$", "%", "year"; empty for counts
    dimension: str = ""  # "length", "money", …; empty for counts
    written: float = 0.0
    bound: Bound = Bound.EXACT
    noun: tuple[str, ...] = ()
    parts: tuple[float, ...] = ()
    whole: Span = field(default_factory=lambda: Span(0, 1))

    @property
    def ranged(self) -> bool:
        """Whether it is a range or a vague plural."""
        return self.high > self.low

    @property
    def small(self) -> bool:
        """Whether it may merely point back at people or things ("the two rescuers")."""
        return self.kind in (Kind.COUNT, Kind.ORDINAL) and self.high <= 3
