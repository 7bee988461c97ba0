"""Dates on the command line."""

from __future__ import annotations

import datetime as dt

from derive.errors import UsageError
from derive.ingest.jsonl import moment


def date(value: str | None, option: str) -> dt.date | None:
    """An ISO 8601 date or date-time. Raises UsageError that names the option."""
    try:
        return moment(value)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None
