"""Another value, another unit, another magnitude."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.edit import Edits, of
from benchmarks.mutations.subject import Subject

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DIGITS = re.compile(
    r"(?<![\w.,:/~–—-])((?:[$£€])?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?= ?%| [a-z]|, [a-z]|\. |\.\n)(?! ?[ap]\.?m\b)"
)
_NAMED = re.compile(r"(?:[A-Z][\w.]*|\bage[ds]?|\bNo\.|\bat|\bby)\s$")  # Boeing 737, No. 10, by 10 (o'clock)
_CALENDAR = re.compile(rf"\s(?:{MONTHS}|o’clock|o'clock|GMT|UTC)")
WORDS = "two three four five six seven eight nine ten eleven twelve".split()
WORD = re.compile(rf"(?<![\w-])({'|'.join(WORDS)})(?= [a-z]{{3,}}s\b)")
_UNIT = re.compile(
    r"(?<=\d )(nautical miles|km|kilometres|kilometers|miles|metres|meters|feet|tonnes|tons|kilograms|kg|pounds|acres"
    r"|hectares|litres|euros|dollars)\b"
)
_OTHER_UNIT = {
    "nautical miles": "km", "km": "miles", "kilometres": "miles", "kilometers": "miles", "miles": "kilometres",
    "metres": "feet", "meters": "feet", "feet": "metres", "tonnes": "kilograms", "tons": "pounds",
    "kilograms": "tonnes",
    "kg": "tonnes", "pounds": "tons", "acres": "hectares", "hectares": "acres", "litres": "gallons",
    "euros": "dollars", "dollars": "euros",
}  # fmt: skip
_SIGN = re.compile(r"(?<!\w)([$£€])(?=\d)")
_MAGNITUDE = re.compile(r"(?<=\d) (million|billion|thousand)\b|(?<=[a-z]) (million|billion|thousand) (?=[a-z])")


def counted(subject: Subject) -> Iterator[re.Match[str]]:
    """Figures that count or measure something: no years, days, times, names."""
    for one in subject.finds(DIGITS):
        before = subject.text[max(0, one.start() - 12) : one.start()]
        is_year = not one[1] and not one[3] and "," not in one[2] and 1500 <= int(one[2].replace(",", "")) <= 2100
        named = _NAMED.search(before) or _CALENDAR.match(subject.text, one.end())
        if not is_year and not named and int(one[2].replace(",", "")) > 1 and not one[2].startswith("0"):
            yield one


def value(subject: Subject, rng: Random) -> Iterator[Edits]:
    """A figure becomes one that no article has: no rounding of the old one."""
    for one in counted(subject):
        old = int(one[2].replace(",", ""))
        new = max(2, round(old * rng.choice((0.37, 0.62, 1.43, 1.87)))) + (old < 12) * 2
        written = f"{one[1]}{new:,}" if "," in one[2] or new > 9999 else f"{one[1]}{new}"
        written += one[3] or ""
        if new != old and not re.search(rf"(?<!\d){re.escape(written)}(?!\d)", subject.source.text):
            yield of(one, written)
    for one in subject.finds(WORD):
        other = rng.choice([word for word in WORDS if word != one[1]])
        if not re.search(rf"\b{other}\b", subject.source.text, re.I):
            yield of(one, other)


def unit(subject: Subject, rng: Random) -> Iterator[Edits]:
    """The figure stays, what it counts in does not."""
    for one in subject.finds(_UNIT):
        yield of(one, _OTHER_UNIT[one[1]])
    for one in subject.finds(_SIGN):
        yield of(one, rng.choice([sign for sign in "$£€" if sign != one[1]]))


def magnitude(subject: Subject, rng: Random) -> Iterator[Edits]:
    """Millions for billions, or a digit too many."""
    other = {"million": ("billion", "thousand"), "billion": ("million",), "thousand": ("million",)}
    for one in subject.finds(_MAGNITUDE):
        group = 1 if one[1] else 2
        yield of(one, rng.choice(other[one[group]]), group)
    for one in counted(subject):
        if len(one[2]) > 1 and not one[3] and subject.text[one.end()] != ",":  # no ages
            yield of(one, f"{one[1]}{int(one[2].replace(',', '')) * 10:,}")
