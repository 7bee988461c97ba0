"""JUnit XML: a suite a draft, a test case a check; findings are failures, inputs that were not examined errors."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from derive.checks import CHECKS, GATE_CHECKS
from derive.model import Finding
from derive.render import Look
from derive.report import Examined, Report

# XML 1.0 has no place for these, escaped or not.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, look: Look) -> str:
    """The report as JUnit XML."""
    suites = ET.Element("testsuites", name="derive")
    for examined in report.examined:
        suites.append(_suite(examined))
    if report.skipped:
        suite = ET.SubElement(
            suites, "testsuite", name="not examined", tests=str(len(report.skipped)), failures="0",
            errors=str(len(report.skipped)), skipped="0",
        )  # fmt: skip
        for one in report.skipped:
            case = ET.SubElement(suite, "testcase", classname="derive", name=_fit(one.path))
            ET.SubElement(case, "error", message=_fit(one.reason), type="unreadable")
    ET.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _suite(examined: Examined) -> ET.Element:
    checks = [check.id for check in (*CHECKS, *GATE_CHECKS)]
    by_check = {check: [one for one in examined.findings if one.check == check] for check in checks}
    failing = [check for check in checks if any(one.waived is None for one in by_check[check])]
    waived = [check for check in checks if by_check[check] and check not in failing]
    suite = ET.Element(
        "testsuite", name=_fit(examined.article), tests=str(len(checks)), failures=str(len(failing)), errors="0",
        skipped=str(len(waived)),
    )  # fmt: skip
    for check in checks:
        case = ET.SubElement(suite, "testcase", classname=_fit(examined.article), name=check)
        open_ones = [one for one in by_check[check] if one.waived is None]
        if open_ones:
            lines = "\n".join(map(_line, by_check[check]))
            first = f"{len(open_ones)} finding(s): {open_ones[0].message}"
            failure = ET.SubElement(case, "failure", message=_fit(first), type=open_ones[0].severity.value)
            failure.text = _fit(lines)
        elif check in waived:
            ET.SubElement(case, "skipped", message=_fit("; ".join(map(_line, by_check[check]))))
    return suite


def _line(one: Finding) -> str:
    line = f"{one.severity.value} at {one.rewrite_span.start}: {one.message} [{one.fingerprint}]"
    return f"{line} waived: {one.waived.reason} ({one.waived.by})" if one.waived else line


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
