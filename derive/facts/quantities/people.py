"""Ages: "34-year-old", "aged 34", "Marta Lindqvist, 34,", "in his mid-40s"."""

from __future__ import annotations

import re

from derive.facts.quantities.draft import Draft, Place
from derive.facts.quantities.numerals import numeral
from derive.facts.quantities.value import Bound, Kind
from derive.text.words import forms

_YEARS = {"year": 1.0, "yr": 1.0, "month": 1 / 12, "week": 7 / 365.25, "day": 1 / 365.25, "decade": 10.0}
_OLD = re.compile(
    r"(?:(?:-|-? )?(?:to|and|or|–|-)(?: |-)?(?P<second>\d{1,3}))?(?: |-)?(?P<unit>year|yr|month|week|day|decade)s?"
    r"(?:(?: |-)olds?|[ -]of[ -]age)(?!\w)|(?: |-)?y/?o(?!\w)",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"(?:\b(?:aged?|ages|aged between|age of|turn(?:ed|s|ing)?|ages ranging from)|\b(?:died|dies|dead"
    r"|death) at(?: age| the age of)?)"
    r"(?P<bound> (?:about|around|just|only|over|under|at least|up to|more than|less than|nearly))?(?: just)? $",
    re.IGNORECASE,
)
_AGED_SIGNS = ("age", "turn", "die", "dea")  # without one of them there is no need to search
_RANGE = re.compile(r" ?[-–] ?(?P<second>\d{1,3})(?![\w.,]\d)| (?:to|and|or|through) (?P<word>\d{1,3})(?!\w)")
_WAS = re.compile(
    r"\b(?:he|she|who|they|I)(?:'s| is| was| were|'d be| would be| had just turned| both)(?: (?:just|only|now"
    r"|then))? $",
    re.I,
)
_SENTENCE_END = re.compile(r"[.,;:)”\"]|$| (?:and|when|at|years? old)\b")
_DIED_AT = re.compile(r"\b(?:died|dies|dead|killed|passed away|death)\b[^.;]{0,40} at $", re.IGNORECASE)
_OWNER = re.compile(
    r"(?P<name>[A-Z][^\W\d_]*(?:['’.-][^\W\d_]+)*[.]?)(?: (?:Jr|Sr|II|III)\.?)?,? ?(?P<open>[(,]) ?(?:now |then "
    r"|both |aged |age |just |only )?$"
)
_APPOSED = re.compile(r"[,.;)]|$| (?:and|of|from|who|was|were|is|both)\b")
_LISTED = re.compile(r"\d{1,3},?(?: and |, )$")
_DECADE = re.compile(
    r"(?:in )?(?:his|her|their|its|my|the) (?:(?P<part>early|mid|late|very early)[ -]to[ -](?:late|mid)[ -]"
    r"|(?P<one>early|mid|late)[ -]?(?: |-)?)?$",
    re.I,
)
TENS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "teens": 13,
}
_DECADE_WORD = re.compile(r"(?P<figures>[1-9]0)'?s(?!\w)|(?P<word>" + "|".join(TENS) + r")(?!\w)", re.IGNORECASE)
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}
_UNDER = re.compile(r"\b(?P<side>under|over)[ -]?$", re.IGNORECASE)
_UNDER_LONG = len("-under-")
_UNDER_S = re.compile(r"'?s(?!\w)|-year-olds?")
_OLDER = re.compile(r"(?: years)? (?:or|and) (?P<way>older|younger|over|under|up)\b", re.IGNORECASE)
_OLDER_THAN = re.compile(r"\b(?:older|younger) than $", re.IGNORECASE)
_CHILDREN = re.compile(
    r"\b(?:child|children|kids|girls|boys|infants|babies|people|those|anyone|adults) (?:aged )?$", re.I
)


