"""The quantities of a document."""

from __future__ import annotations

from dataclasses import dataclass

from derive.facts.dates import DateMention
from derive.model import Document, Mention


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """One of them."""


def find(document: Document, dates: tuple[DateMention, ...]) -> tuple[Quantity, ...]:
    """All quantities, in text order."""
    return ()
