"""Readers of months, seasons, quarters, years, decades and centuries."""

from __future__ import annotations

import re

from derive.facts.dates.days import _MONTHS, _SEASONS, _UNITS, _year, part
from derive.facts.dates.draft import Base, Draft, Shift, Take
from derive.facts.dates.mention import DateKind, Fields
from derive.facts.dates.numbers import cardinal, digits, ordinal, year_in_words
from derive.facts.dates.symbols import Symbol
from derive.facts.lexicon import load

_DECADES: dict[str, int] = load("dates")["decades"]
_NOT_YEARS = frozenset(load("dates")["counted"]["things"])
_LAWS = frozenset(load("dates")["counted"]["laws"])


def month(take: Take) -> Draft | None:
    """March, March 2018, late October, the first week of May."""
    index = take.groups["month"][0]
    symbol = take.symbols[index]
    before, after = take.before(), take.after()
    if not take.has("year") and not any(map(take.has, ("part", "part_of", "nth"))):
        cued = before is not None and before.letter in "iufgO<&%BAst/–-"
        if symbol.letter == "m" and not (cued and before is not None and before.letter not in "t"):
            return None
        placed = before is not None and before.letter in "iufO<BALXT"
        if not placed and after is not None and after.letter == "_" and after.capital:
            return None  # April Jones
    return Draft(DateKind.MONTH, take.first, take.last, Fields(_year(take), _MONTHS[symbol.word]), part=part(take))


def this_month(take: Take) -> Draft | None:
    """Last May, next March, that May."""
    count = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0, "current": 0}.get(take.word("which"))
    shift = Shift("yearly", 0, Base.TEXT) if count is None else Shift("yearly", count)
    return Draft(
        DateKind.MONTH, take.first, take.last, Fields(month=_MONTHS[take.word("month")]), shift=shift, part=part(take)
    )


def month_of_year(take: Take) -> Draft | None:
    """January of last year, May this year."""
    count = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0}.get(
        take.word("which"), 1
    )
    if _UNITS[take.word("unit")] != "year":
        return month(take)
    return Draft(
        DateKind.MONTH, take.first, take.last, Fields(month=_MONTHS[take.word("month")]),
        shift=Shift("year", count, Base.NOW), part=part(take),
    )  # fmt: skip


def this_season(take: Take) -> Draft | None:
    """Last summer, this quarter."""
    count = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0}.get(
        take.word("which"), 1
    )
    word = take.word("season")
    if word in ("quarter", "quarters"):
        return (
            Draft(DateKind.SEASON, take.first, take.last, shift=Shift("quarter", count)) if word == "quarter" else None
        )
    first, length = _SEASONS[word]
    return Draft(DateKind.SEASON, take.first, take.last, season=(first, length), shift=Shift("yearly", count))


def season(take: Take) -> Draft | None:
    """The summer of 2019, in the spring."""
    word = take.word("season")
    before = take.before()
    if not take.has("year"):
        the = take.symbols[take.groups["season"][0] - 1].letter in "te-s" if take.groups["season"][0] else False
        placed = before is not None and before.letter in "iufgBA"
        if (word in ("spring", "fall") and not (the and placed)) or not (the or placed):
            return None
    first, length = _SEASONS[word]
    return Draft(DateKind.SEASON, take.first, take.last, Fields(_year(take)), season=(first, length), part=part(take))


def quarter(take: Take) -> Draft | None:
    """Q3 2019, the second quarter."""
    words = take.words("quarter")
    number = int(words[0][1]) if len(words) == 1 else ordinal(words)
    number = 4 if number == -1 and take.has("year") else number
    if number is None or not 1 <= number <= 4 or words[-1] == "quarters":
        return None
    return Draft(DateKind.SEASON, take.first, take.last, Fields(_year(take)), season=(3 * number - 2, 3))


def decade(take: Take) -> Draft | None:
    """The 1950s, the late nineties, the '80s."""
    words = take.words("decade")
    symbol = take.symbols[take.groups["decade"][0]]
    the = any(one.letter == "t" for one in take.symbols[take.first : take.groups["decade"][0]])
    before = take.before()
    the = the or (before is not None and before.word == "the")
    if symbol.letter == "K":
        first = int(words[0][:4])
    else:
        apostrophe = before is not None and before.letter == ";" and symbol.letter == "l"
        if len(words) == 1 and not the and not apostrophe:
            return None  # in his nineties
        tens = int(words[-1][:2]) if words[-1][0].isdigit() else _DECADES[words[-1]]
        first = (int(cardinal(words[:-1])) if len(words) > 1 else 19) * 100 + tens
        if len(words) > 1 and not 10 <= first // 100 <= 20:
            return None
    count = 100 if first % 100 == 0 and first < 2000 else 10
    return Draft(DateKind.DECADE, take.first, take.last, Fields(year=first), count=count, part=part(take))


