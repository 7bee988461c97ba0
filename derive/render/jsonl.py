"""JSON Lines for many drafts: each line is a whole `derive.report/1` with one examined article."""

from __future__ import annotations

import json

from msgspec.structs import replace

from derive.render import Look
from derive.render.json import as_data
from derive.report import Report


def render(report: Report, look: Look) -> str:
    """One line an examined article; families and what was not examined come on a last line of their own."""
    lines = []
    for examined in report.examined:
        shown = {examined.article, *(one.article for one in examined.sources)}
        articles = tuple(entry for entry in report.articles if entry.article.id in shown)
        lines.append(replace(report, articles=articles, examined=(examined,), families=(), skipped=()))
    if report.families or report.skipped:
        lines.append(replace(report, articles=(), examined=()))
    return "".join(json.dumps(as_data(one, with_text=look.with_text), ensure_ascii=False) + "\n" for one in lines)
