"""A date, weekday, time or length of time that differs from the original's.

A wrong day is the error that readers notice first and that is the easiest to avoid. Dates compare as intervals of
days, after the publication dates have turned weekdays, "yesterday" and "last month" into days: values, not wordings.

Fires:

- another day, weekday, month, year, decade or time of day for the same event (error)
- another length of time, or the wrong side of an event: "before" for "after" (error)
- another unit, rhythm, part of the day or season among the same words: a month for a week, annual for quarterly (error)
- a day, month, year or time in a linked sentence that the original does not give (warning)

Quiet:

- Thursday for October 31 when the date of publication says so; a date that contains the other
- 6:30 p.m., 18:30 and half past six; 24 hours and a day; a fortnight and two weeks
- what follows from the original's dates: four days later for the 10th and the 14th
- a weekday against a date when no date of publication is known
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.dates import differences_of
from derive.checks.examination import Check, Examination
from derive.checks.replaced import replaced
from derive.model import Change, Severity, Witness


def run(examination: Examination) -> Iterator[Change]:
    """Find the changes."""
    found = tuple(_differences(examination))
    yield from found
    yield from replaced(examination, "date", found)


def _differences(examination: Examination) -> Iterator[Change]:
    for one in differences_of(examination):
        mention, match = one.mention, one.match
        if one.length:
            continue  # `unsupported-number` reports it
        if match is None:
            message = f'"{mention.text}" — the original gives no such date'
            yield Change("date", Severity.WARNING, message, mention.span, None, mention.value)
            continue
        other = match.found.mention
        yield Change(
            "date",
            Severity.ERROR if match.linked else Severity.WARNING,
            f'"{mention.text}" — the original has "{other.text}"',
            mention.span,
            Witness(match.found.source, other.span),
            f"{other.value} > {mention.value}",
        )


CHECK = Check("date", "another date, weekday, time or length of time", Severity.ERROR, run, __doc__)
