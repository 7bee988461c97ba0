"""Dates in all their forms: babel writes them, derive reads them; equal ones agree and different ones do not."""

from __future__ import annotations

import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from derive.facts.dates import DateKind, DateMention, Verdict, compare, find
from derive.facts.dates.agreement import agree
from derive.facts.dates.calendar import civil, easter, number, one_day
from derive.model import Article
from derive.text import read

FORMS = ("d MMMM y", "MMMM d, y", "EEEE, MMMM d, y", "EEEE d MMMM y", "MMMM d y", "y-MM-dd", "d MMM y", "EEE, MMM d, y")
DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2099, 12, 31))


def one(text: str, published: dt.date | None = None) -> DateMention:
    """The only date of a text."""
    (found,) = find(read(Article("test", text, published=published)))
    return found


def written(day: dt.date, form: str) -> DateMention:
    """A day as babel writes it, read again."""
    return one(f"The hall opened on {format_date(day, form, locale='en_US')}.")


@given(DAYS, st.sampled_from(FORMS), st.sampled_from(FORMS))
@settings(max_examples=300, deadline=None)
def test_a_date_agrees_with_itself_in_any_two_forms(day: dt.date, form: str, other: str) -> None:
    first, second = written(day, form), written(day, other)
    assert first.interval is not None
    assert first.interval.start == day.toordinal()
    assert compare(first, second) is Verdict.SAME


@given(DAYS, DAYS, st.sampled_from(FORMS), st.sampled_from(FORMS))
@settings(max_examples=300, deadline=None)
def test_two_dates_never_agree(day: dt.date, other: dt.date, form: str, other_form: str) -> None:
    if day != other:
        assert compare(written(day, form), written(other, other_form)) is Verdict.DIFFERENT


@given(DAYS, st.integers(1, 6))
@settings(max_examples=100, deadline=None)
def test_a_weekday_of_the_last_week_is_its_date(published: dt.date, ago: int) -> None:
    day = published - dt.timedelta(ago)
    weekday = one(f"The hall opened on {day:%A}.", published)
    assert compare(weekday, written(day, "MMMM d, y")) is Verdict.SAME
    assert compare(weekday, written(day - dt.timedelta(1), "MMMM d, y")) is Verdict.DIFFERENT


@given(DAYS)
@settings(max_examples=100, deadline=None)
def test_a_day_lies_in_its_month_and_year(day: dt.date) -> None:
    date = written(day, "MMMM d, y")
    assert compare(date, one(f"It opened in {day:%B} {day.year}.")) is Verdict.SAME
    assert compare(date, one(f"It opened in the year {day.year}.")) is Verdict.SAME


@given(
    st.integers(2, 60), st.integers(2, 60), st.sampled_from(("minutes", "hours", "days", "weeks", "months", "years"))
)
@settings(max_examples=200, deadline=None)
def test_lengths_agree_by_value_in_figures_and_words(count: int, other: int, unit: str) -> None:
    figures = one(f"The talks took {count} {unit}.")
    assert compare(figures, one(f"The talks took {num2words(count)} {unit}.")) is Verdict.SAME
    if count != other:
        assert compare(figures, one(f"The talks took {num2words(other)} {unit}.")) is Verdict.DIFFERENT


