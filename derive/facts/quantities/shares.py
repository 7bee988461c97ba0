"""Shares: a quarter, two-thirds, one in four, 29 out of 30, all but two of the 30."""

from __future__ import annotations

import re
from math import gcd

from msgspec.structs import replace

from derive.facts.quantities.draft import Draft, Place
from derive.facts.quantities.numerals import bare_scale, half_of, numeral
from derive.facts.quantities.value import Kind
from derive.facts.quantities.words import CARDINALS, DENOMINATORS, alternation

_COUNT = rf"(?:{alternation(CARDINALS)}|\d{{1,2}})"
_PARTS = alternation([*DENOMINATORS, *(f"{word}s" for word in DENOMINATORS)])
_SURE = re.compile(rf"(?P<n>{_COUNT})[ -](?P<part>{_PARTS})(?![^\W_])", re.IGNORECASE)
_ARTICLE = re.compile(rf"an? (?P<part>{alternation(set(DENOMINATORS) - {'half'})})(?![^\W_])", re.IGNORECASE)
_SHARE_BEHIND = re.compile(
    r"(?: the| its| their| his| her| that)?[ -](?:of|as (?:many|much|big|large|high|long|far)|more|less|fewer"
    r"|higher|lower|below|above|larger|smaller|bigger|cheaper|share|stake|off|part)(?!\w)",
    re.IGNORECASE,
)
_SHARE_BEFORE = re.compile(
    r"\b(?:by|between|about|nearly|almost|than|around|roughly|over|just|only|under|to|cut|fell|rose|up|down"
    r"|more than|less than|at least) $",
    re.I,
)
_PART = re.compile(r" part(?= of\b)")
_END = re.compile(
    r"[.,;:)]|$| (?:from|in|to|since|on|compared|and|this|last|over|for|at|by|as|when|while|after|between"
    r"|during|against|or|with|within|but|because|next|so|if|which|that|than)\b"
)
_HALF = re.compile(r"half(?![^\W_])", re.IGNORECASE)
_HALF_BEHIND = re.compile(
    r"(?: the| its| their| his| her| that| those| these| all| our)?(?: of\b| as (?:many|much|big|large|high)"
    r"| (?!past|time|way|hour|day|year|century|brother|sister|marathon|mile)\w+)|[.,;]|$",
    re.IGNORECASE,
)
_NO_HALF_BEFORE = re.compile(
    r"\b(?:first|second|1st|2nd|other|latter|former|each|either|better|opening|top|bottom|upper|lower|attacking|defensive|own|opposing|front|back|rear|left|right|one|final|northern"
    r"|southern|eastern|western|and a|this|last|same|past) $",
    re.IGNORECASE,
)
_HALF_NOUN = re.compile(
    r"half[ -](?:an?[ -])?(?:hour|day|century|year|dozen|million|billion|brother|sister|term|time|mast|staff"
    r"|marathon|back|empty|full|hearted|way|light|life|pipe|baked|naked)",
    re.I,
)
_FRACTION = re.compile(
    r"(?<![\w/.,$])(?P<upper>\d{1,2})/(?P<lower>\d{1,3})(?![\w/])(?P<ths>ths?|rds?)?|(?P<glyph>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
)
_IN = re.compile(r"[ -]in[ -](?:every )?|[ -]out[ -]of[ -](?:every |each )?| of every | for every ", re.IGNORECASE)
_IN_PLAIN = re.compile(r"[ -]in[ -](?:every )?", re.IGNORECASE)
_ALL_BUT = re.compile(r"all but ", re.IGNORECASE)
_OF_THE = re.compile(r"(?: \w+){0,2} of (?:the |its |their |those |these |some |about )*", re.IGNORECASE)


def share(place: Place) -> Draft | None:
    """A fraction in words or figures."""
    if half_of(place.text, place.at, place.end):
        return None  # "a quarter of a million" is a number
    found = _figures(place) or _words(place) or _article(place) or _half(place)
    part = _PART.match(place.text, found.end, place.end) if found else None
    return replace(found, end=part.end()) if found and part else found


