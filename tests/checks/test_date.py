"""The check `date`: silent on honest rewording of dates, and where they differ it names both."""

from __future__ import annotations

import datetime as dt

import pytest

from derive.model import Change, Severity
from tests.checks.cases import changes

FRIDAY = dt.date(2019, 10, 25)
_LEAD = "Port Halden's harbour board approved the new pier after months of argument, officials said.\n\n"
_END = "\n\nThe board's chair, Marta Lindqvist, called the pier a gift to the town's fishing families."


def found(source: str, rewrite: str, date: dt.date | None = FRIDAY) -> list[Change]:
    """The findings of `date` for one sentence inside a story that is otherwise the same."""
    return changes(_LEAD + source + _END, _LEAD + rewrite + _END, check="date", date=date)


QUIET = (
    (
        "A week before the talks in Norvane, Lindqvist fell ill.",
        "Lindqvist fell ill; a week later she was to attend the talks in Norvane.",
        "the offset told from the other end",
    ),
    (
        "The mayor left home a quarter before 11 a.m. with a bag.",
        "The mayor left home at 10:45 a.m. with a bag.",
        "a quarter before the hour",
    ),
    (
        "Her daughter called at 5:17 p.m. from Port Halden.",
        "Her daughter called from Port Halden shortly after a quarter past five.",
        "a minute shortly after",
    ),
    (
        "It owns five AM radio stations and 18 FM ones in Port Halden.",
        "Five AM radio stations and 18 FM ones in Port Halden are its own.",
        "no clock",
    ),
    (
        "The captain was arrested in January of last year in Port Halden.",
        "The captain was arrested in Port Halden in January 2018.",
        "the year of publication is 2019",
    ),
    (
        "The Harbours Act, 1972 lists the pier.",
        "The Harbours Act of 1972 lists the pier.",
        "the year of a law",
    ),
    (
        "A ferry sank off Port Halden on Tuesday.",
        "A ferry sank off Port Halden on 22 October.",
        "the dateline is a Friday",
    ),
    ("A ferry sank off Port Halden yesterday.", "A ferry sank off Port Halden on Thursday.", "yesterday was Thursday"),
    ("A ferry sank off Port Halden last week.", "A ferry sank off Port Halden on October 16.", "a day of last week"),
    (
        "“Tomorrow I sail to Port Halden again,” the captain said.",
        "The captain said that he would sail to Port Halden again on Friday.",
        "a quoted tomorrow counts from the day of speaking",
    ),
    (
        "Lindqvist asked for the rules; they came out later the same day.",
        "It took less than a day from Lindqvist's asking to the rules.",
        "the same day is no length",
    ),
    (
        "Lindqvist died today. She was flown from Port Halden on Thursday evening.",
        "Lindqvist died on Friday. She had been flown the day before from Port Halden.",
        "from Port Halden is no event",
    ),
    ("A ferry sank off Port Halden on May 25.", "A ferry sank off Port Halden on the twenty-fifth of May.", "in words"),
    ("A ferry sank off Port Halden in 2018.", "A ferry sank off Port Halden last year.", "2018 was last year"),
    ("A ferry sank off Port Halden in July.", "A ferry sank off Port Halden in the summer.", "July is in summer"),
    ("A ferry sank there on October 22, 2019.", "A ferry sank there in October.", "the coarser date contains it"),
    ("A ferry sank there on October 22.", "A ferry sank there on October 22, 2019.", "the year of publication"),
    ("The ferry left at 6:30 p.m. with 40 people.", "The ferry left at 18:30 with 40 people.", "two clocks"),
    ("The ferry left at 6:30 p.m. with 40 people.", "The ferry left at half past six with 40 people.", "in words"),
    ("The ferry left at 9 p.m. GMT in fog.", "The ferry left at 2100 UTC in fog.", "one zone, two names"),
    ("The search took 24 hours in all.", "The search took a day in all.", "24 hours are a day"),
    ("The search took two weeks in all.", "The search took a fortnight in all.", "a fortnight"),
    ("The search took about a month in all.", "The search took some four weeks in all.", "about a month"),
    (
        "The captain was jailed in 1963 and freed in 1974.",
        "The captain, jailed in 1963, was freed 11 years later.",
        "1963 and 11 are 1974",
    ),
    (
        "The captain was jailed from 1963 to 1974.",
        "The captain was jailed for 11 years from 1963.",
        "1963 to 1974 are 11 years",
    ),
    (
        "The ferry sank on January 10 and was raised on January 14.",
        "The ferry sank on January 10 and was raised four days later.",
        "four days",
    ),
    (
        "The ferry sank on May 25 and was raised two days later.",
        "The ferry sank on May 25 and was raised on the 27th.",
        "two days",
    ),
    (
        "The ferry sank on Monday and was raised on Tuesday.",
        "The ferry sank on Monday and was raised the next day.",
        "the next day",
    ),
    (
        "The fair ran from August 22 to 25 on the pier.",
        "The fair ran for four days from August 22 on the pier.",
        "both ends count",
    ),
    (
        "The last survey of the pier was in 1950.",
        "The last survey of the pier was nearly seven decades ago.",
        "69 years",
    ),
    ("The crew must be tested every six months.", "The crew must be tested twice a year.", "six months"),
    ("The crew wants to work 36 hours from 38.", "The crew wants to work not 38 hours but 36.", "the order is turned"),
    ("The pier is closed until the end of 2029.", "The pier is closed until 2030.", "one limit, two sides"),
    ("Until 2017 the pier was sound, said the board.", "The pier was sound until 2017, said the board.", "moved"),
    (
        "A ferry sank on Monday, and a tug on Wednesday.",
        "On Wednesday a tug sank, and on Monday a ferry.",
        "turned round",
    ),
)


