"""The dates, times and durations of a document."""

from derive.facts.dates.agreement import Verdict, compare
from derive.facts.dates.calendar import Interval
from derive.facts.dates.mention import Bound, Clock, DateKind, DateMention, Fields, Length
from derive.facts.dates.reading import find

__all__ = [
    "Bound", "Clock", "DateKind", "DateMention", "Fields", "Interval", "Length", "Verdict", "compare", "find",
]  # fmt: skip
