"""Near-verbatim texts in which one figure is wrong, as agencies correct them: one finding on it, and no other."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from derive import pipeline
from derive.model import Article, Finding, Severity

_BEFORE = "Marta Lindqvist spoke to reporters outside the harbour office on a grey morning.\n\n"
_AFTER = "\n\nThe ministry in Norvane gave no comment, and the union said that it would wait for the report."
_DAY = dt.date(2026, 6, 12)
_FIGURES = ("number", "date", "unsupported-number")
CASES = [
    tuple(part.strip() for part in line.split(" | "))
    for line in (Path(__file__).parent / "figure_corrections.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def found(original: str, text: str) -> tuple[Finding, ...]:
    """All findings but notes on a sentence inside a story that is otherwise the same."""
    source = Article("source", f"{_BEFORE}{original}{_AFTER}", published=_DAY)
    rewrite = Article("rewrite", f"{_BEFORE}{text}{_AFTER}", published=_DAY)
    (examined,) = pipeline.compare([source], rewrite).examined
    return tuple(one for one in examined.findings if one.severity is not Severity.NOTE)


@pytest.mark.parametrize(("published", "corrected", "words"), CASES)
def test_a_wrong_figure_is_found_where_it_stands(published: str, corrected: str, words: str) -> None:
    """Held against the corrected text, the published one has one finding, on the figure."""
    (one,) = found(corrected, published)
    assert one.check in _FIGURES
    assert words in one.rewrite_text or one.rewrite_text in words
    assert (one.source_text or "nowhere") in corrected