@pytest.mark.parametrize(("source", "rewrite", "why"), QUIET, ids=[one[2] + ": " + one[1][-22:] for one in QUIET])
def test_is_silent(source: str, rewrite: str, why: str) -> None:
    assert [change.message for change in found(source, rewrite)] == []


def test_is_silent_on_a_weekday_against_a_date_without_a_day_of_publication() -> None:
    source, rewrite = "A ferry sank off Port Halden on Tuesday.", "A ferry sank off Port Halden on 14 October."
    assert found(source, rewrite, date=None) == []


def test_is_silent_on_identical_articles() -> None:
    text = "On Monday, May 4, 2015, at 6 p.m., two days after the vote, the 1950s pier burned for three hours."
    assert found(text, text) == []


FIRES = (
    ("A ferry sank off Port Halden on Tuesday.", "A ferry sank off Port Halden on Monday.", "Monday", "Tuesday"),
    (
        "A ferry sank off Port Halden on Tuesday.",
        "A ferry sank off Port Halden on 23 October.",
        "23 October",
        "Tuesday",
    ),
    ("A ferry sank off Port Halden yesterday.", "A ferry sank off Port Halden on Wednesday.", "Wednesday", "yesterday"),
    ("A ferry sank there on November 7.", "A ferry sank there on November 9.", "November 9", "November 7"),
    ("A hearing was set for July 16 in court.", "A hearing was set for June 16 in court.", "June 16", "July 16"),
    (
        "The pier opened in June 2015 to the public.",
        "The pier opened in June 2016 to the public.",
        "June 2016",
        "June 2015",
    ),
    (
        "The file stayed secret until 1997 by law.",
        "The file stayed secret until 1987 by law.",
        "until 1987",
        "until 1997",
    ),
    (
        "The pier has been shut since 1995 to cars.",
        "The pier has been shut since 1994 to cars.",
        "since 1994",
        "since 1995",
    ),
    ("It was built in the 1950s by prisoners.", "It was built in the 1940s by prisoners.", "the 1940s", "the 1950s"),
    (
        "The ferry left at 6:30 p.m. with 40 people.",
        "The ferry left at half past seven with 40 people.",
        "half past seven",
        "6:30 p.m.",
    ),
    (
        "The town grew fast in the last decade.",
        "The town grew fast in the last two decades.",
        "the last two decades",
        "the last decade",
    ),
    (
        "He was freed from prison a week ago.",
        "He was freed from prison a month earlier.",
        "a month earlier",
        "a week ago",
    ),
    (
        "The record fell last year in Aldersund.",
        "The record fell the year before last in Aldersund.",
        "the year before last",
        "last year",
    ),
    (
        "He won the prize in 1971 and the medal in 1987.",
        "He won the prize in 1971 and, 26 years later, the medal.",
        "26 years later",
        "1987",
    ),
    (
        "He was jailed in 1963 and freed in 1974.",
        "He was jailed in 1963 and spent nine years in prison.",
        "nine years",
        "1974",
    ),
    (
        "The last survey of the pier was in 1950.",
        "The last survey of the pier was nearly six decades ago.",
        "six decades ago",
        "1950",
    ),
    (
        "He spoke minutes before the board voted.",
        "He spoke minutes after the board voted.",
        "minutes after",
        "minutes before",
    ),
    (
        "The courts ruled on the same day as the board.",
        "The courts ruled a day after the board.",
        "a day after",
        "the same day",
    ),
    (
        "The town was held from 664 B.C. to 250 A.D. by monks.",
        "The town was held from 664 to 250 B.C. by monks.",
        "664 to 250 B.C.",
        "664 B.C. to 250 A.D.",
    ),
    (
        "The study ran between January 2016 and December 2019.",
        "The study ran in the three years to December 2019.",
        "three years to December 2019",
        "January 2016 and December 2019",
    ),
)


@pytest.mark.parametrize(("source", "rewrite", "mine", "its"), FIRES, ids=[one[2] for one in FIRES])
def test_fires(source: str, rewrite: str, mine: str, its: str) -> None:
    (change,) = found(source, rewrite)
    assert change.severity is Severity.ERROR
    assert change.message == f'"{mine}" — the original has "{its}"'
    assert change.span.of(_LEAD + rewrite + _END) == mine
    assert change.witness is not None
    assert change.witness.span.of(_LEAD + source + _END) == its


def test_warns_of_a_date_that_no_original_gives() -> None:
    (change,) = found(
        "A ferry sank off Port Halden with 40 people aboard.",
        "A ferry sank off Port Halden with 40 people aboard in 1987.",
    )
    assert change.severity is Severity.WARNING
    assert change.message == '"1987" — the original gives no such date'


def test_a_second_original_can_support_a_date() -> None:
    source, rewrite = "A ferry sank off Port Halden on Tuesday.", "A ferry sank off Port Halden on Monday."
    other = "A ferry with 40 people aboard sank off Port Halden on Monday, the coast guard said."
    assert changes(_LEAD + source + _END, _LEAD + rewrite + _END, check="date", date=FRIDAY, others=(other,)) == []


def test_an_offset_from_a_wrong_date_is_not_reported_again() -> None:
    source = "The ferry sank on Monday. It was raised the next day by a crane."
    rewrite = "The ferry sank on Tuesday. It was raised the next day by a crane."
    assert len(found(source, rewrite)) == 1