@given(st.integers(0, 23), st.integers(0, 59))
@settings(max_examples=200, deadline=None)
def test_a_time_agrees_on_both_clocks(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    day_clock = one(f"It began at {hour:02}:{minute:02} there.")
    assert compare(day_clock, one(f"It began at {(hour - 1) % 12 + 1}:{minute:02} {half} there.")) is Verdict.SAME
    other = one(f"It began at {(hour + 1) % 24:02}:{minute:02} there.")
    assert compare(day_clock, other) is Verdict.DIFFERENT


SAME = (
    ("It took 24 hours.", "It took a day."),
    ("It took a fortnight.", "It took two weeks."),
    ("It took seven days.", "It took a week."),
    ("It took about a month.", "It took four weeks."),
    ("It took 18 months.", "It took a year and a half."),
    ("It took three decades.", "It took 30 years."),
    ("It took a quarter of a century.", "It took 25 years."),
    ("It took less than two hours.", "It took under two hours."),
    ("It began at 6:30 pm.", "It began at half past six."),
    ("It began at noon.", "It began at 12 p.m. sharp."),
    ("It began at 9 p.m. GMT.", "It began at 2100 UTC."),
    ("It began at 5 p.m. EDT.", "It began at 2100 UTC."),
    ("It is open until 2030.", "It is open until the end of 2029."),
    ("It grew in the nineties.", "It grew in the 1990s."),
)
DIFFERENT = (
    ("It took 24 hours.", "It took two days."),
    ("It took nearly ten years.", "It took nearly twelve years."),
    ("It ran in the three years to December 2019.", "It ran between January 2016 and December 2019."),
    ("It began at 6:30 pm.", "It began at half past seven."),
    ("It closed before May 3, 2001.", "It closed after May 3, 2001."),
    ("It opened on Monday morning.", "It opened on Monday evening."),
    ("It was shut since 1998.", "It was shut until 1998."),
    ("It opened on Monday.", "It opened on Tuesday."),
    ("It opened on June 16.", "It opened on July 16."),
    ("It grew from 664 to 250 B.C. there.", "It grew from 664 B.C. to 250 A.D. there."),
    ("He left two days before the vote.", "He left two days after the vote."),
    ("It is tested every six months.", "It is tested every six years."),
)
UNKNOWN = (
    ("It opened on Monday.", "It opened on October 31."),
    ("It opened yesterday.", "It opened on Tuesday."),
    ("It took six years.", "It is tested every six months."),
    ("It took six years.", "It opened on Monday."),
    ("It began at 6:30 pm.", "It opened on Monday."),
)
PAIRS = [
    *((*pair, Verdict.SAME) for pair in SAME),
    *((*pair, Verdict.DIFFERENT) for pair in DIFFERENT),
    *((*pair, Verdict.UNKNOWN) for pair in UNKNOWN),
]


@pytest.mark.parametrize(("text", "other", "verdict"), PAIRS)
def test_comparison_is_by_value_and_symmetric(text: str, other: str, verdict: Verdict) -> None:
    first, second = one(text), one(other)
    assert compare(first, second) is verdict
    assert compare(second, first) is verdict


@given(st.integers(-400_000, 800_000))
def test_day_numbers_go_both_ways(day: int) -> None:
    assert number(*civil(day)) == day
    if day > 0:
        assert civil(day) == (lambda date: (date.year, date.month, date.day))(dt.date.fromordinal(day))


def test_easter() -> None:
    found = [civil(easter(year))[1:] for year in (2000, 2019, 2024, 2025, 2038)]
    assert found == [(4, 23), (4, 21), (3, 31), (4, 20), (4, 25)]


def test_half_of_the_shorter_must_be_shared() -> None:
    day = one_day(100)
    assert agree(day, day.widened(3))
    assert not agree(day, day.shifted(1))


WORST = (
    "two " * 25_000,
    "1999-" * 20_000,
    "May 1 " * 16_000,
    "the " * 25_000,
    "five hours, " * 8_000,
    "6:30 " * 20_000,
    "one and " * 12_000,
    "last last next " * 6_000,
    "to 5 " * 20_000,
    "a.m. " * 20_000,
    "days before the day before " * 3_700,
)


@pytest.mark.parametrize("text", WORST, ids=[text[:12] for text in WORST])
def test_a_hundred_thousand_characters_of_the_worst_are_read(text: str) -> None:
    found = find(read(Article("test", text, published=dt.date(2024, 11, 7))))
    assert all(isinstance(mention.kind, DateKind) for mention in found)
