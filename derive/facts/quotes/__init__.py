"""The quotes of a document."""

from __future__ import annotations

from dataclasses import dataclass

from derive.model import Document, Mention


@dataclass(frozen=True, slots=True)
class Quotation(Mention):
    """One of them."""


def find(document: Document) -> tuple[Quotation, ...]:
    """All quotes, in text order."""
    return ()
