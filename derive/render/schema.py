"""The JSON Schema of the report, as shipped beside this file."""

from __future__ import annotations

from pathlib import Path


def text() -> str:
    """The schema of `derive.report/1` (JSON Schema 2020-12)."""
    return (Path(__file__).parent / "report.schema.json").read_text("utf-8")
