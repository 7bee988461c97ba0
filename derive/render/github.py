"""GitHub workflow commands: annotations on the draft's lines, the heaviest first, the rest summarised.

GitHub shows ten annotations of a kind in a step; what is beyond is said in one line. A waived finding is a notice.
"""

from __future__ import annotations

from derive.model import Finding, Severity
from derive.render import Look
from derive.render.lines import Lines
from derive.report import Report

_SHOWN = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, look: Look) -> str:
    """The report as workflow commands, one a line."""
    texts = {entry.article.id: Lines(entry.article.text) for entry in report.articles}
    paths = {entry.article.id: entry.article.path or entry.article.id for entry in report.articles}
    out: list[str] = []
    for one in report.skipped:
        out.append(f"::error file={_property(one.path)},title=derive::{_data(f'not examined: {one.reason}')}")
    for kind in ("error", "warning", "notice"):
        found = [
            (examined.article, finding)
            for examined in report.examined
            for finding in examined.findings
            if _kind(finding) == kind
        ]
        out += [_command(paths[article], texts[article], finding) for article, finding in found[:_SHOWN]]
        if len(found) > _SHOWN:
            out.append(f"::{kind} title=derive::{len(found) - _SHOWN} more of this kind; see the full report")
    return "".join(line + "\n" for line in out)


def _kind(one: Finding) -> str:
    return "notice" if one.waived else _COMMANDS[one.severity]


def _command(path: str, lines: Lines, one: Finding) -> str:
    line, column = lines.at(one.rewrite_span.start)
    end_line, end_column = lines.at(one.rewrite_span.end)
    place = f"file={_property(path)},line={line},endLine={end_line}"
    if line == end_line:
        place += f",col={column},endColumn={end_column}"
    note = f" (waived: {one.waived.reason}, {one.waived.by})" if one.waived else ""
    return f"::{_kind(one)} {place},title={_property('derive: ' + one.check)}::{_data(one.message + note)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
