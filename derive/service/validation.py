"""Findings as an editor in a content management system shows them.

The fields are those that Typerighter and LanguageTool clients read; a Superdesk `item_validate` hook shows `message`.
"""

from __future__ import annotations

from typing import Any

from derive.checks import CHECKS, GATE_CHECKS
from derive.model import Finding, Severity
from derive.report import Report
from derive.service.offsets import Measure

_AROUND = 40  # code points of context on each side
_SUMMARIES = {check.id: check.summary for check in (*CHECKS, *GATE_CHECKS)}


def validation(report: Report, measure: Measure) -> dict[str, Any]:
    """The one examined draft's `errors` and `warnings` (notes among them); waived findings are left out."""
    (entry,) = report.examined
    text = report.article(entry.article).article.text
    found = [one for one in entry.findings if one.waived is None]
    errors = [one for one in found if one.severity is Severity.ERROR]
    return {
        "status": entry.status.value,
        "sources": [
            {"article": one.article, "title": report.article(one.article).article.title} for one in entry.sources
        ],
        "errors": [_match(one, text, measure) for one in errors],
        "warnings": [_match(one, text, measure) for one in found if one.severity is not Severity.ERROR],
    }


def _match(one: Finding, text: str, measure: Measure) -> dict[str, Any]:
    start, end = one.rewrite_span.start, one.rewrite_span.end
    return {
        "from": measure(start),
        "to": measure(end),
        "matchedText": one.rewrite_text,
        "precedingText": text[max(0, start - _AROUND) : start],
        "subsequentText": text[end : end + _AROUND],
        "message": one.message,
        "shortMessage": _SUMMARIES[one.check],
        "rule": {"id": one.check, "description": _SUMMARIES[one.check]},
        "severity": one.severity.value,
        "source": None if one.source_id is None else {"article": one.source_id, "text": one.source_text},
        "fingerprint": one.fingerprint,
    }