def decade(place: Place) -> Draft | None:
    """ "in her mid-40s", "in his sixties"."""
    match = _DECADE_WORD.match(place.text, place.at, place.end)
    lead = _DECADE.search(place.before) if match else None
    if match is None or lead is None or lead.start() == lead.end():
        return None
    tens = int(match["figures"]) if match["figures"] else TENS[match["word"].lower()]
    low, high = _PARTS.get((lead["one"] or "").lower(), (0, 9))
    if tens == 13:
        low, high = 0, 6
    if not lead["one"] and "the " in lead.group().lower():
        return None  # a decade of the calendar, or a temperature
    begin = place.at - (len(lead["one"]) + 1 if lead["one"] else 0)
    return _age(tens + low, tens + high, 1.0, begin, match.end(), float(tens))


def age(place: Place) -> Draft | None:
    """An age of any form, in years."""
    number = numeral(place.text, place.at, place.end)
    if number is None or number.scale != 1.0 or number.vague:
        return None
    text, end = place.text, place.end
    old = _OLD.match(text, number.end, end)
    if old:
        worth = _YEARS[(old["unit"] or "year").lower()]
        high = float(old["second"]) if old["second"] else number.high
        return _age(number.low * worth, high * worth, worth * number.step, place.at, old.end(), number.low)
    if not 0 < number.low < 125 or number.low % 1:
        return None
    before = place.before
    side = _UNDER.search(before[-_UNDER_LONG:])
    young = _UNDER_S.match(text, number.end, end) if side else None
    if side and (young or _CHILDREN.search(before.removesuffix(side.group()))):
        bound = Bound.LESS_THAN if side["side"].lower() == "under" else Bound.MORE_THAN
        return _age(
            number.low,
            number.high,
            1.0,
            place.at - len(side.group()),
            young.end() if young else number.end,
            number.low,
            bound,
        )
    older = _OLDER.match(text, number.end, end)
    if older:
        bound = Bound.AT_MOST if older["way"].lower() in ("younger", "under") else Bound.AT_LEAST
        return _age(number.low, number.high, 1.0, place.at, older.end(), number.low, bound)
    if _OLDER_THAN.search(place.before):
        return _age(number.low, number.high, 1.0, place.at, number.end, number.low)
    if any(sign in before.lower() for sign in _AGED_SIGNS) and _AGED.search(before):
        span = _RANGE.match(text, number.end, end)
        high = float(span["second"] or span["word"]) if span else number.high
        if span and high <= number.low:
            span, high = None, number.high
        return _age(number.low, high, 1.0, place.at, span.end() if span else number.end, number.low)
    if _SENTENCE_END.match(text, number.end, end) and (_WAS.search(before) or _DIED_AT.search(before)):
        return _age(number.low, number.high, 1.0, place.at, number.end, number.low)
    return _apposed(place, number.low, number.end) if number.figures else None


def _apposed(place: Place, value: float, stop: int) -> Draft | None:
    """ "Marta Lindqvist, 34, …", "Lindqvist (34)": the number belongs to the name before it."""
    closing = _APPOSED.match(place.text, stop, place.end)
    owner = _OWNER.search(place.before) if closing else None
    if owner is None or closing is None or (owner["open"] == "(" and closing.group() != ")") or value < 1:
        return None
    if owner["open"] == "," and closing.group() == ")":
        return None
    name = forms(owner["name"])[1]
    return _age(value, value, 1.0, place.at, stop, value, noun=(name,))


def listed(place: Place, previous: Draft | None) -> Draft | None:
    """The second age of "Lindqvist and Oduya, 40 and 49"."""
    if previous is None or previous.kind is not Kind.AGE or not _LISTED.search(place.before):
        return None
    gap = place.text[previous.end : place.at]
    number = numeral(place.text, place.at, place.end)
    if number is None or gap not in (" and ", ", ", ", and ") or not 0 < number.low < 125:
        return None
    if not _APPOSED.match(place.text, number.end, place.end):
        return None
    return _age(number.low, number.high, 1.0, place.at, number.end, number.low, noun=previous.noun)


def _age(
    low: float, high: float, step: float, start: int, end: int, written: float, bound: Bound | None = None,
    noun: tuple[str, ...] | None = None,
) -> Draft:  # fmt: skip
    return Draft(Kind.AGE, low, high, step, start, end, "year", "age", written, bound, noun=noun)
