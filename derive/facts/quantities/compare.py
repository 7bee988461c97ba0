"""Do two quantities say the same? Values compare as classes: bounds, ranges, rounding, units, shares, vague plurals."""

from __future__ import annotations

from derive.facts.quantities.value import Bound, Kind, Quantity

_SHARES = (Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE)
_COUNTS = (Kind.COUNT, Kind.VAGUE)
_PLAIN = 0.05  # an unmarked figure may be rounded by so much of itself,
_FEW = 100  # below it a whole number is rounded only with a word that says so
_MARKED = 0.12  # one that says "about" by so much,
_ONE_SIDED = 0.35  # "more than 1,000" may stand for up to 1,350
_CONVERTED = 0.03  # newsrooms convert to round figures
_DOLLARS = frozenset(("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"))
_CROWNS = frozenset(("SEK", "NOK", "DKK"))
_PESOS = frozenset(("MXN", "ARS", "PHP"))
_OPEN = {"$": _DOLLARS, "KR": _CROWNS, "PESO": _PESOS, "INR": frozenset(("PKR", "LKR")), "°": frozenset(("°C", "°F"))}
_LOOSE_UNITS = ({"t", "ton"}, {"gal", "impgal"}, {"lb", "GBP"}, {"mi", "nmi"})


def comparable(new: Quantity, old: Quantity) -> bool:
    """Whether the two can be figures for the same thing: one kind, one dimension."""
    if new.kind is Kind.LABEL or old.kind is Kind.LABEL:
        return new.kind is old.kind and new.noun == old.noun
    if new.kind is old.kind:
        return new.dimension == old.dimension
    kinds = {new.kind, old.kind}
    if kinds == {Kind.COUNT, Kind.FRACTION}:  # "29 out of 30", "all but two of the 30"
        return len(new.parts) == len(old.parts) == 2 and new.parts[1] == old.parts[1]
    return (
        kinds <= set(_COUNTS)
        or kinds <= {*_SHARES, Kind.POINTS}
        or (kinds == {Kind.COUNT, Kind.MEASURE} and (_millions(new, old) or _millions(old, new)))
    )


def agree(new: Quantity, old: Quantity) -> bool:
    """Whether a rewrite's figure says no more than the original's; a dropped or added bound is no matter here."""
    if new.kind is Kind.LABEL or old.kind is Kind.LABEL:
        return new.kind is old.kind and new.noun == old.noun and new.unit == old.unit
    if new.kind is Kind.SCORE or old.kind is Kind.SCORE:
        return new.kind is old.kind and new.parts == old.parts
    if reversed_bound(new, old):
        return False
    if new.kind in _SHARES and old.kind in _SHARES and not new.kind is old.kind is Kind.PERCENT:
        return _shares(new, old)
    if new.kind is Kind.MONEY and old.kind is Kind.MONEY:
        return same_unit(new.unit, old.unit) and _values(new, old)
    if new.kind is Kind.MEASURE and old.kind is Kind.MEASURE:
        return new.dimension == old.dimension and _measures(new, old)
    if new.kind is old.kind is Kind.AGE and new.bound is Bound.EXACT and not (new.ranged and old.ranged):
        return old.low <= new.low <= old.high or new.low <= old.low <= new.high
    if new.kind is old.kind or {new.kind, old.kind} <= set(_COUNTS):
        return _values(new, old)
    return _across(new, old)


def reversed_bound(new: Quantity, old: Quantity) -> bool:
    """Whether the figure is the same and one text makes it a floor, the other a ceiling."""
    return new.bound.side * old.bound.side < 0 and new.low == old.low and new.high == old.high and new.unit == old.unit


def firmer_bound(new: Quantity, old: Quantity) -> bool:
    """Whether what was about the figure is now above or below it."""
    same = new.low == old.low and new.high == old.high and new.unit == old.unit
    return same and old.bound is Bound.ABOUT and new.bound.side != 0 and new.bound is not Bound.NEARLY


def same_unit(a: str, b: str) -> bool:
    """Whether two unit or currency names can stand for each other: "$" in a Canadian story is "C$"."""
    if a == b or {a, b} in _LOOSE_UNITS:
        return True
    return b in _OPEN.get(a, ()) or a in _OPEN.get(b, ())


def _close(a: float, b: float, part: float = 1e-6) -> bool:
    return abs(a - b) <= part * max(abs(a), abs(b))


def _across(new: Quantity, old: Quantity) -> bool:
    """Kinds that meet now and then: "3 points" and "3", an age without its words, "29 out of 30" and 29."""
    kinds = {new.kind, old.kind}
    if kinds == {Kind.COUNT, Kind.FRACTION}:
        share, count = (new, old) if new.kind is Kind.FRACTION else (old, new)
        return len(share.parts) == 2 and share.parts[0] > 1 and count.low in share.parts
    if _millions(new, old) or _millions(old, new):
        return True
    if kinds == {Kind.VAGUE, Kind.MONEY}:
        return _close(new.low, old.low) and _close(new.high, old.high)
    if kinds == {Kind.COUNT, Kind.ORDINAL}:
        return _close(new.low, old.low)  # the fourth such case makes four of them
    if Kind.COUNT in kinds and kinds & {Kind.MONEY, Kind.AGE, Kind.POINTS, Kind.MULTIPLE, Kind.MEASURE}:
        return _close(new.written, old.written)
    pounds = kinds == {Kind.MONEY, Kind.MEASURE} and {new.unit, old.unit} == {"lb", "GBP"}
    return pounds and _close(new.written, old.written)


