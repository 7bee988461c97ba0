"""Figures in another house's style, in words, converted, rounded: written by babel and num2words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from babel.numbers import format_compact_currency, format_compact_decimal, format_decimal
from num2words import num2words

from benchmarks.mutations.edit import Edits, of
from benchmarks.mutations.plants.figures import counted
from benchmarks.mutations.subject import Subject

_WORDS = {num2words(number): number for number in range(3, 100)}
_WORD = re.compile(
    r"(?<![\w-])(?<!teen )(?<!hundred and )(?<!thousand and )(?<!twenty )"
    rf"({'|'.join(sorted(_WORDS, key=len, reverse=True))})(?= [a-z]{{3,}}s\b)"
)
_PERCENT = re.compile(r"(?<=\d)( percent| per cent|%)(?! ?point)\b|(?<=\d)(%)")
_LARGE = re.compile(r"(?<![\w.,])(?:US)?([$£€])(\d+(?:\.\d)?) (million|billion)\b(?!-)")
_CODES = {"$": "USD", "£": "GBP", "€": "EUR"}
_SCALE = {"million": 10**6, "billion": 10**9}
_PLAIN = re.compile(r"(?<![\w.,$£€])(\d{1,3}(?:\.\d)?) (million|billion) (?=[a-z]{4,}s\b)")
_MEASURE = re.compile(
    r"(?<![\w.,~–-])(\d[\d,]*(?:\.\d+)?) (km|kilometres|kilometers|miles|metres|meters|feet|kg|kilograms|pounds|acres"
    r"|hectares)\b(?! per| an hour| \(|/)"
)
_FACTORS = {
    "km": (0.621371, "miles"), "kilometres": (0.621371, "miles"), "kilometers": (0.621371, "miles"),
    "miles": (1.609344, "kilometres"), "metres": (3.28084, "feet"), "meters": (3.28084, "feet"),
    "feet": (0.3048, "metres"), "kg": (2.204623, "pounds"), "kilograms": (2.204623, "pounds"),
    "pounds": (0.453592, "kilograms"), "acres": (0.404686, "hectares"), "hectares": (2.471054, "acres"),
}  # fmt: skip
_BOUNDED = re.compile(
    r"(?:about|around|some|roughly|approximately|nearly|almost|over|than|least|most|to|as|and|between|every|exactly|under"
    r"|or|another|below|above|from|of|\() [$£€]?$"
)


def words(subject: Subject, rng: Random) -> Iterator[Edits]:
    """13 as thirteen, 8,000 as eight thousand."""
    for one in counted(subject):
        number = int(one[2].replace(",", ""))
        if not one[1] and not one[3] and (number <= 100 or number % 1000 == 0) and not _unit_follows(subject, one):
            yield of(one, num2words(number))


def digits(subject: Subject, rng: Random) -> Iterator[Edits]:
    """Thirteen as 13."""
    for one in subject.finds(_WORD):
        yield of(one, format_decimal(_WORDS[one[1]], locale="en_US"))


def grouping(subject: Subject, rng: Random) -> Iterator[Edits]:
    """4200 as 4,200 and back."""
    for one in counted(subject):
        number = int(one[2].replace(",", ""))
        if 1000 <= number < 10_000 and not 1500 <= number <= 2100:  # those would read as years
            yield of(one, str(number) if "," in one[2] else format_decimal(number, locale="en_US"), 2)


def percent(subject: Subject, rng: Random) -> Iterator[Edits]:
    """AP's 5%, the Guardian's, and 5 per cent."""
    for one in subject.finds(_PERCENT):
        yield of(one, rng.choice([new for new in (" percent", " per cent", "%") if new != one[0]]))


def money(subject: Subject, rng: Random) -> Iterator[Edits]:
    """AP's $1.2 million as $1.2m, US$1.2m, $1.2M, $1,200,000."""
    for one in subject.finds(_LARGE):
        amount = Decimal(one[2]) * _SCALE[one[3]]
        short = f"{one[1]}{one[2]}{'m' if one[3] == 'million' else 'bn'}"
        compact = format_compact_currency(
            amount, _CODES[one[1]], locale="en_US", fraction_digits=len(one[2].partition(".")[2])
        )
        forms = [short, compact, f"{one[1]}{format_decimal(amount, locale='en_US')}"]
        yield of(one, rng.choice([*forms, "US" + short] if one[1] == "$" and one[0][0] == "U" else forms))


def magnitude(subject: Subject, rng: Random) -> Iterator[Edits]:
    """1.2 million people as 1.2m people, 1,200,000 people."""
    for one in subject.finds(_PLAIN):
        amount = Decimal(one[1]) * _SCALE[one[2]]
        compact = format_compact_decimal(amount, locale="en_US", fraction_digits=len(one[1].partition(".")[2]))
        yield of(one, rng.choice((f"{compact.lower()} ", f"{format_decimal(amount, locale='en_US')} ")))


def converted(subject: Subject, rng: Random) -> Iterator[Edits]:
    """46 km as about 29 miles."""
    for one in subject.finds(_MEASURE):
        factor, unit = _FACTORS[one[2]]
        number = float(one[1].replace(",", "")) * factor
        before = subject.text[max(0, one.start() - 16) : one.start()]
        if number >= 4 and not re.search(r"(?:and|between|or|to|-) $|\([^)]*$", before):
            rounded = round(_significant(number, 2))
            if abs(rounded - number) / number < 0.03:
                yield of(one, f"{'' if _BOUNDED.search(before) else 'about '}{rounded:,} {unit}")


def rounded(subject: Subject, rng: Random) -> Iterator[Edits]:
    """4,873 as about 4,900, as nearly 4,900, as more than 4,800."""
    for one in counted(subject):
        number = int(one[2].replace(",", ""))
        before = subject.text[max(0, one.start() - 16) : one.start()]
        if number > 100 and number % 100 and not one[3] and _plural(subject, one) and not _BOUNDED.search(before):
            nearest = int(_significant(number, 2))
            if nearest != number and abs(nearest - number) / number < 0.04:
                honest = ["about", "around", "roughly", "nearly" if nearest > number else "more than"]
                yield of(one, f"{rng.choice(honest)} {one[1]}{nearest:,}")


def _significant(number: float, figures: int) -> float:
    return float(f"{number:.{figures - 1}e}")


def _plural(subject: Subject, found: re.Match[str]) -> bool:
    return bool(re.match(r" (?:[a-z]+ )?[a-z]{3,}s\b", subject.text[found.end() :]))


def _unit_follows(subject: Subject, found: re.Match[str]) -> bool:
    return bool(re.match(r" ?(?:%|[a-zA-Z]{1,2}\b|(?:mil|bil)lion)", subject.text[found.end() :]))
