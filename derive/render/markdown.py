"""A Markdown summary, short enough for a chat message or a pull request: the verdict, then a line a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from derive.model import Severity
from derive.render import Look
from derive.render.safe import one_line
from derive.render.view import Numbered, PairView, check_name, name, plural, reason, views
from derive.report import Family, Report

# Markup, what readers turn into links, mentions or pictures by themselves (www., :smile:), and lists at the start.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~@&$^]|:(?=//|\w+:)|(?<=www)\.|^[-+]|(?<=^\d)[.)]", re.IGNORECASE)
_SIGN = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
_SHOWN = 20  # findings of an article; a chat message with more is not read
_LONG = 200  # characters of a wording


def escape(text: str) -> str:
    """Text from outside as words that no Markdown or HTML reader takes for markup, a mention or an address."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


def render(report: Report, look: Look) -> str:
    """The summary of all examined articles."""
    lines: list[str] = []
    for view in views(report):
        lines += _examined(view)
    for family in report.families:
        lines += _family(report, family)
    if report.skipped:
        lines += [f"**{plural(len(report.skipped), 'input')} not examined**", ""]
        lines += [f"- {escape(one.path)}: {escape(one.reason)}" for one in report.skipped]
    return "\n".join(lines).rstrip("\n") + "\n"


def _examined(view: PairView) -> Iterator[str]:
    verdict = view.verdict
    counted = ", ".join(text for _, text in verdict.counts) or (verdict.silence if verdict.share else "")
    yield f"**{escape(view.title)}**" + (f" ({escape(view.byline)})" if view.byline else "")
    said = f"{escape(verdict.relation)} {escape(verdict.name)}"
    said += f"; {escape(verdict.share)}" if verdict.share else ""
    yield f"{said}; **{escape(counted)}**." if counted else f"{said}."
    yield ""
    for numbered in view.ranked[:_SHOWN]:
        yield _line(numbered)
    if len(view.findings) > _SHOWN:
        yield f"- … and {len(view.findings) - _SHOWN} more"
    if view.findings:
        yield ""


def _line(numbered: Numbered) -> str:
    finding = numbered.finding
    sign = "☑️" if finding.waived else _SIGN[finding.severity]
    now = f"**“{_short(finding.rewrite_text)}”**"
    said = f"{now}, not in the original" if finding.source_text is None else f"“{_short(finding.source_text)}” → {now}"
    line = f"- {sign} **{numbered.number}. {escape(check_name(finding.check).label)}**: {said}"
    if finding.waived:
        return f"{line} (waived by {escape(finding.waived.by)}: {escape(finding.waived.reason)})"
    return f"{line}. {escape(reason(finding))}"


def _short(text: str) -> str:
    line = one_line(text)
    return escape(line if len(line) <= _LONG else line[:_LONG].rsplit(" ", 1)[0] + " …")


def _family(report: Report, family: Family) -> Iterator[str]:
    known = {entry.article.id: entry.article for entry in report.articles}

    def called(identity: str) -> str:
        return escape(name(known[identity])) if identity in known else escape(identity)

    yield f"**Family of {plural(len(family.articles), 'article')}**"
    yield ""
    for edge in family.edges:
        yield f"- {called(edge.source)} → {called(edge.rewrite)} ({edge.confidence:.0%})"
    yield ""
