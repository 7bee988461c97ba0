"""A date in another house's style; the weekday as the day, the day as the weekday."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from random import Random

from babel.dates import format_date

from benchmarks.mutations.edit import Edits, of
from benchmarks.mutations.plants.dates import DAY_MONTH, DAYS, MONTH_DAY, weekdays
from benchmarks.mutations.plants.figures import MONTHS
from benchmarks.mutations.subject import Subject

_FUTURE = re.compile(
    r"\b(?:will|would|next|expected|scheduled|due|plan\w*|to be|is to|are to|set to|until|by|every|last|previous"
    r"|coming|following|each|week|earlier|may|ahead|upcoming|afterwards?|before|after|or"
    r"|and (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))\b"
)


def style(subject: Subject, rng: Random) -> Iterator[Edits]:
    """January 31 as 31 January, Jan. 31, 31st of January."""
    for pattern, number, month in ((MONTH_DAY, 2, 1), (DAY_MONTH, 1, 2)):
        for one in subject.finds(pattern):
            after = subject.text[one.end() : one.end() + 2]
            if after[:1] == "," and subject.text[one.end() + 2 : one.end() + 6].isdigit():
                continue
            sample = dt.date(2000, MONTHS.split("|").index(one[month]) + 1, int(one[number]))
            forms = [format_date(sample, form, locale="en") for form in ("d MMMM", "MMMM d", "MMM. d")]
            if len(one[month]) < 6:
                forms.pop()  # AP writes March to July out
            yield of(one, rng.choice([form for form in forms if form != one[0]]))


def day(subject: Subject, rng: Random) -> Iterator[Edits]:
    """Thursday as the day that it was, in a sentence that looks at nothing else."""
    published = subject.article.day
    for one in weekdays(subject) if published else ():
        sentence = subject.around(one)
        alone = sum(sentence.count(name) for name in DAYS) == 1
        if published and alone and not _FUTURE.search(sentence) and subject.text[: one.start()].endswith(" on "):
            was = published - dt.timedelta((published.weekday() - DAYS.index(one[1])) % 7)
            if re.match(r"(?:[,.]| [a-z])", subject.text[one.end() :]) and not re.match(
                r" (?:morning|night|evening|afternoon)", subject.text[one.end() :]
            ):
                yield of(one, format_date(was, rng.choice(("d MMMM", "MMMM d")), locale="en"))


def weekday(subject: Subject, rng: Random) -> Iterator[Edits]:
    """The day as its weekday, in the five days after it."""
    published = subject.article.day
    for pattern, number, month in ((MONTH_DAY, 2, 1), (DAY_MONTH, 1, 2)):
        for one in subject.finds(pattern) if published else ():
            if not published or re.match(r",? \d{4}", subject.text[one.end() :]):
                continue
            try:
                was = dt.date(published.year, MONTHS.split("|").index(one[month]) + 1, int(one[number]))
            except ValueError:
                continue
            alone = subject.text[: one.start()].endswith(" on ") and not _FUTURE.search(subject.around(one))
            if 0 <= (published - was).days <= 5 and alone:
                yield of(one, DAYS[was.weekday()])
