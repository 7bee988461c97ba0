"""The speakers of a document."""

from __future__ import annotations

from dataclasses import dataclass

from derive.facts.names import Name
from derive.facts.quotes import Quotation
from derive.model import Document, Mention


@dataclass(frozen=True, slots=True)
class Statement(Mention):
    """One of them."""


def find(document: Document, quotes: tuple[Quotation, ...], names: tuple[Name, ...]) -> tuple[Statement, ...]:
    """All speakers, in text order."""
    return ()
