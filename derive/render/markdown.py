"""A Markdown summary, short enough for a chat message or a pull request: the verdict, then each finding."""

from __future__ import annotations

import re

from derive.model import Severity
from derive.render import Look
from derive.render.safe import one_line
from derive.render.view import PairView, plural
from derive.report import Report

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+|!~@&-])")
_SIGN = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}


def escape(text: str) -> str:
    """Text from outside as words that no Markdown or HTML reader takes for markup."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


def render(report: Report, look: Look) -> str:
    """The summary of all examined articles."""
    lines: list[str] = []
    for examined in report.examined:
        view = PairView(report, examined)
        lines += [f"### {escape(view.rewrite.article.id)}", "", escape(str(view.verdict)), ""]
        for numbered in view.findings:
            finding = numbered.finding
            waived = f" — waived by {escape(finding.waived.by)}" if finding.waived else ""
            lines.append(
                f"{numbered.number}. {_SIGN[finding.severity]} **{finding.check}** "
                f"({finding.severity.value}): {escape(finding.message)}{waived}"
            )
        if view.findings:
            lines.append("")
        if examined.unsupported:
            lines += [f"{plural(len(examined.unsupported), 'sentence')} without a counterpart in any original.", ""]
    for family in report.families:
        lines += [f"#### Family of {len(family.articles)}", ""]
        lines += [f"- {escape(edge.source)} → {escape(edge.rewrite)} ({edge.confidence:.0%})" for edge in family.edges]
        lines.append("")
    if report.skipped:
        lines += [f"Not examined: {plural(len(report.skipped), 'input')}", ""]
        lines += [f"- {escape(one.path)}: {escape(one.reason)}" for one in report.skipped]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"
