"""Which checks run on a draft, and how heavy they weigh there."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatch
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from derive.checks import CHECKS, GATE_CHECKS, Check
from derive.model import Article, Finding, Severity
from derive.report import Report
from derive.settings.load import Settings


class Rules(Struct, frozen=True):
    """The rules for one draft."""

    checks: tuple[Check, ...]
    gate: tuple[Check, ...]
    severity: tuple[tuple[str, Severity], ...]

    def weigh(self, finding: Finding) -> Finding:
        """The finding with the severity that the rules give to its check."""
        severity = dict(self.severity).get(finding.check)
        return replace(finding, severity=severity) if severity else finding


def rules_for(article: Article, settings: Settings) -> Rules:
    """The general rules, then those of its outlet, then those of each path pattern that it matches, in file order."""
    select = list(settings["select"])
    ignore = set(settings["ignore"])
    severity: dict[str, str] = dict(settings["severity"])
    for table in _tables(article, settings):
        select = table.get("select", select)
        ignore |= set(table.get("ignore", ()))
        severity |= table.get("severity", {})
    chosen = {check for check in select if check not in ignore}
    return Rules(
        tuple(check for check in CHECKS if check.id in chosen),
        tuple(check for check in GATE_CHECKS if check.id in chosen),
        tuple((check, Severity(value)) for check, value in severity.items()),
    )


def weighed(report: Report, settings: Settings) -> Report:
    """The report with every finding weighed by the rules for its draft."""
    examined = []
    for entry in report.examined:
        rules = rules_for(report.article(entry.article).article, settings)
        examined.append(replace(entry, findings=tuple(map(rules.weigh, entry.findings))))
    return replace(report, examined=tuple(examined))


def _tables(article: Article, settings: Settings) -> list[Mapping[str, Any]]:
    outlet = settings["outlets"].get(article.outlet or "", {})
    path = article.path or article.id
    return [outlet, *(table for pattern, table in settings["paths"].items() if fnmatch(path, pattern))]