def _figures(place: Place) -> Draft | None:
    """ "3/4", "¾"."""
    match = _FRACTION.match(place.text, place.at, place.end)
    if match is None:
        return None
    if match["glyph"]:
        number = numeral(place.text, place.at, place.end)
        return _share(number.low, place.at, match.end()) if number and number.end == match.end() else None
    upper, lower = int(match["upper"]), int(match["lower"])
    whole = gcd(upper, lower) == 1 and lower != 12  # 9/12 is a day
    return _share(upper / lower, place.at, match.end(), (upper, lower)) if whole and 0 < upper < lower <= 100 else None


def _words(place: Place) -> Draft | None:
    """ "two-thirds", "one fifth"."""
    match = _SURE.match(place.text, place.at, place.end)
    if match is None:
        return None
    word = match["part"].lower()
    plural = word.endswith("s")
    lower = DENOMINATORS.get(word) or DENOMINATORS[word.removesuffix("s")]
    upper = CARDINALS[match["n"].lower()] if match["n"].isalpha() else float(match["n"])
    if not 0 < upper < lower or (upper > 1 and not plural):
        return None
    return _share(upper / lower, place.at, match.end(), (upper, lower))


def _article(place: Place) -> Draft | None:
    """ "a third": a share where its neighbours speak of one, else an ordinal."""
    match = _ARTICLE.match(place.text, place.at, place.end)
    if match is None:
        return None
    behind = _SHARE_BEHIND.match(place.text, match.end(), place.end)
    before = _SHARE_BEFORE.search(place.before) and _END.match(place.text, match.end(), place.end)
    if not behind and not before:
        return None
    lower = DENOMINATORS[match["part"].lower()]
    return _share(1 / lower, place.at, match.end(), (1, lower))


def _half(place: Place) -> Draft | None:
    match = _HALF.match(place.text, place.at, place.end)
    if match is None or _HALF_NOUN.match(place.text, place.at, place.end) or _NO_HALF_BEFORE.search(place.before):
        return None
    joined = place.before.endswith("-") and place.before[-2:-1].isalpha()
    if joined or not _HALF_BEHIND.match(place.text, match.end(), place.end):
        return None
    return _share(0.5, place.at, match.end(), (1, 2))


def _share(value: float, start: int, end: int, parts: tuple[float, ...] = ()) -> Draft:
    return Draft(Kind.FRACTION, value, value, 0.05, start, end, written=value, parts=parts)


_NOUN_BETWEEN = re.compile(
    r" (?!in |of |out )[a-z]{3,20}(?= in (?:every )?(?:[2-9]|[1-9]\d|t[a-z]+|f[a-z]+|six|seven|eight|nine)\b)"
)


def ratio(place: Place) -> Draft | None:
    """ "one in four", "two out of three", "29 out of 30"."""
    first = numeral(place.text, place.at, place.end)
    noun = _NOUN_BETWEEN.match(place.text, first.end, place.end) if first and first.low == 1 else None
    link = _IN.match(place.text, noun.end() if noun else first.end, place.end) if first else None
    if first is None or link is None or first.vague or link.end() >= place.end:
        return None
    second = numeral(place.text, link.end(), place.end) or bare_scale(place.text, link.end(), place.end)
    if second is None or second.vague or not 0 < first.low < second.low or first.scale != 1.0:
        return None
    if _IN_PLAIN.fullmatch(link.group()) and ((second.low > 1000 and second.scale == 1.0) or first.low > 99):
        return None
    value = first.low / second.low
    return Draft(
        Kind.FRACTION, value, value, 0.05, place.at, second.end, written=first.low, parts=(first.low, second.low)
    )


def all_but(place: Place) -> Draft | None:
    """ "all but two of the 30 charges": 28 of them."""
    lead = _ALL_BUT.match(place.text, place.at, place.end)
    left = numeral(place.text, lead.end(), place.end) if lead else None
    link = _OF_THE.match(place.text, left.end, place.end) if left else None
    whole = numeral(place.text, link.end(), place.end) if link and link.end() < place.end else None
    if left is None or whole is None or left.low >= whole.low:
        return None
    value = whole.low - left.low
    return Draft(Kind.COUNT, value, value, 1.0, place.at, whole.end, written=value, parts=(value, whole.low))
