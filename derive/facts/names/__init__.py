"""The names of a document."""

from __future__ import annotations

from dataclasses import dataclass

from derive.model import Document, Mention


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """One of them."""


def find(document: Document) -> tuple[Name, ...]:
    """All names, in text order."""
    return ()
