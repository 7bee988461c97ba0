"""Waivers: what an editor has signed off, kept in a TOML file beside the configuration.

A waiver holds on to a fingerprint, which holds on to content: it survives edits elsewhere and falls away when the
sentence, the value or the source changes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from derive.errors import UsageError
from derive.model import Finding, Waived
from derive.report import Examined, Report, Status
from derive.settings.toml import read_toml

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_FIELDS = {"fingerprint", "reason", "by", "until"}


class Waiver(Struct, frozen=True):
    """One sign-off; `until` is its last day."""

    fingerprint: str
    reason: str
    by: str
    until: dt.date | None


class Waivers(Struct, frozen=True):
    """The waivers of a file, and the day on which they are read."""

    entries: tuple[Waiver, ...] = ()
    today: dt.date = dt.date.min

    def apply(self, report: Report) -> Report:
        """The report with each waived finding marked; a waived finding stays in it."""
        valid = {one.fingerprint: one for one in self.entries if one.until is None or one.until >= self.today}

        def mark(finding: Finding) -> Finding:
            waiver = valid.get(finding.fingerprint)
            return replace(finding, waived=Waived(waiver.reason, waiver.by, waiver.until)) if waiver else finding

        examined = tuple(replace(one, findings=tuple(map(mark, one.findings))) for one in report.examined)
        return replace(report, examined=examined)

    def remarks(self, report: Report) -> list[str]:
        """What to say about waivers that no longer do anything: expired ones, and ones that met no finding."""
        met = {finding.fingerprint for one in report.examined for finding in one.findings}
        found = []
        for one in self.entries:
            if one.until is not None and one.until < self.today:
                found.append(f"waiver {one.fingerprint} expired on {one.until}: {one.reason}")
            elif one.fingerprint not in met:
                found.append(f"waiver {one.fingerprint} is not used: {one.reason}")
        return found


def load_waivers(path: str, today: dt.date) -> Waivers:
    """The waivers of a file; none where there is no file. Raises UsageError for a malformed one."""
    if not Path(path).exists():
        return Waivers((), today)
    data = read_toml(Path(path))
    tables = data.get("waiver", [])
    if set(data) - {"waiver"} or not isinstance(tables, list):
        raise UsageError(f"{path}: only [[waiver]] tables are expected")
    return Waivers(tuple(_waiver(table, number, path) for number, table in enumerate(tables, 1)), today)


def _waiver(table: object, number: int, path: str) -> Waiver:
    where = f"{path}: waiver {number}"
    if not isinstance(table, dict) or set(table) - _FIELDS or not {"fingerprint", "reason", "by"} <= set(table):
        raise UsageError(f"{where}: fingerprint, reason and by are expected, and until if it ends")
    if not all(isinstance(table[name], str) and table[name].strip() for name in ("fingerprint", "reason", "by")):
        raise UsageError(f"{where}: fingerprint, reason and by are texts, and none is empty")
    until = table.get("until")
    if until is not None and (not isinstance(until, dt.date) or isinstance(until, dt.datetime)):
        raise UsageError(f"{where}: until is a day, 2025-12-31 without quotation marks")
    return Waiver(check_fingerprint(table["fingerprint"], where), table["reason"], table["by"], until)


def check_fingerprint(value: str, where: str) -> str:
    """The value, if it is a fingerprint. Raises UsageError."""
    if not _FINGERPRINT.fullmatch(value):
        raise UsageError(f"{where}: '{value}' is no fingerprint (16 hexadecimal digits, as a report shows them)")
    return value


def add_waiver(path: str, waiver: Waiver) -> str:
    """The text of the file with one waiver more.

    Raises UsageError for a malformed file, a waiver that is there, a reason or name that says nothing.
    """
    if not waiver.reason.strip() or not waiver.by.strip():
        raise UsageError("a waiver wants a reason and the name of who signs it off")
    present = load_waivers(path, dt.date.min)
    if any(one.fingerprint == waiver.fingerprint and one.until == waiver.until for one in present.entries):
        raise UsageError(f"{path}: {waiver.fingerprint} is waived already")
    kept = [one for one in present.entries if one.fingerprint != waiver.fingerprint]
    return "\n".join(map(_table, sorted((*kept, waiver), key=lambda one: one.fingerprint)))


def _table(one: Waiver) -> str:
    lines = [
        "[[waiver]]",
        f'fingerprint = "{one.fingerprint}"',
        f"reason = {_quoted(one.reason)}",
        f"by = {_quoted(one.by)}",
    ]
    if one.until:
        lines.append(f"until = {one.until.isoformat()}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in escaped) + '"'


def without(report: Report, known: Iterable[str]) -> Report:
    """The report without the findings (by fingerprint) that an earlier one had already."""
    seen = set(known)

    def rest(examined: Examined) -> Examined:
        findings = tuple(one for one in examined.findings if one.fingerprint not in seen)
        clean = examined.status is Status.FINDINGS and not findings
        return replace(examined, findings=findings, status=Status.CLEAN if clean else examined.status)

    return replace(report, examined=tuple(map(rest, report.examined)))
