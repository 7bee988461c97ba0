"""Another weekday, day, year, duration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.edit import Edits, of
from benchmarks.mutations.plants.figures import MONTHS, WORDS
from benchmarks.mutations.subject import Subject

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WEEKDAY = re.compile(
    rf"(?<!Good )(?<!Black )(?<!Super )(?<!Ash )(?<!Palm )\b({'|'.join(DAYS)})\b(?!’s [A-Z]|,? (?:[A-Z]|\d))"
)
_AFTER_DATE = re.compile(rf"(?:{MONTHS}|\d),? \(?$")
MONTH_DAY = re.compile(rf"\b({MONTHS}) (\d{{1,2}})\b(?![-–,]?\d| (?:and|to) \d)")
DAY_MONTH = re.compile(rf"(?<![-–\d])(?<!and )\b(\d{{1,2}}) ({MONTHS})\b")
_YEAR = re.compile(r"\b(?:in|of|since|until|from|by|early|late|through) ((?:19|20)\d\d)\b(?![-–/])")
_DURATION = re.compile(
    rf"\b({'|'.join(WORDS)}|\d{{1,2}}) (minutes|hours|days|weeks|months|years)\b(?! old| of age|[-’'])"
)
_LONGER = {
    "minutes": "hours",
    "hours": "days",
    "days": "weeks",
    "weeks": "months",
    "months": "years",
    "years": "months",
}


def weekdays(subject: Subject) -> Iterator[re.Match[str]]:
    """Weekdays that stand by themselves, no feast and no part of a full date."""
    for one in subject.finds(WEEKDAY):
        if not _AFTER_DATE.search(subject.text[max(0, one.start() - 14) : one.start()]):
            yield one


def weekday(subject: Subject, rng: Random) -> Iterator[Edits]:
    """A weekday two to five days off."""
    for one in weekdays(subject):
        yield of(one, DAYS[(DAYS.index(one[1]) + rng.choice((2, 3, 4, 5))) % 7])


def day(subject: Subject, rng: Random) -> Iterator[Edits]:
    """Another day of the month, or another month."""
    months = MONTHS.split("|")
    for pattern, number, month in ((MONTH_DAY, 2, 1), (DAY_MONTH, 1, 2)):
        for one in subject.finds(pattern):
            if rng.random() < 0.5:
                yield of(one, str((int(one[number]) + rng.randint(2, 20)) % 28 + 1), number)
            else:
                yield of(one, months[(months.index(one[month]) + rng.randint(2, 8)) % 12], month)


def year(subject: Subject, rng: Random) -> Iterator[Edits]:
    """A year a few years off."""
    for one in subject.finds(_YEAR):
        yield of(one, str(int(one[1]) - rng.randint(2, 9)), 1)


def duration(subject: Subject, rng: Random) -> Iterator[Edits]:
    """As many of a longer unit, or more of the same."""
    for one in subject.finds(_DURATION):
        if rng.random() < 0.5:
            yield of(one, _LONGER[one[2]], 2)
        elif one[1].isdigit():
            yield of(one, str(int(one[1]) * 2 + 3), 1)
        else:
            yield of(one, rng.choice([word for word in WORDS if word != one[1]]), 1)
