"""Shares and multiples: a quarter, two-thirds, one in four, all but two of the 30, doubled, three times, twofold."""

from __future__ import annotations

import re
from dataclasses import replace

from derive.facts.quantities.draft import Draft, Place
from derive.facts.quantities.numerals import bare_scale, half_of, numeral
from derive.facts.quantities.value import Kind
from derive.facts.quantities.words import CARDINALS, DENOMINATORS, MULTIPLES, alternation

_COUNT = rf"(?:{alternation(CARDINALS)}|\d{{1,2}})"
_SURE = re.compile(
    rf"(?P<n>{_COUNT})(?P<and>[ -]and[ -]a)?[ -](?P<part>{alternation([*DENOMINATORS, *(f'{d}s' for d in DENOMINATORS)])})(?![^\W_])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(rf"(?:an?|the) (?P<part>{alternation(set(DENOMINATORS) - {'half'})})(?![^\W_])", re.IGNORECASE)
_SHARE_BEHIND = re.compile(
    r"(?: the| its| their| his| her| that)?[ -](?:of|as (?:many|much|big|large|high|long|far)|more|less|fewer|higher|lower|larger|smaller|bigger|cheaper|share|stake|off|part)(?!\w)",
    re.IGNORECASE,
)
_SHARE_BEFORE = re.compile(
    r"\b(?:by|between|about|nearly|almost|than|around|roughly|over|just|only|under|to|cut|fell|rose|up|down|more than|less than|at least) $",
    re.I,
)
_END = re.compile(r"[.,;:)]|$| (?:from|in|to|since|on|compared|and|this|last|over)\b")
_HALF = re.compile(r"half(?![^\W_])", re.IGNORECASE)
_HALF_BEHIND = re.compile(
    r"(?: the| its| their| his| her| that| those| these| all| our)?(?: of\b| as (?:many|much|big|large|high)| (?!past|time|way|hour|day|year|century|brother|sister|marathon|mile)\w+)|[.,;]|$",
    re.IGNORECASE,
)
_NO_HALF_BEFORE = re.compile(
    r"\b(?:first|second|1st|2nd|other|latter|former|each|either|better|opening|top|bottom|one|final|northern|southern|eastern|western|and a|this|last|same|past) $",
    re.IGNORECASE,
)
_HALF_NOUN = re.compile(
    r"half[ -](?:an?[ -])?(?:hour|day|century|year|dozen|million|billion|brother|sister|term|time|mast|staff|marathon|back|empty|full|hearted|way|light|life|pipe|baked|naked)",
    re.I,
)
_FRACTION = re.compile(
    r"(?<![\w/.,$])(?P<upper>\d{1,2})/(?P<lower>\d{1,3})(?![\w/])(?P<ths>ths?|rds?)?|(?P<glyph>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
)
_IN = re.compile(r"[ -]in[ -](?:every )?|[ -]out[ -]of[ -](?:every |each )?| of every | for every ", re.IGNORECASE)
_IN_PLAIN = re.compile(r"[ -]in[ -](?:every )?", re.IGNORECASE)
_ALL_BUT = re.compile(r"all but ", re.IGNORECASE)
_OF_THE = re.compile(r"(?: \w+){0,2} of (?:the |its |their |those |these |some |about )*", re.IGNORECASE)
_VERB = re.compile(rf"(?:{alternation(MULTIPLES)})(?![^\W_])", re.IGNORECASE)
_DOUBLE_BEHIND = re.compile(r" (?:the|that|those|what|its|his|their|her|last|as)\b")
_TIMES = re.compile(r"(?: |-)times?(?![^\W_])| ?[x×](?![^\W_])|[ -]?fold(?![^\W_])", re.IGNORECASE)
_FOLD_WORD = re.compile(rf"(?P<n>{alternation([*CARDINALS, 'hundred', 'thousand'])})-?fold(?![^\W_])", re.IGNORECASE)
_ONCE = re.compile(r"once(?=[.,;)]|$| and\b| or twice| in (?:every|the past|a))", re.IGNORECASE)
_ONCE_BEFORE = re.compile(r"\b(?:only|just|than|least|won|champion|title|been|more) $", re.IGNORECASE)


def share(place: Place) -> Draft | None:
    """A fraction in words or figures."""
    text, at, end = place.text, place.at, place.end
    if half_of(text, at, end):
        return None  # "a quarter of a million" is a number
    match = _FRACTION.match(text, at, end)
    if match:
        if match["glyph"]:
            number = numeral(text, at, end)
            return _share(number.low, at, match.end()) if number and number.end == match.end() else None
        upper, lower = int(match["upper"]), int(match["lower"])
        return _share(upper / lower, at, match.end(), (upper, lower)) if 0 < upper < lower <= 100 else None
    match = _SURE.match(text, at, end)
    if match and not match["and"]:
        word = match["part"].lower()
        lower = DENOMINATORS.get(word) or DENOMINATORS[word.removesuffix("s")]
        upper = CARDINALS.get(match["n"].lower()) if match["n"].isalpha() else float(match["n"])
        plural = word in ("halves",) or word.endswith("s")
        if upper and upper < lower and (plural or (upper == 1 and (lower != 2 or True))):
            if upper > 1 and not plural:
                return None
            return _share(upper / lower, at, match.end(), (upper, lower))
    match = _ARTICLE.match(text, at, end)
    if match and (
        (_SHARE_BEHIND.match(text, match.end(), end) and text[at] in "aA")
        or (_SHARE_BEFORE.search(place.before) and text[at] in "aA" and _END.match(text, match.end(), end))
    ):
        lower = DENOMINATORS[match["part"].lower()]
        return _share(1 / lower, at, match.end(), (1, lower))
    return _half(place)


def _half(place: Place) -> Draft | None:
    match = _HALF.match(place.text, place.at, place.end)
    if match is None or _HALF_NOUN.match(place.text, place.at, place.end) or _NO_HALF_BEFORE.search(place.before):
        return None
    if (place.before[-2:-1].isalpha() and place.before.endswith("-")) or not _HALF_BEHIND.match(
        place.text, match.end(), place.end
    ):
        return None
    return _share(0.5, place.at, match.end(), (1, 2))


def _share(value: float, start: int, end: int, parts: tuple[float, ...] = ()) -> Draft:
    return Draft(Kind.FRACTION, value, value, 0.05, start, end, written=value, parts=parts)


def ratio(place: Place) -> Draft | None:
    """ "one in four", "two out of three", "29 out of 30"."""
    first = numeral(place.text, place.at, place.end)
    link = _IN.match(place.text, first.end, place.end) if first else None
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


def multiple(place: Place) -> Draft | None:
    """ "doubled", "twice", "three times", "fivefold"."""
    text, at, end = place.text, place.at, place.end
    match = _VERB.match(text, at, end)
    if match:
        word = match.group().lower()
        if (
            word in ("double", "triple", "treble", "quadruple", "halves", "doubles")
            and not _DOUBLE_BEHIND.match(text, match.end(), end)
            and not place.before.endswith((" to ", "than ", "will ", "could ", "would ", "may ", "might ", "n't "))
        ):
            return None
        if text[match.end() : match.end() + 5] == " down" or text[match.end() : match.end() + 3] == " as":
            if text[match.end() : match.end() + 5] == " down" or word not in ("twice", "thrice"):
                return None
        return _times(MULTIPLES[word], at, match.end())
    fold = _FOLD_WORD.match(text, at, end)
    if fold:
        return _times(
            CARDINALS.get(fold["n"].lower()) or {"hundred": 100.0, "thousand": 1000.0}[fold["n"].lower()],
            at,
            fold.end(),
        )
    if text[at] in "oO":
        once = _ONCE.match(text, at, end)
        if once and (_ONCE_BEFORE.search(place.before) or text[once.end() : once.end() + 4] == " and"):
            return _times(1.0, at, once.end())
    number = numeral(text, at, end)
    times = _TIMES.match(text, number.end, end) if number else None
    if number is None or times is None:
        return None
    draft = _times(number.low, at, times.end())
    return replace(draft, high=number.high, step=number.step)


def _times(value: float, start: int, end: int) -> Draft:
    return Draft(Kind.MULTIPLE, value, value, 0.1, start, end, written=value)
