"""What comes in."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A half-open, non-empty range of code points.

    Raises ValueError for an empty or negative range.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def to(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class Article(Struct, frozen=True):
    """One text as it came in. `text` is never modified after ingest; offsets in reports count its code points."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None  # a datetime where the time is known
    language: str = "en"
    path: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()  # as they sign
    notes: tuple[str, ...] = ()  # what a reader should know of the input, e.g. a fallback encoding

    @property
    def day(self) -> dt.date | None:
        """The day of publication, whether or not the time is known."""
        return self.published.date() if isinstance(self.published, dt.datetime) else self.published


class Skipped(Struct, frozen=True):
    """An input that was not examined; it is part of the result."""

    path: str
    reason: str
