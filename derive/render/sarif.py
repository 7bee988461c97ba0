"""SARIF 2.1.0: one run, a rule a check, a result a finding; the original's words are the related location.

Waived findings stay, with a suppression: dropping them would make a consumer open and close the same alert.
Source: OASIS SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from derive import __version__
from derive.checks import CHECKS, GATE_CHECKS, Check
from derive.model import Finding, Severity, Span
from derive.render import Look
from derive.render.lines import Lines
from derive.report import Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RULES = (*CHECKS, *GATE_CHECKS)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report, look: Look) -> str:
    """The report as SARIF; the same report gives the same bytes."""
    lines = {entry.article.id: Lines(entry.article.text) for entry in report.articles}
    uris = {entry.article.id: _uri(entry.article.path or entry.article.id) for entry in report.articles}
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [
            _result(one, examined.article, lines, uris) for examined in report.examined for one in examined.findings
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _driver() -> dict[str, Any]:
    return {"name": "derive", "version": __version__, "rules": [_rule(check) for check in _RULES]}


def _rule(check: Check) -> dict[str, Any]:
    page = inspect.cleandoc(check.doc)
    return {
        "id": check.id,
        "name": "".join(part.capitalize() for part in check.id.split("-")),
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": page.split("\n\nFires:")[0]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    return {
        "executionSuccessful": not report.skipped,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": f"not examined: {one.reason}"},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(one.path)}}}],
            }
            for one in report.skipped
        ],
    }


def _result(one: Finding, article: str, lines: dict[str, Lines], uris: dict[str, str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.check,
        "ruleIndex": [check.id for check in _RULES].index(one.check),
        "level": _LEVELS[one.severity],
        "message": {"text": one.message},
        "locations": [_location(article, one.rewrite_span, one.rewrite_text, lines, uris)],
        "partialFingerprints": {"derive/v1": one.fingerprint},
    }
    if one.source_id is not None and one.source_span is not None:
        related = _location(one.source_id, one.source_span, one.source_text or "", lines, uris)
        result["relatedLocations"] = [{"id": 1, "message": {"text": "what the original says"}, **related}]
    if one.waived:
        justification = f"{one.waived.reason} (signed off by {one.waived.by})"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
    return result


def _location(article: str, span: Span, text: str, lines: dict[str, Lines], uris: dict[str, str]) -> dict[str, Any]:
    start_line, start_column = lines[article].at(span.start)
    end_line, end_column = lines[article].at(span.end)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uris[article]},
            "region": {
                "startLine": start_line,
                "startColumn": start_column,
                "endLine": end_line,
                "endColumn": end_column,
                "charOffset": span.start,
                "charLength": len(span),
                "snippet": {"text": text},
            },
        }
    }


def _uri(path: str) -> str:
    """A path or id as a URI reference."""
    return quote(Path(path).as_posix(), safe="/:#~", errors="replace")
