"""Numerals: figures and number words, with their scale ("1.2 million", "two and a half dozen", "half a million")."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from derive.facts.quantities.words import CARDINALS, DENOMINATORS, SCALES, SUFFIXES, VAGUE, alternation

_GLYPHS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8}
_GLYPHS |= {"⅙": 1 / 6, "⅚": 5 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
_FIGURES = re.compile(
    r"(?P<int>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?: \d{3})* 000(?!\d)"
    r"|\d{1,3}(?: \d{3}){2,5}(?!\d)|\d+)?"
    r"(?P<dec>[.·]\d+)?(?:(?P<mix>[ -](?=\d/\d)|(?=[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))?(?P<frac>\d/\d{1,2}(?!\d|/\d)"
    r"|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))?"
)
_SCALE = re.compile(rf"(?: {{0,2}}|-)(?P<scale>{alternation(SCALES)})(?P<plural>s?)(?![^\W_])", re.IGNORECASE)
_SUFFIX = re.compile(rf"(?P<gap> ?)(?P<suffix>{alternation([*SUFFIXES, 'm'])})(?![^\W_])", re.IGNORECASE)
_PLURAL_BEHIND = re.compile(
    r" (?!across |towards |miss |pass )(?:[a-zA-Z]+ )?(?:[a-z]{2,}s|people|children|women|men|krone|yuan|yen|baht"
    r"|euro)\b"
)
_NUMBER_WORD = rf"(?:{alternation([*CARDINALS, *SCALES])})"
_WORDS = re.compile(
    rf"{_NUMBER_WORD}(?:(?:-and-| and |(?<!y), | |-){_NUMBER_WORD}){{0,14}}(?![^\W_]|['’](?!s\b|re\b))", re.IGNORECASE
)
_BARE_SCALE = re.compile(rf"(?:{alternation(SCALES)})(?![^\W_])", re.IGNORECASE)
_POINT = re.compile(
    r" point (?P<digits>(?:oh|zero|one|two|three|four|five|six|seven|eight|nine)(?:[ -](?:oh|zero|one|two|three"
    r"|four|five|six|seven|eight|nine))*)\b",
    re.I,
)
_HALF_MORE = re.compile(r"(?: |-)and(?: |-)(?:a|one)(?: |-)(half|quarter|third)(?![^\W_])", re.IGNORECASE)
_HALF_OF = re.compile(
    rf"(?:(?P<n>a|one|two|three)[ -])?(?P<part>half|quarter|third)s?"
    rf"(?:(?: of)?(?:-| an? )| (?=million|billion|trillion|dozen))(?P<scale>{alternation(SCALES)})(?![^\W_])",
    re.IGNORECASE,
)
_A_SCALE = re.compile(
    rf"(?P<n>an?|a couple(?: of)?|couple(?: of)?|a few|few|several|many|a good)[ -]"
    rf"(?P<scale>{alternation(SCALES)})(?![^\W_])",
    re.IGNORECASE,
)
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_SEVERAL = {"a": (1, 1), "an": (1, 1), "a couple": (2, 2), "couple": (2, 2), "a good": (1, 1), "several": (3, 9)}
_FEW = (2.0, 9.0)


class Numeral(Struct, frozen=True):
    """A number as written: its value (`low` to `high`), the worth of its last significant digit, where it ends."""

    low: float
    high: float
    step: float
    end: int
    figures: bool = False  # in digits
    scale: float = 1.0
    vague: bool = False


def step_of(digits: str) -> float:
    """The worth of the last digit that carries meaning: 100 for "1,200", 0.1 for "1.2", 1 for "0"."""
    whole, _, decimals = digits.replace(",", "").replace(" ", "").replace("·", ".").partition(".")
    if decimals:
        return float(10.0 ** -len(decimals))
    return float(10.0 ** (len(whole) - len(whole.rstrip("0")))) if whole.strip("0") else 1.0


def _figures(text: str, at: int, end: int) -> Numeral | None:
    match = _FIGURES.match(text, at, end)
    if match is None or match.end() == at:
        return None
    whole, decimals, fraction = match["int"], match["dec"], match["frac"]
    if fraction and whole and match["mix"] is None and fraction[0] in "123456789":
        fraction = None  # cannot be: the slash belongs to something else
    stop = match.end()
    value = float(((whole or "").replace(",", "").replace(" ", "") or "0") + (decimals or "").replace("·", "."))
    step = step_of((whole or "0") + (decimals or ""))
    if fraction:
        value += _fraction(fraction)
        step = 0.05
    if not whole and not decimals and not fraction:
        return None
    return Numeral(value, value, step, stop, figures=True)


def _fraction(text: str) -> float:
    if text in _GLYPHS:
        return _GLYPHS[text]
    upper, _, lower = text.partition("/")
    return float(upper) / float(lower) if float(lower) else 0.0


def _scaled(text: str, number: Numeral, end: int, money: bool) -> Numeral:
    """A numeral with the scale words or the glued suffix behind it."""
    low, high, step, at, scale = number.low, number.high, number.step, number.end, 1.0
    for _ in range(2):
        match = _SCALE.match(text, at, end)
        if match is None or (match["plural"] and match["scale"].lower() not in ("lakh", "crore")):
            break
        scale *= SCALES[match["scale"].lower()]
        at = match.end()
    if scale == 1.0 and number.figures:
        match = _SUFFIX.match(text, at, end)
        if match and not (match["gap"] and match["suffix"].lower() in ("b", "tr", "k", "mil", "cr") and not money):
            name = match["suffix"].lower()
            if name == "m":
                millions = match["suffix"] == "m" and (money or bool(_PLURAL_BEHIND.match(text, match.end(), end)))
                scale = 1e6 if millions or match["suffix"] == "M" else 1.0
            else:
                scale = SUFFIXES[name]
            at = match.end() if scale != 1.0 else at
    if at == number.end:
        return number
    return Numeral(low * scale, high * scale, step * scale, at, number.figures, scale, number.vague)


def _evaluate(words: list[str]) -> tuple[float, int]:
    """The value of the longest run of number words from the first on, and how many words it takes."""
    total, current, last, used, ceiling = 0.0, 0.0, "", 0, float("inf")
    for position, word in enumerate(words):
        if word == "and":
            if last not in ("hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"):
                break
            following = words[position + 1] if position + 1 < len(words) else ""
            if following not in CARDINALS or following == "zero":
                break
            continue
        if word in CARDINALS:
            value = CARDINALS[word]
            if last in CARDINALS and not (20 <= CARDINALS[last] <= 90 and 1 <= value <= 9):
                break
            if current and last in CARDINALS and current % 10:
                break
            current += value
        elif SCALES[word] == 100:
            if not current or current >= 100:
                break
            current *= 100
        else:
            scale = SCALES[word]
            if (not current and last not in SCALES) or scale >= ceiling:
                if last in SCALES and scale > 1000 and total:  # "a thousand million"
                    total *= scale
                    last, used = word, position + 1
                    continue
                break
            total, current, ceiling = total + current * scale, 0.0, scale
        last, used = word, position + 1
    return total + current, used


def _words(text: str, at: int, end: int) -> Numeral | None:
    match = _WORDS.match(text, at, end)
    if match is None:
        return None
    pieces = list(re.finditer(r"[^\W\d_]+", match.group()))
    value, used = _evaluate([piece.group().lower() for piece in pieces])
    if not used:
        return None
    stop = at + pieces[used - 1].end()
    last = pieces[used - 1].group().lower()
    scale = SCALES.get(last, 1.0)
    step = 2.0 if last == "dozen" else step_of(f"{value:.0f}")
    number = Numeral(value, value, step, stop, scale=scale)
    point = _POINT.match(text, stop, end)
    if point:  # "forty point two", as it is read out
        digits = "".join(f"{CARDINALS.get(one.lower(), 0):.0f}" for one in re.split("[ -]", point["digits"]))
        value += float(f"0.{digits}")
        return _scaled(text, Numeral(value, value, 10.0 ** -len(digits), point.end()), end, money=False)
    more = _HALF_MORE.match(text, stop, end)
    if more:
        extra = _PARTS[more[1].lower()]
        unscaled = replace(
            number, low=value + extra * scale, high=value + extra * scale, step=scale / 10, end=more.end()
        )
        return unscaled if scale > 1 else _scaled(text, unscaled, end, money=False)
    return number


@lru_cache(maxsize=256)
def numeral(text: str, at: int, end: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at a position, if any. `money` says that a currency sign stands before it ("$5m")."""
    if text[at].isdigit() or text[at] in ".½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞":
        number = _figures(text, at, end)
        if number is None:
            return None
        more = _HALF_MORE.match(text, number.end, end)
        if more:
            extra = _PARTS[more[1].lower()]
            number = replace(number, low=number.low + extra, high=number.high + extra, step=0.1, end=more.end())
        return _scaled(text, number, end, money)
    return half_of(text, at, end) or _a_scale(text, at, end) or _words(text, at, end) or _scale_and_half(text, at, end)


