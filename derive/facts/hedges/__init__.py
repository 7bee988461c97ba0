"""The hedges of a document."""

from __future__ import annotations

from dataclasses import dataclass

from derive.model import Document, Mention


@dataclass(frozen=True, slots=True)
class Hedge(Mention):
    """One of them."""


def find(document: Document) -> tuple[Hedge, ...]:
    """All hedges, in text order."""
    return ()