def next_decade(take: Take) -> Draft | None:
    """The 60s of "the 1950s and 60s": of the same century."""
    first = int(take.symbols[take.first - 2].word[:2]) * 100 + int(take.word("decade")[:2])
    return Draft(DateKind.DECADE, take.first, take.last, Fields(year=first), count=10)


def century(take: Take) -> Draft | None:
    """The 19th century."""
    number = ordinal(take.words("century"))
    if _UNITS.get(take.word("unit")) != "century" or number is None or not 1 <= number <= 30:
        return None
    return Draft(DateKind.DECADE, take.first, take.last, Fields(year=100 * number - 99), count=100, part=part(take))


def year(take: Take) -> Draft | None:
    """1995, mid-2019, 250 BC."""
    value = int(cardinal(take.words("year")))
    if take.has("era"):
        if value < 1:
            return None
        value = 1 - value if take.word("era") in ("bc", "bce") else value
    elif not _is_year(take, value):
        return None
    return Draft(DateKind.YEAR, take.first, take.last, Fields(year=value), part=part(take))


# A plural or a unit right behind a bare figure: it counts, unless an article makes it "the 1995 elections".
_COUNTED = re.compile(
    r"(?!was|has|this|thus|plus|perhaps|always|towards|afterwards|versus|unless|less|does|says|across)[a-z]{2,}s"
)


def _is_law(symbol: Symbol | None) -> bool:
    """Whether a word ends the title of a law, which its year follows: "the Harbours Act, 1972"."""
    return symbol is not None and symbol.capital and symbol.word in _LAWS


def _singular(symbol: Symbol | None) -> bool:
    """Whether a word can follow the year of a work: "her 1799 portrait", not "her 1,799 paintings"."""
    return symbol is not None and symbol.letter == "_" and not _COUNTED.fullmatch(symbol.word)


_OF_YEAR = frozenset("the a an its their his her our this that".split())


def _is_year(take: Take, value: int) -> bool:
    """Whether a bare figure of four digits names a year and counts nothing."""
    before, after = take.before(), take.after()
    if before is not None and before.letter == "~" and value % 50 and (further := take.before(2)):
        before = further if further.letter in "iufB<g" else before  # from roughly 1948
    if after is not None and after.letter == "-" and (name := take.after(1)) and name.letter == "_":
        return False  # 2019-nCoV
    if not 1100 <= value <= 2100 or (after is not None and (after.word in _NOT_YEARS or after.letter in "U/")):
        return False
    if take.has("part") or take.has("part_of") or take.has("nth"):
        return True
    if before is not None and before.letter in "~hNdcvD":
        return False
    placed = before is not None and (before.letter in "iufBAeMmS<" or before.word in ("year", "then", "early", "by"))
    placed = placed or (before is not None and before.letter == "," and _is_law(take.before(2)))
    placed = placed or (before is not None and before.owner and value % 100 != 0 and _singular(after))
    if (
        not placed
        and after is not None
        and _COUNTED.fullmatch(after.word)
        and (before is None or before.word not in _OF_YEAR)
    ):
        return False  # 1885 aftershocks, 1851 lbs
    return (
        placed
        or (1850 <= value <= 2060 and value % 50 != 0)
        or (
            1900 <= value <= 2050
            and value % 10 == 0
            and ((before is not None and before.letter in "tO&(–-,;") or (before is not None and before.capital))
        )
    )


def years(take: Take) -> Draft | None:
    """1976-80, 1987–2017, 664 to 250 BC."""
    first, second = (int(digits(take.word(one))) for one in ("year", "year2"))
    era2, era = take.word("era2"), take.word("era")
    if era:
        before_christ = ("bc", "bce")
        if era in before_christ:
            first, second = 1 - first, 1 - second
        elif era2 in before_christ:
            first = 1 - first
    else:
        if not 1100 <= first <= 2100:
            return None
        if second < 100:
            second += first // 100 * 100
    if second <= first or second - first > 3000:
        return None
    one, other = (Draft(DateKind.YEAR, take.first, take.last, Fields(year=value)) for value in (first, second))
    return Draft(DateKind.RANGE, take.first, take.last, ends=(one, other))


def words(take: Take) -> Draft | None:
    """Nineteen seventy-two, twenty-seventeen."""
    value = year_in_words(take.words("words"))
    before, after = take.before(), take.after()
    if value is None or not 1100 <= value <= 2100 or before is None or before.letter not in "iufgO<&B":
        return None
    if (
        after is not None
        and after.letter in "_UH"
        and after.word not in ("said", "when", "the")
        and before.letter != "O"
    ):
        return None
    return Draft(DateKind.YEAR, take.first, take.last, Fields(year=value))
