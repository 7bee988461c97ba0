"""Counts, money, percentages and measures, alone and in pairs ("between 5 and 7 percent", "$5-10 million")."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from derive.facts.quantities import shares
from derive.facts.quantities.bounds import bound_before
from derive.facts.quantities.draft import Draft, Place, counted, measured
from derive.facts.quantities.numerals import VAGUE_WORDS, Numeral, numeral
from derive.facts.quantities.units import POUND, Unit, country_behind, currency_before, is_money, unit_behind
from derive.facts.quantities.value import Bound, Kind
from derive.facts.quantities.words import CARDINALS, GROUPS, LEXICON, VAGUE, alternation

_TO = re.compile(r" ?[-–—] ?| to | or |-to-|-or-", re.IGNORECASE)
_AND = re.compile(r",? and ", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:between|anywhere from|rang(?:e|es|ed|ing) from)(?: about| around| roughly)? $", re.IGNORECASE
)
_FROM = re.compile(
    r"\bfrom (?:about |around |nearly |almost |roughly |just |more than |less than |over |under |some )?$",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(  # "rose 3 percent to 4.5 percent" tells the change and where it led
    rf"\b(?:{alternation(LEXICON['changes'].split())}|by) (?:(?:about|around|nearly|almost|roughly|just|more than"
    r"|less than|over|under|some|another|a further) )?$",
    re.IGNORECASE,
)
_GROUP = re.compile(rf"(?:{alternation(GROUPS)})(?![^\W_])(?P<of> of)?", re.IGNORECASE)
_OF_MONEY = re.compile(
    r" of(?= (?:dollars|euros|pounds|rupees|yen|miles|tons|tonnes|kilometers|kilometres|gallons|acres)\b)", re.I
)
_SECOND = re.compile(
    rf"(?: |-|, )(?:and )?(?P<n>\d{{1,2}}(?:\.\d)?|{alternation(w for w, v in CARDINALS.items() if v < 16)})"
    r"(?:(?: |-)?(?P<u>inches|inch|in|ins|ounces|ounce|oz|pounds|lb|lbs)(?!\w)|(?=[-\s](?:tall|high|guard|forward"
    r"|center)|[,.;)]|$))",
    re.IGNORECASE,
)
_SMALLER = {"ft": ("in", 0.0254), "lb": ("ou", 0.0283495), "st": ("lb", 0.45359237)}
_MINUS = re.compile(r"(?:\b(?:minus|negative) |(?<![\w-])[-−])$", re.IGNORECASE)
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude\b(?:[^.;]{0,30} (?:was|is|as|at|of)|-)? ?$", re.IGNORECASE)
_MAGNITUDE_BEHIND = re.compile(r"[ -](?:magnitude\b|on the Richter\b)", re.IGNORECASE)
_PART_OF_ONE = re.compile(
    r"(?:(?P<half>an? half|half)(?: an? |-)|(?:an? |one[ -])?(?P<quarter>quarter)(?: of an? |-)"
    r"|(?P<three>three[ -]quarters) of an? )",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"an? ", re.IGNORECASE)
_OF_A = re.compile(r" of an?(?= )", re.IGNORECASE)
_BOTH_AND = re.compile(r"(?: [\w'’.-]+){1,7}? and |[^ ]", re.IGNORECASE)
_NONE_OF = re.compile(r"no (?=[a-z]{3,}s\b)", re.IGNORECASE)
_MAGNITUDE = Unit("magnitude", Kind.MEASURE, "magnitude")


class _Piece(Struct, frozen=True):
    """A numeral with the unit that stands beside it, if one does."""

    number: Numeral
    unit: Unit | None
    start: int
    end: int

    def draft(self) -> Draft:
        if self.unit is None:
            return counted(self.number, self.start)
        return measured(self.number, self.unit, self.start, self.end)


def _piece(place: Place, at: int) -> _Piece | None:
    text, end = place.text, place.end
    sign = currency_before(text, at, end)
    number = numeral(text, sign[1] if sign else at, end, money=sign is not None) if not sign or sign[1] < end else None
    if sign and number is None:
        vague = VAGUE_WORDS.match(text, sign[1], end)
        number = _vague(vague) if vague else None
    if number is None:
        return None
    if sign:
        unit, stop = sign[0], number.end
        country = country_behind(text, stop, end) if unit.name == "$" else None
        if country:
            unit, stop = replace(unit, name=country[0]), country[1]
        return _Piece(number, unit, at, stop)
    begin = at
    of = _OF_MONEY.match(text, number.end, end)
    found = unit_behind(text, of.end() if of else number.end, end)
    if found is None and _magnitude(place, at, number):
        return _Piece(number, _MAGNITUDE, at, number.end)
    if found is None:
        return _Piece(number, None, at, number.end)
    unit, stop = found
    if (
        unit.name == "lb"
        and "pound" in text[number.end : stop].lower()
        and (number.low >= 1e6 or is_money(text, max(place.start, at), min(stop, end)))
    ):
        unit = POUND
    if unit.dimension == "temperature":
        minus = _MINUS.search(text, max(place.start, at - 10), at)
        if minus:
            begin, number = minus.start(), replace(number, low=-number.low, high=-number.high)
    if unit.name in _SMALLER and number.low % 1 == 0:
        number, stop = _compound(text, number, unit, stop, end)
    return _Piece(number, unit, begin, stop)


def _compound(text: str, number: Numeral, unit: Unit, stop: int, end: int) -> tuple[Numeral, int]:
    """ "6 feet 4 inches", "11 stone 4", "6-foot-4": the smaller unit added to the larger."""
    match = _SECOND.match(text, stop, end)
    name, worth = _SMALLER[unit.name]
    if match is None or (match["u"] and not match["u"].lower().startswith((name, name[0] + "z")) and name != "in"):
        return number, stop
    if not match["u"] and text[stop : stop + 1] not in "- ":
        return number, stop
    extra = (CARDINALS[match["n"].lower()] if match["n"].isalpha() else float(match["n"])) * worth / unit.factor
    return replace(number, low=number.low + extra, high=number.high + extra, step=worth / unit.factor), match.end()


def _magnitude(place: Place, at: int, number: Numeral) -> bool:
    return number.low < 10 and (
        _MAGNITUDE_BEFORE.search(place.text[max(place.start, at - 46) : at]) is not None
        or _MAGNITUDE_BEHIND.match(place.text, number.end, place.end) is not None
    )


def _vague(match: re.Match[str]) -> Numeral:
    low, high = VAGUE[match["vague"].lower().replace("-", " ")]
    return Numeral(low, high, low, match.end(), vague=True)


def amount(place: Place) -> Draft | None:
    """One amount, or a range of two with its ends in `low` and `high`."""
    first = _piece(place, place.at)
    if first is None:
        return None
    text, end = place.text, place.end
    link = _TO.match(text, first.end, end) or _AND.match(text, first.end, end)
    between = link is not None and _BETWEEN.search(place.before) is not None
    if link is None or (not between and "and" in link.group().lower()):
        return first.draft()
    second = _piece(place, link.end()) if link.end() < end else None
    if second is None:
        return first.draft()
    to = link.group().strip().lower() == "to" and not between
    both = first.unit is not None and second.unit is not None
    moved = both and _CHANGED_BY.search(place.before)
    aside = both and link.group() == " – "  # "by two points – 12 points to 10"
    first, second = _spread(first, second)
    separate = aside or (to and (moved or _FROM.search(place.before)))
    if separate or not _is_range(first, second, link.group().strip().lower(), between):
        return first.draft()
    low, high = first.draft(), second.draft()
    return replace(low, high=high.high, end=high.end, step=max(low.step, high.step), parts=(low.low, high.high))


def _spread(first: _Piece, second: _Piece) -> tuple[_Piece, _Piece]:
    """The unit and the scale that are written once for both."""
    a, b = first.number, second.number
    if first.unit is None and second.unit is not None and a.figures == b.figures:
        first = replace(first, unit=second.unit)
    if first.unit is not None and second.unit is None and first.unit.kind is Kind.MONEY:
        second = replace(second, unit=first.unit)
    if first.unit == second.unit and a.scale == 1.0 < b.scale and a.low < b.high / b.scale:
        scaled = replace(a, low=a.low * b.scale, high=a.high * b.scale, step=a.step * b.scale, scale=b.scale)
        first = replace(first, number=scaled)
    return first, second


def _is_range(first: _Piece, second: _Piece, link: str, between: bool) -> bool:
    if first.unit != second.unit or first.number.vague or second.number.vague:
        return False
    a, b = first.number, second.number
    if not a.low < b.high:
        return False
    if between:
        return True
    if link == "or":
        return b.high <= 2.5 * a.low and a.figures == b.figures
    return b.high <= 100 * max(a.low, 1)


def part_of_one(place: Place) -> Draft | None:
    """ "half a mile", "a quarter of a percent", "half a percentage point"."""
    part = shares.share(place)
    link = _OF_A.match(place.text, part.end, place.end) if part else None
    unit = unit_behind(place.text, link.end(), place.end) if link else None
    if part and unit:
        return measured(Numeral(part.low, part.low, part.low / 10, unit[1]), unit[0], place.at, unit[1])
    match = _PART_OF_ONE.match(place.text, place.at, place.end)
    found = unit_behind(place.text, match.end(), place.end) if match else None
    if (
        match is None
        or found is None
        or (found[0].kind is Kind.MONEY and found[0].factor == 1.0 and match["half"] is None)
    ):
        return None
    value = 0.5 if match["half"] else 0.25 if match["quarter"] else 0.75
    return measured(Numeral(value, value, value / 10, found[1]), found[0], place.at, found[1])


def one_unit(place: Place) -> Draft | None:
    """ "more than a mile", "about a ton": the article counts where a bound word says so."""
    match = _ARTICLE.match(place.text, place.at, place.end)
    found = unit_behind(place.text, match.end(), place.end) if match else None
    if found is None or found[0].kind is not Kind.MEASURE:
        return None
    bound = bound_before(place.text, place.start, place.at)
    if bound is None or bound[0] is Bound.EXACT:
        return None
    return measured(Numeral(1.0, 1.0, 1.0, found[1]), found[0], place.at, found[1])


def group(place: Place) -> Draft | None:
    """Vague plurals and sets named by their size: dozens, a handful, a couple, both, none, "no injuries"."""
    text, at, end = place.text, place.at, place.end
    vague = VAGUE_WORDS.match(text, at, end)
    if vague:
        number = _vague(vague)
        of = _OF_MONEY.match(text, number.end, end)
        found = unit_behind(text, of.end() if of else number.end, end)
        if found and (found[0].kind in (Kind.MONEY, Kind.MEASURE)):
            return measured(number, found[0], at, found[1])
        if vague["vague"].lower() in ("scores", "tens") and not text.startswith((" of ", " more "), vague.end()):
            return None
        return counted(number, at)
    match = _GROUP.match(text, at, end)
    if match:
        word = match.group().lower().removesuffix(" of").replace("-", " ")
        if (
            word in ("a couple", "a pair")
            and not match["of"]
            and not text[match.end() : match.end() + 2].strip().isalpha()
        ):
            return None
        if word == "both" and _BOTH_AND.match(text, match.end(), end):
            return None
        value = GROUPS[word]
        return Draft(Kind.COUNT, value, value, 1.0, at, match.end() - len(match["of"] or ""), written=value)
    none = _NONE_OF.match(text, at, end)
    if none:
        return Draft(Kind.COUNT, 0.0, 0.0, 1.0, at, at + 2)
    return None