def half_of(text: str, at: int, end: int) -> Numeral | None:
    """ "half a million", "a quarter of a million"."""
    match = _HALF_OF.match(text, at, end)
    if match is None:
        return None
    scale, part = SCALES[match["scale"].lower()], DENOMINATORS[match["part"].lower()]
    count = CARDINALS.get((match["n"] or "one").lower(), 1)
    value = count / part * scale
    return Numeral(value, value, scale / 10, match.end(), scale=scale)


def _a_scale(text: str, at: int, end: int) -> Numeral | None:
    match = _A_SCALE.match(text, at, end)
    if match is None:
        return None
    name, scale = match["n"].lower().removesuffix(" of"), SCALES[match["scale"].lower()]
    low, high = _SEVERAL.get(name, _FEW)
    more = _HALF_MORE.match(text, match.end(), end)
    if more and low == high:
        value = (low + _PARTS[more[1].lower()]) * scale
        return Numeral(value, value, scale / 10, more.end(), scale=scale)
    step = 2.0 if scale == 12 and low == high else scale
    number = Numeral(low * scale, high * scale, step, match.end(), scale=scale, vague=low != high)
    if low == high:
        following = re.compile(r"(?: and |,? |-)").match(text, match.end(), end)
        rest = _words(text, following.end(), end) if following else None
        if rest and rest.low < scale:  # "a hundred and fifty"
            total = low * scale + rest.low
            return Numeral(total, total, step_of(f"{total:.0f}"), rest.end, scale=rest.scale)
        return _scaled(text, number, end, money=False)
    return number


def _scale_and_half(text: str, at: int, end: int) -> Numeral | None:
    """ "an additional million-and-a-half"."""
    bare = bare_scale(text, at, end)
    more = _HALF_MORE.match(text, bare.end, end) if bare else None
    if bare is None or more is None:
        return None
    value = (1 + _PARTS[more[1].lower()]) * bare.low
    return Numeral(value, value, bare.low / 10, more.end(), scale=bare.low)


def bare_scale(text: str, at: int, end: int) -> Numeral | None:
    """ "every thousand": a scale word that counts once."""
    match = _BARE_SCALE.match(text, at, end)
    scale = SCALES[match.group().lower()] if match else 0.0
    return Numeral(scale, scale, scale, match.end(), scale=scale) if match else None


VAGUE_WORDS = re.compile(
    rf"(?:(?:several|many) (?=tens|hundreds|dozens))?(?P<vague>{alternation(VAGUE)})(?![^\W_])", re.IGNORECASE
)
