"""The dates of a document."""

from __future__ import annotations

from dataclasses import dataclass

from derive.model import Document, Mention


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """One of them."""


def find(document: Document) -> tuple[DateMention, ...]:
    """All dates, in text order."""
    return ()
