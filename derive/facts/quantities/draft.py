"""A quantity while it is read: what the productions of the grammar hand to each other."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from derive.facts.quantities.numerals import Numeral
from derive.facts.quantities.units import Unit
from derive.facts.quantities.value import Bound, Kind


class Place(Struct, frozen=True):
    """A position in a sentence: `start` and `end` are the sentence's."""

    text: str
    start: int
    at: int
    end: int

    @property
    def before(self) -> str:
        """The sentence's last words before the position, at most 60 characters of them."""
        return self.text[max(self.start, self.at - 60) : self.at]


class Draft(Struct, frozen=True):
    """A quantity without its surroundings; values in base units, see `Quantity`."""

    kind: Kind
    low: float
    high: float
    step: float
    start: int
    end: int
    unit: str = ""
    dimension: str = ""
    written: float = 0.0
    bound: Bound | None = None
    parts: tuple[float, ...] = ()
    noun: tuple[str, ...] | None = None  # already known: the owner of an age


Production = Callable[[Place], Draft | None]


def measured(number: Numeral, unit: Unit, start: int, end: int) -> Draft:
    """A numeral with its unit."""
    low, high = (number.low + unit.offset) * unit.factor, (number.high + unit.offset) * unit.factor
    return Draft(
        unit.kind, low, high, number.step * unit.factor, start, end, unit.name, unit.dimension, written=number.low
    )


def counted(number: Numeral, start: int) -> Draft:
    """A numeral that counts."""
    kind = Kind.VAGUE if number.vague else Kind.COUNT
    return Draft(kind, number.low, number.high, number.step, start, number.end, written=number.low)
