"""Units, percentages and currencies around a numeral."""

from __future__ import annotations

import re

from msgspec import Struct

from derive.facts.quantities.value import Kind
from derive.facts.quantities.words import LEXICON, alternation, wordset


class Unit(Struct, frozen=True):
    """What one of it is worth in base units: `factor` each, counted from `offset` (degrees Fahrenheit)."""

    name: str
    kind: Kind
    dimension: str
    factor: float = 1.0
    offset: float = 0.0


_KINDS = {"percent": (Kind.PERCENT, 0.01), "points": (Kind.POINTS, 1.0), "basis": (Kind.POINTS, 0.01)}


def _behind() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for dimension, units in LEXICON["units"].items():
        for name, entry in units.items():
            if name == "base":
                continue
            factor, *names = entry
            offset = -32.0 if name == "°F" else -273.15 if name == "K" else 0.0
            unit = Unit(name, Kind.MEASURE, dimension, factor, offset)
            table.update(dict.fromkeys(names, unit))
    for code, names in LEXICON["currencies"].items():
        table.update(dict.fromkeys(names, Unit(code, Kind.MONEY, "money")))
    for code, names in LEXICON["cents"].items():
        table.update(dict.fromkeys(names, Unit(code, Kind.MONEY, "money", 0.01)))
    for name, (kind, factor) in _KINDS.items():
        unit = Unit("%" if kind is Kind.PERCENT else "points", kind, kind.value, factor)
        table.update(dict.fromkeys(LEXICON["percent"][name], unit))
    return table


_BEHIND = _behind()
_FOLDED = {name.lower(): unit for name, unit in _BEHIND.items()}
_NEXT = re.compile(r"(?P<gap>-| {0,2})(?P<word>[^\W\d_]+|.)", re.DOTALL)
_GOES_ON = re.compile(r"[^\W_]|['’]s\b")  # the word is another one, or somebody's


def _by_first() -> dict[str, list[tuple[str, bool]]]:
    """The names of units by the word that they begin with, and whether their capitals matter; the longest first.

    A look-up: an alternation of four hundred names takes ten times as long to compile as all of this.
    """
    long = {name.lower() for name in _BEHIND if len(name) > 3 and not name.isupper()}
    short = [(name, True) for name in _BEHIND if len(name) <= 3 or name.isupper()]
    table: dict[str, list[tuple[str, bool]]] = {}
    for name, exact in (
        *sorted(((name, False) for name in long), key=lambda one: (-len(one[0]), one[0])),
        *sorted(short, key=lambda one: (-len(one[0]), one[0])),
    ):
        if begin := _NEXT.match(name):
            table.setdefault(begin["word"].lower(), []).append((name, exact))
    return table


_BY_FIRST = _by_first()
_GLUED = frozenset(("in", "p", "C", "F", "K", "B", "V", "J", "b"))  # "12in", "50p", "30C": words of their own otherwise
_SYMBOLS: dict[str, str] = LEXICON["symbols"]
_SYMBOL = re.compile(rf"(?<![^\W_])(?P<symbol>{alternation(_SYMBOLS)})(?P<gap> ?)(?=\.?\d|½)")
_WORDY = re.compile(
    r"(?<![^\W_])(?P<symbol>[$£€])(?= ?(?:a|one|two|three|half|several|hundreds|tens|millions|billions)\b)"
)
_COUNTRY = re.compile(r" \(?(?P<code>USD|US|Canadian|CAD|Australian|AUD|NZD|HKD|SGD)\)?(?![^\W_])")
_COUNTRIES = {"US": "USD", "Canadian": "CAD", "Australian": "AUD"}
_MONEY_CUES = wordset(
    "cost costs costing pay pays paid paying price priced worth fine fined budget spend spent spending earn"
    " earned earns"
    " raise raised raising sold buy bought salary wage wages fee fees debt loan loans compensation ticket bill bills"
    " donated donate donation funding fund invest invested investment stole tax taxes rent rents charged reward"
    " bail note notes coin coins £"
)
_WORD = re.compile(r"[^\W\d_]+|£")


def unit_behind(text: str, at: int, end: int) -> tuple[Unit, int] | None:
    """The unit, percent sign or currency that begins right behind a numeral, and where it ends."""
    begin = _NEXT.match(text, at, end)
    if begin is None:
        return None
    start, gap = begin.start("word"), begin["gap"]
    for name, exact in _BY_FIRST.get(begin["word"].lower(), ()):
        stop = start + len(name)
        written = text[start:stop].replace("-", " ")
        if (written if exact else written.lower()) != name or stop > end or _GOES_ON.match(text, stop, end):
            continue
        glued = (gap and name in _GLUED) or (gap == "-" and len(name) == 1 and name not in "mg")
        return None if exact and glued else ((_BEHIND if exact else _FOLDED)[name], stop)
    return None


def currency_before(text: str, at: int, end: int) -> tuple[Unit, int] | None:
    """The currency sign that begins at a position with an amount behind it, and where the amount begins."""
    match = _SYMBOL.match(text, at, end) or _WORDY.match(text, at, end)
    if match is None:
        return None
    return Unit(_SYMBOLS[match["symbol"].replace("-", " ")], Kind.MONEY, "money"), match.end()


def country_behind(text: str, at: int, end: int) -> tuple[str, int] | None:
    """Whose dollar it is, where that is said behind the amount ("$10,000 Canadian")."""
    match = _COUNTRY.match(text, at, end)
    return (_COUNTRIES.get(match["code"], match["code"]), match.end()) if match else None


def is_money(text: str, start: int, end: int) -> bool:
    """Whether the words around a number of pounds speak of money and not of weight."""
    words = (match.group().lower() for match in _WORD.finditer(text, max(start - 60, 0), end + 30))
    return any(word in _MONEY_CUES for word in words)


MEASURES = frozenset(name for name, unit in _FOLDED.items() if unit.kind is Kind.MEASURE and len(name) > 2)

POUND = Unit("GBP", Kind.MONEY, "money")
