"""What changed on the way."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from derive.model.article import Span


class Severity(StrEnum):
    """How much a finding weighs: contradicts a linked place, probable or unsupported, worth a look."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return ("error", "warning", "note").index(self.value)


class Witness(Struct, frozen=True):
    """The original's own words: which of the examination's sources, and where in it."""

    source: int
    span: Span


class Change(Struct, frozen=True):
    """What a check found, in plain positions. The pipeline turns it into a `Finding` with original positions."""

    check: str
    severity: Severity
    message: str
    span: Span
    witness: Witness | None = None
    value: str = ""  # what was compared, in normal form: the fingerprint holds on to it


class Waived(Struct, frozen=True):
    """An editor's sign-off on a finding."""

    reason: str
    by: str
    until: dt.date | None


class Finding(Struct, frozen=True):
    """A change as reported: spans count `Article.text` of the rewrite and of the source."""

    check: str
    severity: Severity
    message: str
    rewrite_span: Span
    rewrite_text: str
    source_id: str | None
    source_span: Span | None
    source_text: str | None
    fingerprint: str
    waived: Waived | None = None