def _millions(a: Quantity, b: Quantity) -> bool:
    """Whether "6m" was read as metres and the other says six million."""
    return a.unit == "m" and b.kind in (Kind.COUNT, Kind.MONEY) and _close(a.written * 1e6, b.written)


def _values(new: Quantity, old: Quantity) -> bool:
    if _close(new.low, old.low) and _close(new.high, old.high):
        return True
    if new.ranged or old.ranged:
        return _ranges(new, old)
    if new.kind is Kind.AGE and new.bound.side == old.bound.side != 0:
        return False  # "older than 60" is not "older than 65"
    return _rounds(new, old.low, new.low, new.step, old.step)


def _ranges(new: Quantity, old: Quantity) -> bool:
    if new.ranged and old.ranged:
        if new.kind is Kind.VAGUE or old.kind is Kind.VAGUE:
            return max(new.low, old.low) <= min(new.high, old.high)
        return False
    if new.ranged:
        return new.low <= old.low <= new.high
    if old.kind is Kind.VAGUE:
        return _close(new.low, old.low) and old.low >= 1000 and new.bound.side > 0
    ends = {1: old.low, -1: old.high}
    if new.bound.side:
        return _close(new.low, ends[new.bound.side])
    return new.bound is Bound.ABOUT and old.low <= new.low <= old.high


def _rounds(new: Quantity, old: float, value: float, step: float, old_step: float) -> bool:
    """Whether a coarser figure is an honest rounding of the original's."""
    if step <= old_step * (1 + 1e-9) or old == 0:
        return False
    off = abs(value - old)
    if new.bound.side > 0:
        return value < old <= value + step and off <= _ONE_SIDED * abs(old)
    if new.bound is Bound.NEARLY:
        return old < value and off <= min(step, _MARKED * abs(value))
    if new.bound.side < 0:
        return old < value <= old + step and off <= _ONE_SIDED * abs(old)
    if new.bound is Bound.EXACT and old_step == 1 and abs(old) < _FEW:
        return False  # nobody writes a bare 60 for 62
    part = _MARKED if new.bound is Bound.ABOUT else _PLAIN
    return (off <= step / 2 * (1 + 1e-9) and off <= part * abs(old)) or (
        new.bound is Bound.ABOUT and off <= _PLAIN * abs(old)
    )


def _measures(new: Quantity, old: Quantity) -> bool:
    if new.unit == old.unit or ({new.unit, old.unit} in _LOOSE_UNITS and _close(new.written, old.written)):
        return _values(new, old) if new.unit == old.unit else True
    if "°" in (new.unit, old.unit) and new.dimension == "temperature":
        bare, told = (new, old) if new.unit == "°" else (old, new)
        celsius, fahrenheit = bare.written, (bare.written - 32) / 1.8
        return min(abs(told.low - celsius), abs(told.low - fahrenheit), abs(told.written - bare.written)) <= 0.6
    return all(_converts(new, a, b, old.step) for a, b in ((new.low, old.low), (new.high, old.high)))


def _converts(new: Quantity, value: float, old: float, old_step: float) -> bool:
    off = abs(value - old)
    if new.dimension == "temperature":
        return off <= max(1.0, min(new.step, 3.0) / 2)
    if new.bound.side and off <= 0.1 * abs(old) and (old - value) * new.bound.side > 0:
        return True
    part = _CONVERTED if new.bound is not Bound.ABOUT else 2 * _CONVERTED
    return off <= max(part * abs(old), min(max(new.step, old_step) / 2, 0.07 * abs(old)))


def _shares(new: Quantity, old: Quantity) -> bool:
    """ "a quarter" and 25 %, "more than four in five" and 84 %, "doubled" and "rose 100 percent"."""
    if Kind.MULTIPLE in (new.kind, old.kind):
        return _multiples(new, old)
    off = new.low - old.low
    if abs(off) <= 0.011 * max(new.low, 0.5) or _close(new.low, old.low):
        return True
    if new.kind is Kind.PERCENT or (
        new.kind is old.kind is Kind.FRACTION and new.parts != old.parts and not new.bound.side
    ):
        return new.kind is Kind.FRACTION and new.bound in (Bound.ABOUT, Bound.NEARLY) and abs(off) <= 0.04
    if new.bound is Bound.NEARLY:
        return -0.01 <= off <= 0.06
    if new.bound.side:
        return 0 < -off * new.bound.side <= 0.12
    return abs(off) <= (0.04 if new.bound is Bound.ABOUT else 0.02)


def _multiples(new: Quantity, old: Quantity) -> bool:
    if new.kind is old.kind:
        return _values(new, old)
    times, part = (new, old) if new.kind is Kind.MULTIPLE else (old, new)
    if part.kind is Kind.FRACTION:
        return _close(times.low, part.low)
    return any(_close(times.low, value, 0.03) for value in (1 + part.low, part.low, 1 - part.low))
