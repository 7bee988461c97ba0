"""Golden tables of dates: what the words mean on Thursday 7 November 2024, and what is no date at all."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from derive.facts.dates import DateMention, find
from derive.facts.dates.calendar import iso
from derive.model import Article
from derive.text import read

THURSDAY = dt.date(2024, 11, 7)


def dates(text: str, published: dt.date | None = THURSDAY) -> tuple[DateMention, ...]:
    """The dates of a text."""
    return find(read(Article("test", text, published=published)))


def shown(mention: DateMention) -> str:
    """Kind, bound, days (one day, or first and last), time of day, length in days."""
    parts = [str(mention.kind)]
    if mention.bound:
        parts.append(str(mention.bound))
    if mention.interval:
        first, last = iso(mention.interval.start), iso(mention.interval.end - 1)
        parts.append(first if first == last else f"{first}..{last}")
    if mention.clock:
        ends = sorted({mention.clock.start, mention.clock.end})
        parts.append("-".join(f"{minute // 60:02}:{minute % 60:02}" for minute in ends))
        if mention.clock.zone is not None:
            parts.append(f"UTC{mention.clock.zone / 60:+g}")
    if mention.length:
        low, high = (round(days, 3) for days in (mention.length.low, mention.length.high))
        parts.append(f"{low:g}d" if low == high else f"{low:g}-{high:g}d")
    return " ".join(parts)


NONE = (
    ("The visitors won 21-20 in Port Halden.", "a score"),
    ("The committee voted 3-2 to close the pool.", "a vote"),
    ("She may appeal, and they may march again.", "verbs"),
    ("He sat down and the sun came out.", "sat and sun"),
    ("In a second attempt the boat was raised.", "an ordinal"),
    ("The Sunday Times first told the story.", "a newspaper"),
    ("Shoppers filled the malls for Black Friday.", "a name"),
    ("The line is open 24/7.", "round the clock"),
    ("He worked there before 9/11 and the wars.", "an event"),
    ("Call 020 7946 0958 for tickets.", "a telephone number"),
    ("The fine was $2000 and the fee £1990.", "sums of money"),
    ("A 25-year-old woman and a six-month-old boy were hurt.", "ages"),
    ("He is 34 years old.", "an age"),
    ("About 2000 people came.", "a count"),
    ("Some 1500 troops left.", "a count"),
    ("The plant employs 1800 workers.", "a count"),
    ("It costs 15 dollars a day.", "a rate"),
    ("The bus runs twice a day.", "a rate"),
    ("Cars passed at 60 miles an hour.", "a speed"),
    ("Doris Day sang there.", "a surname"),
    ("April Jones and June Castell spoke.", "given names"),
    ("He is in his nineties and she in her mid-forties.", "ages by decade"),
    ("The deal was struck at the last minute.", "an idiom"),
    ("It was the sale of the century, critics said.", "an idiom"),
    ("The village lies 1200 metres up.", "a height"),
    ("The ratio was 3:1 and the verse John 3:16.", "a ratio and a verse"),
    ("Version 2.30 costs nothing.", "a version"),
    ("The court cited Article 25 and Room 1408.", "identifiers"),
    ("Those days are gone.", "days in general"),
    ("The march ended peacefully.", "a noun"),
    ("The ruling fell short.", "a verb, no season"),
    ("Its minutes were read.", "a record"),
    ("The 25th anniversary was marked.", "an ordinal"),
    ("He finished second and she third.", "places"),
)


@pytest.mark.parametrize(("text", "why"), NONE, ids=[why + ": " + text[:24] for text, why in NONE])
def test_is_no_date(text: str, why: str) -> None:
    assert [one.text for one in dates(text)] == []


ONE = (
    # days
    ("It opened on October 31.", "October 31", "day 2024-10-31"),
    ("It opened on Oct. 31.", "Oct. 31", "day 2024-10-31"),
    ("It opened on 31 October.", "31 October", "day 2024-10-31"),
    ("It opened on 31 Oct 2023.", "31 Oct 2023", "day 2023-10-31"),
    ("It opened on October 31, 2019.", "October 31, 2019", "day 2019-10-31"),
    ("It opened on the 31st of October 2019.", "the 31st of October 2019", "day 2019-10-31"),
    ("It opened on October the 31st.", "October the 31st", "day 2024-10-31"),
    ("It opened on October 31st, 2019.", "October 31st, 2019", "day 2019-10-31"),
    ("It opened on the twenty-fifth of May.", "the twenty-fifth of May", "day 2024-05-25"),
    ("It opened on the third of March.", "the third of March", "day 2025-03-03"),
    ("It opened on Thursday, October 31.", "Thursday, October 31", "day 2024-10-31"),
    ("It opened on Thursday 31 October.", "Thursday 31 October", "day 2024-10-31"),
    ("It opened on Thursday, 31st October 2019.", "Thursday, 31st October 2019", "day 2019-10-31"),
    ("It opened on Thurs., Oct. 31.", "Thurs., Oct. 31", "day 2024-10-31"),
    ("It opened on 2019-09-03.", "2019-09-03", "day 2019-09-03"),
    ("It opened on 25/12/2019.", "25/12/2019", "day 2019-12-25"),
    ("It opened on 12/25/2019.", "12/25/2019", "day 2019-12-25"),
    ("It opened on Dec. 27th.", "Dec. 27th", "day 2024-12-27"),
    ("It opened on May 9.", "May 9", "day 2024-05-09"),
    ("It opened on March 1.", "March 1", "day 2025-03-01"),
    ("It opened on Sept. 30, 1938.", "Sept. 30, 1938", "day 1938-09-30"),
    ("It opened on February 29, 2020.", "February 29, 2020", "day 2020-02-29"),
    ("It runs until December 14.", "until December 14", "day until 2024-12-14"),
    ("It closed before May 3, 2001.", "before May 3, 2001", "day before 2001-05-03"),
    ("It is due by 14 April 2025.", "by 14 April 2025", "day by 2025-04-14"),
    ("It opened on Christmas Eve.", "Christmas Eve", "day 2024-12-24"),
    ("It opened on Boxing Day.", "Boxing Day", "day 2024-12-26"),
    ("It opened on New Year's Day 2020.", "New Year's Day 2020", "day 2020-01-01"),
    ("It opened on New Year's Eve.", "New Year's Eve", "day 2024-12-31"),
    ("It opened on Good Friday 2019.", "Good Friday 2019", "day 2019-04-19"),
    ("It opened on Easter Sunday 2024.", "Easter Sunday 2024", "day 2024-03-31"),
    ("It opened on Halloween.", "Halloween", "day 2024-10-31"),
    ("It will close on the 25th.", "the 25th", "day 2024-11-25"),
    ("He came on the fifth.", "the fifth", "day 2024-11-05"),
    ("It opened on May 3, 2001 in the morning.", "May 3, 2001 in the morning", "day 2001-05-03 00:00-12:30"),
    # weekdays: the latest past one, the day of publication included
    ("It opened on Tuesday.", "Tuesday", "weekday 2024-11-05"),
    ("It opened on Thursday.", "Thursday", "weekday 2024-11-07"),
    ("It opened on Friday.", "Friday", "weekday 2024-11-01"),
    ("Police said Monday that a man was held.", "Monday", "weekday 2024-11-04"),
    ("It will open on Tuesday.", "Tuesday", "weekday 2024-11-12"),
    ("It will be opened on Tuesday.", "Tuesday", "weekday 2024-11-12"),
    ("It opened last Friday.", "last Friday", "weekday 2024-11-01"),
    ("It opens next Wednesday.", "next Wednesday", "weekday 2024-11-13"),
    ("It opens this Sunday.", "this Sunday", "weekday 2024-11-10"),
    ("It opened on Tuesday morning.", "Tuesday morning", "weekday 2024-11-05 00:00-12:30"),
    ("It opened late on Tuesday.", "late on Tuesday", "weekday 2024-11-05"),
    ("It opened early Wednesday.", "early Wednesday", "weekday 2024-11-06"),
    ("It opened on Monday night.", "Monday night", "weekday 2024-11-04 17:00-30:00"),
    ("It opened on Monday in the afternoon.", "Monday in the afternoon", "weekday 2024-11-04 11:30-19:00"),
    ("It has been closed since Monday.", "since Monday", "weekday since 2024-11-04"),
    ("Monday's vote was close.", "Monday", "weekday 2024-11-04"),
    ("It opened on Friday of last week.", "Friday of last week", "weekday 2024-11-01"),
    ("It opens on Wednesday next week.", "Wednesday next week", "weekday 2024-11-13"),
    # relative to the day of publication
    ("It opened yesterday.", "yesterday", "relative 2024-11-06"),
    ("It opened yesterday evening.", "yesterday evening", "relative 2024-11-06 16:00-24:00"),
    ("It opened early yesterday morning.", "early yesterday morning", "relative 2024-11-06 00:00-12:30"),
    ("It opens today.", "today", "relative 2024-11-07"),
    ("It opens tomorrow.", "tomorrow", "relative 2024-11-08"),
    ("It opens tonight.", "tonight", "relative 2024-11-07 17:00-30:00"),
    ("It opened last night.", "last night", "relative 2024-11-06 17:00-30:00"),
    ("It opened this morning.", "this morning", "relative 2024-11-07 00:00-12:30"),
    ("It opened the day before yesterday.", "the day before yesterday", "relative 2024-11-05"),
    ("It opens the day after tomorrow.", "the day after tomorrow", "relative 2024-11-09"),
    ("It opened last week.", "last week", "relative 2024-10-28..2024-11-03"),
    ("It opens next week.", "next week", "relative 2024-11-11..2024-11-17"),
    ("It opened this week.", "this week", "relative 2024-11-04..2024-11-10"),
    ("It opened earlier this week.", "earlier this week", "relative 2024-11-04..2024-11-07"),
    ("It opens later this month.", "later this month", "relative 2024-11-07..2024-11-30"),
    ("It opened last month.", "last month", "relative 2024-10-01..2024-10-31"),
    ("It opens next month.", "next month", "relative 2024-12-01..2024-12-31"),
    ("It opened last year.", "last year", "relative 2023-01-01..2023-12-31"),
    ("It opens next year.", "next year", "relative 2025-01-01..2025-12-31"),
    ("It opened the year before last.", "the year before last", "relative 2022-01-01..2022-12-31"),
    ("It opened earlier this year.", "earlier this year", "relative 2024-01-01..2024-11-07"),
    ("It opened over the weekend.", "the weekend", "relative 2024-11-02..2024-11-03"),
    ("It opened last weekend.", "last weekend", "relative 2024-11-02..2024-11-03"),
    ("It opens this weekend.", "this weekend", "relative 2024-11-09..2024-11-10"),
    ("It opened three days ago.", "three days ago", "offset 2024-11-04 3d"),
    ("It opened a week ago.", "a week ago", "offset 2024-10-28..2024-11-03 7d"),
    ("It opened two years ago.", "two years ago", "offset 2022-01-01..2022-12-31 730.5d"),
    ("It opened 22 years ago.", "22 years ago", "offset 2002-01-01..2002-12-31 8035.5d"),
    # months and seasons
    ("It opened in October.", "October", "month 2024-10-01..2024-10-31"),
    ("It opened in March.", "March", "month 2024-03-01..2024-03-31"),
    ("It opened in May 2018.", "May 2018", "month 2018-05-01..2018-05-31"),
    ("It opened in March, 2018.", "March, 2018", "month 2018-03-01..2018-03-31"),
    ("It opened in March of 2018.", "March of 2018", "month 2018-03-01..2018-03-31"),
    ("It will open in May.", "May", "month 2025-05-01..2025-05-31"),
    ("It opened last May.", "last May", "month 2024-05-01..2024-05-31"),
    ("It opens next March.", "next March", "month 2025-03-01..2025-03-31"),
    ("It opened in late October.", "late October", "month 2024-10-18..2024-10-31"),
    ("It opened in early October.", "early October", "month 2024-10-01..2024-10-14"),
    ("It opened in mid-October.", "mid-October", "month 2024-10-09..2024-10-23"),
    ("It opened in the first week of May 2018.", "the first week of May 2018", "month 2018-05-01..2018-05-07"),
    ("It closes on the last day of October.", "the last day of October", "month 2024-10-31"),
    ("It has been shut since February.", "since February", "month since 2024-02-01..2024-02-29"),
    ("It opened in the summer of 2019.", "the summer of 2019", "season 2019-06-01..2019-08-31"),
    ("It opened last summer.", "last summer", "season 2024-06-01..2024-08-31"),
    ("It opened in spring 2021.", "spring 2021", "season 2021-03-01..2021-05-31"),
    ("It opened in the winter of 1978.", "the winter of 1978", "season 1978-12-01..1979-02-28"),
    ("It opened in the fall of 2016.", "the fall of 2016", "season 2016-09-01..2016-11-30"),
    ("Sales rose in the third quarter of 2019.", "third quarter of 2019", "season 2019-07-01..2019-09-30"),
    ("Sales rose in Q3 2019.", "Q3 2019", "season 2019-07-01..2019-09-30"),
    ("Fourth-quarter profit fell.", "Fourth-quarter", "season 2024-10-01..2024-12-31"),
    ("Sales rose in the final quarter of 2026.", "final quarter of 2026", "season 2026-10-01..2026-12-31"),
    # years, decades, centuries
    ("It opened in 1995.", "1995", "year 1995-01-01..1995-12-31"),
    ("He has ruled since 1995.", "since 1995", "year since 1995-01-01..1995-12-31"),
    ("It stayed secret until 1997.", "until 1997", "year until 1997-01-01..1997-12-31"),
    ("It opened in mid-2019.", "mid-2019", "year 2019-04-02..2019-10-01"),
    ("It opened in early 2019.", "early 2019", "year 2019-01-01..2019-06-13"),
    ("It opened at the end of 2019.", "the end of 2019", "year 2019-07-21..2019-12-31"),
    ("It opened in the first half of 2018.", "the first half of 2018", "year 2018-01-01..2018-07-01"),
    ("The 2016 election was close.", "2016", "year 2016-01-01..2016-12-31"),
    ("It is a 2011 stage play.", "2011", "year 2011-01-01..2011-12-31"),
    ("The Flood Act (1972) is old.", "1972", "year 1972-01-01..1972-12-31"),
    ("It opened in twenty-seventeen.", "twenty-seventeen", "year 2017-01-01..2017-12-31"),
    ("The act of nineteen seventy-two is old.", "nineteen seventy-two", "year 1972-01-01..1972-12-31"),
    ("It opened in two thousand and eight.", "two thousand and eight", "year 2008-01-01..2008-12-31"),
    ("It was built in 250 BC.", "250 BC", "year -0249-01-01..-0249-12-31"),
    ("It was built in 79 A.D. by hand.", "79 A.D.", "year 0079-01-01..0079-12-31"),
    ("It grew in the 1950s.", "the 1950s", "decade 1950-01-01..1959-12-31"),
    ("It grew in the early 1950s.", "the early 1950s", "decade 1950-01-01..1954-07-01"),
    ("It grew in the late nineties.", "the late nineties", "decade 1995-07-03..1999-12-31"),
    ("It grew in the '80s.", "80s", "decade 1980-01-01..1989-12-31"),
    ("It grew in the nineteen-eighties.", "the nineteen-eighties", "decade 1980-01-01..1989-12-31"),
    ("It grew in the 19th century.", "the 19th century", "decade 1801-01-01..1900-12-31"),
    ("It grew in the twentieth century.", "the twentieth century", "decade 1901-01-01..2000-12-31"),
    # times of day
    ("It began at 6:30 p.m. sharp.", "6:30 p.m.", "time 18:30"),
    ("It began at 6:30pm.", "6:30pm", "time 18:30"),
    ("It began at 6.30 pm.", "6.30 pm", "time 18:30"),
    ("It began at 18:30.", "18:30", "time 18:30"),
    ("It began at half past six in the evening.", "half past six in the evening", "time 18:30"),
    ("It began at a quarter to nine.", "a quarter to nine", "time 08:45"),
    ("It began at twenty past six.", "twenty past six", "time 06:20"),
    ("It began at five o'clock.", "five o'clock", "time 05:00"),
    ("It began at 2230 local time.", "2230", "time 22:30"),
    ("It began at 9 p.m. GMT.", "9 p.m. GMT", "time 21:00 UTC+0"),
    ("It began at 2100 GMT.", "2100 GMT", "time 21:00 UTC+0"),
    ("It began at 10:30 BST.", "10:30 BST", "time 10:30 UTC+1"),
    ("It began at 5 p.m. EDT.", "5 p.m. EDT", "time 17:00 UTC-4"),
    ("It began by eight in the morning.", "by eight in the morning", "time by 08:00"),
    ("It began at noon.", "noon", "time 12:00"),
    ("It began shortly before midnight.", "before midnight", "time before 00:00"),
    ("It began twenty minutes before midnight.", "twenty minutes before midnight", "time 23:40"),
    ("It began at 12:40 a.m. there.", "12:40 a.m.", "time 00:40"),
    ("It began at 12 p.m. there.", "12 p.m.", "time 12:00"),
    ("It began in the evening.", "the evening", "time 16:00-24:00"),
    ("It began at nine in the evening.", "nine in the evening", "time 21:00"),
    ("It began at six at night.", "six at night", "time 18:00"),
    ("It began at 11.30am IST.", "11.30am IST", "time 11:30 UTC+5.5"),
    # lengths of time
    ("It took five months.", "five months", "duration 152.188d"),
    ("It took a fortnight.", "a fortnight", "duration 14d"),
    ("It took 24 hours.", "24 hours", "duration 1d"),
    ("It took 20 days.", "20 days", "duration 20d"),
    ("It took a day.", "a day", "duration 1d"),
    ("It took two and a half years.", "two and a half years", "duration 913.125d"),
    ("It took a year and a half.", "a year and a half", "duration 547.875d"),
    ("It took an hour and a half.", "an hour and a half", "duration 0.062d"),
    ("It took half an hour.", "half an hour", "duration 0.021d"),
    ("It took half a century.", "half a century", "duration 18262.5d"),
    ("It took a quarter of a century.", "a quarter of a century", "duration 9131.25d"),
    ("It was a three-day voyage.", "three-day", "duration 3d"),
    ("It was a two-and-a-half-hour climb.", "two-and-a-half-hour", "duration 0.104d"),
    ("It took two to three weeks.", "two to three weeks", "duration 14-21d"),
    ("It took 10-15 days.", "10-15 days", "duration 10-15d"),
    ("It took a day or two.", "a day or two", "duration 1-2d"),
    ("It took a couple of weeks.", "a couple of weeks", "duration 14d"),
    ("It took several months.", "several months", "duration 91.312-304.375d"),
    ("It took nearly ten years.", "ten years", "duration 3104.62-3725.55d"),
    ("It took about a month.", "a month", "duration 24.35-38.047d"),
    ("It took less than two hours.", "two hours", "duration 0.05-0.083d"),
    ("It took two hours, one minute and 39 seconds.", "two hours, one minute and 39 seconds", "duration 0.084d"),
    ("It took 2hr 18min 47sec.", "2hr 18min 47sec", "duration 0.096d"),
    ("It grew in the last two decades.", "the last two decades", "duration 7305d"),
    ("It grew in the past 24 hours.", "the past 24 hours", "duration 1d"),
    ("It grew over the past year.", "the past year", "duration 365.25d"),
    ("He was jailed for nine years.", "nine years", "duration 3287.25d"),
    ("Talks lasted for weeks.", "weeks", "duration 10.5-84d"),
    ("It led to weeks of protest.", "weeks", "duration 10.5-84d"),
    ("They will come in the coming days.", "the coming days", "duration 1-13d"),
    ("It is tested every six months.", "six months", "duration every 182.625d"),
    ("It was 29 seconds faster.", "29 seconds", "duration apart 0d"),
    ("A week of mourning began.", "A week", "duration 7d"),
    ("It takes 1½ hours.", "1½ hours", "duration 0.062d"),
    ("It took 100 years.", "100 years", "duration 36525d"),
    ("It took three long weeks.", "three long weeks", "duration 21d"),
    # what leans on an event
    ("He left two days after the vote.", "two days after", "offset 2d"),
    ("He fell ill two days before his death.", "two days before", "offset 2d"),
    ("He was held the day after the crash.", "the day after", "offset 1d"),
    ("He spoke minutes before the vote.", "minutes before", "offset 0.001-0.062d"),
    ("It came six weeks after that first letter.", "six weeks after", "offset 42d"),
    ("He left a day after the ruling.", "a day after", "offset 1d"),
    # ranges
    ("It ran from May 24 to 26.", "May 24 to 26", "range 2024-05-24..2024-05-26"),
    ("It ran from 24 to 26 May.", "24 to 26 May", "range 2024-05-24..2024-05-26"),
    ("It ran on May 24-26, 2019.", "May 24-26, 2019", "range 2019-05-24..2019-05-26"),
    ("It ran from May 24 to June 2.", "May 24 to June 2", "range 2024-05-24..2024-06-02"),
    ("He ruled from 1963 to 1974.", "1963 to 1974", "range 1963-01-01..1974-12-31"),
    ("He ruled (1987–2017).", "1987–2017", "range 1987-01-01..2017-12-31"),
    ("It ran in the 2019-20 season.", "2019-20", "range 2019-01-01..2020-12-31"),
    (
        "It ran between January 2016 and December 2019.",
        "January 2016 and December 2019",
        "range 2016-01-01..2019-12-31",
    ),
    (
        "Output doubled over the three years to December 2019.",
        "three years to December 2019",
        "range 2016-12-31..2019-12-31",
    ),
    ("It lasted from 664 to 250 B.C. there.", "664 to 250 B.C.", "range -0663-01-01..-0249-12-31"),
    ("It lasted from 664 BC to 250 AD there.", "664 BC to 250 AD", "range -0663-01-01..0250-12-31"),
    ("It runs from Monday to Friday.", "Monday to Friday", "range 2024-11-04..2024-11-08"),
    ("It grew between 2005 and 2008.", "2005 and 2008", "range 2005-01-01..2008-12-31"),
    ("It ran from March to May 2019.", "March to May 2019", "range 2019-03-01..2019-05-31"),
    ("It was open from 6 to 8 p.m. only.", "6 to 8 p.m.", "range"),
)


@pytest.mark.parametrize(("text", "words", "value"), ONE, ids=[words for _, words, _ in ONE])
def test_reads(text: str, words: str, value: str) -> None:
    found = dates(text)
    assert [one.text for one in found] == [words]
    assert shown(found[0]) == value


SEVERAL = (
    ("The fire began on Monday. Two days later it was out.", ["weekday 2024-11-04", "offset 2024-11-06 2d"]),
    ("He died on May 25, 2020. Protests began two days later.", ["day 2020-05-25", "offset 2020-05-27 2d"]),
    (
        "He won in 1971 and, 16 years later, again.",
        ["year 1971-01-01..1971-12-31", "offset 1987-01-01..1987-12-31 5844d"],
    ),
    ("It fell in March 2018 and rose that May.", ["month 2018-03-01..2018-03-31", "month 2018-05-01..2018-05-31"]),
    ("He left on June 3, 2001. The next day he spoke.", ["day 2001-06-03", "offset 2001-06-04 1d"]),
    ("He left on June 3, 2001. He spoke the same day.", ["day 2001-06-03", "offset 2001-06-03 0d"]),
    ("He left on June 3, 2001. The day before, he spoke.", ["day 2001-06-03", "offset 2001-06-02 1d"]),
    ("It won in 2003 and 2004.", ["year 2003-01-01..2003-12-31", "year 2004-01-01..2004-12-31"]),
    ("It rose in August and October 2017.", ["month 2024-08-01..2024-08-31", "month 2017-10-01..2017-10-31"]),
    ("Two days after May 3, 2001 he left.", ["offset 2001-05-05 2d", "day 2001-05-03"]),
    ("Police said on Tuesday that he will be tried on Friday.", ["weekday 2024-11-05", "weekday 2024-11-08"]),
    ("On May 4, 2001 they met; on the 6th they parted.", ["day 2001-05-04", "day 2001-05-06"]),
    ("By eight on Sunday it was over.", ["time by 08:00", "weekday 2024-11-03"]),
    ("By 5 p.m. EDT (2100 UTC) it was over.", ["time by 17:00 UTC-4", "time 21:00 UTC+0"]),
)


@pytest.mark.parametrize(("text", "values"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_reads_in_context(text: str, values: list[str]) -> None:
    assert [shown(one) for one in dates(text)] == values


def test_without_a_day_of_publication_only_full_dates_have_days() -> None:
    found = dates("On Tuesday and on October 31 it rained, as on October 31, 2019 and in 1987.", published=None)
    assert [bool(one.days) for one in found] == [False, False, True, True]


def test_a_dateline_with_a_year_is_the_reference_day() -> None:
    text = "Rain in the valley\n\nPORT HALDEN, Oct. 31, 2019 (Wire) — The dam held on Tuesday, officials said.\n"
    found = dates(text, published=None)
    assert [shown(one) for one in found] == ["day 2019-10-31", "weekday 2019-10-29"]


def test_spans_point_into_the_plain_text_in_order_and_apart() -> None:
    text = "On Monday, 4 May 2020, at 6:30 p.m., two days after the vote, she left for three weeks until June 1."
    document = read(Article("test", text, published=THURSDAY))
    found = find(document)
    assert [one.span.of(document.plain) for one in found] == [one.text for one in found]
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
